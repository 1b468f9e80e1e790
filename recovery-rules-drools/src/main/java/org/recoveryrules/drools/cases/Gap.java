package org.recoveryrules.drools.cases;

import org.recoveryrules.api.Diagnostic.Place;

/**
 * Something that a rule does and no case shows.
 *
 * @param place where the rule, or the comparison in it, stands
 * @param rule the id of the rule
 * @param words what no case shows, {@code fires in none of 7 cases}
 */
public record Gap(Place place, String rule, String words) {
    /**
     * The gap in one line.
     *
     * @return place, rule and words
     */
    @Override
    public String toString() {
        return place + ": " + rule + ": " + words;
    }
}
