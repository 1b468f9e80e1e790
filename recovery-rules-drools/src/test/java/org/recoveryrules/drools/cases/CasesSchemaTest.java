package org.recoveryrules.drools.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.api.Verdict;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.json.JsonSchema;

class CasesSchemaTest {
    private static final JsonSchema SCHEMA = JsonSchema.of("cases.schema.json");
    private static final Path STANDARD = Path.of("src/main/resources/org/recoveryrules/policy/standard");
    private static final int DOCUMENTS = 5_000;

    /** What no schema can tell, as it takes the rule file, other cases, or more components than one. */
    private static final Set<Code> BEYOND = Set.of(
            Code.CASE_RULE_UNKNOWN,
            Code.CASE_BASE_UNKNOWN,
            Code.CASE_BASE_NOT_EARLIER,
            Code.CASE_DUPLICATE,
            Code.CASE_CONTEXT_INVALID);

    /** What somebody may put anywhere; with no more digits than the currency has, as a schema cannot tell these. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "2",
            "12.5",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"-\"",
            "\"SEVERITY\"",
            "\"UNKNOWN\"",
            "\"120.00\"",
            "\"5..10\"",
            "\"5..\"",
            "\"..10\"",
            "\"..\"",
            "\"-1\"",
            "\"PT36H\"",
            "\"P3D\"",
            "\"MANAGER\"",
            "[]",
            "[\"-\"]",
            "[\"SEVERITY\"]",
            "[\"SEVERITY UNAVOIDABLE\"]",
            "[\"SOLVE\"]",
            "[\"P3D\", \"P1Y2M3W\"]",
            "[\"P\"]",
            "[\"APOLOGY\", \"-GIFT\", \"CREDIT GESTURE 5..10 by AGENT\", \"-\"]",
            "[\"APOLOGY 5\"]",
            "[\"APOLOGY GESTURE\"]",
            "[\"CREDIT -\"]",
            "[\"-CREDIT 5\"]",
            "[\"no GIFT\", \"no CREDIT GESTURE\", \"no APOLOGY COMMUNICATION\"]",
            "[\"no CREDIT 5\"]",
            "[\"no\"]",
            "[\"CREDIT by BOSS\"]",
            "[\"GIFT; CREDIT\"]",
            "[1]",
            "{}",
            "{\"kind\": \"APOLOGY\"}",
            "{\"kind\": \"CREDIT\", \"amount\": 5}",
            "{\"amount\": \"12\", \"currency\": \"USD\"}",
            "{\"rules\": []}",
            "{\"mood\": null}");

    @Test
    void it_is_a_schema() {
        assertThat(SCHEMA.faults()).isEmpty();
    }

    @Test
    void every_component_appears_in_its_part_and_without() {
        List<String> top = new ArrayList<>();
        for (RecordComponent part : FailureContext.class.getRecordComponents()) {
            List<String> components = names(part.getType());
            assertThat(JsonSchema.names(SCHEMA.at("/$defs/" + part.getName() + "/properties")))
                    .isEqualTo(components);
            top.addAll(components);
        }

        assertThat(JsonSchema.names(SCHEMA.at("/$defs/context/properties")))
                .containsExactlyElementsOf(Stream.concat(names(FailureContext.class).stream(), top.stream())
                        .toList());
    }

    @Test
    void everything_that_can_be_expected_appears_with_its_constants() {
        assertThat(JsonSchema.names(SCHEMA.at("/$defs/expected/properties"))).isEqualTo(ExpectedColumns.NAMES);
        Map.of(
                        "verdict", Verdict.class,
                        "barriers/items", Barrier.class,
                        "questions/items", Question.class,
                        "approach", Approach.class,
                        "authority", Authority.class,
                        "steps/items", StepKind.class)
                .forEach((pointer, type) -> assertThat(
                                JsonSchema.texts(SCHEMA.at("/$defs/expected/properties/" + pointer + "/enum")))
                        .as(pointer)
                        .isEqualTo(Arrays.stream(type.getEnumConstants())
                                .map(Object::toString)
                                .toList()));
        assertThat(SCHEMA.at("/$defs/expected/properties/remedies/items/pattern")
                        .asText())
                .contains(CaseCell.names(RemedyKind.class))
                .contains(CaseCell.names(Authority.class));
    }

    @Test
    void the_cases_of_the_standard_policy_are_valid_in_json() throws IOException {
        for (JsonNode cases : standard()) {
            assertThat(SCHEMA.faults(cases)).isEmpty();
        }
    }

    @Test
    void what_is_valid_is_read_and_what_is_not_is_refused() throws IOException {
        SplittableRandom random = new SplittableRandom(51);
        List<JsonNode> cases = new ArrayList<>();
        standard().forEach(file -> file.forEach(cases::add));
        int valid = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            ArrayNode document = JsonSchema.JSON.createArrayNode();
            document.add(cases.get(random.nextInt(cases.size())).deepCopy());
            if (random.nextBoolean()) {
                change(document, random);
            } else {
                mix((ObjectNode) document.get(0), (ObjectNode) cases.get(random.nextInt(cases.size())), random);
            }
            boolean isValid = SCHEMA.faults(document).isEmpty();

            assertThat(isRead(document)).as(document.toString()).isEqualTo(isValid);
            valid += isValid ? 1 : 0;
        }
        assertThat(valid).as("many of both").isBetween(DOCUMENTS / 5, DOCUMENTS * 4 / 5);
    }

    private static boolean isRead(JsonNode document) {
        CaseTable table = CaseTable.read(
                "a.cases.json",
                document.toString().getBytes(StandardCharsets.UTF_8),
                Set.of("a.rule"),
                CurrencyUnit.USD);
        return table.diagnostics().stream()
                .map(Diagnostic::code)
                .allMatch(code ->
                        BEYOND.stream().anyMatch(beyond -> beyond.toString().equals(code)));
    }

    /** Takes a member over from another case, of which each is right by itself. */
    private static void mix(ObjectNode object, ObjectNode other, RandomGenerator random) {
        List<String> names = JsonSchema.names(other);
        String name = names.get(random.nextInt(names.size()));
        object.set(name, other.path(name));
    }

    /** Replaces, adds or removes one member somewhere. */
    private static void change(ArrayNode document, RandomGenerator random) throws IOException {
        List<ObjectNode> objects = new ArrayList<>();
        addObjects(document, objects);
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> names = JsonSchema.names(object);
        String name = random.nextInt(4) == 0 || names.isEmpty()
                ? ExpectedColumns.NAMES.get(random.nextInt(ExpectedColumns.NAMES.size()))
                : names.get(random.nextInt(names.size()));
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

    private static List<JsonNode> standard() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(STANDARD)) {
            for (Path file : files.filter(path -> CaseTable.isCases(path.toString()))
                    .sorted()
                    .toList()) {
                all.add(JsonSchema.JSON.readTree(TableInJson.of(Files.readAllBytes(file))));
            }
        }
        return all;
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
