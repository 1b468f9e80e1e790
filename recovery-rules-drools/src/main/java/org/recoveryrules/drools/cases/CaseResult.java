package org.recoveryrules.drools.cases;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RecoveryRulesException;

/**
 * What came of a case.
 *
 * @param tested the case
 * @param decision what was decided; nothing if there was no decision
 * @param differences where the decision is not as expected, by column; none if there was no decision
 * @param failure why there was no decision
 * @param blames the rules that have to do with the differences: those that spoke, and those that nearly did
 */
public record CaseResult(
        Case tested,
        Optional<RecoveryDecision> decision,
        List<Difference> differences,
        Optional<RecoveryRulesException> failure,
        List<Blame> blames) {
    /** How a case ended. */
    public enum Outcome {
        /** The decision is as expected. */
        PASSED,
        /** The decision is not as expected. */
        FAILED,
        /** There was no decision. */
        ERROR
    }

    public CaseResult {
        differences = List.copyOf(differences);
        blames = List.copyOf(blames);
    }

    /**
     * Runs a case.
     *
     * @param tested the case
     * @param decide what decides
     * @param blame finds the rules that have to do with what is not as expected
     * @return what came of it
     */
    public static CaseResult of(
            Case tested, Function<FailureContext, RecoveryDecision> decide, Function<CaseResult, List<Blame>> blame) {
        try {
            RecoveryDecision decision = decide.apply(tested.context());
            CaseResult result = new CaseResult(
                    tested, Optional.of(decision), tested.differences(decision), Optional.empty(), List.of());
            return result.outcome() == Outcome.PASSED ? result : result.blaming(blame.apply(result));
        } catch (RecoveryRulesException e) {
            return new CaseResult(tested, Optional.empty(), List.of(), Optional.of(e), List.of());
        }
    }

    private CaseResult blaming(List<Blame> rules) {
        return new CaseResult(tested, decision, differences, failure, rules);
    }

    /**
     * How the case ended.
     *
     * @return passed, failed or error
     */
    public Outcome outcome() {
        if (failure.isPresent()) {
            return Outcome.ERROR;
        }
        return differences.isEmpty() ? Outcome.PASSED : Outcome.FAILED;
    }

    /**
     * Why there was no decision, in words.
     *
     * @return the failure and its cause; empty if there was a decision
     */
    public String error() {
        return failure.map(thrown -> thrown.getMessage()
                        + (thrown.getCause() == null
                                ? ""
                                : ": " + thrown.getCause().getMessage()))
                .orElse("");
    }

    /**
     * Where the case stands and what it shows; and, line by line, what was expected, what came, and the rules to blame.
     *
     * @return some lines, without a line end after the last
     */
    public String describe() {
        return new CaseText(this).toString();
    }
}
