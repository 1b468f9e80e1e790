package org.recoveryrules.drools.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recoveryrules.api.BudgetExceededException;
import org.recoveryrules.api.DeadlineExceededException;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.RecoveryRulesException;
import org.recoveryrules.api.RuleFailureException;
import org.recoveryrules.api.Verdict;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.live.AdvisorListener;
import org.recoveryrules.drools.live.Reload;
import org.recoveryrules.drools.live.Reload.Outcome;
import org.recoveryrules.drools.live.Staged;

/**
 * The meters of one advisor in one registry. What happens is told by events and counted; what is, is asked of the advisor
 * when somebody looks, so that an event that was left out makes no gauge wrong.
 */
final class Meters implements AdvisorListener {
    private static final String INFO = "recovery.policy.info";
    /** From the fastest decisions to the standard deadline, in steps of about three. */
    private static final Duration[] BUCKETS = Stream.concat(
                    IntStream.of(1, 3, 10, 30, 100, 300).mapToObj(micros -> Duration.ofNanos(1_000L * micros)),
                    IntStream.of(1, 3, 10, 30, 100, 300, 1_000).mapToObj(Duration::ofMillis))
            .toArray(Duration[]::new);

    private static final List<Class<? extends RecoveryRulesException>> FAILURES =
            List.of(BudgetExceededException.class, DeadlineExceededException.class, RuleFailureException.class);
    private static final Set<Outcome> UNUSED = EnumSet.of(Outcome.REFUSED, Outcome.FELL_BACK);

    private final DroolsRecoveryAdvisor advisor;
    private final Reliance reliance;
    private final MeterRegistry registry;
    private final Tags tags;
    private final Map<Verdict, Timer> decisions = new EnumMap<>(Verdict.class);
    private final Map<Outcome, Timer> reloads = new EnumMap<>(Outcome.class);
    private final Counter missed;
    private final MultiGauge info;

    /** Registers all but the policy; each row of a meter is there from the start, at 0, so that its first rise is seen. */
    Meters(DroolsRecoveryAdvisor advisor, Reliance reliance, MeterRegistry registry, Tags tags) {
        this.advisor = advisor;
        this.reliance = reliance;
        this.registry = registry;
        this.tags = tags;
        for (Verdict verdict : Verdict.values()) {
            decisions.put(verdict, decisions(verdict));
        }
        for (Outcome outcome : Outcome.values()) {
            reloads.put(outcome, reloads(outcome));
        }
        FAILURES.forEach(this::undecided);
        this.missed = Counter.builder("recovery.listener.missed")
                .description("Events that came faster than these meters took them: decisions that they do not count")
                .baseUnit("events")
                .tags(tags)
                .register(registry);
        this.info = info();
        registerPolicyGauges();
        registerShadowGauges();
        registerRelianceGauges();
    }

    private Timer decisions(Verdict verdict) {
        return Timer.builder("recovery.decisions")
                .description("Decisions, by what they say of the paradox, and how long they took")
                .tags(tags.and("verdict", verdict.name()))
                .serviceLevelObjectives(BUCKETS)
                .minimumExpectedValue(BUCKETS[0])
                .maximumExpectedValue(BUCKETS[BUCKETS.length - 1])
                .register(registry);
    }

    private Timer reloads(Outcome outcome) {
        return Timer.builder("recovery.reloads")
                .description("Policies that were loaded, refused or gone back to, by what came of it")
                .tags(tags.and("outcome", outcome.name()))
                .register(registry);
    }

    private Counter undecided(Class<? extends RecoveryRulesException> failure) {
        return Counter.builder("recovery.undecided")
                .description(
                        "Decisions that were not made by a fault of the policy: too many firings, too long, a rule that"
                                + " failed")
                .baseUnit("decisions")
                .tags(tags.and("exception", failure.getSimpleName()))
                .register(registry);
    }

    private void registerPolicyGauges() {
        gauge(
                "recovery.policy.refused",
                null,
                "1 while the policy that was read last may not serve, so that another one does; else 0",
                advisor,
                asked -> UNUSED.contains(asked.lastReload().outcome()) ? 1 : 0);
        gauge(
                "recovery.policy.rules",
                "rules",
                "Rules of the policy that serves",
                advisor,
                asked -> asked.policy().rules().size());
        gauge(
                "recovery.policy.rules.indexed",
                "rules",
                "Rules of the policy that serves that are looked up in the index; the others are asked of Drools",
                advisor,
                DroolsRecoveryAdvisor::indexedRules);
        gauge(
                "recovery.policy.versions",
                "versions",
                "Versions that can serve at once, with the one that does",
                advisor,
                asked -> asked.versions().size());
    }

    private void registerShadowGauges() {
        gauge(
                "recovery.shadow.running",
                null,
                "1 while a policy is staged; else 0",
                advisor,
                asked -> asked.staged().filter(Staged::running).isPresent() ? 1 : 0);
        shadow("compared", "Decisions of the policy that is staged, or was last, that were compared", Staged::compared);
        shadow("differing", "Those of them that were others than the policy made that serves", Staged::differing);
        shadow("dropped", "Decisions that were not compared, since they came too fast", Staged::dropped);
    }

    private void shadow(String name, String description, ToLongFunction<Staged> count) {
        gauge(
                "recovery.shadow." + name,
                "decisions",
                description,
                advisor,
                asked -> asked.staged()
                        .map(staged -> (double) count.applyAsLong(staged))
                        .orElse(0.0));
    }

    private void registerRelianceGauges() {
        gauge(
                "recovery.paradox.reliance",
                "ratio",
                "Share of the last 1,000 decisions by which the paradox applies; not a number before there were 100",
                reliance,
                Reliance::share);
        gauge(
                "recovery.paradox.reliance.threshold",
                "ratio",
                "The share beyond which a warning is logged",
                reliance,
                Reliance::threshold);
    }

    private <T> void gauge(String name, @Nullable String unit, String description, T asked, ToDoubleFunction<T> value) {
        // Else that of an earlier advisor, closed since, would stay.
        registry.removeByPreFilterId(new Meter.Id(name, tags, unit, description, Meter.Type.GAUGE));
        Gauge.builder(name, asked, value)
                .baseUnit(unit)
                .description(description)
                .tags(tags)
                .register(registry);
    }

    private MultiGauge info() {
        registry.find(INFO).tags(tags).gauges().forEach(registry::remove);
        return MultiGauge.builder(INFO)
                .description("1, tagged with the policy that serves")
                .tags(tags)
                .register(registry);
    }

    /** Tells which policy serves, and no other any more: a row for each would grow without bound. */
    synchronized void tellPolicy() {
        PolicyIdentity policy = advisor.policy().identity();
        Tags row = Tags.of("name", policy.name(), "version", policy.version(), "digest", policy.digest());
        info.register(List.of(MultiGauge.Row.of(row, 1)));
    }

    @Override
    public void decided(Decided decided) {
        Verdict verdict = decided.decision().paradox().verdict();
        decisions.get(verdict).record(decided.took());
        reliance.decided(verdict);
    }

    @Override
    public void undecided(Undecided undecided) {
        undecided(undecided.failure().getClass()).increment();
    }

    @Override
    public void reloaded(Reload reload) {
        reloads.get(reload.outcome()).record(reload.took());
        tellPolicy();
    }

    @Override
    public void missed(long events) {
        missed.increment(events);
        // One of them may have been a reload.
        tellPolicy();
    }
}
