package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTest {
    @ParameterizedTest
    @CsvSource({
        "' ', because, source, 'reasons.rule must not be blank, but was '' '''",
        "rule, ' ', source, 'reasons.because must not be blank, but was '' '''",
        "rule, because, ' ', 'reasons.source must not be blank, but was '' '''",
        ", because, source, 'reasons.rule must be given, but was null'",
        "rule, , source, 'reasons.because must be given, but was null'",
        "rule, because, , 'reasons.source must be given, but was null'"
    })
    void every_text_must_say_something(String rule, String because, String source, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reason(rule, because, source, Map.of()))
                .withMessage(fault);
    }

    @Test
    void facts_are_copied_in_the_given_order() {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("history.priorFailures", 2);
        given.put("failure.severity", Severity.MAJOR);
        Reason reason = new Reason("rule", "because", "source", given);
        given.clear();
        assertThat(reason.facts())
                .containsExactly(entry("history.priorFailures", 2), entry("failure.severity", Severity.MAJOR))
                .isUnmodifiable();
    }

    @Test
    void facts_must_be_given_with_component_and_value() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reason("rule", "because", "source", null))
                .withMessage("reasons.facts must be given, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Reason("rule", "because", "source", Collections.singletonMap("failure.severity", null)))
                .withMessage("reasons.facts.failure.severity must be given, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Reason("rule", "because", "source", Collections.singletonMap(null, Severity.MAJOR)))
                .withMessage("component of reasons.facts must be given, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reason("rule", "because", "source", Map.of("", Severity.MAJOR)))
                .withMessage("component of reasons.facts must not be blank, but was ''");
    }
}
