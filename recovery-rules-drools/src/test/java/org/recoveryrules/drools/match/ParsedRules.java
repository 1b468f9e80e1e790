package org.recoveryrules.drools.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.drools.check.CheckedPolicy;
import org.recoveryrules.drools.syntax.RuleNode;

/** Rules as they are compiled: read and checked. */
final class ParsedRules {
    private ParsedRules() {}

    /** Rules of these conditions in which nothing is wrong. */
    static List<RuleNode> of(String... conditions) {
        CheckedPolicy checked = checked(conditions);
        assertThat(checked.errors()).isEmpty();
        return checked.ruleFiles().stream()
                .flatMap(file -> file.rules().stream())
                .toList();
    }

    /** Whether nothing is wrong in a condition. */
    static boolean areSound(String conditions) {
        return checked(conditions).errors().isEmpty();
    }

    private static CheckedPolicy checked(String... conditions) {
        String[] rules = IntStream.range(0, conditions.length)
                .mapToObj(i -> Policies.rule("test.rule-" + i, conditions[i], "findings.review();"))
                .toArray(String[]::new);
        Map<String, byte[]> files = new TreeMap<>();
        Policies.files(rules).forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return Policies.checked(files);
    }
}
