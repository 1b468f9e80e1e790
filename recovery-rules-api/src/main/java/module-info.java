import org.jspecify.annotations.NullMarked;

/** Failure context in, recovery decision out: the words of recovery-rules, without an engine. */
@NullMarked
module org.recoveryrules.api {
    requires static transitive org.jspecify;
    requires transitive org.joda.money;

    exports org.recoveryrules.api;
}
