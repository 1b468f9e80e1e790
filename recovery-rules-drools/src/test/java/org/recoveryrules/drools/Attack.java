package org.recoveryrules.drools;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Named;
import org.recoveryrules.drools.files.Code;

/**
 * A policy that means harm.
 *
 * @param policy the policy
 * @param code what is wrong with it
 * @param file where; empty where it is the policy as a whole
 * @param line on which line; 0 where the whole file is at fault
 */
record Attack(Prepared policy, Code code, String file, int line) {
    /** What prepares a policy. */
    @FunctionalInterface
    interface Prepared {
        /** A folder below an empty one, or contents by path. */
        Object in(Path temp) throws IOException;
    }

    /** A rule in which nothing is wrong. */
    static final String RULE = Policies.rule("test.rule", "ServiceFailure( accepted )", "findings.review();");

    /** An attack by texts in memory. */
    static Named<Attack> named(String name, Map<String, String> texts, Code code, String file, int line) {
        return Named.of(escaped(name), new Attack(temp -> bytes(texts), code, file, line));
    }

    /** The files of a sound policy and one more, or another one in the place of one of them. */
    static Map<String, String> with(String path, String text) {
        Map<String, String> files = new TreeMap<>(Policies.files(RULE));
        files.put(path, text);
        return files;
    }

    static Map<String, byte[]> bytes(Map<String, String> texts) {
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    /** A name that can be shown, of a length that can be. */
    private static String escaped(String text) {
        return text.codePoints()
                .limit(100)
                .mapToObj(character -> character < ' ' || character > '~'
                        ? "U+%04X".formatted(character)
                        : Character.toString(character))
                .collect(Collectors.joining());
    }
}
