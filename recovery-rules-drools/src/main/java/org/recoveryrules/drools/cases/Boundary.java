package org.recoveryrules.drools.cases;

import java.util.function.BiPredicate;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;

/**
 * One side of a comparison in a rule, which a case should show.
 *
 * @param rule the id of the rule
 * @param place where the comparison stands
 * @param comparison the comparison, as written
 * @param side what its field is on this side, in words
 * @param reached whether a decision is on this side
 */
public record Boundary(
        String rule,
        Place place,
        String comparison,
        String side,
        BiPredicate<FailureContext, ParadoxAssessment> reached) {}
