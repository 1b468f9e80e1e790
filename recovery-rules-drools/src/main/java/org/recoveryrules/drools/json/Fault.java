package org.recoveryrules.drools.json;

import java.io.Serializable;

/**
 * One thing wrong with a JSON document. Characters that would break the line on which it is told, or turn it
 * around, are replaced.
 *
 * @param line the line, from 1; 0 where it is in no single place, as for an input that is missing
 * @param column the column in characters, from 1; 0 where there is no line
 * @param path the component, such as {@code failure.severity} or {@code claim.entitlements[1].amount}, spelled so in the
 *     flat form as well; a key that is not known as it stands; {@code context} for the document as a whole
 * @param message what is allowed and what came; it goes on after the path
 */
public record Fault(int line, int column, String path, String message) implements Serializable {
    public Fault {
        path = printable(path);
        message = printable(message);
    }

    /**
     * The fault without its place.
     *
     * @return path and message
     */
    @Override
    public String toString() {
        return path + " " + message;
    }

    private static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cs}\\u2028-\\u202e\\u2066-\\u2069]", "?");
    }
}
