package org.recoveryrules.drools.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Claim;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.testkit.DecisionBuilder;

class DecisionJsonTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Test
    void a_decision_with_something_in_every_place_is_written_component_by_component() throws IOException {
        assertThat(indented(Decisions.full())).isEqualTo(expected("full-decision.json"));
    }

    @Test
    void empty_lists_are_written_and_what_is_absent_is_not() throws IOException {
        assertThat(oneLine(Decisions.bare()))
                .isEqualTo("{\"paradox\":{\"verdict\":\"APPLIES\",\"barriers\":[]},\"questions\":[],"
                        + "\"doubleDeviation\":false,\"approach\":\"EMPATHISE\",\"remedies\":[],"
                        + "\"authority\":\"AGENT\",\"humanReview\":false,\"steps\":[],\"followUps\":[],"
                        + "\"total\":{\"amount\":\"0.00\",\"currency\":\"USD\"},"
                        + "\"gestureTotal\":{\"amount\":\"0.00\",\"currency\":\"USD\"},\"reasons\":[],"
                        + "\"policy\":{\"name\":\"stub\",\"version\":\"1\","
                        + "\"digest\":\"0000000000000000000000000000000000000000000000000000000000000000\"}}");
    }

    @Test
    void one_line_says_what_the_indented_form_says() throws IOException {
        assertThat(oneLine(Decisions.full())).doesNotContain("\n");
        assertThat(JSON.readTree(oneLine(Decisions.full()))).isEqualTo(JSON.readTree(indented(Decisions.full())));
    }

    @Test
    void equal_contexts_are_decided_in_equal_bytes_by_one_policy_however_often_it_is_loaded() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        List<FailureContext> contexts = Stream.generate(() -> Contexts.random(random, CurrencyUnit.USD))
                .limit(300)
                .toList();

        assertThat(decided(contexts)).isEqualTo(decided(contexts));
    }

    @Test
    void a_fact_has_the_form_that_its_component_has_in_a_context() throws IOException, ReflectiveOperationException {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 50; i++) {
            FailureContext context = Contexts.random(random, CurrencyUnit.USD);
            JsonNode written = JSON.readTree(Contexts.json(context));
            for (RecordComponent part : FailureContext.class.getRecordComponents()) {
                Object values = part.getAccessor().invoke(context);
                for (RecordComponent component : part.getType().getRecordComponents()) {
                    Object value = component.getAccessor().invoke(values);

                    assertThat(fact(value))
                            .isEqualTo(written.path(part.getName()).path(component.getName()));
                }
            }
        }
    }

    @Test
    void a_fact_that_is_derived_is_a_number_true_or_false_or_a_list() throws IOException {
        Claim claim = Contexts.core()
                .entitlement(RemedyKind.REFUND, Money.of(CurrencyUnit.USD, 5), "law")
                .build()
                .claim();

        assertThat(fact(claim.entitledKinds())).isEqualTo(JSON.readTree("[\"REFUND\"]"));
        assertThat(fact(claim.requestMade())).isEqualTo(JSON.readTree("false"));
        assertThat(fact(new BigDecimal("1200000.50"))).hasToString("1200000.50");
        assertThat(fact(36L)).hasToString("36");
    }

    private static JsonNode fact(Object value) throws IOException {
        RecoveryDecision decision = DecisionBuilder.in(CurrencyUnit.USD)
                .reason(new Reason("a.rule", "it is so", "made up", Map.of("fact", value)))
                .build();
        return JSON.readTree(oneLine(decision))
                .path("reasons")
                .path(0)
                .path("facts")
                .path("fact");
    }

    @Test
    void what_stands_in_the_place_of_a_decision_names_the_line() throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();

        DecisionJson.writeError(7, "must be \"so\"\n", json);

        assertThat(json.toString(UTF_8)).isEqualTo("{\"line\":7,\"error\":\"must be \\\"so\\\"\\n\"}");
    }

    private static String decided(List<FailureContext> contexts) throws IOException {
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.standard()) {
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            for (FailureContext context : contexts) {
                DecisionJson.write(advisor.decide(context), json);
                json.write('\n');
            }
            return json.toString(UTF_8);
        }
    }

    private static String oneLine(RecoveryDecision decision) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        DecisionJson.write(decision, json);
        return json.toString(UTF_8);
    }

    private static String indented(RecoveryDecision decision) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        DecisionJson.writeIndented(decision, json);
        return json.toString(UTF_8);
    }

    private static String expected(String file) throws IOException {
        try (InputStream text = DecisionJsonTest.class.getResourceAsStream(file)) {
            return new String(text.readAllBytes(), UTF_8).stripTrailing();
        }
    }
}
