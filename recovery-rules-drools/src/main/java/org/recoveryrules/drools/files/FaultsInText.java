package org.recoveryrules.drools.files;

/**
 * What is wrong with one text.
 *
 * @param source the text
 * @param faults where it is noted
 */
public record FaultsInText(SourceText source, Faults faults) {
    /** Notes a fault without a hint. */
    public void add(Span span, Code code, String message) {
        add(span, code, message, "");
    }

    /** Notes a fault. */
    public void add(Span span, Code code, String message, String hint) {
        if (!faults.isEnough(source.file(), code.level())) {
            faults.add(source.place(span), code, SourceText.visible(message), SourceText.visible(hint));
        }
    }
}
