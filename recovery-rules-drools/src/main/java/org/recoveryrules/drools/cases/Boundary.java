package org.recoveryrules.drools.cases;

import java.util.List;
import java.util.function.BiPredicate;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;

/**
 * A comparison in a rule, and the sides of it on which there should be cases.
 *
 * @param rule the id of the rule
 * @param place where the comparison stands
 * @param comparison the comparison, as written
 * @param outcomes that it holds and that it does not
 * @param threshold of a threshold the value itself and the next one beyond it; else none
 */
public record Boundary(String rule, Place place, String comparison, List<Side> outcomes, List<Side> threshold) {
    /**
     * One side of a comparison.
     *
     * @param words what its field is on this side
     * @param holds whether it holds on this side
     * @param reached whether a decision is on this side
     */
    public record Side(String words, boolean holds, BiPredicate<FailureContext, ParadoxAssessment> reached) {}

    public Boundary {
        outcomes = List.copyOf(outcomes);
        threshold = List.copyOf(threshold);
    }
}
