package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemedyKindTest {
    @ParameterizedTest
    @CsvSource({
        "REFUND, money, DISTRIBUTIVE",
        "REIMBURSEMENT, money, DISTRIBUTIVE",
        "REPLACEMENT, thing, DISTRIBUTIVE",
        "REPERFORMANCE, thing, PROCEDURAL",
        "CREDIT, money, DISTRIBUTIVE",
        "DISCOUNT, money, DISTRIBUTIVE",
        "UPGRADE, thing, DISTRIBUTIVE",
        "FEE_WAIVER, thing, DISTRIBUTIVE",
        "GIFT, thing, DISTRIBUTIVE",
        "APOLOGY, words, INTERACTIONAL",
        "EXPLANATION, words, INTERACTIONAL",
        "HANDWRITTEN_NOTE, words, INTERACTIONAL",
        "PERSONAL_CALL, words, INTERACTIONAL",
        "INCIDENT_REPORT, words, PROCEDURAL"
    })
    void each_kind_is_money_thing_or_words_and_serves_one_justice(RemedyKind kind, String nature, Justice justice) {
        assertThat(kind.isMoney()).isEqualTo(nature.equals("money"));
        assertThat(kind.isThing()).isEqualTo(nature.equals("thing"));
        assertThat(kind.isWords()).isEqualTo(nature.equals("words"));
        assertThat(kind.justice()).isEqualTo(justice);
    }

    @Test
    void there_are_four_kinds_of_money_five_things_and_five_kinds_of_words() {
        Map<String, Long> counts = Stream.of(RemedyKind.values())
                .collect(Collectors.groupingBy(
                        kind -> kind.isMoney() ? "money" : kind.isWords() ? "words" : "thing", Collectors.counting()));
        assertThat(counts).isEqualTo(Map.of("money", 4L, "thing", 5L, "words", 5L));
    }
}
