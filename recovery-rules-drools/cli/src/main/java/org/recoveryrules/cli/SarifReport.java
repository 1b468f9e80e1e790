package org.recoveryrules.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Place;

/**
 * Diagnostics for code hosts and editors: a log in the Static Analysis Results Interchange Format 2.1.0, of one run with one
 * result a diagnostic, in file order. Files are named relative to the policy's folder.
 */
final class SarifReport {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String HOME = "https://github.com/recovery-rules/recovery-rules";
    private static final String HELP = HOME + "/blob/main/recovery-rules-drools/docs/diagnostics.md#";
    private static final String BASE = "POLICY";

    private final Path folder;
    private final List<Diagnostic> diagnostics;
    private final List<String> codes;
    private final JsonGenerator json;

    private SarifReport(Path folder, List<Diagnostic> diagnostics, JsonGenerator json) {
        this.folder = folder;
        this.diagnostics = diagnostics;
        this.codes =
                diagnostics.stream().map(Diagnostic::code).distinct().sorted().toList();
        this.json = json;
    }

    /** The log of what was found in the policy of a folder. */
    static String of(Path folder, List<Diagnostic> diagnostics) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            new SarifReport(folder, diagnostics, json).writeLog();
        }
        return text.toString();
    }

    private void writeLog() throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        writeTool();
        json.writeStringField("columnKind", "unicodeCodePoints");
        json.writeObjectFieldStart("originalUriBaseIds");
        json.writeObjectFieldStart(BASE);
        json.writeStringField("uri", base().toString());
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayFieldStart("results");
        for (Diagnostic diagnostic : diagnostics) {
            writeResult(diagnostic);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeTool() throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "recovery-rules");
        json.writeStringField("version", ProgramVersion.number());
        json.writeStringField("informationUri", HOME);
        json.writeArrayFieldStart("rules");
        for (String code : codes) {
            json.writeStartObject();
            json.writeStringField("id", code);
            json.writeStringField("helpUri", HELP + code);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeResult(Diagnostic diagnostic) throws IOException {
        String hint = diagnostic.hint().isEmpty() ? "" : "\nhint: " + diagnostic.hint();
        json.writeStartObject();
        json.writeStringField("ruleId", diagnostic.code());
        json.writeNumberField("ruleIndex", codes.indexOf(diagnostic.code()));
        json.writeStringField("level", diagnostic.level().name().toLowerCase(Locale.ROOT));
        json.writeObjectFieldStart("message");
        json.writeStringField("text", diagnostic.message() + hint);
        json.writeEndObject();
        json.writeArrayFieldStart("locations");
        writeLocation(diagnostic.place());
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeLocation(Place place) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", relative(place.file()));
        json.writeStringField("uriBaseId", BASE);
        json.writeEndObject();
        if (place.line() > 0 && place.sheet().isEmpty()) {
            writeRegion(place);
        }
        json.writeEndObject();
        if (!place.sheet().isEmpty()) {
            json.writeArrayFieldStart("logicalLocations");
            json.writeStartObject();
            json.writeStringField("fullyQualifiedName", place.cell());
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void writeRegion(Place place) throws IOException {
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", place.line());
        writeKnown("startColumn", place.column());
        json.writeNumberField("endLine", place.endLine());
        writeKnown("endColumn", place.endColumn());
        String text = covered(place);
        if (!text.isEmpty()) {
            json.writeObjectFieldStart("snippet");
            json.writeStringField("text", text);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void writeKnown(String key, int column) throws IOException {
        if (column > 0) {
            json.writeNumberField(key, column);
        }
    }

    /** The part of the excerpt that the place covers: a snippet is the text of its region and no more. */
    private static String covered(Place place) {
        int[] line = place.excerpt().codePoints().toArray();
        int start = Math.min(Math.max(place.column() - 1, 0), line.length);
        boolean endsHere = place.endLine() == place.line() && place.endColumn() > 0;
        int end = endsHere ? Math.min(place.endColumn() - 1, line.length) : line.length;
        return new String(line, start, Math.max(end - start, 0));
    }

    /** The folder as a URI, which ends in a slash as a base must. */
    private URI base() {
        URI uri = folder.toAbsolutePath().normalize().toUri();
        return uri.getPath().endsWith("/") ? uri : URI.create(uri + "/");
    }

    /** A file of the policy as a URI relative to the base; a colon in it must not look like that of a scheme. */
    private String relative(String file) {
        if (file.equals(folder.toString())) {
            return "./";
        }
        URI uri = folder.toAbsolutePath().normalize().resolve(file).toUri();
        return base().relativize(uri).toString().replace(":", "%3A");
    }
}
