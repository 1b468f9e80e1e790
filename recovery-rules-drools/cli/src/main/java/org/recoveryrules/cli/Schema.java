package org.recoveryrules.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what the JSON of {@code decide}, of decision records and of cases looks like. */
@Command(
        name = "schema",
        header = "Print the JSON Schema of what decide reads or writes, of decision records, or of cases.",
        description = {"", "JSON Schema, draft 2020-12, with what each component means.", ""},
        footerHeading = "%nExamples:%n",
        footer = {
            "  recovery-rules schema context > failure-context.schema.json",
            "  recovery-rules schema decision > recovery-decision.schema.json",
            "  recovery-rules schema record > decision-record.schema.json",
            "  recovery-rules schema cases > cases.schema.json       beside failure-context.schema.json"
        })
final class Schema implements Callable<ExitCode> {
    /** What has a schema. */
    enum Document {
        CONTEXT("failure-context"),
        DECISION("recovery-decision"),
        RECORD("decision-record"),
        CASES("cases");

        private final String file;

        Document(String file) {
            this.file = "/org/recoveryrules/schema/" + file + ".schema.json";
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "context|decision|record|cases",
            description = "What decide reads, what it writes, what an audit keeps, or cases.")
    private Document document;

    @Override
    public ExitCode call() throws IOException {
        try (InputStream schema = Schema.class.getResourceAsStream(document.file)) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
            out.flush();
        }
        return ExitCode.FINE;
    }
}
