package org.recoveryrules.testkit;

import java.util.List;

/**
 * What one rule makes of a context.
 *
 * @param rule the id of the rule
 * @param findings what it finds, each once; none if it does not fire
 * @param obstacles if it does not fire, what keeps it from that, as far as it is known: a line for each field that would have
 *     to be otherwise, with its value and the one it would need
 */
public record RuleOutcome(String rule, List<Finding> findings, List<String> obstacles) {
    public RuleOutcome {
        findings = List.copyOf(findings);
        obstacles = List.copyOf(obstacles);
    }
}
