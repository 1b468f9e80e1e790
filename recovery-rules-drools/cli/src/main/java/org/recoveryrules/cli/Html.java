package org.recoveryrules.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** Writes a part of an HTML page. Whatever text goes in comes out as text: nothing in it is markup, and nothing is hidden. */
final class Html {
    /** Control characters, separators of lines and what reverses the direction of what follows. */
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\u2028-\u202e\u2066-\u2069&&[^\t\n]]");

    private final StringBuilder page = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Begins an element.
     *
     * @param tag its name
     * @param attributes names and values by turns; an empty value leaves its attribute out
     */
    Html begin(String tag, String... attributes) {
        page.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                page.append(' ')
                        .append(attributes[i])
                        .append("=\"")
                        .append(escaped(attributes[i + 1]))
                        .append('"');
            }
        }
        page.append('>');
        open.push(tag);
        return this;
    }

    Html text(String text) {
        page.append(escaped(text));
        return this;
    }

    /** Ends the element that was begun last. */
    Html end() {
        page.append("</").append(open.pop()).append('>');
        return this;
    }

    /** A whole element that holds text. */
    Html element(String tag, String text, String... attributes) {
        return begin(tag, attributes).text(text).end();
    }

    /** What was written, every element of it at its end. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not ended: " + open);
        }
        return page.toString();
    }

    static String escaped(String text) {
        return HIDDEN.matcher(text)
                .replaceAll("\ufffd")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
