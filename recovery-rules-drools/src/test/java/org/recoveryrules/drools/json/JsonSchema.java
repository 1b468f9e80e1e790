package org.recoveryrules.drools.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.recoveryrules.api.FailureContext;

/** A schema, as the jar holds it. */
public record JsonSchema(JsonNode text, Schema validator) {
    public static final ObjectMapper JSON = new ObjectMapper();

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    public static JsonSchema of(String file) {
        try (InputStream text =
                FailureContext.class.getClassLoader().getResourceAsStream("org/recoveryrules/schema/" + file)) {
            // Its place tells where those stand that it refers to.
            SchemaLocation place = SchemaLocation.of("classpath:org/recoveryrules/schema/" + file);
            return new JsonSchema(JSON.readTree(text), REGISTRY.getSchema(place));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the schema of schemas has against this one. */
    public List<String> faults() {
        SchemaLocation ofSchemas = SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId());
        return REGISTRY.getSchema(ofSchemas).validate(text).stream()
                .map(Error::toString)
                .toList();
    }

    /** What this schema has against a document. */
    public List<String> faults(JsonNode document) {
        return validator.validate(document).stream().map(Error::toString).toList();
    }

    /** What a path below this schema leads to, references followed. */
    public JsonNode at(String pointer) {
        return resolved(text.at(pointer));
    }

    public JsonNode resolved(JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        return reference.isTextual() && !schema.has("properties")
                ? resolved(text.at(reference.asText().substring(1)))
                : schema;
    }

    public static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    public static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
