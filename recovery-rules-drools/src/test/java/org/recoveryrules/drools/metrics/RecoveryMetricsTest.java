package org.recoveryrules.drools.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.recoveryrules.drools.Contexts.minor;
import static org.recoveryrules.drools.Policies.rule;
import static org.recoveryrules.drools.metrics.Eventually.eventually;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.BudgetExceededException;
import org.recoveryrules.api.DeadlineExceededException;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.RuleFailureException;
import org.recoveryrules.api.Severity;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.Profile;

class RecoveryMetricsTest {
    private static final String BARRIER = rule(
            "test.severe", "ServiceFailure( severity >= Severity.MAJOR )", "findings.barrier( Barrier.SEVERITY );");
    private static final String QUESTION = rule(
            "test.unknown",
            "ServiceFailure( avoidability == Avoidability.UNKNOWN )",
            "findings.ask( Question.AVOIDABILITY );");
    private static final FailureContext SEVERE =
            minor().severity(Severity.MAJOR).build();
    private static final FailureContext UNKNOWN =
            minor().avoidability(Avoidability.UNKNOWN).build();

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Map<String, String> files = new HashMap<>(Policies.files(BARRIER, QUESTION));

    @Test
    void decisions_are_counted_by_verdict_and_timed() throws Throwable {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            new RecoveryMetrics(advisor).bindTo(registry);
            advisor.decide(minor().build());
            advisor.decide(SEVERE);
            advisor.decide(SEVERE);

            eventually(() -> assertThat(counts("recovery.decisions"))
                    .containsOnly(
                            Map.entry("[tag(verdict=APPLIES)]", 1.0),
                            Map.entry("[tag(verdict=DOES_NOT_APPLY)]", 2.0),
                            Map.entry("[tag(verdict=UNDETERMINED)]", 0.0)));
            assertThat(registry.get("recovery.decisions")
                            .tag("verdict", "DOES_NOT_APPLY")
                            .timer()
                            .totalTime(TimeUnit.NANOSECONDS))
                    .isPositive();
        }
    }

    @Test
    void how_long_decisions_take_is_told_in_buckets_from_a_microsecond_to_a_second() {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            new RecoveryMetrics(advisor).bindTo(registry);

            assertThat(Arrays.stream(registry.get("recovery.decisions")
                                    .tag("verdict", "UNDETERMINED")
                                    .timer()
                                    .takeSnapshot()
                                    .histogramCounts())
                            .map(CountAtBucket::bucket)
                            .map(nanos -> Duration.ofNanos(nanos.longValue()).toString()))
                    .containsExactly(
                            "PT0.000001S",
                            "PT0.000003S",
                            "PT0.00001S",
                            "PT0.00003S",
                            "PT0.0001S",
                            "PT0.0003S",
                            "PT0.001S",
                            "PT0.003S",
                            "PT0.01S",
                            "PT0.03S",
                            "PT0.1S",
                            "PT0.3S",
                            "PT1S");
        }
    }

    @Test
    void decisions_that_are_not_made_are_counted_by_what_kept_them_from_it() throws Throwable {
        String loops = rule("test.loops", "$claim : Claim( compensatedClaims == 77 )", "update( $claim );");
        String throwing = rule(
                "test.throws",
                "Claim( compensatedClaims == 78 )",
                "findings.offer( RemedyKind.APOLOGY, Component.GESTURE, Amount.of( \"1\" ) );");
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(Policies.of(loops, throwing))
                .profile(Profile.TRUSTED)
                .build()) {
            new RecoveryMetrics(advisor).bindTo(registry);
            assertThatThrownBy(
                            () -> advisor.decide(minor().compensatedClaims(77).build()))
                    .isInstanceOf(BudgetExceededException.class);
            assertThatThrownBy(
                            () -> advisor.decide(minor().compensatedClaims(78).build()))
                    .isInstanceOf(RuleFailureException.class);
            assertThatThrownBy(
                            () -> advisor.decide(minor().compensatedClaims(78).build()))
                    .isInstanceOf(RuleFailureException.class);

            eventually(() -> assertThat(counts("recovery.undecided"))
                    .containsOnly(
                            Map.entry("[tag(exception=BudgetExceededException)]", 1.0),
                            Map.entry("[tag(exception=DeadlineExceededException)]", 0.0),
                            Map.entry("[tag(exception=RuleFailureException)]", 2.0)));
        }
    }

    @Test
    void a_decision_beyond_the_deadline_is_counted() throws Throwable {
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(Policies.of(
                        Policies.rule("test.twice", "ServiceFailure()", "findings.review(); findings.review();")))
                .profile(Profile.TRUSTED)
                .deadline(Duration.ofNanos(1))
                .build()) {
            new RecoveryMetrics(advisor).bindTo(registry);
            assertThatThrownBy(() -> advisor.decide(SEVERE)).isInstanceOf(DeadlineExceededException.class);

            eventually(() -> assertThat(counts("recovery.undecided"))
                    .containsEntry("[tag(exception=DeadlineExceededException)]", 1.0));
        }
    }

    @Test
    void a_policy_that_is_refused_is_told_until_one_may_serve() throws Throwable {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            new RecoveryMetrics(advisor).bindTo(registry);
            assertThat(gauge("recovery.policy.refused")).isZero();

            files.put("test/test.drl", "rule");
            advisor.reload();
            assertThat(gauge("recovery.policy.refused")).isEqualTo(1);

            files.putAll(Policies.files(BARRIER));
            advisor.reload();
            advisor.reload();
            assertThat(gauge("recovery.policy.refused")).isZero();

            files.put("test/test.drl", "rule");
            advisor.reload();
            advisor.rollback();
            assertThat(gauge("recovery.policy.refused")).isZero();

            eventually(() -> assertThat(counts("recovery.reloads"))
                    .containsOnly(
                            Map.entry("[tag(outcome=LOADED)]", 1.0),
                            Map.entry("[tag(outcome=UNCHANGED)]", 1.0),
                            Map.entry("[tag(outcome=REFUSED)]", 2.0),
                            Map.entry("[tag(outcome=FELL_BACK)]", 0.0),
                            Map.entry("[tag(outcome=ROLLED_BACK)]", 1.0)));
        }
    }

    @Test
    void a_fallback_is_told_as_a_policy_that_is_refused() {
        files.put("test/test.drl", "rule");
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(source())
                .fallback(Policies.of(BARRIER))
                .build()) {
            new RecoveryMetrics(advisor).bindTo(registry);

            assertThat(gauge("recovery.policy.refused")).isEqualTo(1);
        }
    }

    @Test
    void the_policy_that_serves_is_told_and_no_other() throws Throwable {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            new RecoveryMetrics(advisor).bindTo(registry);
            PolicyIdentity first = advisor.policy().identity();
            assertThat(policies()).containsExactly(row(first));
            assertThat(gauge("recovery.policy.rules")).isEqualTo(2);
            assertThat(gauge("recovery.policy.versions")).isEqualTo(1);

            files.putAll(Policies.files(BARRIER));
            files.put("policy.properties", "name = test\nversion = 2\ncurrency = USD\n");
            advisor.reload();
            PolicyIdentity second = advisor.policy().identity();
            assertThat(second.version()).isEqualTo("2");
            eventually(() -> assertThat(policies()).containsExactly(row(second)));
            assertThat(gauge("recovery.policy.rules")).isEqualTo(1);
            assertThat(gauge("recovery.policy.versions")).isEqualTo(2);

            advisor.rollback();
            eventually(() -> assertThat(policies()).containsExactly(row(first)));
        }
    }

    @Test
    void a_policy_that_is_staged_is_told_with_what_it_came_to() throws Throwable {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            new RecoveryMetrics(advisor).bindTo(registry);
            assertThat(shadow()).containsExactly(0.0, 0.0, 0.0, 0.0);

            advisor.stage(Policies.of(QUESTION));
            advisor.decide(SEVERE);
            advisor.decide(UNKNOWN);
            eventually(() -> assertThat(shadow()).containsExactly(1.0, 2.0, 1.0, 0.0));

            advisor.unstage();
            assertThat(shadow()).containsExactly(0.0, 2.0, 1.0, 0.0);
        }
    }

    @Test
    void the_reliance_on_the_paradox_is_told_with_its_threshold() throws Throwable {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            new RecoveryMetrics(advisor, 0.3, Tags.empty()).bindTo(registry);
            assertThat(gauge("recovery.paradox.reliance.threshold")).isEqualTo(0.3);
            assertThat(gauge("recovery.paradox.reliance")).isNaN();

            for (int i = 0; i < 100; i++) {
                advisor.decide(i < 25 ? minor().build() : SEVERE);
            }

            eventually(() -> assertThat(gauge("recovery.paradox.reliance")).isEqualTo(0.25));
        }
    }

    @Test
    void a_threshold_is_a_share_and_one_in_ten_unless_somebody_says_otherwise() {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            new RecoveryMetrics(advisor).bindTo(registry);
            assertThat(gauge("recovery.paradox.reliance.threshold")).isEqualTo(0.1);

            for (double threshold : new double[] {0, 1}) {
                new RecoveryMetrics(advisor, threshold, Tags.empty()).bindTo(registry);
                assertThat(gauge("recovery.paradox.reliance.threshold")).isEqualTo(threshold);
            }
            for (double threshold : new double[] {-0.001, 1.001, Double.NaN}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> new RecoveryMetrics(advisor, threshold, Tags.empty()))
                        .withMessage("relianceThreshold must be 0 to 1, but was " + threshold);
            }
        }
    }

    @Test
    void two_advisors_are_told_apart_by_a_tag() throws Throwable {
        try (DroolsRecoveryAdvisor one = advisor();
                DroolsRecoveryAdvisor other = DroolsRecoveryAdvisor.builder()
                        .policy(Policies.of(BARRIER))
                        .build()) {
            new RecoveryMetrics(one, RecoveryMetrics.RARE, Tags.of("desk", "air")).bindTo(registry);
            new RecoveryMetrics(other, RecoveryMetrics.RARE, Tags.of("desk", "rail")).bindTo(registry);
            other.decide(SEVERE);

            eventually(() -> assertThat(registry.get("recovery.decisions")
                            .tags("desk", "rail", "verdict", "DOES_NOT_APPLY")
                            .timer()
                            .count())
                    .isEqualTo(1));
            assertThat(registry.getMeters()).allMatch(meter -> meter.getId().getTag("desk") != null);
            assertThat(rules("air")).isEqualTo(2);
            assertThat(rules("rail")).isEqualTo(1);
            assertThat(registry.get("recovery.policy.info").gauges()).hasSize(2);
        }
    }

    @Test
    void an_advisor_takes_the_place_of_one_before_it() {
        try (DroolsRecoveryAdvisor before = advisor()) {
            new RecoveryMetrics(before).bindTo(registry);
        }
        files.putAll(Policies.files(BARRIER));
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            new RecoveryMetrics(advisor).bindTo(registry);

            assertThat(gauge("recovery.policy.rules")).isEqualTo(1);
            assertThat(policies()).containsExactly(row(advisor.policy().identity()));
        }
    }

    @Test
    void the_rules_that_the_index_knows_are_told() {
        assertThat(indexed(DroolsRecoveryAdvisor.builder().policy(source()))).isEqualTo(2);
        assertThat(indexed(DroolsRecoveryAdvisor.builder().policy(source()).unindexed()))
                .isZero();

        files.put(
                "test/beyond.drl",
                Policies.files(rule("test.beyond", "$claim : Claim()", "findings.review();"))
                        .get("test/test.drl"));
        assertThat(indexed(DroolsRecoveryAdvisor.builder().policy(source()).profile(Profile.TRUSTED)))
                .isEqualTo(2);
        assertThat(gauge("recovery.policy.rules")).isEqualTo(3);
    }

    private double indexed(DroolsRecoveryAdvisor.Builder builder) {
        DroolsRecoveryAdvisor advisor = builder.build();
        new RecoveryMetrics(advisor).bindTo(registry);
        double indexed = gauge("recovery.policy.rules.indexed");
        advisor.close();
        return indexed;
    }

    @Test
    void every_registry_of_a_composite_is_told() throws Throwable {
        SimpleMeterRegistry second = new SimpleMeterRegistry();
        CompositeMeterRegistry composite = new CompositeMeterRegistry();
        composite.add(registry).add(second);
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            new RecoveryMetrics(advisor).bindTo(composite);
            files.putAll(Policies.files(BARRIER));
            advisor.reload();

            for (MeterRegistry each : List.of(registry, second)) {
                eventually(() -> assertThat(each.find("recovery.policy.info").gauges())
                        .singleElement()
                        .extracting(info -> info.getId().getTag("digest"))
                        .isEqualTo(advisor.policy().identity().digest()));
            }
        }
    }

    @Test
    void an_advisor_that_is_closed_has_no_meters() {
        DroolsRecoveryAdvisor advisor = advisor();
        advisor.close();

        assertThatThrownBy(() -> new RecoveryMetrics(advisor).bindTo(registry))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this advisor is closed");
    }

    @Test
    void events_that_were_left_out_are_counted_and_a_reload_among_them_is_noticed() {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            Meters meters = new Meters(advisor, new Reliance(1), registry, Tags.empty());
            meters.tellPolicy();
            files.putAll(Policies.files(BARRIER));
            advisor.reload();
            assertThat(policies()).doesNotContain(row(advisor.policy().identity()));

            meters.missed(7);

            assertThat(registry.get("recovery.listener.missed").counter().count())
                    .isEqualTo(7);
            assertThat(policies()).containsExactly(row(advisor.policy().identity()));
        }
    }

    private DroolsRecoveryAdvisor advisor() {
        return DroolsRecoveryAdvisor.builder().policy(source()).build();
    }

    /** As the files are when they are read. */
    private PolicySource source() {
        return () -> {
            Map<String, byte[]> contents = new HashMap<>();
            files.forEach((path, text) -> contents.put(path, text.getBytes(UTF_8)));
            return contents;
        };
    }

    private Map<String, Double> counts(String name) {
        Map<String, Double> counts = new HashMap<>();
        for (Meter meter : registry.get(name).meters()) {
            counts.put(
                    meter.getId().getTags().toString(),
                    meter.measure().iterator().next().getValue());
        }
        return counts;
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }

    private double rules(String desk) {
        return registry.get("recovery.policy.rules").tag("desk", desk).gauge().value();
    }

    private List<Double> shadow() {
        return List.of(
                gauge("recovery.shadow.running"),
                gauge("recovery.shadow.compared"),
                gauge("recovery.shadow.differing"),
                gauge("recovery.shadow.dropped"));
    }

    private List<List<Tag>> policies() {
        assertThat(registry.get("recovery.policy.info").gauges())
                .extracting(Gauge::value)
                .containsOnly(1.0);
        return registry.get("recovery.policy.info").gauges().stream()
                .map(info -> info.getId().getTags())
                .toList();
    }

    private static List<Tag> row(PolicyIdentity policy) {
        return List.of(
                Tag.of("digest", policy.digest()), Tag.of("name", policy.name()), Tag.of("version", policy.version()));
    }
}
