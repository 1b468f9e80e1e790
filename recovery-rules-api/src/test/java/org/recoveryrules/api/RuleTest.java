package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {
    @ParameterizedTest
    @CsvSource({
        "' ', because, source, 'rule.id must not be blank, but was '' '''",
        "id, ' ', source, 'rule.because must not be blank, but was '' '''",
        "id, because, ' ', 'rule.source must not be blank, but was '' '''",
        ", because, source, 'rule.id must be given, but was null'",
        "id, , source, 'rule.because must be given, but was null'",
        "id, because, , 'rule.source must be given, but was null'"
    })
    void every_text_must_say_something(String id, String because, String source, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rule(id, because, source))
                .withMessage(fault);
    }
}
