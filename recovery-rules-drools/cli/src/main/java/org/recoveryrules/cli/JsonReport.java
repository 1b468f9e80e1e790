package org.recoveryrules.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Place;

/** Diagnostics for programs: an array in file order, in which each key is named as the component and always written. */
final class JsonReport {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonReport() {}

    static String of(List<Diagnostic> diagnostics) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartArray();
            for (Diagnostic diagnostic : diagnostics) {
                write(diagnostic, json);
            }
            json.writeEndArray();
        }
        return text.toString();
    }

    static void write(Diagnostic diagnostic, JsonGenerator json) throws IOException {
        json.writeStartObject();
        write(diagnostic.place(), json);
        json.writeStringField("level", diagnostic.level().name());
        json.writeStringField("code", diagnostic.code());
        json.writeStringField("message", diagnostic.message());
        json.writeStringField("hint", diagnostic.hint());
        json.writeEndObject();
    }

    static void write(Place place, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("place");
        json.writeStringField("file", place.file());
        json.writeStringField("sheet", place.sheet());
        json.writeNumberField("line", place.line());
        json.writeNumberField("column", place.column());
        json.writeNumberField("endLine", place.endLine());
        json.writeNumberField("endColumn", place.endColumn());
        json.writeStringField("excerpt", place.excerpt());
        json.writeEndObject();
    }
}
