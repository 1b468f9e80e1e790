package org.recoveryrules.testkit.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.Money;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.ClaimStatus;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.LastRecovery;
import org.recoveryrules.api.RecoveryAdvisor;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Recurrence;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Step;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.api.Verdict;

/**
 * Promises that a policy keeps in every context. A test class switches them on: {@code class MyPolicyTest implements
 * Promises.EntitlementsArePaidInFull, Promises.VulnerabilityLowersNothing}, or {@code Promises.All}. Each says which policies
 * may not want it; a counterexample is printed as a line for a table of cases.
 */
public final class Promises {
    private Promises() {}

    /** All promises of this class. */
    public interface All
            extends EqualContextsGetEqualDecisions,
                    UnknownsNeverMakeTheParadoxApply,
                    WorseNeverMakesTheParadoxApply,
                    EntitlementsArePaidInFull,
                    MoreHarmIsRestoredNoLess,
                    LifetimeValueBuysNoRestoration,
                    VulnerabilityLowersNothing,
                    ContradictedClaimsGetNoMore,
                    GesturesKeepWithinTheCap,
                    RefusalsAreReviewed {}

    /**
     * Equal contexts get equal decisions: no clock, no random, no memory.
     *
     * <p>Source: the promise of {@link RecoveryAdvisor#decide}. A counterexample is a context that was decided twice, and in
     * two ways; every policy that is data keeps it.
     */
    public interface EqualContextsGetEqualDecisions {
        /**
         * Decides twice.
         *
         * @param advisor the policy
         * @param context any context
         */
        @Property
        default void equal_contexts_get_equal_decisions(RecoveryAdvisor advisor, @ForAll FailureContext context) {
            RecoveryDecision first = advisor.decide(context);

            assertThat(advisor.decide(context.toBuilder().build()))
                    .as("the second decision")
                    .isEqualTo(first);
        }
    }

    /**
     * The paradox never applies where avoidability, foreseeability or recurrence is {@code UNKNOWN}: an unknown is not a yes.
     *
     * <p>Source: Magnini, Ford, Markowski &amp; Honeycutt 2007, for whom each of the three is a condition. A counterexample
     * is a context with the unknown that no rule asks about. A policy that leaves one of them out of account does not want it.
     */
    public interface UnknownsNeverMakeTheParadoxApply {
        /**
         * Looks at contexts in which one of the three is unknown.
         *
         * @param advisor the policy
         * @param context any context
         */
        @Property
        default void unknowns_never_make_the_paradox_apply(RecoveryAdvisor advisor, @ForAll FailureContext context) {
            boolean unknown = context.failure().avoidability() == Avoidability.UNKNOWN
                    || context.failure().foreseeability() == Foreseeability.UNKNOWN
                    || context.failure().recurrence() == Recurrence.UNKNOWN;
            if (unknown) {
                assertThat(advisor.decide(context).paradox().verdict())
                        .as("the verdict with an unknown")
                        .isNotEqualTo(Verdict.APPLIES);
            }
        }
    }

    /**
     * Where the paradox applies, it also applies with less harm, without prior failures, and where the failure was neither
     * avoidable nor foreseeable nor will recur.
     *
     * <p>Sources: Magnini et al. 2007; McCollough 2009; Maxham &amp; Netemeyer 2002. A counterexample is the context in which
     * it applies, though in a milder one it does not: a rule about harm that compares with {@code ==}, for one.
     */
    public interface WorseNeverMakesTheParadoxApply {
        /**
         * Looks at contexts in which it applies, and makes one reason against it milder at a time.
         *
         * @param advisor the policy
         * @param context any context
         */
        @Property
        default void worse_never_makes_the_paradox_apply(RecoveryAdvisor advisor, @ForAll FailureContext context) {
            if (advisor.decide(context).paradox().verdict() != Verdict.APPLIES) {
                return;
            }
            Severity severity =
                    Severity.values()[Math.max(0, context.failure().severity().ordinal() - 1)];
            assertApplies(advisor, "severity " + severity, context.toBuilder().severity(severity));
            FailureContext.Builder first = context.toBuilder()
                    .priorFailures(0)
                    .lastRecovery(LastRecovery.NONE)
                    .similar(false);
            assertApplies(advisor, "no prior failures", first);
            assertApplies(
                    advisor, "avoidability UNAVOIDABLE", context.toBuilder().avoidability(Avoidability.UNAVOIDABLE));
            assertApplies(
                    advisor,
                    "foreseeability UNFORESEEABLE",
                    context.toBuilder().foreseeability(Foreseeability.UNFORESEEABLE));
            assertApplies(advisor, "recurrence ONE_OFF", context.toBuilder().recurrence(Recurrence.ONE_OFF));
        }

        private static void assertApplies(RecoveryAdvisor advisor, String change, FailureContext.Builder milder) {
            assertThat(advisor.decide(milder.build()).paradox().verdict())
                    .as("the paradox applies; the verdict with %s", change)
                    .isEqualTo(Verdict.APPLIES);
        }
    }

