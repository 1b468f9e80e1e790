package org.recoveryrules.drools;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.recoveryrules.drools.check.CheckedPolicy;
import org.recoveryrules.drools.check.PolicyCheck;
import org.recoveryrules.drools.files.PolicyFiles;
import org.recoveryrules.drools.policy.CompiledPolicy;
import org.recoveryrules.drools.policy.PolicyCompiler;

/** Small policies in memory, for tests. */
public final class Policies {
    private static final String SETTINGS = "name = test\nversion = 1\ncurrency = USD\n";
    private static final String HEADER = """
            // Rules of a test.
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
        files.put("test/test.drl", HEADER + String.join("\n", rules));
        return files;
    }

    /** A policy as read and checked. */
    public static CheckedPolicy checked(Map<String, byte[]> files) {
        return PolicyCheck.check(
                new PolicyFiles("test", files), () -> new PolicyFiles("standard", Map.of()), Optional.empty());
    }

    /** A policy, compiled. */
    public static CompiledPolicy compiled(Map<String, byte[]> files) {
        return PolicyCompiler.declarative(checked(files));
    }

    /** A policy that may go beyond the declarative profile, compiled. */
    public static CompiledPolicy trusted(Map<String, byte[]> files) {
        return PolicyCompiler.trusted(checked(files));
    }

    /** The same rules, in files that Drools reads itself: each has a rule more, beyond the declarative profile, that never fires. */
    public static Map<String, byte[]> beyond(Map<String, byte[]> files) {
        Map<String, byte[]> beyond = new TreeMap<>(files);
        beyond.replaceAll((path, content) -> path.endsWith(".drl")
                ? (new String(content, StandardCharsets.UTF_8) + "\n"
                                + rule(
                                        path.replaceAll("\\W", "-") + ".beyond",
                                        "$claim : Claim( compensatedClaims < 0 )",
                                        "findings.review();"))
                        .getBytes(StandardCharsets.UTF_8)
                : content);
        return beyond;
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
