package org.recoveryrules.drools.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.recoveryrules.drools.Contexts.minor;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Verdict;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.Profile;
import org.recoveryrules.drools.live.Reload.Outcome;

class ReloadTest {
    private static final FailureContext MODERATE =
            minor().severity(Severity.MODERATE).build();
    private static final String CASES = "test/test.cases.csv";
    private static final String HEADER =
            "case,severity,avoidability,foreseeability,priorFailures,lifetimeValue,verdict\n";
    private static final String MODERATE_IS_A_BARRIER =
            HEADER + "moderate harm,MODERATE,UNAVOIDABLE,UNFORESEEABLE,0,1,DOES_NOT_APPLY\n";

    private final SavedPolicy saved = SavedPolicy.of("MODERATE");

    @Test
    void what_was_saved_serves_whoever_asks_from_then_on() {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            RecoveryDecision before = advisor.decide(MODERATE);
            assertThat(before.paradox().verdict()).isEqualTo(Verdict.DOES_NOT_APPLY);
            assertThat(advisor.lastReload().outcome()).isEqualTo(Outcome.LOADED);

            saved.save("MAJOR");
            Reload reload = advisor.reload();

            RecoveryDecision after = advisor.decide(MODERATE);
            assertThat(after.paradox().verdict()).isEqualTo(Verdict.APPLIES);
            assertThat(reload.outcome()).isEqualTo(Outcome.LOADED);
            assertThat(reload.serving()).isEqualTo(after.policy()).isNotEqualTo(before.policy());
            assertThat(advisor.lastReload()).isEqualTo(reload);
            assertThat(advisor.policy().identity()).isEqualTo(after.policy());
        }
    }

    @Test
    void what_is_the_same_is_not_loaded_again() {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            PolicyIdentity before = advisor.policy().identity();

            assertThat(advisor.reload().outcome()).isEqualTo(Outcome.UNCHANGED);

            assertThat(advisor.versions()).containsExactly(before);
        }
    }

    @Test
    void what_is_wrong_is_refused_with_all_diagnostics_and_the_old_policy_goes_on() {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            RecoveryDecision before = advisor.decide(MODERATE);
            saved.save("MAJR");

            Reload reload = advisor.reload();

            assertThat(reload.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(reload.serving()).isEqualTo(before.policy());
            assertThat(reload.diagnostics())
                    .extracting(Diagnostic::toString)
                    .containsExactly("test/test.drl:10:33: error[constant-unknown]: Severity has no constant 'MAJR'");
            assertThat(advisor.lastReload()).isEqualTo(reload);
            assertThat(advisor.decide(MODERATE)).isEqualTo(before);
            assertThat(advisor.versions()).containsExactly(before.policy());
        }
    }

    @Test
    void a_policy_whose_own_cases_fail_is_refused_though_nothing_else_is_wrong() {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            saved.save("MODERATE", CASES, MODERATE_IS_A_BARRIER);
            assertThat(advisor.reload().outcome()).isEqualTo(Outcome.LOADED);
            saved.save("MAJOR", CASES, MODERATE_IS_A_BARRIER);

            Reload reload = advisor.reload();

            assertThat(reload.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(reload.diagnostics())
                    .filteredOn(diagnostic -> diagnostic.level() == Diagnostic.Level.ERROR)
                    .extracting(Diagnostic::toString)
                    .containsExactly("test/test.cases.csv:2: error[case-fails]: 'moderate harm' does not hold: verdict:"
                            + " expected DOES_NOT_APPLY, came APPLIES");
            assertThat(advisor.decide(MODERATE).paradox().verdict()).isEqualTo(Verdict.DOES_NOT_APPLY);
        }
    }

    @Test
    void a_policy_whose_own_cases_fail_does_not_start_either_unless_they_are_not_asked_for() {
        saved.save("MAJOR", CASES, MODERATE_IS_A_BARRIER);
        DroolsRecoveryAdvisor.Builder builder = DroolsRecoveryAdvisor.builder().policy(saved);

        assertThat(catchThrowableOfType(InvalidPolicyException.class, builder::build)
                        .diagnostics())
                .extracting(Diagnostic::code)
                .contains("case-fails");
        assertThat(builder.check()).extracting(Diagnostic::code).containsExactly("case-fails", "import-unused");
        try (DroolsRecoveryAdvisor advisor = builder.untested().build()) {
            assertThat(advisor.decide(MODERATE).paradox().verdict()).isEqualTo(Verdict.APPLIES);
        }
    }

    @Test
    void a_case_without_a_decision_is_refused_too() {
        Map<String, String> files = Policies.files(
                Policies.rule("test.loops", "$claim : Claim( compensatedClaims == 77 )", "update( $claim );"));
        files.put(
                CASES,
                "case,severity,avoidability,foreseeability,priorFailures,lifetimeValue,compensatedClaims,verdict\n"
                        + "many claims,MINOR,UNAVOIDABLE,UNFORESEEABLE,0,1,77,APPLIES\n");
        DroolsRecoveryAdvisor.Builder builder = DroolsRecoveryAdvisor.builder()
                .policy(PolicySource.memory(files))
                .profile(Profile.TRUSTED);

        assertThat(catchThrowableOfType(InvalidPolicyException.class, builder::build)
                        .diagnostics())
                .extracting(Diagnostic::toString)
                .contains("test/test.cases.csv:2: error[case-fails]: 'many claims' does not hold: there is no"
                        + " decision: more than 10000 matches in one decision; these rules went on firing: test.loops");
    }

    @Test
    void changed_cases_alone_are_loaded_and_decide_the_same() {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            PolicyIdentity before = advisor.policy().identity();
            saved.save("MODERATE", CASES, MODERATE_IS_A_BARRIER);

            assertThat(advisor.reload().outcome()).isEqualTo(Outcome.LOADED);

            assertThat(advisor.versions()).containsExactly(before);
            assertThat(advisor.runCases().results()).hasSize(1);
        }
    }

    @Test
    void what_cannot_be_read_is_refused_and_serves_once_it_can() {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            saved.read(() -> {
                throw new IOException("the share is away");
            });
            Reload away = advisor.reload();
            saved.save("MODERATE");
            Reload back = advisor.reload();

            assertThat(away.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(away.diagnostics())
                    .extracting(Diagnostic::toString)
                    .containsExactly("saved: error[policy-unreadable]: the share is away");
            assertThat(back.outcome()).isEqualTo(Outcome.UNCHANGED);
        }
    }

    @Test
    void another_currency_would_refuse_every_call_and_is_refused() {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            Map<String, String> inEuro = SavedPolicy.files("MAJOR");
            inEuro.computeIfPresent("policy.properties", (path, text) -> text.replace("USD", "EUR"));
            saved.save(inEuro);

            Reload reload = advisor.reload();

            assertThat(reload.diagnostics())
                    .extracting(Diagnostic::toString)
                    .containsExactly("policy.properties: error[currency-changed]: the policy that serves is in USD,"
                            + " this one in EUR");
            assertThat(advisor.decide(MODERATE).paradox().verdict()).isEqualTo(Verdict.DOES_NOT_APPLY);
        }
    }

    @Test
    void another_currency_is_refused_where_the_embedder_names_one_too() {
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(saved)
                .currency(CurrencyUnit.USD)
                .build()) {
            Map<String, String> inEuro = SavedPolicy.files("MAJOR");
            inEuro.computeIfPresent("policy.properties", (path, text) -> text.replace("USD", "EUR"));
            saved.save(inEuro);

            assertThat(advisor.reload().outcome()).isEqualTo(Outcome.REFUSED);
        }
    }

    @Test
    void a_fallback_of_another_currency_is_nothing_to_go_back_to() {
        saved.save("MAJR");
        Map<String, String> inEuro = SavedPolicy.files("MAJOR");
        inEuro.computeIfPresent("policy.properties", (path, text) -> text.replace("USD", "EUR"));
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(saved)
                .fallback(PolicySource.memory(inEuro))
                .build()) {
            assertThat(advisor.policy().currency()).isEqualTo(CurrencyUnit.EUR);

            PolicyIdentity mended = saveAndReload(advisor, "MODERATE");

            assertThat(advisor.versions()).containsExactly(mended);
        }
    }

    @Test
    void going_back_to_what_serves_changes_nothing_and_hides_no_refusal() {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            saved.save("MAJR");
            Reload refused = advisor.reload();

            Reload none = advisor.rollback(advisor.policy().identity().digest());

            assertThat(none.outcome()).isEqualTo(Outcome.UNCHANGED);
            assertThat(advisor.lastReload()).isEqualTo(refused);
        }
    }

    @Test
    void what_is_misspelt_is_told_beside_the_case_that_fails_by_it() {
        saved.save("MAJOR", CASES, MODERATE_IS_A_BARRIER);
        DroolsRecoveryAdvisor.Builder builder = DroolsRecoveryAdvisor.builder().policy(saved);

        assertThat(catchThrowableOfType(InvalidPolicyException.class, builder::build)
                        .diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("case-fails", "import-unused");
    }

    @Test
    void warnings_of_a_policy_that_serves_are_told_with_it() {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            saved.save(
                    "MAJOR",
                    "policy.properties",
                    "name = test\nversion = 2\ncurrency = USD\namount.gift = percentOfPrice( 10 )\n");

            Reload reload = advisor.reload();

            assertThat(reload.outcome()).isEqualTo(Outcome.LOADED);
            assertThat(reload.diagnostics()).isEqualTo(advisor.warnings());
            assertThat(reload.diagnostics())
                    .extracting(Diagnostic::code)
                    .containsExactly("amount-unused", "import-unused");
        }
    }

    @Test
    void rolling_back_goes_from_version_to_version_and_never_to_one_that_was_withdrawn() {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            PolicyIdentity first = advisor.policy().identity();
            PolicyIdentity second = saveAndReload(advisor, "MAJOR");
            PolicyIdentity third = saveAndReload(advisor, "CRITICAL");
            assertThat(advisor.versions()).containsExactly(third, second, first);

            Reload reload = advisor.rollback();
            assertThat(reload.outcome()).isEqualTo(Outcome.ROLLED_BACK);
            assertThat(reload.serving()).isEqualTo(second);
            assertThat(advisor.lastReload()).isEqualTo(reload);
            assertThat(advisor.decide(MODERATE).policy()).isEqualTo(second);
            assertThat(advisor.versions()).containsExactly(second, first, third);

            PolicyIdentity fourth = saveAndReload(advisor, "MINOR");
            assertThat(advisor.versions()).containsExactly(fourth, second, first, third);
            assertThat(advisor.rollback().serving()).isEqualTo(second);
            assertThat(advisor.rollback().serving()).isEqualTo(first);
            assertThatIllegalStateException()
                    .isThrownBy(advisor::rollback)
                    .withMessage("no version is kept that served before test 1");
            assertThat(advisor.policy().identity()).isEqualTo(first);
        }
    }

    @Test
    void any_version_that_is_kept_can_serve_again_at_once() {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            PolicyIdentity first = advisor.policy().identity();
            PolicyIdentity second = saveAndReload(advisor, "MAJOR");
            PolicyIdentity third = saveAndReload(advisor, "CRITICAL");

            assertThat(advisor.rollback(first.digest()).serving()).isEqualTo(first);
            assertThat(advisor.versions()).containsExactly(first, third, second);
            assertThat(advisor.rollback(second.digest()).serving()).isEqualTo(second);
            assertThat(advisor.versions()).containsExactly(second, first, third);
            assertThatThrownBy(() -> advisor.rollback("0".repeat(64)))
                    .isExactlyInstanceOf(NoSuchElementException.class)
                    .hasMessage("no version of digest '" + "0".repeat(64) + "' is kept, but " + second.digest() + ", "
                            + first.digest() + ", " + third.digest());
        }
    }

    @Test
    void a_version_can_be_loaded_again_after_it_was_withdrawn() {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            PolicyIdentity first = advisor.policy().identity();
            PolicyIdentity second = saveAndReload(advisor, "MAJOR");
            advisor.rollback();

            assertThat(advisor.reload().serving()).isEqualTo(second);
            assertThat(advisor.versions()).containsExactly(second, first);
        }
    }

    @Test
    void no_more_versions_are_kept_than_wanted() {
        try (DroolsRecoveryAdvisor advisor =
                DroolsRecoveryAdvisor.builder().policy(saved).versionsKept(1).build()) {
            PolicyIdentity first = advisor.policy().identity();
            PolicyIdentity second = saveAndReload(advisor, "MAJOR");
            PolicyIdentity third = saveAndReload(advisor, "CRITICAL");
            assertThat(advisor.versions()).containsExactly(third, second);
            assertThatThrownBy(() -> advisor.rollback(first.digest())).isInstanceOf(NoSuchElementException.class);

            advisor.rollback();
            PolicyIdentity fourth = saveAndReload(advisor, "MINOR");
            assertThat(advisor.versions()).containsExactly(fourth, second);
        }
    }

    @Test
    void a_decision_can_be_pinned_to_a_version() {
        try (DroolsRecoveryAdvisor advisor = advisor()) {
            RecoveryDecision first = advisor.decide(MODERATE);
            saveAndReload(advisor, "MAJOR");

            assertThat(advisor.decide(MODERATE, first.policy().digest())).isEqualTo(first);
            assertThat(advisor.decide(MODERATE)).isNotEqualTo(first);
            assertThatThrownBy(() -> advisor.decide(MODERATE, "none")).isInstanceOf(NoSuchElementException.class);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> advisor.decide(MODERATE, null))
                    .withMessage("digest must be given, but was null");
        }
    }

    @Test
    void a_decision_under_way_ends_by_the_version_with_which_it_began() throws Exception {
        ExecutorService asking = Executors.newSingleThreadExecutor();
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(saved)
                .profile(Profile.TRUSTED)
                .versionsKept(0)
                .build()) {
            saved.save(withWaiting(SavedPolicy.files("MODERATE")));
            PolicyIdentity waiting = advisor.reload().serving();
            assertThat(advisor.lastReload().outcome()).isEqualTo(Outcome.LOADED);
            Future<RecoveryDecision> underWay = asking.submit(() -> advisor.decide(
                    minor().severity(Severity.MODERATE).compensatedClaims(81).build()));
            assertThat(Waiting.isReached()).isTrue();

            PolicyIdentity next = saveAndReload(advisor, "MAJOR");
            assertThat(advisor.versions()).containsExactly(next);
            assertThat(advisor.decide(MODERATE).policy()).isEqualTo(next);
            Waiting.goOn();

            assertThat(underWay.get(1, TimeUnit.MINUTES).policy()).isEqualTo(waiting);
            assertThat(underWay.get().paradox().verdict()).isEqualTo(Verdict.DOES_NOT_APPLY);
        } finally {
            asking.shutdownNow();
        }
    }

    private static Map<String, String> withWaiting(Map<String, String> files) {
        Map<String, String> more = new TreeMap<>(files);
        more.computeIfPresent(
                "test/test.drl",
                (path, text) -> text
                        + Policies.rule(
                                "test.waits",
                                "Claim( compensatedClaims == 81 )",
                                Waiting.class.getName() + ".here(); findings.review();"));
        return more;
    }

    @Test
    void a_bad_policy_fails_at_the_start_unless_there_is_a_fallback() {
        saved.save("MAJR");

        assertThat(catchThrowableOfType(InvalidPolicyException.class, this::advisor)
                        .diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("constant-unknown");
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(saved)
                .fallback(PolicySource.memory(SavedPolicy.files("CRITICAL")))
                .build()) {
            PolicyIdentity fallback = advisor.policy().identity();
            assertThat(advisor.lastReload().outcome()).isEqualTo(Outcome.FELL_BACK);
            assertThat(advisor.lastReload().serving()).isEqualTo(fallback);
            assertThat(advisor.lastReload().diagnostics())
                    .extracting(Diagnostic::code)
                    .containsExactly("constant-unknown");
            assertThat(advisor.decide(MODERATE).paradox().verdict()).isEqualTo(Verdict.APPLIES);
            assertThat(advisor.reload().outcome()).isEqualTo(Outcome.REFUSED);

            PolicyIdentity mended = saveAndReload(advisor, "MODERATE");

            assertThat(advisor.versions()).containsExactly(mended, fallback);
            assertThat(advisor.decide(MODERATE).paradox().verdict()).isEqualTo(Verdict.DOES_NOT_APPLY);
        }
    }

    @Test
    void where_the_fallback_is_bad_too_the_policy_is_what_is_told_first() {
        saved.save("MAJR");
        DroolsRecoveryAdvisor.Builder builder =
                DroolsRecoveryAdvisor.builder().policy(saved).fallback(PolicySource.memory(SavedPolicy.files("MINR")));

        InvalidPolicyException refused = catchThrowableOfType(InvalidPolicyException.class, builder::build);

        assertThat(refused).hasMessageContaining("MAJR").hasMessageStartingWith("policy saved cannot be used");
        assertThat(refused.getSuppressed())
                .singleElement()
                .satisfies(fallback -> assertThat(fallback).hasMessageContaining("MINR"));
    }

    @Test
    void a_closed_advisor_changes_nothing_any_more() {
        DroolsRecoveryAdvisor advisor = advisor();
        advisor.close();

        List.<Runnable>of(
                        advisor::reload,
                        advisor::rollback,
                        () -> advisor.rollback("x"),
                        () -> advisor.decide(MODERATE, "x"),
                        () -> advisor.stage(saved))
                .forEach(change -> assertThatIllegalStateException()
                        .isThrownBy(change::run)
                        .withMessage("this advisor is closed"));
        assertThat(advisor.lastReload().outcome()).isEqualTo(Outcome.LOADED);
    }

    @Test
    void what_cannot_be_is_refused_by_the_builder() {
        DroolsRecoveryAdvisor.Builder builder = DroolsRecoveryAdvisor.builder();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.versionsKept(-1))
                .withMessage("versionsKept must be 0 or more, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.fallback(null))
                .withMessage("fallback must be given, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.listener(null))
                .withMessage("listener must be given, but was null");
    }

    private DroolsRecoveryAdvisor advisor() {
        return DroolsRecoveryAdvisor.builder().policy(saved).build();
    }

    private PolicyIdentity saveAndReload(DroolsRecoveryAdvisor advisor, String severity) {
        saved.save(severity);
        Reload reload = advisor.reload();
        assertThat(reload.outcome()).isEqualTo(Outcome.LOADED);
        return reload.serving();
    }
}
