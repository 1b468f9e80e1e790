package org.recoveryrules.drools.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void is_never_a_word_of_nothing() {
        assertThat(Nearest.to("a", List.of(""))).isEmpty();
        assertThat(Nearest.hint("a", List.of(""))).isEmpty();
        assertThat(Nearest.hint("wrong", List.of("", "paradox.one", "paradox.two")))
                .isEqualTo("allowed are paradox.one, paradox.two");
    }

    @Test
    void is_not_looked_for_among_more_than_anybody_could_have_meant() {
        List<String> few = IntStream.range(0, 1_000).mapToObj(i -> "w" + i).toList();
        List<String> many = IntStream.range(0, 1_001).mapToObj(i -> "w" + i).toList();
        List<String> longer =
                IntStream.range(100, 300).mapToObj(i -> "x".repeat(97) + i).toList();

        assertThat(Nearest.to("w7", few)).contains("w7");
        assertThat(Nearest.to("w7", many)).isEmpty();
        assertThat(Nearest.to("x".repeat(97) + "100", longer)).isEmpty();
    }

    @Test
    void lists_no_more_of_what_is_allowed_than_somebody_reads() {
        assertThat(Nearest.hint(
                        "wrong",
                        IntStream.range(1_000, 2_000)
                                .mapToObj(i -> "paradox.rule-" + i)
                                .toList()))
                .startsWith("allowed are paradox.rule-1000, paradox.rule-1001, ")
                .endsWith(", …")
                .hasSizeLessThan(2_100);
    }
}
