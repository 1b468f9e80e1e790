package org.recoveryrules.drools.files;

/**
 * A stretch of a text.
 *
 * @param start the offset of its first character
 * @param end the offset after its last character, not before the start
 */
public record Span(int start, int end) {
    /**
     * From the start of this to the end of another.
     *
     * @param other one that does not end before this starts
     * @return the stretch of both and what is between them
     */
    public Span to(Span other) {
        return new Span(start, other.end);
    }

    /**
     * The place right after this.
     *
     * @return a stretch of no length
     */
    public Span after() {
        return new Span(end, end);
    }
}
