package org.recoveryrules.api;

import java.io.Serializable;

/**
 * One thing wrong with a policy.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a text is null or blank, a number is negative, or there
 * is a column without a line.
 *
 * @param file the file's path within the policy, with forward slashes; the name of the policy's source where it concerns
 *     no file
 * @param line the line, from 1; 0 where it concerns the whole file
 * @param column the column, from 1; 0 where it concerns the whole line
 * @param code what is wrong, a stable name in lower case with hyphens
 * @param message what is wrong, in words
 */
public record Diagnostic(String file, int line, int column, String code, String message) implements Serializable {
    public Diagnostic {
        Require.text(file, "diagnostic.file");
        Require.notNegative(line, "diagnostic.line");
        Require.notNegative(column, "diagnostic.column");
        if (line == 0 && column > 0) {
            throw Require.fault("diagnostic.column", "must be 0 where the line is 0", column);
        }
        Require.text(code, "diagnostic.code");
        Require.text(message, "diagnostic.message");
    }

    /**
     * The diagnostic in one line, {@code file:line:column: error[code]: message}.
     *
     * @return the text, without a position that is 0
     */
    @Override
    public String toString() {
        String place = file + (line == 0 ? "" : ":" + line) + (column == 0 ? "" : ":" + column);
        return place + ": error[" + code + "]: " + message;
    }
}
