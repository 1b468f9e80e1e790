package org.recoveryrules.drools.cases;

import java.util.List;
import java.util.Optional;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RecoveryRulesException;

/**
 * What came of a case.
 *
 * @param tested the case
 * @param decision what was decided; nothing if there was no decision
 * @param differences where the decision is not as expected, by column; none if there was no decision
 * @param failure why there was no decision
 */
public record CaseResult(
        Case tested,
        Optional<RecoveryDecision> decision,
        List<Difference> differences,
        Optional<RecoveryRulesException> failure) {
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
     * The rules that fired and should not.
     *
     * @return their reasons, with the values that made them fire, by rule id
     */
    public List<Reason> unexpectedRules() {
        List<String> unexpected = rules().map(Difference::unexpected).orElse(List.of());
        return decision.stream()
                .flatMap(decided -> decided.reasons().stream())
                .filter(reason -> unexpected.contains(reason.rule()))
                .toList();
    }

    /**
     * The rules that did not fire and should; or did, and all that they offered came to nothing.
     *
     * @return their ids, by id
     */
    public List<String> missingRules() {
        return rules().map(Difference::missing).orElse(List.of());
    }

    private Optional<Difference> rules() {
        return differences.stream()
                .filter(difference -> difference.column().equals(Case.RULES))
                .findFirst();
    }
}
