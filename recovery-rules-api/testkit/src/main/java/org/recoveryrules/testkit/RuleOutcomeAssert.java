package org.recoveryrules.testkit;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Asserts what one rule concludes. */
public class RuleOutcomeAssert extends WordsAssert<RuleOutcomeAssert, RuleOutcome> {
    RuleOutcomeAssert(RuleOutcome actual) {
        super(actual, RuleOutcomeAssert.class);
    }

    /**
     * That the rule finds exactly this.
     *
     * <pre>{@code
     * RuleUnderTest rule = policy.rule("paradox.severe-failure");
     * // passes
     * assertThat(rule.on(major)).concludes(barrier(SEVERITY));
     * // fails: failure.severity is MINOR, would have had to be MODERATE, MAJOR or CRITICAL
     * assertThat(rule.on(minor)).concludes(barrier(SEVERITY));
     * }</pre>
     *
     * @param findings all that it finds, one or more, in any order
     * @return this
     * @throws IllegalArgumentException if no finding is given
     */
    public RuleOutcomeAssert concludes(Finding... findings) {
        isNotNull();
        if (findings.length == 0) {
            throw new IllegalArgumentException("findings must be one or more; of none say concludesNothing()");
        }
        Set<Finding> expected = Set.copyOf(List.of(findings));
        if (!expected.equals(new HashSet<>(actual.findings()))) {
            throw unexpected(text(expected));
        }
        return this;
    }

    /**
     * That the rule finds nothing.
     *
     * <pre>{@code
     * RuleUnderTest rule = policy.rule("paradox.severe-failure");
     * // passes
     * assertThat(rule.on(minor)).concludesNothing();
     * // fails
     * assertThat(rule.on(major)).concludesNothing();
     * }</pre>
     *
     * @return this
     */
    public RuleOutcomeAssert concludesNothing() {
        isNotNull();
        if (!actual.findings().isEmpty()) {
            throw unexpected("nothing");
        }
        return this;
    }

    private AssertionError unexpected(String expected) {
        return unexpected("rule " + actual.rule() + " concludes " + expected, text(actual.findings()), obstacles());
    }

    private String obstacles() {
        return actual.obstacles().isEmpty()
                ? ""
                : "It did not fire:\n" + String.join("\n", actual.obstacles()).indent(2);
    }

    private static String text(Collection<Finding> findings) {
        return findings.isEmpty()
                ? "nothing"
                : findings.stream().map(Finding::toString).sorted().collect(Collectors.joining(" and "));
    }
}
