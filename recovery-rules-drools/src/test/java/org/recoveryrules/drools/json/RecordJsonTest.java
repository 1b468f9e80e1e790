package org.recoveryrules.drools.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recoveryrules.api.DecisionRecord;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.files.Span;
import org.recoveryrules.testkit.DecisionBuilder;

class RecordJsonTest {
    private static final DecisionRecord FULL = record(Decisions.full());

    @Test
    void a_record_is_written_on_one_line_component_by_component() {
        assertThat(RecordJson.write(FULL))
                .isEqualTo("{\"contextDigest\":\"3654418e93cf447bdbe7a8c251fdfd24d1ece785d90a1c7b7f0b895eafc27c57\","
                        + "\"policy\":{\"name\":\"stub\",\"version\":\"1\","
                        + "\"digest\":\"0000000000000000000000000000000000000000000000000000000000000000\"},"
                        + "\"paradox\":{\"verdict\":\"DOES_NOT_APPLY\",\"barriers\":[\"SEVERITY\",\"PRIOR_FAILURE\"]},"
                        + "\"remedies\":["
                        + "{\"kind\":\"CREDIT\",\"component\":\"ENTITLEMENT\","
                        + "\"amount\":{\"amount\":\"1100.00\",\"currency\":\"USD\"},\"authority\":\"AGENT\"},"
                        + "{\"kind\":\"REPERFORMANCE\",\"component\":\"RESTORATION\",\"authority\":\"SUPERVISOR\"},"
                        + "{\"kind\":\"GIFT\",\"component\":\"GESTURE\","
                        + "\"amount\":{\"amount\":\"25.50\",\"currency\":\"USD\"},\"authority\":\"MANAGER\"},"
                        + "{\"kind\":\"APOLOGY\",\"component\":\"COMMUNICATION\",\"authority\":\"AGENT\"}],"
                        + "\"authority\":\"MANAGER\",\"humanReview\":true,"
                        + "\"total\":{\"amount\":\"1125.50\",\"currency\":\"USD\"},"
                        + "\"gestureTotal\":{\"amount\":\"25.50\",\"currency\":\"USD\"},"
                        + "\"rules\":[\"paradox.prior-failure\",\"remedy.everything\",\"remedy.for-everybody\"],"
                        + "\"decisionDigest\":\"24896b07553b36911f6f0762339430e83852be573dba116bec22aed77a49f187\"}");
    }

    @Test
    void what_is_written_is_read_again() {
        DecisionRecord bare = record(Decisions.bare());

        assertThat(RecordJson.read(RecordJson.write(FULL))).isEqualTo(FULL);
        assertThat(RecordJson.read(RecordJson.write(bare))).isEqualTo(bare);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                     | record must be JSON, but is empty
            {                      | record cannot be read as JSON: Unexpected end-of-input: expected close marker for Object (start marker at [line: 1, column: 1])
            []                     | record must be a JSON object, but was a list
            """)
    void what_is_no_object_is_refused(String json, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordJson.read(json))
                .withMessage(message);
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        String record = RecordJson.write(FULL)
                .replace("\"MANAGER\"}", "\"MANAGR\"}")
                .replace("\"humanReview\":true", "\"review\":true")
                .replace("\"USD\"},\"gestureTotal\"", "\"usd\"},\"gestureTotal\"");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordJson.read(record))
                .withMessage("record.remedies[2].authority must be one of AGENT, SUPERVISOR, MANAGER, but was"
                        + " \"MANAGR\"; did you mean 'MANAGER'?; record.review is not known; known are authority,"
                        + " contextDigest, decisionDigest, gestureTotal, humanReview, paradox, policy, remedies, rules,"
                        + " total; record.total.currency must be the code of a currency such as \"USD\", but was"
                        + " \"usd\"; record.humanReview must be given: true or false");
    }

    @Test
    void a_verdict_without_the_barriers_that_it_needs_is_refused() {
        String record = RecordJson.write(FULL).replace("DOES_NOT_APPLY", "APPLIES");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordJson.read(record))
                .withMessage("paradox.barriers must be there with DOES_NOT_APPLY and only then, but was APPLIES"
                        + " [SEVERITY, PRIOR_FAILURE]");
    }

    @Test
    void of_a_fact_of_another_package_there_is_no_record() {
        RecoveryDecision decision = DecisionBuilder.in(CurrencyUnit.USD)
                .reason(new Reason("a.rule", "it is so", "made up", Map.of("fact", new Span(0, 1))))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> record(decision))
                .withMessage("a fact must be of a type of the failure context, but was class " + Span.class.getName());
    }

    private static DecisionRecord record(RecoveryDecision decision) {
        return DecisionRecord.of(Contexts.core().build(), decision);
    }
}
