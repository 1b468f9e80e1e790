package org.recoveryrules.drools.mutation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Mistakes that no case notices and one more would.
 *
 * @param mutants the mistakes, one or more, in file order
 * @param noticing the case that would notice all of them; nothing where none was found, so that they may well be none
 */
public record Survivors(List<Mutant> mutants, Optional<NoticingCase> noticing) {
    private static final int TOLD = 3;

    public Survivors {
        mutants = List.copyOf(mutants);
    }

    /** The mistakes, a line for each place, and beneath them the case. */
    @Override
    public String toString() {
        String mistakes = mutants.stream()
                .collect(groupingBy(
                        mutant -> mutant.place() + ": " + mutant.before()
                                + (mutant.after().isEmpty() ? "" : " became "),
                        LinkedHashMap::new,
                        mapping(Mutant::after, toList())))
                .entrySet()
                .stream()
                .map(place -> place.getKey() + others(place.getValue()))
                .collect(Collectors.joining("\n"));
        return mistakes + "\n"
                + noticing.map(Survivors::lines)
                        .orElse(
                                "  no case was found that would notice: either nothing depends on it, or it takes a rare one");
    }

    /** The first few; the others are of the same kind. */
    private static String others(List<String> afters) {
        if (afters.get(0).isEmpty()) {
            return " left out";
        }
        int more = afters.size() - TOLD;
        return more <= 1
                ? String.join(", ", afters)
                : String.join(", ", afters.subList(0, TOLD)) + " or " + more + " others";
    }

    private static String lines(NoticingCase noticing) {
        String table = noticing.table().isEmpty() ? "a table beside the rule file" : noticing.table();
        String line = "\n    " + noticing.line();
        if (noticing.missing().isEmpty()) {
            return "  a line for " + table + " that would notice:" + line;
        }
        String more = noticing.columns().isEmpty() ? "" : ", with " + String.join(", ", noticing.missing()) + " as new";
        return "  a line for " + table + " that would notice" + more + ":\n    " + noticing.header() + line;
    }
}
