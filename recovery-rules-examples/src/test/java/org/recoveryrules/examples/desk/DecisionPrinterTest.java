package org.recoveryrules.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.api.Verdict;

/** What the person at the desk gets to read. */
class DecisionPrinterTest {
    private static final Ticket TICKET = new Ticket(
            7,
            1,
            "Zoe Adams",
            "PHONE",
            OffsetDateTime.parse("2026-06-14T21:05:00Z"),
            "The shop was down for two hours on its best morning of the month, and this had happened before, when"
                    + " nobody called her back.");

    private static final Optional<RequestedRemedy> REQUEST =
            Optional.of(new RequestedRemedy(RemedyKind.CREDIT, Optional.of(Money.of(CurrencyUnit.USD, 1_000))));

    @Test
    void a_decision_with_something_in_every_place_prints_every_section_in_the_order_in_which_one_acts()
            throws IOException {
        assertThat(printed(Decisions.full())).isEqualTo(golden("full.txt"));
    }

    @Test
    void a_decision_with_nothing_to_say_leaves_out_the_sections_that_would_be_empty() throws IOException {
        assertThat(printed(Decisions.bare())).isEqualTo(golden("bare.txt"));
    }

    @Test
    void no_line_is_wider_than_100_columns_or_ends_in_blanks() {
        assertThat(printed(Decisions.full()).lines())
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(100).isEqualTo(line.stripTrailing()));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void every_constant_has_its_words(String key) {
        assertThat(ResourceBundle.getBundle(DecisionPrinter.WORDS, Locale.ROOT).getString(key))
                .isNotBlank();
    }

    static Stream<String> keys() {
        return Stream.of(
                        keys("verdict.", Verdict.values()),
                        keys("barrier.", Barrier.values()),
                        keys("approach.", Approach.values()),
                        keys("component.", Component.values()),
                        keys("remedy.", RemedyKind.values()),
                        keys("authority.", Authority.values()),
                        keys("decision.", Authority.values()),
                        keys("question.", Question.values()),
                        keys("step.", StepKind.values()))
                .flatMap(keys -> keys);
    }

    private static Stream<String> keys(String prefix, Enum<?>[] constants) {
        return Arrays.stream(constants).map(constant -> prefix + constant.name());
    }

    private static String printed(RecoveryDecision decision) {
        return new DecisionPrinter(Locale.ENGLISH).print(TICKET, REQUEST, decision, LocalDate.of(2026, 6, 15));
    }

    private static String golden(String file) throws IOException {
        try (InputStream text = DecisionPrinterTest.class.getResourceAsStream(file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
