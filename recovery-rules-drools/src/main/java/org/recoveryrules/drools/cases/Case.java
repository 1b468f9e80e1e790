package org.recoveryrules.drools.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.FailureContext;

/**
 * One line of a table: a context, and what is expected of its decision.
 *
 * @param sentence what it shows
 * @param place the line
 * @param context what is known
 * @param expected words by column: of {@code rules} the ids of the rules of the file beside the table that fire, all of them
 *     and no other; of each other column what that component of the decision is. A column that expects nothing is left out
 */
public record Case(String sentence, Place place, FailureContext context, Map<String, Set<String>> expected) {
    /** The column of the rules that fire. */
    public static final String RULES = "rules";

    public Case {
        expected = Collections.unmodifiableMap(new LinkedHashMap<>(expected));
    }
}
