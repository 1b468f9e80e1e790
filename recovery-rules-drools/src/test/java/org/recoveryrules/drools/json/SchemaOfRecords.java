package org.recoveryrules.drools.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RemedyKind;

/** Walks through a schema and the Java types side by side: every component of a record and every constant of an enum. */
record SchemaOfRecords(JsonSchema schema) {
    void assertSame(Class<? extends Record> type, JsonNode unresolved) {
        JsonNode object = schema.resolved(unresolved);
        List<String> components = new ArrayList<>(Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
        if (type == Remedy.class) {
            // Derived from the kind, and worth telling.
            components.add(components.indexOf("component") + 1, "justice");
        }

        assertThat(JsonSchema.names(object.path("properties")))
                .as(type.getName())
                .isEqualTo(components);
        assertThat(object.path("additionalProperties").toString())
                .as(type.getName())
                .isEqualTo("false");
        for (RecordComponent component : type.getRecordComponents()) {
            assertValue(
                    component.getGenericType(),
                    object.path("properties").path(component.getName()),
                    type.getSimpleName() + "." + component.getName());
        }
    }

    private void assertValue(Type type, JsonNode unresolved, String path) {
        JsonNode value = schema.resolved(unresolved);
        if (type instanceof ParameterizedType generic) {
            assertGeneric(generic, value, path);
        } else if (type instanceof Class<?> plain && plain.isEnum()) {
            assertThat(JsonSchema.texts(value.path("enum"))).as(path).isEqualTo(constants(plain, path));
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            assertSame(plain.asSubclass(Record.class), value);
        } else {
            assertThat(value.path("type").asText()).as(path).isEqualTo(nameOf((Class<?>) type));
        }
    }

    private void assertGeneric(ParameterizedType type, JsonNode value, String path) {
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == Optional.class) {
            assertValue(type.getActualTypeArguments()[0], value, path);
        } else if (Collection.class.isAssignableFrom(raw)) {
            assertThat(value.path("type").asText()).as(path).isEqualTo("array");
            assertValue(type.getActualTypeArguments()[0], value.path("items"), path);
        } else {
            assertThat(value.path("type").asText()).as(path).isEqualTo("object");
        }
    }

    private static List<String> constants(Class<?> type, String path) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant ->
                        !path.equals(Entitlement.class.getSimpleName() + ".kind") || !((RemedyKind) constant).isWords())
                .map(Object::toString)
                .toList();
    }

    private static String nameOf(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "boolean" -> "boolean";
            case "int" -> "integer";
            case "Money" -> "object";
            case "String", "Duration", "Period" -> "string";
            default -> throw new IllegalArgumentException("no form in JSON is known for " + type);
        };
    }
}
