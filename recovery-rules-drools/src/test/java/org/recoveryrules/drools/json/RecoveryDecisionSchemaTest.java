package org.recoveryrules.drools.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;

class RecoveryDecisionSchemaTest {
    private static final JsonSchema SCHEMA = JsonSchema.of("recovery-decision.schema.json");

    @Test
    void it_is_a_schema() {
        assertThat(SCHEMA.faults()).isEmpty();
    }

    @Test
    void every_component_and_every_constant_appears() {
        new SchemaOfRecords(SCHEMA).assertSame(RecoveryDecision.class, SCHEMA.text());
    }

    @Test
    void every_component_that_is_not_optional_is_required() {
        assertThat(JsonSchema.texts(SCHEMA.text().path("required"))).isEqualTo(required(RecoveryDecision.class));
        assertThat(JsonSchema.texts(SCHEMA.at("/$defs/remedy/required")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(required(Remedy.class).stream(), Stream.of("justice"))
                                .toList());
    }

    @Test
    void what_the_standard_policy_decides_is_valid() throws IOException {
        SplittableRandom random = new SplittableRandom(31);
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.standard()) {
            for (int i = 0; i < 500; i++) {
                RecoveryDecision decision = advisor.decide(Contexts.random(random, CurrencyUnit.USD));

                assertThat(SCHEMA.faults(json(decision))).isEmpty();
            }
        }
    }

    @Test
    void decisions_with_everything_and_with_nothing_are_valid() throws IOException {
        assertThat(SCHEMA.faults(json(Decisions.full()))).isEmpty();
        assertThat(SCHEMA.faults(json(Decisions.bare()))).isEmpty();
    }

    static Stream<Consumer<ObjectNode>> changes() {
        return Stream.of(
                decision -> decision.remove("reasons"),
                decision -> decision.put("confidence", 0.9),
                decision -> decision.put("approach", "FIXED"),
                decision -> decision.put("humanReview", "true"),
                decision -> decision.withObject("/paradox").put("verdict", "UNKNOWN"),
                decision ->
                        decision.withObject("/paradox").withArray("barriers").add("SEVERITY"),
                decision -> decision.withObject("/policy").put("digest", "0123"),
                decision -> decision.withObject("/total").put("amount", 12),
                decision -> decision.withArray("remedies").addObject().put("kind", "REFUND"),
                decision -> decision.withArray("followUps")
                        .addObject()
                        .put("after", "3 days")
                        .put("action", "Call."),
                decision -> ((ObjectNode) decision.at("/reasons/0/facts")).putNull("failure.price"),
                decision -> ((ObjectNode) decision.at("/remedies/0")).remove("justice"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void what_is_no_decision_is_not_valid(Consumer<ObjectNode> change) throws IOException {
        ObjectNode decision = (ObjectNode) json(Decisions.full());
        change.accept(decision);

        assertThat(SCHEMA.faults(decision)).isNotEmpty();
    }

    private static List<String> required(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType() != Optional.class)
                .map(RecordComponent::getName)
                .toList();
    }

    private static JsonNode json(RecoveryDecision decision) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        DecisionJson.write(decision, json);
        return JsonSchema.JSON.readTree(json.toByteArray());
    }
}
