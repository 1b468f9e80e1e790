package org.recoveryrules.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.drools.cases.Blame;
import org.recoveryrules.drools.cases.CaseResult;
import org.recoveryrules.drools.cases.CaseRun;
import org.recoveryrules.drools.cases.ComparisonCoverage;
import org.recoveryrules.drools.cases.ComparisonCoverage.Side;
import org.recoveryrules.drools.cases.Coverage;
import org.recoveryrules.drools.cases.Coverage.Share;
import org.recoveryrules.drools.cases.Difference;
import org.recoveryrules.drools.cases.RuleCoverage;
import org.recoveryrules.drools.mutation.Mutant;
import org.recoveryrules.drools.mutation.MutationRun;
import org.recoveryrules.drools.mutation.NoticingCase;
import org.recoveryrules.drools.mutation.Survivors;

/**
 * What came of the cases of a policy, for programs: every case, every rule and every comparison in the rules, with every key
 * always written.
 */
final class CaseJsonReport {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;

    private CaseJsonReport(JsonGenerator json) {
        this.json = json;
    }

    static String of(CaseRun run, Optional<MutationRun> mutation, List<Diagnostic> diagnostics) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            new CaseJsonReport(json).write(run, mutation, diagnostics);
        }
        return text.toString();
    }

    private void write(CaseRun run, Optional<MutationRun> mutation, List<Diagnostic> diagnostics) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("cases");
        for (CaseResult result : run.results()) {
            write(result);
        }
        json.writeEndArray();
        write(run.coverage());
        if (mutation.isPresent()) {
            write(mutation.get());
        }
        json.writeArrayFieldStart("diagnostics");
        for (Diagnostic diagnostic : diagnostics) {
            JsonReport.write(diagnostic, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(MutationRun mutation) throws IOException {
        json.writeObjectFieldStart("mutation");
        write("mistakes", mutation.noticed());
        json.writeArrayFieldStart("survivors");
        for (Survivors survivors : mutation.survivors()) {
            write(survivors);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Survivors survivors) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("mistakes");
        for (Mutant mutant : survivors.mutants()) {
            json.writeStartObject();
            JsonReport.write(mutant.place(), json);
            writeField("rules", mutant.rules());
            json.writeStringField("before", mutant.before());
            json.writeStringField("after", mutant.after());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (survivors.noticing().isPresent()) {
            NoticingCase noticing = survivors.noticing().get();
            json.writeObjectFieldStart("noticing");
            json.writeStringField("table", noticing.table());
            json.writeStringField("header", noticing.header());
            json.writeStringField("line", noticing.line());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void write(CaseResult result) throws IOException {
        json.writeStartObject();
        JsonReport.write(result.tested().place(), json);
        json.writeStringField("case", result.tested().sentence());
        json.writeStringField("outcome", result.outcome().name());
        json.writeStringField("error", result.error());
        json.writeArrayFieldStart("differences");
        for (Difference difference : result.differences()) {
            json.writeStartObject();
            json.writeStringField("column", difference.column());
            writeField("expected", difference.expected());
            writeField("actual", difference.actual());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("blames");
        for (Blame blame : result.blames()) {
            write(blame);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Blame blame) throws IOException {
        json.writeStartObject();
        if (blame.place().isPresent()) {
            JsonReport.write(blame.place().get(), json);
        }
        json.writeStringField("rule", blame.rule());
        writeField("columns", blame.columns());
        json.writeStringField("act", blame.act().name());
        json.writeObjectFieldStart("facts");
        for (Map.Entry<String, Object> fact : blame.facts().entrySet()) {
            writeField(fact.getKey(), fact.getValue());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("needed");
        for (Map.Entry<String, String> need : blame.needed().entrySet()) {
            json.writeStringField(need.getKey(), need.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void write(Coverage coverage) throws IOException {
        json.writeObjectFieldStart("coverage");
        write("rules", coverage.ofRules());
        write("comparisons", coverage.ofComparisons());
        write("thresholds", coverage.ofThresholds());
        json.writeEndObject();
        json.writeArrayFieldStart("rules");
        for (RuleCoverage rule : coverage.rules()) {
            write(rule);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("comparisons");
        for (ComparisonCoverage comparison : coverage.comparisons()) {
            write(comparison);
        }
        json.writeEndArray();
    }

    private void write(String of, Share share) throws IOException {
        json.writeObjectFieldStart(of);
        json.writeNumberField("covered", share.covered());
        json.writeNumberField("all", share.all());
        json.writeNumberField("percent", share.percent());
        json.writeEndObject();
    }

    private void write(RuleCoverage rule) throws IOException {
        json.writeStartObject();
        JsonReport.write(rule.place(), json);
        json.writeStringField("rule", rule.rule());
        json.writeNumberField("fires", rule.fires());
        json.writeNumberField("silent", rule.silent());
        json.writeBooleanField("covered", rule.isCovered());
        json.writeEndObject();
    }

    private void write(ComparisonCoverage comparison) throws IOException {
        json.writeStartObject();
        JsonReport.write(comparison.place(), json);
        json.writeStringField("rule", comparison.rule());
        json.writeStringField("comparison", comparison.comparison());
        json.writeBooleanField("covered", comparison.isCovered() && comparison.isThresholdCovered());
        write("outcomes", comparison.outcomes());
        write("threshold", comparison.threshold());
        json.writeEndObject();
    }

    private void write(String name, List<Side> sides) throws IOException {
        json.writeArrayFieldStart(name);
        for (Side side : sides) {
            json.writeStartObject();
            json.writeStringField("side", side.words());
            json.writeBooleanField("holds", side.holds());
            json.writeNumberField("cases", side.cases());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeField(String name, Object value) throws IOException {
        json.writeFieldName(name);
        write(value);
    }

    private void write(Object value) throws IOException {
        if (value instanceof Collection<?> values) {
            json.writeStartArray();
            for (Object each : values) {
                write(each);
            }
            json.writeEndArray();
        } else if (value instanceof Money money) {
            json.writeStartObject();
            json.writeStringField("amount", money.getAmount().toPlainString());
            json.writeStringField("currency", money.getCurrencyUnit().getCode());
            json.writeEndObject();
        } else if (value instanceof Entitlement owed) {
            json.writeStartObject();
            writeField("kind", owed.kind());
            writeField("amount", owed.amount());
            writeField("basis", owed.basis());
            json.writeEndObject();
        } else if (value instanceof Number || value instanceof Boolean) {
            json.writeObject(value);
        } else {
            json.writeString(value.toString());
        }
    }
}
