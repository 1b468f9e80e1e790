package org.recoveryrules.drools;

import java.util.Map;
import java.util.TreeMap;

/** Small policies in memory, for tests. */
public final class Policies {
    private static final String SETTINGS = "name = test\nversion = 1\ncurrency = USD\n";
    private static final String HEADER = """
            package test;
            import org.recoveryrules.api.*;
            import org.recoveryrules.drools.rules.Amount;
            global org.recoveryrules.drools.rules.Findings findings;
            """;

    private Policies() {}

    /** A policy of one file with the given rules. */
    public static PolicySource of(String... rules) {
        return PolicySource.memory(files(rules));
    }

    /** The files of such a policy. */
    public static Map<String, String> files(String... rules) {
        Map<String, String> files = new TreeMap<>();
        files.put("policy.properties", SETTINGS);
        files.put("test.drl", HEADER + String.join("\n", rules));
        return files;
    }

    /** A rule with everything that a rule needs. */
    public static String rule(String id, String when, String then) {
        return """
                rule "%s"
                    @because( "because of %s" )
                    @source( "a test" )
                when
                    %s
                then
                    %s
                end
                """.formatted(id, id, when, then);
    }
}
