package org.recoveryrules.drools.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.Reason;
import org.recoveryrules.drools.cases.CaseResult;
import org.recoveryrules.drools.cases.CaseResult.Outcome;
import org.recoveryrules.drools.cases.Difference;

/** What is told of a case that did not pass. */
record CaseFailure(CaseResult result, Map<String, Place> places) {
    /** All that is not as expected, and the rules to blame; nothing where all is. */
    static Optional<String> of(CaseResult result, Map<String, Place> places) {
        return result.outcome() == Outcome.PASSED
                ? Optional.empty()
                : Optional.of(new CaseFailure(result, places).text());
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        result.failure().ifPresent(failure -> lines.add("no decision: " + failure.getMessage()));
        for (Difference difference : result.differences()) {
            lines.add(difference.column() + ": expected " + words(difference.expected()) + ", came "
                    + words(difference.actual()));
        }
        result.unexpectedRules().forEach(reason -> lines.add(at(reason.rule()) + " fired" + facts(reason)));
        result.missingRules().forEach(rule -> lines.add(at(rule) + " did not fire, or nothing came of it"));
        return String.join("\n", lines);
    }

    private static String words(Collection<?> words) {
        return words.isEmpty() ? "-" : words.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String facts(Reason reason) {
        return reason.facts().isEmpty()
                ? ", whatever the context"
                : reason.facts().entrySet().stream()
                        .map(fact -> fact.getKey() + " " + value(fact.getValue()))
                        .collect(Collectors.joining(", ", " on ", ""));
    }

    private static String value(Object value) {
        return value instanceof Collection<?> values ? words(values) : value.toString();
    }

    private String at(String rule) {
        Place place = places.get(rule);
        return place == null ? rule : place.file() + ":" + place.line() + ": " + rule;
    }
}
