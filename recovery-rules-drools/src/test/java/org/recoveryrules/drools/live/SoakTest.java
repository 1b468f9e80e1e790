package org.recoveryrules.drools.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.live.Reload.Outcome;
import org.recoveryrules.drools.live.Variants.Size;
import org.recoveryrules.drools.policy.CompiledPolicy;

/**
 * Eight threads decide while the policy is saved, damaged, reloaded, watched, rolled back and staged all the time: every
 * decision is exactly that of one version, none is missing or late, and nothing piles up. Long enough for a build;
 * {@code -Drecovery.soak=PT5M}, or the profile {@code soak}, is the full run, with a policy of the size of the standard one
 * besides.
 */
class SoakTest {
    private static final String PROPERTY = "recovery.soak";
    private static final Duration TIME = Duration.parse(System.getProperty(PROPERTY, "PT12S"));
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final int ROUNDS = 6;
    private static final int VARIANTS = 40;
    private static final int CONTEXTS = 60;
    private static final int VERSIONS_KEPT = 5;
    /** What the last third of the rounds may hold more than the first, from which the warm-up is left out. */
    private static final Footprint MORE = new Footprint(3_000_000, 3_000_000, 200, 0);

    static Stream<Size> sizes() {
        return System.getProperty(PROPERTY) == null ? Stream.of(Size.SMALL) : Stream.of(Size.values());
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void decides_by_whole_versions_alone_whatever_is_saved(Size size, @TempDir Path parent) throws Exception {
        Variants variants = new Variants(size, VARIANTS, CONTEXTS);
        PolicyFolder folder = new PolicyFolder(parent);
        folder.save(variants.all().get(0).files());
        SoakListener listener = new SoakListener(variants);
        List<Footprint> footprints = new ArrayList<>();
        List<Long> others = versions();
        SoakLoad load;
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(PolicySource.folder(folder.path()))
                .watch(Duration.ofMillis(50))
                .deadline(DEADLINE)
                .versionsKept(VERSIONS_KEPT)
                .listener(listener)
                .build()) {
            load = new SoakLoad(advisor, folder, variants);
            for (int round = 0; round < ROUNDS; round++) {
                load.run(TIME.dividedBy(ROUNDS));
                int kept = advisor.versions().size();
                awaitVersions(others.stream().map(count -> count + kept).toList());
                footprints.add(Footprint.now());
            }
        }
        System.out.printf("Soak, %s policy%n%s%n%s%n", size, load, listener);
        footprints.forEach(System.out::println);

        assertThat(listener.faults()).isEmpty();
        assertThat(listener.compared()).isPositive();
        assertThat(listener.reloads(Outcome.LOADED)).isPositive();
        assertThat(System.getProperty(Damage.MARKER)).isNull();
        assertThat(load.latencies.count()).isEqualTo(load.calls.get() - load.pinnedTooLate.get());
        assertThat(load.latencies.longest()).isLessThan(DEADLINE);
        assertFlat(footprints);
    }

    /** Versions that are not kept are garbage, and so is what was compiled of them. */
    private static void awaitVersions(List<Long> expected) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!versions().equals(expected) && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        assertThat(versions()).isEqualTo(expected);
    }

    /** How many versions can be reached, and how many compiled policies. */
    private static List<Long> versions() {
        Map<String, Long> objects = Footprint.objects();
        return Stream.of(PolicyVersion.class.getName(), CompiledPolicy.class.getName())
                .map(name -> objects.getOrDefault(name, 0L))
                .toList();
    }

    private static void assertFlat(List<Footprint> footprints) {
        Footprint first = Footprint.least(footprints.subList(1, ROUNDS / 3 + 1));
        Footprint last = Footprint.least(footprints.subList(ROUNDS * 2 / 3, ROUNDS));
        assertThat(last.heap()).isLessThan(first.heap() + MORE.heap());
        assertThat(last.metaspace()).isLessThan(first.metaspace() + MORE.metaspace());
        assertThat(last.classes()).isLessThan(first.classes() + MORE.classes());
        assertThat(last.threads()).isLessThanOrEqualTo(first.threads() + MORE.threads());
    }
}
