package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuestionTest {
    @Test
    void only_what_could_be_a_barrier_concerns_the_verdict() {
        assertThat(Stream.of(Question.values()).filter(Question::concernsVerdict))
                .containsExactly(Question.AVOIDABILITY, Question.FORESEEABILITY, Question.RECURRENCE);
    }
}
