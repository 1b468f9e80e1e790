package org.recoveryrules.drools.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
    @Test
    void the_nearest_word_is_meant_whatever_its_case() {
        assertThat(Suggestion.nearest("prior_failures", List.of("priorFailures", "severity")))
                .contains("priorFailures");
        assertThat(Suggestion.nearest("MINR", List.of("MAJOR", "MINOR"))).contains("MINOR");
        assertThat(Suggestion.nearest("minor", List.of("MAJOR", "MINOR"))).contains("MINOR");
    }

    @Test
    void letters_that_changed_places_are_one_slip() {
        assertThat(Suggestion.nearest("uespt", List.of("UPSET"))).contains("UPSET");
        assertThat(Suggestion.nearest("nagry", List.of("ANGRY", "CALM"))).contains("ANGRY");
    }

    @Test
    void of_words_as_near_the_first_by_name_is_meant() {
        assertThat(Suggestion.nearest("b", List.of("c", "a"))).contains("a");
    }

    @Test
    void no_word_is_meant_where_none_is_near() {
        assertThat(Suggestion.nearest("colour", List.of("severity", "mood"))).isEmpty();
        assertThat(Suggestion.didYouMean("colour", List.of("severity"))).isEmpty();
        assertThat(Suggestion.nearest("", List.of("a"))).isEmpty();
    }
}
