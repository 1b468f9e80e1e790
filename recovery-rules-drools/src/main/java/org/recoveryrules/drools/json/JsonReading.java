package org.recoveryrules.drools.json;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.Nearest;
import org.recoveryrules.drools.files.Span;
import org.recoveryrules.drools.json.JsonValue.Array;
import org.recoveryrules.drools.json.JsonValue.Member;
import org.recoveryrules.drools.json.JsonValue.Members;
import org.recoveryrules.drools.json.JsonValue.Nothing;
import org.recoveryrules.drools.json.JsonValue.Text;
import org.recoveryrules.drools.json.JsonValue.Truth;

/** A document being read: the currency of its money, and where all that is wrong is noted. Internal: not for callers. */
public final class JsonReading {
    /** The Maven artifact that reading takes. */
    public static final String ARTIFACT = "com.fasterxml.jackson.core:jackson-core";

    private static final String NEEDED = "com.fasterxml.jackson.core.JsonFactory";
    private static final int MAX_SHOWN = 40;

    private final Optional<CurrencyUnit> currency;
    private final Faults faults;
    private int noted;

    /** Where it is noted what is wrong. */
    public interface Faults {
        /**
         * Notes one thing.
         *
         * @param code how the check of a policy calls it
         * @param span where it is; nothing where it is in no single place
         * @param path the component
         * @param message what is allowed and what came; it goes on after the path
         * @param hint what would be right; empty where there is nothing to propose
         */
        void add(Code code, Optional<Span> span, String path, String message, String hint);
    }

    /**
     * Begins to read.
     *
     * @param currency the currency that all money has, and that need not be written; without it, each sum names its own
     * @param faults where it is noted what is wrong
     */
    public JsonReading(Optional<CurrencyUnit> currency, Faults faults) {
        this.currency = currency;
        this.faults = faults;
    }

    /**
     * Whether a text can be read here.
     *
     * @return whether {@value #ARTIFACT} is on the class path
     */
    public static boolean isSupported() {
        try {
            Class.forName(NEEDED, false, JsonReading.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /**
     * Reads a text.
     *
     * @param text the text
     * @param whole what it is called
     * @return its one value; nothing if it is no JSON
     */
    public Optional<JsonValue> value(String text, String whole) {
        return JsonText.read(text, whole, this);
    }

    Optional<CurrencyUnit> currency() {
        return currency;
    }

    /** How many faults were noted so far. */
    int noted() {
        return noted;
    }

    /**
     * Goes through the members of an object in their order. One that is not known or comes again is noted and left out.
     *
     * @param object the object
     * @param path its path, empty at the top
     * @param known the names that are known
     * @param member takes each name with its value
     * @return the names that are given, or that were probably meant
     */
    public Set<String> members(
            Members object, String path, Collection<String> known, BiConsumer<String, JsonValue> member) {
        return members(object, path, known, name -> Optional.empty(), member);
    }

    /** The same, where a name that is not known may be known elsewhere. */
    Set<String> members(
            Members object,
            String path,
            Collection<String> known,
            Function<String, Optional<String>> elsewhere,
            BiConsumer<String, JsonValue> member) {
        Set<String> given = new HashSet<>();
        Set<String> meant = new HashSet<>();
        for (Member each : object.members()) {
            String name = each.name().text();
            Span span = each.name().span();
            String at = path.isEmpty() ? cut(name) : path + "." + cut(name);
            if (!known.contains(name)) {
                String hint = elsewhere.apply(name).orElseGet(() -> nearest(name, known, meant));
                fault(Code.CASE_KEY_UNKNOWN, span, at, "is not known", hint);
            } else if (given.add(name)) {
                member.accept(name, each.value());
            } else {
                fault(Code.CASES_MALFORMED, span, at, "must be given once, but comes again", "");
            }
        }
        given.addAll(meant);
        return given;
    }

    private static String nearest(String name, Collection<String> known, Set<String> meant) {
        Optional<String> nearest = Nearest.to(name, known);
        nearest.ifPresent(meant::add);
        return nearest.map(near -> "did you mean '" + near + "'?")
                .orElseGet(() -> "known are " + String.join(", ", known));
    }

    /**
     * Notes that a value is not what is allowed.
     *
     * @param <T> what it should have become
     * @param value the value
     * @param path its path
     * @param allowed what is allowed, in words that go on after "must be"
     * @return nothing
     */
    public <T> Optional<T> refuse(JsonValue value, String path, String allowed) {
        return refuse(value, path, allowed, value instanceof Nothing ? "leave out what is not known" : "");
    }

    /** Notes that a text is none of the words that are allowed. */
    <T> Optional<T> refuseWord(Text word, String path, String allowed, Collection<String> words) {
        String hint = Nearest.to(cut(word.text()), words)
                .map(meant -> "did you mean '" + meant + "'?")
                .orElse("");
        return refuse(word, path, allowed, hint);
    }

    private <T> Optional<T> refuse(JsonValue value, String path, String allowed, String hint) {
        String message = "must be " + allowed + ", but was " + shown(value);
        fault(Code.CASE_VALUE_INVALID, value.span(), path, message, hint);
        return Optional.empty();
    }

    /**
     * A value unless its making says that it cannot be.
     *
     * @param place where a component stands
     */
    <T> Optional<T> checked(Code code, Function<String, Optional<Span>> place, Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException e) {
            String[] pathAndWords = e.getMessage().split(" ", 2);
            fault(code, place.apply(pathAndWords[0]), pathAndWords[0], pathAndWords[1], "");
            return Optional.empty();
        }
    }

    void fault(Code code, String path, String message) {
        fault(code, Optional.empty(), path, message, "");
    }

    void fault(Code code, Span span, String path, String message) {
        fault(code, span, path, message, "");
    }

    private void fault(Code code, Span span, String path, String message, String hint) {
        fault(code, Optional.of(span), path, message, hint);
    }

    private void fault(Code code, Optional<Span> span, String path, String message, String hint) {
        noted++;
        faults.add(code, span, path, message, hint);
    }

    private static String shown(JsonValue value) {
        if (value instanceof Members) {
            return "an object";
        } else if (value instanceof Array) {
            return "a list";
        } else if (value instanceof Text text) {
            return '"' + cut(text.text()) + '"';
        } else if (value instanceof JsonValue.Number number) {
            return cut(number.written());
        }
        return value instanceof Truth truth ? Boolean.toString(truth.value()) : "null";
    }

    private static String cut(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }
}
