package org.recoveryrules.drools.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;

/**
 * What an advisor does, as meters: its decisions and how long they take, what kept it from deciding, which policy serves and
 * what came of reloads, the policy that is staged, and the <em>reliance on the paradox</em>: the share of the last 1,000
 * decisions by which it applies. The page {@code docs/metrics.md} lists them all.
 *
 * <p>The effect is "real, rare and small" (Michel &amp; Meuter 2008). A firm that finds it often records its failures too
 * kindly, or has a policy that is too hopeful; so one line is logged at WARN when that share, of 100 decisions or more, goes
 * beyond a threshold, and one at INFO when it has come back to four fifths of it.
 *
 * <p>Meters count from the time that they are bound, in a thread of their own: a decision is counted some milliseconds after
 * it was made. No meter tells anything of a customer. Immutable; safe for use by any number of threads.
 */
public final class RecoveryMetrics implements MeterBinder {
    /** More than this share of the decisions is not rare: one in ten, which is chosen, since no source gives a number. */
    public static final double RARE = 0.1;

    private final DroolsRecoveryAdvisor advisor;
    private final double relianceThreshold;
    private final Tags tags;

    /**
     * The meters of an advisor, without a tag of their own, that warn of a reliance beyond {@link #RARE}.
     *
     * @param advisor the advisor
     */
    public RecoveryMetrics(DroolsRecoveryAdvisor advisor) {
        this(advisor, RARE, Tags.empty());
    }

    /**
     * The meters of an advisor.
     *
     * @param advisor the advisor
     * @param relianceThreshold beyond which share of decisions a reliance is warned of, 0 to 1; 1 never warns
     * @param tags what every meter is tagged with, where several advisors tell one registry: the same keys for each of them
     * @throws IllegalArgumentException if the threshold is beyond these bounds
     */
    public RecoveryMetrics(DroolsRecoveryAdvisor advisor, double relianceThreshold, Iterable<Tag> tags) {
        if (!(relianceThreshold >= 0 && relianceThreshold <= 1)) {
            throw new IllegalArgumentException("relianceThreshold must be 0 to 1, but was " + relianceThreshold);
        }
        this.advisor = advisor;
        this.relianceThreshold = relianceThreshold;
        this.tags = Tags.of(tags);
    }

    /**
     * Registers the meters, and keeps them up to date until the advisor is closed. Do so once: to tell several registries, bind
     * to a {@code CompositeMeterRegistry} of them. In a registry that has the same meters of another advisor, this one takes
     * its place.
     *
     * @throws IllegalStateException if the advisor is closed
     */
    @Override
    public void bindTo(MeterRegistry registry) {
        Meters meters = new Meters(advisor, new Reliance(relianceThreshold), registry, tags);
        advisor.addListener(meters);
        meters.tellPolicy();
    }
}
