package org.recoveryrules.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameDecisionsTest {
    private static final int CONTEXTS = 2_000;

    private final Map<String, Supplier<Contender>> contenders = Contenders.standardPolicy();
    private final Contender ours = contenders.get(Contenders.OURS).get();

    @AfterAll
    void close() {
        ours.close();
    }

    Stream<String> others() {
        return contenders.keySet().stream().filter(name -> !name.equals(Contenders.OURS));
    }

    @ParameterizedTest
    @MethodSource("others")
    void every_contender_makes_the_same_decisions(String name) {
        try (Contender other = contenders.get(name).get()) {
            assertThat(Contexts.of(3, CurrencyUnit.USD).limit(CONTEXTS))
                    .allSatisfy(context -> assertThat(Agreement.plain(other.decide(context)))
                            .isEqualTo(Agreement.plain(ours.decide(context))));
        }
    }
}
