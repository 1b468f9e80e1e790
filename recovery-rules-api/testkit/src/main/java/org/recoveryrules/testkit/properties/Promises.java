package org.recoveryrules.testkit.properties;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.RecoveryAdvisor;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Recurrence;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.api.ServiceFailure;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Step;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.api.Verdict;
import org.recoveryrules.testkit.properties.Tried.Decided;

/**
 * Promises that a policy keeps in every context. A test class switches them on: {@code class MyPolicyTest implements
 * Promises.EntitlementsArePaidInFull, Promises.VulnerabilityLowersNothing}, or {@code Promises.All}. Each says which policies
 * may not want it. A failure tells the promise, what breaks it, the context as a line for a table of cases, and the rules that
 * make the difference.
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

            RecoveryDecision second = advisor.decide(context.toBuilder().build());
            Tried tried = new Tried(
                    "Equal contexts get equal decisions",
                    context,
                    List.of(new Decided("the first time", first), new Decided("the second time", second)));
            for (RecordComponent component : RecoveryDecision.class.getRecordComponents()) {
                tried.requires(
                        value(component, first).equals(value(component, second)),
                        component.getName(),
                        decision -> text(value(component, decision)));
            }
        }

        private static Object value(RecordComponent component, RecoveryDecision decision) {
            try {
                return component.getAccessor().invoke(decision);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("RecoveryDecision." + component.getName() + " cannot be read", e);
            }
        }

        private static String text(Object value) {
            if (value instanceof ParadoxAssessment paradox) {
                return verdict(paradox);
            }
            return value instanceof Collection<?> values ? Tried.list(values) : value.toString();
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
            List<String> unknown = unknown(context.failure());
            if (unknown.isEmpty()) {
                return;
            }
            RecoveryDecision decision = advisor.decide(context);
            if (decision.paradox().verdict() == Verdict.APPLIES) {
                throw Tried.of(
                                "The paradox never applies where avoidability, foreseeability or recurrence is UNKNOWN",
                                context,
                                decision)
                        .broken("it applies though nobody knows " + Tried.list(unknown));
            }
        }

        private static List<String> unknown(ServiceFailure failure) {
            List<String> unknown = new ArrayList<>();
            if (failure.avoidability() == Avoidability.UNKNOWN) {
                unknown.add("avoidability");
            }
            if (failure.foreseeability() == Foreseeability.UNKNOWN) {
                unknown.add("foreseeability");
            }
            if (failure.recurrence() == Recurrence.UNKNOWN) {
                unknown.add("recurrence");
            }
            return unknown;
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
            RecoveryDecision decision = advisor.decide(context);
            if (decision.paradox().verdict() != Verdict.APPLIES) {
                return;
            }
            Severity severity =
                    Severity.values()[Math.max(0, context.failure().severity().ordinal() - 1)];
            Map<String, FailureContext.Builder> milder = new LinkedHashMap<>();
            milder.put("with severity " + severity, context.toBuilder().severity(severity));
            milder.put(
                    "with no prior failures",
                    context.toBuilder()
                            .priorFailures(0)
                            .lastRecovery(LastRecovery.NONE)
                            .similar(false));
            milder.put("with avoidability UNAVOIDABLE", context.toBuilder().avoidability(Avoidability.UNAVOIDABLE));
            milder.put(
                    "with foreseeability UNFORESEEABLE",
                    context.toBuilder().foreseeability(Foreseeability.UNFORESEEABLE));
            milder.put("with recurrence ONE_OFF", context.toBuilder().recurrence(Recurrence.ONE_OFF));
            milder.forEach((condition, changed) -> {
                Decided mild = new Decided(condition, advisor.decide(changed.build()));
                new Tried(
                                "Where the paradox applies, it applies to a milder failure too",
                                context,
                                List.of(new Decided("as the context is", decision), mild))
                        .requires(
                                mild.decision().paradox().verdict() == Verdict.APPLIES,
                                "the verdict",
                                one -> verdict(one.paradox()));
            });
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

            RecoveryDecision decision = advisor.decide(context);
            List<Remedy> paid = remedies(decision, Component.ENTITLEMENT);
            if (!paid(paid).equals(paid(owed))) {
                throw Tried.of(
                                "What law or contract owes is paid in full, and an agent may grant it",
                                context,
                                decision)
                        .broken("owed: " + Tried.list(paid(owed)) + "; paid: " + Tried.list(paid(paid)));
            }
        }

        private static List<String> paid(List<Remedy> remedies) {
            return remedies.stream()
                    .map(remedy -> worth(remedy)
                            + remedy.basis().map(basis -> " by " + basis).orElse("") + " (" + remedy.authority() + ")")
                    .sorted()
                    .toList();
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
            Tried tried = new Tried(
                    "More harm is restored no less",
                    context,
                    List.of(
                            new Decided("with " + severity + " harm", advisor.decide(context)),
                            new Decided("with " + graver + " harm", more)));

            requireNoLess(tried, Component.RESTORATION);
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

            Tried tried = new Tried(
                    "Lifetime value counts for gestures only",
                    context,
                    List.of(
                            new Decided("without a lifetime value", worthless),
                            new Decided("with " + context.customer().lifetimeValue(), decision)));

            tried.requires(
                    decision.paradox().equals(worthless.paradox()), "the verdict", one -> verdict(one.paradox()));
            for (Component component : List.of(Component.ENTITLEMENT, Component.RESTORATION)) {
                tried.requires(
                        worths(remedies(decision, component)).equals(worths(remedies(worthless, component))),
                        component.name(),
                        one -> Tried.list(worths(remedies(one, component))));
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

            Tried tried = new Tried(
                    "A vulnerability lowers nothing",
                    context,
                    List.of(
                            new Decided("without a vulnerability", without),
                            new Decided("with " + Tried.list(context.customer().vulnerabilities()), with)));

            tried.requires(
                    without.paradox().barriers().containsAll(with.paradox().barriers()),
                    "barriers",
                    decision -> Tried.list(decision.paradox().barriers()));
            for (Component component : Component.values()) {
                requireNoLess(tried, component);
            }
            tried.requires(
                    with.approach().compareTo(without.approach()) >= 0,
                    "the approach",
                    decision -> decision.approach().name());
            tried.requires(steps(with).containsAll(steps(without)), "steps", decision -> Tried.list(steps(decision)));
            tried.requires(
                    with.humanReview() || !without.humanReview(),
                    "human review",
                    decision -> String.valueOf(decision.humanReview()));
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

            Tried tried = new Tried(
                    "A contradicted claim gets no more than a verified one",
                    context,
                    List.of(
                            new Decided("for the contradicted claim", contradicted),
                            new Decided("for the verified one", verified)));

            requireNoLess(tried, Component.RESTORATION);
            requireNoLess(tried, Component.GESTURE);
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
                Money refund = Remedy.sum(refunds, context.currency());
                Money room = cap(price).minus(refund);

                if (decision.gestureTotal().isPositive()
                        && decision.gestureTotal().isGreaterThan(room)) {
                    throw Tried.of("Gestures and the refund of the price keep within the cap", context, decision)
                            .broken("gestures are worth " + decision.gestureTotal() + " beside a refund of " + refund
                                    + ", and the cap for a price of " + price + " is " + cap(price));
                }
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
                    throw Tried.of("What is requested is given, or a person looks", context, decision)
                            .broken(worth(requested) + " is requested, " + Tried.list(worths(given))
                                    + " is given, and nobody looks");
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
        return remedies.stream().map(Promises::worth).toList();
    }

    private static String worth(Remedy remedy) {
        return remedy.kind() + remedy.amount().map(amount -> " " + amount).orElse("");
    }

    private static String verdict(ParadoxAssessment paradox) {
        return paradox.verdict()
                + (paradox.barriers().isEmpty() ? "" : " because of " + Tried.list(paradox.barriers()));
    }

    /** Worth as much in total, and something where there was something: what has no amount adds nothing to the total. */
    private static void requireNoLess(Tried tried, Component component) {
        RecoveryDecision least = tried.decisions().get(0).decision();
        RecoveryDecision actual = tried.decisions().get(1).decision();
        List<Remedy> before = remedies(least, component);
        List<Remedy> after = remedies(actual, component);
        boolean something = before.isEmpty() || !after.isEmpty();
        boolean asMuch = !Remedy.sum(after, actual.total().getCurrencyUnit())
                .isLessThan(Remedy.sum(before, least.total().getCurrencyUnit()));

        tried.requires(
                something && asMuch, component.name(), decision -> Tried.list(worths(remedies(decision, component))));
    }
}
