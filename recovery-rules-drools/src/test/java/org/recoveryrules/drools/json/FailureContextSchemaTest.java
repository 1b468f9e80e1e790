package org.recoveryrules.drools.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryrules.api.FailureContext;

class FailureContextSchemaTest {
    private static final JsonSchema SCHEMA = JsonSchema.of("failure-context.schema.json");

    private static final int DOCUMENTS = 5_000;

    /** What a caller may put anywhere; in one currency, with no more digits than it has, as a schema cannot tell these. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "2",
            "2.0",
            "1.5",
            "2147483648",
            "1000000000000000000",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"UNKNOWN\"",
            "\"NONE\"",
            "\"POOR\"",
            "\"APOLOGY\"",
            "\"REFUND\"",
            "\"120.00\"",
            "\"-1\"",
            "\"0\"",
            "\"0.00\"",
            "\"1e2\"",
            "\"1234567890123456789\"",
            "\"PT36H\"",
            "\"P1DT0.5S\"",
            "\"P1D\"",
            "\"PT\"",
            "\"P\"",
            "\"PT-1H\"",
            "\"USD\"",
            "\"usd\"",
            "[]",
            "[\"HEALTH\", \"HEALTH\"]",
            "[\"NEW_OFFERING\"]",
            "[1]",
            "[{}]",
            "{}",
            "{\"amount\": \"1.5\", \"currency\": \"USD\"}",
            "{\"amount\": 0, \"currency\": \"USD\"}",
            "{\"amount\": 7.25, \"currency\": \"USD\"}",
            "{\"amount\": \"1\"}",
            "{\"kind\": \"APOLOGY\"}",
            "{\"kind\": \"REFUND\", \"amount\": {\"amount\": \"1\", \"currency\": \"USD\"}}",
            "[{\"kind\": \"GIFT\", \"amount\": {\"amount\": \"1\", \"currency\": \"USD\"}, \"basis\": \"law\"}]");

    @Test
    void it_is_a_schema() {
        assertThat(SCHEMA.faults()).isEmpty();
    }

    @Test
    void every_component_and_every_constant_appears_in_its_part() {
        new SchemaOfRecords(SCHEMA).assertSame(FailureContext.class, SCHEMA.at("/$defs/inParts"));
    }

    @Test
    void every_component_appears_without_its_part() {
        List<String> components = new ArrayList<>();
        for (RecordComponent part : FailureContext.class.getRecordComponents()) {
            Arrays.stream(part.getType().getRecordComponents())
                    .map(RecordComponent::getName)
                    .forEach(components::add);
        }

        assertThat(JsonSchema.names(SCHEMA.at("/$defs/withoutParts/properties")))
                .isEqualTo(components);
    }

    @Test
    void every_component_of_a_context_says_what_it_means() {
        for (String component : JsonSchema.names(SCHEMA.at("/$defs/withoutParts/properties"))) {
            assertThat(SCHEMA.text().at("/$defs/" + component + "/description").asText())
                    .as(component)
                    .isNotEmpty();
        }
    }

    @Test
    void the_defaults_are_those_of_a_context_that_says_nothing() throws IOException {
        JsonNode written = withoutParts(
                JsonSchema.JSON.readTree(Contexts.json(Contexts.core().build())));
        for (String component : JsonSchema.names(SCHEMA.at("/$defs/withoutParts/properties"))) {
            JsonNode stated = SCHEMA.text().at("/$defs/" + component + "/default");

            assertThat(stated.isMissingNode() || stated.equals(written.path(component)))
                    .as(component)
                    .isTrue();
        }
    }

    @Test
    void what_is_written_is_valid_in_parts_and_without() throws IOException {
        SplittableRandom random = new SplittableRandom(21);
        for (int i = 0; i < 500; i++) {
            JsonNode context = JsonSchema.JSON.readTree(Contexts.json(Contexts.random(random, CurrencyUnit.USD)));

            assertThat(SCHEMA.faults(context)).isEmpty();
            assertThat(SCHEMA.faults(withoutParts(context))).isEmpty();
        }
    }

    @Test
    void what_is_valid_is_read_and_what_is_not_is_refused() throws IOException {
        SplittableRandom random = new SplittableRandom(22);
        int valid = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            ObjectNode document = random(random);
            if (random.nextBoolean()) {
                change(document, random);
            } else {
                mix(document, random(random), random);
            }
            boolean isValid = SCHEMA.faults(document).isEmpty();

            assertThat(isRead(document)).as(document.toString()).isEqualTo(isValid);
            valid += isValid ? 1 : 0;
        }
        assertThat(valid).as("many of both").isBetween(DOCUMENTS / 5, DOCUMENTS * 4 / 5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{'severity': 'MINOR', 'avoidability': 'UNKNOWN', 'foreseeability': 'UNKNOWN', 'priorFailures': 0}",
                "{'severity': 'MINOR', 'avoidability': 'UNKNOWN', 'foreseeability': 'UNKNOWN', 'priorFailures': 0,"
                        + " 'lifetimeValue': {'amount': '1', 'currency': 'USD'}, 'handling': {}}"
            })
    void what_is_no_context_is_not_valid(String json) throws IOException {
        assertThat(SCHEMA.faults(JsonSchema.JSON.readTree(json.replace('\'', '"'))))
                .isNotEmpty();
    }

    private static boolean isRead(JsonNode document) throws IOException {
        try {
            ContextJson.read(JsonSchema.JSON.writeValueAsBytes(document));
            return true;
        } catch (InvalidContextException e) {
            return false;
        }
    }

    private static ObjectNode withoutParts(JsonNode context) {
        ObjectNode flat = JsonSchema.JSON.createObjectNode();
        context.forEach(part -> flat.setAll((ObjectNode) part));
        return flat;
    }

    private static ObjectNode random(RandomGenerator random) throws IOException {
        JsonNode context = JsonSchema.JSON.readTree(Contexts.json(Contexts.random(random, CurrencyUnit.USD)));
        return random.nextBoolean() ? (ObjectNode) context : withoutParts(context);
    }

    /** Takes a member over from another document, of which each is right by itself. */
    private static void mix(ObjectNode document, ObjectNode other, RandomGenerator random) {
        List<String> names = JsonSchema.names(other);
        String name = names.get(random.nextInt(names.size()));
        document.set(name, other.path(name));
    }

    /** Replaces, adds or removes one member somewhere. */
    private static void change(ObjectNode document, RandomGenerator random) throws IOException {
        List<ObjectNode> objects = new ArrayList<>();
        addObjects(document, objects);
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> names = JsonSchema.names(object);
        String name = names.isEmpty() ? "amount" : names.get(random.nextInt(names.size()));
        switch (random.nextInt(8)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name + "s", object.path(name));
            default -> object.set(name, JsonSchema.JSON.readTree(VALUES.get(random.nextInt(VALUES.size()))));
        }
    }

    private static void addObjects(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(inner -> addObjects(inner, objects));
    }
}
