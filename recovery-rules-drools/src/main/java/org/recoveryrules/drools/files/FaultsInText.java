package org.recoveryrules.drools.files;

import java.util.regex.Pattern;

/**
 * What is wrong with one text.
 *
 * @param source the text
 * @param faults where it is noted
 */
public record FaultsInText(SourceText source, Faults faults) {
    private static final Pattern LINE_END = Pattern.compile("[\\n\\r\\f]+");

    /** Notes a fault without a hint. */
    public void add(Span span, Code code, String message) {
        add(span, code, message, "");
    }

    /** Notes a fault. */
    public void add(Span span, Code code, String message, String hint) {
        if (!isEnough(code)) {
            faults.add(source.place(span), code, onOneLine(message), onOneLine(hint));
        }
    }

    /** What is quoted may go over several lines. */
    private static String onOneLine(String text) {
        return LINE_END.matcher(text).replaceAll(" ");
    }

    /** Whether so much was noted that more of the same level is not; to be asked before a fault is worked out at length. */
    public boolean isEnough(Code code) {
        return faults.isEnough(source.file(), code.level());
    }
}
