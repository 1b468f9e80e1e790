package org.recoveryrules.testkit;

import java.util.List;
import java.util.stream.Collectors;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.Rule;

/** Asserts what a policy as a whole keeps to. */
public class PolicyAssert extends WordsAssert<PolicyAssert, PolicyUnderTest> {
    private static final int SHOWN = 5;

    PolicyAssert(PolicyUnderTest actual) {
        super(actual, PolicyAssert.class);
    }

    /**
     * That there are cases beside the rule files, and each of them comes out as it expects. The failure tells each that does
     * not.
     *
     * <pre>{@code
     * // passes for a policy of one case or more that all pass, fails for one without a case
     * assertThat(policy).passesItsCases();
     * }</pre>
     *
     * @return this
     */
    public PolicyAssert passesItsCases() {
        isNotNull();
        List<PolicyCase> cases = actual.policyCases();
        List<String> failures =
                cases.stream().flatMap(one -> one.run().get().stream()).toList();
        if (cases.isEmpty() || !failures.isEmpty()) {
            throw unexpected(
                    "policy " + name() + " passes its cases",
                    cases.isEmpty()
                            ? "it has none; " + CaseNodes.WHERE
                            : failures.size() + " of " + cases.size() + " failed",
                    String.join("\n\n", failures));
        }
        return this;
    }

    /**
     * That its cases show so much of its rules firing and, where a condition could keep them from it, not firing. The failure
     * lists rules of which they do not, the first five.
     *
     * <pre>{@code
     * // passes for a policy of which 9 of 10 rules are shown, fails for one of 8
     * assertThat(policy).hasRuleCoverageOf(90);
     * }</pre>
     *
     * @param percent the least, 0 to 100; what is reached is rounded down
     * @return this
     * @throws IllegalArgumentException if the percentage is less than 0 or more than 100
     */
    public PolicyAssert hasRuleCoverageOf(int percent) {
        requirePercentage(percent);
        isNotNull();
        return reaches("rule coverage", actual.ruleCoverage(), percent);
    }

    /**
     * That its cases show so many of its rules' comparisons on both sides; of a threshold, at the very value and at the next
     * beyond it. The failure lists the first five without a case.
     *
     * <pre>{@code
     * // passes for a policy of which 9 of 10 comparisons are shown on both sides, fails for one of 8
     * assertThat(policy).hasBoundaryCoverageOf(90);
     * }</pre>
     *
     * @param percent the least, 0 to 100; what is reached is rounded down
     * @return this
     * @throws IllegalArgumentException if the percentage is less than 0 or more than 100
     */
    public PolicyAssert hasBoundaryCoverageOf(int percent) {
        requirePercentage(percent);
        isNotNull();
        return reaches("boundary coverage", actual.boundaryCoverage(), percent);
    }

    /**
     * That its cases notice so many mistakes, made one at a time in its rules. The failure lists the first five that no case
     * notices.
     *
     * <pre>{@code
     * // passes for a policy whose cases notice 9 of 10 mistakes, fails for one of 8
     * assertThat(policy).hasMutationScoreOf(90);
     * }</pre>
     *
     * @param percent the least, 0 to 100; what is reached is rounded down
     * @return this
     * @throws IllegalArgumentException if the percentage is less than 0 or more than 100
     * @throws IllegalStateException if there is a rule in which the engine can make no mistake
     */
    public PolicyAssert hasMutationScoreOf(int percent) {
        requirePercentage(percent);
        isNotNull();
        return reaches("mutation score", actual.mutation(), percent);
    }

    /**
     * That it has a name.
     *
     * <pre>{@code
     * // passes for name = web-shop in policy.properties, fails for any other
     * assertThat(policy).hasName("web-shop");
     * }</pre>
     *
     * @param name the name
     * @return this
     */
    public PolicyAssert hasName(String name) {
        isNotNull();
        if (!identity().name().equals(name)) {
            throw unexpected("policy of name " + name, identity().name(), "");
        }
        return this;
    }

    /**
     * That it has a version.
     *
     * <pre>{@code
     * // passes for version = 3 in policy.properties, fails for any other
     * assertThat(policy).hasVersion("3");
     * }</pre>
     *
     * @param version the version
     * @return this
     */
    public PolicyAssert hasVersion(String version) {
        isNotNull();
        if (!identity().version().equals(version)) {
            throw unexpected(
                    "policy " + identity().name() + " of version " + version,
                    identity().version(),
                    "");
        }
        return this;
    }

    /**
     * That it has a rule, its own or one that it includes.
     *
     * <pre>{@code
     * // passes for a policy with this rule, fails for one without it
     * assertThat(policy).hasRule("paradox.severe-failure");
     * }</pre>
     *
     * @param id the id of the rule
     * @return this
     */
    public PolicyAssert hasRule(String id) {
        isNotNull();
        if (!rules().contains(id)) {
            throw unexpected(
                    "policy " + name() + " with rule " + id,
                    "without it",
                    "Its rules:\n" + String.join("\n", rules()).indent(2));
        }
        return this;
    }

    /**
     * That it does not have a rule.
     *
     * <pre>{@code
     * // passes for a policy without this rule, fails for one with it
     * assertThat(policy).hasNoRule("paradox.employee-conduct");
     * }</pre>
     *
     * @param id the id of the rule
     * @return this
     */
    public PolicyAssert hasNoRule(String id) {
        isNotNull();
        if (rules().contains(id)) {
            throw unexpected("policy " + name() + " without rule " + id, "with it", "");
        }
        return this;
    }

    private PolicyAssert reaches(String what, Score score, int percent) {
        if (score.percent() < percent) {
            throw unexpected(
                    what + " of policy " + name() + " is " + percent + " % or more",
                    score.percent() + " % (" + score.proved() + " of " + score.of() + ")",
                    "Not proved:\n" + first(score.unproved()).indent(2));
        }
        return this;
    }

    private static String first(List<String> unproved) {
        int more = unproved.size() - SHOWN;
        return unproved.stream().limit(SHOWN).collect(Collectors.joining("\n"))
                + (more > 0 ? "\nand " + more + " more" : "");
    }

    private static void requirePercentage(int percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("percent must be 0 to 100, but was " + percent);
        }
    }

    private PolicyIdentity identity() {
        return actual.policy().identity();
    }

    private String name() {
        return identity().name() + " " + identity().version();
    }

    private List<String> rules() {
        return actual.policy().rules().stream().map(Rule::id).toList();
    }
}
