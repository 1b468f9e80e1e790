package org.recoveryrules.drools.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void is_never_a_word_of_nothing() {
        assertThat(Nearest.to("a", List.of(""))).isEmpty();
        assertThat(Nearest.hint("a", List.of(""))).isEmpty();
        assertThat(Nearest.hint("wrong", List.of("", "paradox.one", "paradox.two")))
                .isEqualTo("allowed are paradox.one, paradox.two");
    }
}
