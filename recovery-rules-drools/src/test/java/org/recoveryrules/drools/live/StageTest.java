package org.recoveryrules.drools.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.recoveryrules.drools.Contexts.minor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Verdict;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.Profile;

class StageTest {
    private static final FailureContext MODERATE =
            minor().severity(Severity.MODERATE).build();

    private final SavedPolicy saved = SavedPolicy.of("MODERATE");
    private final LinkedBlockingQueue<ShadowDifference> differences = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Staged> ends = new LinkedBlockingQueue<>();

    @Test
    void differences_are_counted_and_told_and_never_served() throws Exception {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            assertThat(advisor.staged()).isEmpty();
            PolicyIdentity staged = advisor.stage(SavedPolicy.of("MAJOR"));

            assertThat(advisor.decide(MODERATE).paradox().verdict()).isEqualTo(Verdict.DOES_NOT_APPLY);
            advisor.decide(minor().build());

            ShadowDifference difference = differences.poll(1, TimeUnit.MINUTES);
            assertThat(difference).isNotNull();
            assertThat(difference.context()).isEqualTo(MODERATE);
            assertThat(difference.components()).containsExactly("paradox", "reasons");
            assertThat(difference.served()).isEqualTo(advisor.decide(MODERATE));
            assertThat(difference.staged().policy()).isEqualTo(staged);
            assertThat(difference.staged().paradox().verdict()).isEqualTo(Verdict.APPLIES);
            Staged report = await(advisor, now -> now.compared() == 3);
            assertThat(report.policy()).isEqualTo(staged);
            assertThat(report.running()).isTrue();
            assertThat(report.differing()).isEqualTo(2);
            assertThat(report.dropped()).isZero();
            assertThat(report.failure()).isEmpty();
        }
    }

    @Test
    void of_many_differences_some_are_told_and_all_are_counted() throws Exception {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            advisor.stage(SavedPolicy.of("MAJOR"));
            for (int i = 1; i <= 250; i++) {
                advisor.decide(MODERATE);
                int compared = i;
                await(advisor, now -> now.compared() == compared);
            }

            advisor.unstage();

            assertThat(ends.poll(1, TimeUnit.MINUTES))
                    .isEqualTo(advisor.staged().orElseThrow());
            assertThat(advisor.staged().orElseThrow().differing()).isEqualTo(250);
            assertThat(differences).hasSize(101);
        }
    }

    @Test
    void one_that_fails_is_taken_away() throws Exception {
        Map<String, String> loops = Policies.files(
                Policies.rule("test.loops", "$claim : Claim( compensatedClaims == 77 )", "update( $claim );"));
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(saved)
                .profile(Profile.TRUSTED)
                .listener(listener())
                .build()) {
            PolicyIdentity staged = advisor.stage(PolicySource.memory(loops));

            advisor.decide(minor().compensatedClaims(77).build());

            Staged end = ends.poll(1, TimeUnit.MINUTES);
            assertThat(end)
                    .isEqualTo(new Staged(
                            staged,
                            false,
                            0,
                            0,
                            0,
                            Optional.of("more than 10000 matches in one decision; these rules went on firing:"
                                    + " test.loops")));
            assertThat(advisor.staged()).contains(end);
            advisor.decide(MODERATE);
            assertThat(advisor.staged()).contains(end);
        }
    }

    @Test
    void one_that_comes_to_serve_leaves_the_stage() throws Exception {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            PolicyIdentity staged = advisor.stage(SavedPolicy.of("MAJOR"));
            saved.save("MAJOR");

            assertThat(advisor.reload().serving()).isEqualTo(staged);

            assertThat(ends.poll(1, TimeUnit.MINUTES)).isNotNull();
            assertThat(advisor.staged().orElseThrow().running()).isFalse();
        }
    }

    @Test
    void another_takes_its_place() throws Exception {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            PolicyIdentity first = advisor.stage(SavedPolicy.of("MAJOR"));
            PolicyIdentity second = advisor.stage(SavedPolicy.of("CRITICAL"));

            assertThat(ends.poll(1, TimeUnit.MINUTES).policy()).isEqualTo(first);
            assertThat(advisor.staged().orElseThrow().policy()).isEqualTo(second);
        }
    }

    @Test
    void one_that_could_not_serve_is_refused() {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            Map<String, String> inEuro = SavedPolicy.files("MAJOR");
            inEuro.computeIfPresent("policy.properties", (path, text) -> text.replace("USD", "EUR"));

            for (Map<String, String> files : List.of(SavedPolicy.files("MAJR"), inEuro)) {
                assertThat(catchThrowableOfType(
                                InvalidPolicyException.class, () -> advisor.stage(PolicySource.memory(files))))
                        .isNotNull();
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> advisor.stage(null))
                    .withMessage("policy must be given, but was null");
            assertThat(advisor.staged()).isEmpty();
        }
    }

    private DroolsRecoveryAdvisor advisor() {
        return DroolsRecoveryAdvisor.builder()
                .policy(saved)
                .listener(listener())
                .build();
    }

    private AdvisorListener listener() {
        return new AdvisorListener() {
            @Override
            public void differed(ShadowDifference difference) {
                differences.add(difference);
            }

            @Override
            public void unstaged(Staged last) {
                ends.add(last);
            }
        };
    }

    private static Staged await(DroolsRecoveryAdvisor advisor, Predicate<Staged> reached) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!reached.test(advisor.staged().orElseThrow())) {
            assertThat(System.nanoTime()).as("%s", advisor.staged()).isLessThan(deadline);
            Thread.sleep(1);
        }
        return advisor.staged().orElseThrow();
    }
}
