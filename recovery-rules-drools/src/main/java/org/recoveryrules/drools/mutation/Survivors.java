package org.recoveryrules.drools.mutation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

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
                        mapping(mutant -> mutant.after().isEmpty() ? " left out" : mutant.after(), joining(", "))))
                .entrySet()
                .stream()
                .map(place -> place.getKey() + place.getValue())
                .collect(Collectors.joining("\n"));
        return mistakes + "\n"
                + noticing.map(Survivors::lines).orElse("  no case was found that would notice: is it needed?");
    }

    private static String lines(NoticingCase noticing) {
        String table = noticing.table().isEmpty() ? "a table beside the rule file" : noticing.table();
        return "  a case for " + table + " that would notice:\n    " + noticing.header() + "\n    " + noticing.line();
    }
}
