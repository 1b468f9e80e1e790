package org.recoveryrules.drools.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Verdict;
import org.slf4j.LoggerFactory;

class RelianceTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(Reliance.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void stop_listening() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void nothing_is_said_of_99_decisions() {
        Reliance reliance = new Reliance(0.1);

        decide(reliance, 99, Verdict.APPLIES);

        assertThat(reliance.share()).isNaN();
        assertThat(logged()).isEmpty();

        decide(reliance, 1, Verdict.APPLIES);

        assertThat(reliance.share()).isEqualTo(1);
        assertThat(logged()).hasSize(1);
    }

    @Test
    void only_what_applies_is_relied_on() {
        Reliance reliance = new Reliance(1);

        decide(reliance, 30, Verdict.APPLIES);
        decide(reliance, 50, Verdict.DOES_NOT_APPLY);
        decide(reliance, 40, Verdict.UNDETERMINED);

        assertThat(reliance.share()).isEqualTo(0.25);
    }

    @Test
    void what_was_decided_a_thousand_decisions_ago_does_not_count() {
        Reliance reliance = new Reliance(1);
        decide(reliance, 500, Verdict.APPLIES);
        decide(reliance, 500, Verdict.DOES_NOT_APPLY);
        assertThat(reliance.share()).isEqualTo(0.5);

        decide(reliance, 1, Verdict.DOES_NOT_APPLY);
        assertThat(reliance.share()).isEqualTo(0.499);

        decide(reliance, 499, Verdict.DOES_NOT_APPLY);
        assertThat(reliance.share()).isZero();

        decide(reliance, 250, Verdict.APPLIES);
        assertThat(reliance.share()).isEqualTo(0.25);
    }

    @Test
    void it_warns_once_beyond_the_threshold_and_says_when_it_is_rare_again() {
        Reliance reliance = new Reliance(0.1);
        decide(reliance, 900, Verdict.DOES_NOT_APPLY);
        decide(reliance, 100, Verdict.APPLIES);
        assertThat(logged()).isEmpty();

        decide(reliance, 1, Verdict.APPLIES);
        assertThat(logged())
                .containsExactly(
                        "WARN The recovery paradox is said to apply in 10.1 % of the last 1000 decisions, more than"
                                + " 10.0 %: it is rare, so look at what is given as severity, avoidability, foreseeability and prior"
                                + " failures, and at the policy");

        decide(reliance, 899, Verdict.DOES_NOT_APPLY);
        decide(reliance, 20, Verdict.DOES_NOT_APPLY);
        assertThat(reliance.share()).isEqualTo(0.081);
        assertThat(logged()).hasSize(1);

        decide(reliance, 1, Verdict.DOES_NOT_APPLY);
        assertThat(logged())
                .hasSize(2)
                .last()
                .isEqualTo(
                        "INFO The recovery paradox is said to apply in 8.0 % of the last 1000 decisions: rare again");
    }

    @Test
    void a_share_that_goes_up_and_down_about_the_threshold_warns_once() {
        Reliance reliance = new Reliance(0.1);
        for (int i = 0; i < 20; i++) {
            decide(reliance, 91, Verdict.APPLIES);
            decide(reliance, 909, Verdict.DOES_NOT_APPLY);
            decide(reliance, 110, Verdict.APPLIES);
            decide(reliance, 890, Verdict.DOES_NOT_APPLY);
        }

        assertThat(logged()).hasSize(1).first().asString().startsWith("WARN");
    }

    @Test
    void where_it_never_may_apply_one_decision_warns_and_only_none_is_rare_again() {
        Reliance reliance = new Reliance(0);
        decide(reliance, 999, Verdict.UNDETERMINED);
        assertThat(logged()).isEmpty();

        decide(reliance, 1, Verdict.APPLIES);
        assertThat(logged()).hasSize(1);

        decide(reliance, 999, Verdict.UNDETERMINED);
        assertThat(logged()).hasSize(1);

        decide(reliance, 1, Verdict.UNDETERMINED);
        assertThat(logged()).hasSize(2);
    }

    @Test
    void where_it_always_may_apply_nothing_warns() {
        Reliance reliance = new Reliance(1);

        decide(reliance, 2_000, Verdict.APPLIES);

        assertThat(reliance.share()).isEqualTo(1);
        assertThat(logged()).isEmpty();
    }

    private static void decide(Reliance reliance, int times, Verdict verdict) {
        IntStream.range(0, times).forEach(i -> reliance.decided(verdict));
    }

    private List<String> logged() {
        return log.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }
}
