package org.recoveryrules.testkit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.RecoveryAdvisor;

/** A policy that is tested: it decides, and tells what its cases prove. Safe for use by any number of threads. */
public interface PolicyUnderTest extends RecoveryAdvisor, AutoCloseable {
    /**
     * The policy that a test class names by {@link RecoveryPolicyTest}, for other test frameworks than JUnit Jupiter and
     * jqwik, which get it as a parameter. It is loaded once, however many ask, and closed when JUnit has run all tests.
     *
     * @param testClass the test class
     * @return the policy; nothing where neither the class, a superclass nor a class around it names one
     * @throws IllegalArgumentException if there is no such folder or rule set
     * @throws IllegalStateException if there is no engine on the class path, or more than one
     * @throws AssertionError if it cannot be used; the message tells all that is wrong with it
     */
    static Optional<PolicyUnderTest> of(Class<?> testClass) {
        return WantedPolicy.of(testClass).map(LoadedPolicies::of);
    }

    /**
     * The cases that stand beside the rule files of the policy.
     *
     * @return the cases, in the order of the tables and of their lines
     */
    List<PolicyCase> policyCases();

    /**
     * Lets one rule speak, whatever the others find.
     *
     * @param rule the id of the rule
     * @param context what is known about the failure
     * @param assessment the paradox assessment that the rule may read
     * @return what it makes of it
     * @throws IllegalArgumentException if there is no such rule (the message names the nearest), the context is null or its
     *     money is not of the policy's currency
     * @throws org.recoveryrules.api.RecoveryRulesException if the rule fails
     */
    RuleOutcome fire(String rule, FailureContext context, ParadoxAssessment assessment);

    /**
     * One rule, to be tested alone.
     *
     * @param id the id of the rule
     * @return the rule
     */
    default RuleUnderTest rule(String id) {
        return new RuleUnderTest(this, id);
    }

    /**
     * The cases as tests of JUnit Jupiter, a container for each table: what a {@code @TestFactory} returns. The source of
     * each is its line in the table.
     *
     * @return one test for each case; where there is no case, one that fails and says where a case stands
     */
    default Stream<DynamicNode> cases() {
        return CaseNodes.of(policy().identity().name(), policyCases());
    }

    /**
     * The values with which its rules compare the components of a context.
     *
     * @return one entry for each component that is compared, by its name
     */
    List<Threshold> thresholds();

    /**
     * How many of the rules its cases show firing and, where a condition could keep them from it, not firing.
     *
     * @return the score
     */
    Score ruleCoverage();

    /**
     * How many of its rules' comparisons its cases show on both sides: holding and not, and where one compares with a
     * threshold, at the very value and at the next beyond it.
     *
     * @return the score
     */
    Score boundaryCoverage();

    /**
     * How many mistakes, made one at a time in its rules, its cases notice.
     *
     * @return the score
     * @throws IllegalStateException if there is a rule in which the engine can make none
     */
    Score mutation();

    @Override
    void close();
}
