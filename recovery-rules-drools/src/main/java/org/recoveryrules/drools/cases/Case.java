package org.recoveryrules.drools.cases;

import java.util.ArrayList;
import java.util.List;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;

/**
 * One line of a table: a context, and what is expected of its decision.
 *
 * @param sentence what it shows
 * @param place the line
 * @param context what is known
 * @param expected what is expected, in the order of the columns; a column that expects nothing is left out
 */
public record Case(String sentence, Place place, FailureContext context, List<Expected> expected) {
    /** The column of the rules that fire. */
    public static final String RULES = "rules";

    public Case {
        expected = List.copyOf(expected);
    }

    /**
     * Compares a decision with what is expected. Takes no more than the comparing: nothing is decided or read.
     *
     * @param decision what was decided about {@link #context}
     * @return where it is not as expected, by column; none if it is
     */
    public List<Difference> differences(RecoveryDecision decision) {
        List<Difference> differences = new ArrayList<>();
        for (Expected column : expected) {
            column.difference(decision).ifPresent(differences::add);
        }
        return differences;
    }
}
