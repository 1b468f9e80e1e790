package org.recoveryrules.testkit;

import java.util.List;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.RecoveryAdvisor;

/** A policy that is tested: it decides, and tells what its cases prove. Safe for use by any number of threads. */
public interface PolicyUnderTest extends RecoveryAdvisor, AutoCloseable {
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
     * @return what it finds; none if it does not fire
     * @throws IllegalArgumentException if there is no such rule; the message names the nearest
     */
    List<Finding> findings(String rule, FailureContext context, ParadoxAssessment assessment);

    /**
     * The values with which its rules compare the components of a context.
     *
     * @return one entry for each component that is compared, in the order of the vocabulary
     */
    List<Threshold> thresholds();

    /**
     * How many of the rules its cases show firing and, where a condition could keep them from it, not firing.
     *
     * @return the score
     */
    Score ruleCoverage();

    /**
     * How many of the sides of its rules' comparisons its cases show.
     *
     * @return the score
     */
    Score boundaryCoverage();

    /**
     * How many mistakes, made one at a time in its rules, its cases notice.
     *
     * @return the score
     */
    Score mutation();

    @Override
    void close();
}
