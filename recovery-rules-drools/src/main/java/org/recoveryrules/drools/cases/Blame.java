package org.recoveryrules.drools.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recoveryrules.api.Diagnostic.Place;

/**
 * A rule that has to do with what a case did not expect.
 *
 * @param rule its id
 * @param place where it stands; nothing for what settles the findings
 * @param columns the columns that it has to do with, in their order
 * @param act what it did
 * @param facts the values of the components that made it fire, or that kept it from firing, by component
 * @param needed what components would have had to be for it to fire, in words, by component; none if it fired
 * @param says what it says by an amount that {@code policy.properties} names, such as {@code offers "refund"}; nothing if it
 *     names none, or did not fire
 */
public record Blame(
        String rule,
        Optional<Place> place,
        List<String> columns,
        Act act,
        Map<String, Object> facts,
        Map<String, String> needed,
        Optional<String> says) {
    /** What a rule did. */
    public enum Act {
        /** It fired. */
        FIRED,
        /** It fired, and nothing came of what it offered. */
        FIRED_IN_VAIN,
        /** It did not fire; or, where nothing is known of what kept it from that, in vain. */
        DID_NOT_FIRE
    }

    public Blame {
        columns = List.copyOf(columns);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        needed = Collections.unmodifiableMap(new LinkedHashMap<>(needed));
    }

    /**
     * What the rule did, and why.
     *
     * @return such as {@code paradox/barriers.drl:17: paradox.severe-failure fired on failure.severity MAJOR}
     */
    public String describe() {
        String at =
                place.map(stands -> stands.file() + ":" + stands.line() + ": ").orElse("");
        return at
                + rule
                + switch (act) {
                    case FIRED ->
                        " fired" + made() + says.map(words -> " and " + words).orElse("");
                    case FIRED_IN_VAIN -> " fired, and nothing came of it";
                    case DID_NOT_FIRE -> " did not fire" + kept();
                };
    }

    private String made() {
        return facts.isEmpty()
                ? ", whatever the context"
                : facts.entrySet().stream()
                        .map(fact -> fact.getKey() + " " + CaseLine.words(fact.getValue()))
                        .collect(Collectors.joining(", ", " on ", ""));
    }

    private String kept() {
        return needed.isEmpty()
                ? ", or nothing came of it"
                : needed.entrySet().stream()
                        .map(need -> need.getKey() + " is " + CaseLine.words(facts.get(need.getKey()))
                                + ", would have had to be " + need.getValue())
                        .collect(Collectors.joining("; ", ": ", ""));
    }
}
