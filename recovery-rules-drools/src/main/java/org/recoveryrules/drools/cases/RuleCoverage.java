package org.recoveryrules.drools.cases;

import java.util.List;
import java.util.Optional;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;

/**
 * How far the cases beside its file show what a rule does.
 *
 * @param rule its id
 * @param place where it stands
 * @param fires in how many cases it fires
 * @param silent in how many cases it does not
 * @param conditional whether a condition could keep it from firing; one that was never seen firing may have one
 */
public record RuleCoverage(String rule, Place place, int fires, int silent, boolean conditional) {
    static RuleCoverage of(String rule, Place place, List<RecoveryDecision> decisions) {
        List<Reason> fired = decisions.stream()
                .flatMap(decision -> decision.reasons().stream())
                .filter(reason -> reason.rule().equals(rule))
                .toList();
        boolean conditional = fired.isEmpty()
                || fired.stream().anyMatch(reason -> !reason.facts().isEmpty());
        return new RuleCoverage(rule, place, fired.size(), decisions.size() - fired.size(), conditional);
    }

    /**
     * Whether there is a case in which the rule fires and, if a condition could keep it from firing, one in which it does
     * not.
     *
     * @return false if there is more to show
     */
    public boolean isCovered() {
        return fires > 0 && (silent > 0 || !conditional);
    }

    /**
     * What no case shows of it.
     *
     * @return nothing if it {@link #isCovered() is covered}
     */
    public Optional<Gap> gap() {
        return isCovered() ? Optional.empty() : Optional.of(new Gap(place, rule, seen()));
    }

    private String seen() {
        int cases = fires + silent;
        if (cases == 0) {
            return "has no case";
        }
        return "fires in " + (fires == 0 ? "none" : "all") + " of " + cases + (cases == 1 ? " case" : " cases");
    }
}