    /**
     * What law or contract owes is paid: each entitlement a remedy of its own, in full, which anybody may grant, whatever else
     * is found.
     *
     * <p>Source: the settlement, which no rule can change. A counterexample is a context with the entitlement that is missing,
     * cut, merged, or waits for somebody's leave; an engine that settles keeps it for every policy.
     */
    public interface EntitlementsArePaidInFull {
        /**
         * Compares the entitlements of the context with those among the remedies.
         *
         * @param advisor the policy
         * @param context any context
         */
        @Property
        default void entitlements_are_paid_in_full(RecoveryAdvisor advisor, @ForAll FailureContext context) {
            List<Remedy> owed = context.claim().entitlements().stream()
                    .map(entitlement -> new Remedy(
                            entitlement.kind(),
                            Component.ENTITLEMENT,
                            Optional.of(entitlement.amount()),
                            Optional.of(entitlement.basis()),
                            Authority.AGENT))
                    .toList();

            assertThat(remedies(advisor.decide(context), Component.ENTITLEMENT))
                    .as("what is paid of the entitlements")
                    .containsExactlyInAnyOrderElementsOf(owed);
        }
    }

    /**
     * The same failure with more harm is restored no less: worth as much in total, and something where there was something.
     * Nothing must be owed already, since what is owed takes the place of restoration of its kind, whatever it is worth.
     *
     * <p>Source: the standard policy; Smith, Bolton &amp; Wagner 1999. A counterexample is the milder of two contexts; the
     * next graver one gets less. Only restoration counts, since a gesture may well be smaller where money does not help.
     */
    public interface MoreHarmIsRestoredNoLess {
        /**
         * Compares a context with the same at the next graver severity.
         *
         * @param advisor the policy
         * @param context any context
         */
        @Property
        default void more_harm_is_restored_no_less(RecoveryAdvisor advisor, @ForAll FailureContext context) {
            Severity severity = context.failure().severity();
            if (severity == Severity.CRITICAL || !context.claim().entitlements().isEmpty()) {
                return;
            }
            Severity graver = Severity.values()[severity.ordinal() + 1];
            RecoveryDecision more =
                    advisor.decide(context.toBuilder().severity(graver).build());

            assertNoLess(Component.RESTORATION, advisor.decide(context), graver + " harm", more);
        }
    }

    /**
     * Lifetime value counts for gestures only: verdict, entitlements and restorations are those of a customer who is worth
     * nothing to the firm.
     *
     * <p>Source: the standard policy, in which only goodwill looks at what a customer is worth. A counterexample is a context
     * with the lifetime value from which on something else changes. Who may grant an unproved restoration may change.
     */
    public interface LifetimeValueBuysNoRestoration {
        /**
         * Compares a context with the same without a lifetime value.
         *
         * @param advisor the policy
         * @param context any context
         */
        @Property
        default void lifetime_value_buys_no_restoration(RecoveryAdvisor advisor, @ForAll FailureContext context) {
            RecoveryDecision decision = advisor.decide(context);
            RecoveryDecision worthless = advisor.decide(context.toBuilder()
                    .lifetimeValue(Money.zero(context.currency()))
                    .build());

            assertThat(decision.paradox())
                    .as("the paradox, compared with no lifetime value")
                    .isEqualTo(worthless.paradox());
            for (Component component : List.of(Component.ENTITLEMENT, Component.RESTORATION)) {
                assertThat(worths(remedies(decision, component)))
                        .as("%s, compared with no lifetime value", component)
                        .isEqualTo(worths(remedies(worthless, component)));
            }
        }
    }

    /**
     * A vulnerability lowers nothing: no barrier more, no remedy worth less, no lower approach, no step and no human review
     * less.
     *
     * <p>Source: UK Financial Conduct Authority, FG21/1. A counterexample is a context with the one vulnerability that costs
     * the customer something; a rule that asks for {@code vulnerable == false}, for one.
     */
    public interface VulnerabilityLowersNothing {
        /**
         * Compares a context with the same without vulnerabilities.
         *
         * @param advisor the policy
         * @param context any context
         */
        @Property
        default void vulnerability_lowers_nothing(RecoveryAdvisor advisor, @ForAll FailureContext context) {
            RecoveryDecision without =
                    advisor.decide(context.toBuilder().vulnerabilities(Set.of()).build());
            RecoveryDecision with = advisor.decide(context);

            assertThat(without.paradox().barriers())
                    .as("barriers without the vulnerability, compared with it")
                    .containsAll(with.paradox().barriers());
            for (Component component : Component.values()) {
                assertNoLess(component, without, "the vulnerability", with);
            }
            assertThat(with.approach())
                    .as("the approach with the vulnerability, compared without it")
                    .isGreaterThanOrEqualTo(without.approach());
            assertThat(steps(with))
                    .as("steps with the vulnerability, compared without it")
                    .containsAll(steps(without));
            assertThat(with.humanReview() || !without.humanReview())
                    .as("a person looks with the vulnerability, as without it")
                    .isTrue();
        }

        private static List<StepKind> steps(RecoveryDecision decision) {
            return decision.steps().stream().map(Step::kind).toList();
        }
    }

