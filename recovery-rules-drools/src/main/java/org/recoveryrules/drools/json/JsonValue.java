package org.recoveryrules.drools.json;

import java.util.List;
import org.recoveryrules.drools.files.Name;
import org.recoveryrules.drools.files.Span;

/** A JSON value and where it stands in its text. Internal: not for callers. */
public sealed interface JsonValue {
    /**
     * Where it stands.
     *
     * @return the stretch from its first character to its last; of an object or a list its opening bracket
     */
    Span span();

    /**
     * A text.
     *
     * @param span where it stands, with its quotes
     * @param text what it says
     */
    record Text(Span span, String text) implements JsonValue {}

    /**
     * A number.
     *
     * @param span where it stands
     * @param written its characters
     */
    record Number(Span span, String written) implements JsonValue {}

    /**
     * True or false.
     *
     * @param span where it stands
     * @param value which of them
     */
    record Truth(Span span, boolean value) implements JsonValue {}

    /**
     * A null.
     *
     * @param span where it stands
     */
    record Nothing(Span span) implements JsonValue {}

    /**
     * A list.
     *
     * @param span its opening bracket
     * @param elements its elements
     */
    record Array(Span span, List<JsonValue> elements) implements JsonValue {}

    /**
     * An object.
     *
     * @param span its opening bracket
     * @param members its members as they are written, names that come again too
     */
    record Members(Span span, List<Member> members) implements JsonValue {}

    /**
     * A member of an object.
     *
     * @param name its name, with its quotes where it stands
     * @param value its value
     */
    record Member(Name name, JsonValue value) {}
}
