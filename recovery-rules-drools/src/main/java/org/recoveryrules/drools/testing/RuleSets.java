package org.recoveryrules.drools.testing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.recoveryrules.drools.cases.CaseTable;
import org.recoveryrules.drools.check.CheckedPolicy;
import org.recoveryrules.drools.files.Nearest;
import org.recoveryrules.drools.syntax.RuleFile;

/**
 * Some rule sets of a policy, to be tested without the others.
 *
 * @param topics their topics
 */
record RuleSets(Set<String> topics) {
    /** A policy with these rule sets alone, and with what is wrong with them. */
    CheckedPolicy of(CheckedPolicy policy) {
        requireKnown(policy);
        List<RuleFile> files = policy.ruleFiles().stream()
                .filter(file -> takesPart(file.source().file()))
                .toList();
        List<CaseTable> tables =
                policy.cases().stream().filter(table -> takesPart(table.path())).toList();
        Set<String> others = new HashSet<>();
        policy.ruleFiles().forEach(file -> others.add(file.source().file()));
        policy.cases().forEach(table -> others.add(table.path()));
        others.removeIf(this::takesPart);
        return new CheckedPolicy(
                policy.origin(),
                policy.settings(),
                policy.currency(),
                policy.amounts(),
                files,
                policy.included(),
                policy.without(),
                tables,
                policy.digest(),
                policy.diagnostics().stream()
                        .filter(diagnostic ->
                                !others.contains(diagnostic.place().file()))
                        .toList());
    }

    private void requireKnown(CheckedPolicy policy) {
        Set<String> known = new TreeSet<>();
        policy.ruleFiles().forEach(file -> known.add(topic(file.source().file())));
        for (String topic : new TreeSet<>(topics)) {
            if (!known.contains(topic)) {
                throw new IllegalArgumentException("policy " + policy.origin() + " has no rule set '" + topic + "'; "
                        + Nearest.hint(topic, known));
            }
        }
    }

    private boolean takesPart(String path) {
        return topics.contains(topic(path));
    }

    /** The folder of a file, also of one that is included: {@code standard:paradox/barriers.drl}. */
    private static String topic(String path) {
        return path.substring(path.indexOf(':') + 1).replaceFirst("/?[^/]*$", "");
    }
}
