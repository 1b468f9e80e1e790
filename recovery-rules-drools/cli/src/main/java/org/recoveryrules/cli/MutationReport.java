package org.recoveryrules.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recoveryrules.drools.mutation.Mutant;
import org.recoveryrules.drools.mutation.MutationRun;
import org.recoveryrules.drools.mutation.NoticingCase;
import org.recoveryrules.drools.mutation.Survivor;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;

/**
 * What the cases of a policy notice of mistakes in it, for people.
 *
 * @param colours the colours to use
 * @param run what was noticed
 */
record MutationReport(ColorScheme colours, MutationRun run) {
    /** How many mistakes are noticed, and the others under the case that would notice them. */
    void print(PrintWriter out) {
        out.println(CaseReport.share(colours, "mistakes", run.noticed()) + " are noticed by a case");
        Map<Optional<NoticingCase>, List<Mutant>> survivors = new LinkedHashMap<>();
        for (Survivor survivor : run.survivors()) {
            survivors
                    .computeIfAbsent(survivor.noticing(), noticing -> new ArrayList<>())
                    .add(survivor.mutant());
        }
        survivors.forEach((noticing, mutants) -> {
            out.println();
            mutants.forEach(mutant -> out.println(colours.apply(mutant.place().toString(), List.of(Style.bold)) + ": "
                    + mutant.before() + (mutant.after().isEmpty() ? " left out" : " became " + mutant.after())));
            noticing.ifPresentOrElse(
                    one -> print(one, out), () -> out.println("  no case was found that would notice: is it needed?"));
        });
    }

    private static void print(NoticingCase noticing, PrintWriter out) {
        String table = noticing.table().isEmpty() ? "a table beside the rule file" : noticing.table();
        out.println("  not noticed; a case for " + table + " that would:");
        out.println("    " + noticing.header());
        out.println("    " + noticing.line());
    }
}
