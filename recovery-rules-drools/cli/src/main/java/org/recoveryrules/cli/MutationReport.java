package org.recoveryrules.cli;

import java.io.PrintWriter;
import org.recoveryrules.drools.mutation.MutationRun;
import picocli.CommandLine.Help.ColorScheme;

/**
 * What the cases of a policy notice of mistakes in it, for people.
 *
 * @param colours the colours to use
 * @param run what is noticed
 */
record MutationReport(ColorScheme colours, MutationRun run) {
    /** How many mistakes are noticed, and the others over the case that would notice them. */
    void print(PrintWriter out) {
        out.println(CaseReport.share(colours, "mistakes", run.noticed()) + " are noticed by a case");
        if (!run.survivors().isEmpty()) {
            out.println("not noticed:");
        }
        run.survivors().forEach(survivors -> out.println(survivors.toString().indent(2)));
    }
}