    /**
     * A claim that the firm's records contradict gets no more restoration and no more gestures than one that they verify.
     *
     * <p>Source: the standard policy. A counterexample is a context with a contradicted claim that gets more than the same
     * with a verified one.
     */
    public interface ContradictedClaimsGetNoMore {
        /**
         * Compares a contradicted claim with the same, verified.
         *
         * @param advisor the policy
         * @param context any context
         */
        @Property
        default void contradicted_claims_get_no_more(RecoveryAdvisor advisor, @ForAll FailureContext context) {
            if (context.claim().status() != ClaimStatus.CONTRADICTED) {
                return;
            }
            RecoveryDecision contradicted = advisor.decide(context);
            RecoveryDecision verified = advisor.decide(
                    context.toBuilder().status(ClaimStatus.VERIFIED).build());

            assertNoLess(Component.RESTORATION, contradicted, "a verified claim", verified);
            assertNoLess(Component.GESTURE, contradicted, "a verified claim", verified);
        }
    }

    /**
     * Gestures and the refund of the price together keep within the cap: goodwill that is out of proportion makes customers
     * less comfortable, not more satisfied. Only gestures give way, so a refund beyond the cap leaves room for none.
     *
     * <p>Source: Haesevoets et al. 2017. A counterexample is a context with the price and the amount that do not go together.
     * A policy with another cap than 150 % of the price says so in {@link #cap(Money)}; one without a cap does not want it.
     */
    public interface GesturesKeepWithinTheCap {
        /**
         * The cap of the policy.
         *
         * @param price a price, more than 0
         * @return the cap for it; 150 % of the price, rounded down, unless overridden
         */
        default Money cap(Money price) {
            return price.multipliedBy(new BigDecimal("1.5"), RoundingMode.DOWN);
        }

        /**
         * Looks at contexts with a price.
         *
         * @param advisor the policy
         * @param context any context
         */
        @Property
        default void gestures_keep_within_the_cap(RecoveryAdvisor advisor, @ForAll FailureContext context) {
            context.failure().price().ifPresent(price -> {
                RecoveryDecision decision = advisor.decide(context);
                List<Remedy> refunds = remedies(decision, Component.RESTORATION).stream()
                        .filter(remedy -> remedy.kind() == RemedyKind.REFUND)
                        .toList();
                Money room = cap(price).minus(Remedy.sum(refunds, context.currency()));
                Money none = Money.zero(context.currency());

                assertThat(decision.gestureTotal())
                        .as("gestures, compared with the room that the cap leaves")
                        .isLessThanOrEqualTo(room.isNegative() ? none : room);
            });
        }
    }

    /**
     * What the customer considers fair is given, or a person looks: a refusal is never automatic.
     *
     * <p>Sources: GDPR art. 22; Hiver article. A counterexample is a context with the request that comes to less, and nobody
     * looks. What has no amount yet, since the price is not known, counts as given.
     */
    public interface RefusalsAreReviewed {
        /**
         * Looks at contexts with a request.
         *
         * @param advisor the policy
         * @param context any context
         */
        @Property
        default void refusals_are_reviewed(RecoveryAdvisor advisor, @ForAll FailureContext context) {
            context.claim().requested().ifPresent(requested -> {
                RecoveryDecision decision = advisor.decide(context);
                List<Remedy> given = decision.remedies().stream()
                        .filter(remedy -> remedy.kind() == requested.kind())
                        .toList();
                if (!decision.humanReview() && !comesTo(requested, given)) {
                    fail("%s is requested, %s is given, and nobody looks", worth(requested), worths(given));
                }
            });
        }

        private static String worth(RequestedRemedy requested) {
            return requested.kind()
                    + requested.amount().map(amount -> " " + amount).orElse("");
        }

        private static boolean comesTo(RequestedRemedy requested, List<Remedy> given) {
            boolean open = given.stream().anyMatch(remedy -> remedy.amount().isEmpty());
            return open
                    || requested
                            .amount()
                            .filter(amount ->
                                    !Remedy.sum(given, amount.getCurrencyUnit()).isLessThan(amount))
                            .isPresent();
        }
    }

    private static List<Remedy> remedies(RecoveryDecision decision, Component component) {
        return decision.remedies().stream()
                .filter(remedy -> remedy.component() == component)
                .toList();
    }

    private static List<String> worths(List<Remedy> remedies) {
        return remedies.stream()
                .map(remedy -> remedy.kind()
                        + remedy.amount().map(amount -> " " + amount).orElse(""))
                .toList();
    }

    /** Worth as much in total, and something where there was something: what has no amount adds nothing to the total. */
    private static void assertNoLess(
            Component component, RecoveryDecision least, String condition, RecoveryDecision actual) {
        List<Remedy> before = remedies(least, component);
        List<Remedy> after = remedies(actual, component);
        if (!before.isEmpty()) {
            assertThat(after)
                    .as("%s with %s, where there is %s without", component, condition, worths(before))
                    .isNotEmpty();
        }
        assertThat(Remedy.sum(after, actual.total().getCurrencyUnit()))
                .as("the worth of %s with %s, compared without", component, condition)
                .isGreaterThanOrEqualTo(Remedy.sum(before, least.total().getCurrencyUnit()));
    }
}
