package org.recoveryrules.drools.cases;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;

/**
 * The rules of a file that must fire: all of these, and no other of the file.
 *
 * @param fire the ids of those that fire
 * @param ofFile the ids of all rules of the file
 */
record ExpectedRules(Set<String> fire, Set<String> ofFile) implements Expected {
    ExpectedRules {
        fire = Collections.unmodifiableSet(new LinkedHashSet<>(new TreeSet<>(fire)));
        ofFile = Set.copyOf(ofFile);
    }

    @Override
    public String column() {
        return Case.RULES;
    }

    @Override
    public List<String> words() {
        return List.copyOf(fire);
    }

    @Override
    public Optional<Difference> difference(RecoveryDecision decision) {
        return isMet(decision) ? Optional.empty() : ExpectedWords.difference(Case.RULES, fire, fired(decision, ofFile));
    }

    /** Whether it is as expected, found without a set of what fired: mostly it is. */
    private boolean isMet(RecoveryDecision decision) {
        int expected = 0;
        for (Reason reason : decision.reasons()) {
            if (fire.contains(reason.rule())) {
                expected++;
            } else if (ofFile.contains(reason.rule())) {
                return false;
            }
        }
        return expected == fire.size();
    }

    /** Those of some rules that fired, by id. */
    static Set<String> fired(RecoveryDecision decision, Set<String> rules) {
        Set<String> fired = new TreeSet<>();
        for (Reason reason : decision.reasons()) {
            if (rules.contains(reason.rule())) {
                fired.add(reason.rule());
            }
        }
        return fired;
    }
}
