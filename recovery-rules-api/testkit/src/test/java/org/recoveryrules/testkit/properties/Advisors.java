package org.recoveryrules.testkit.properties;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.Policy;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.RecoveryAdvisor;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.Verdict;

/** Advisors made of a lambda. */
final class Advisors {
    private static final PolicyIdentity IDENTITY = new PolicyIdentity("by-hand", "1", "0".repeat(64));

    private Advisors() {}

    /** One that offers what it is told to, and finds barrier and human review nowhere. */
    static RecoveryAdvisor offering(Function<FailureContext, List<Remedy>> remedies) {
        return deciding(context -> decision(true, remedies.apply(context), false));
    }

    /** One that offers nothing, and rules the paradox out where it is told to. */
    static RecoveryAdvisor applying(Function<FailureContext, Boolean> applies) {
        return deciding(context -> decision(applies.apply(context), List.of(), false));
    }

    /** One that rules the paradox out, pays what is owed, and has a person look at everything. */
    static RecoveryAdvisor careful() {
        return deciding(context -> decision(false, owed(context), true));
    }

    static List<Remedy> owed(FailureContext context) {
        return context.claim().entitlements().stream()
                .map(owed -> new Remedy(
                        owed.kind(),
                        Component.ENTITLEMENT,
                        Optional.of(owed.amount()),
                        Optional.of(owed.basis()),
                        Authority.AGENT))
                .toList();
    }

    static Remedy remedy(RemedyKind kind, Component component, Money amount) {
        return new Remedy(kind, component, Optional.of(amount), Optional.empty(), Authority.AGENT);
    }

    private static RecoveryAdvisor deciding(Function<FailureContext, RecoveryDecision> decide) {
        return new RecoveryAdvisor() {
            @Override
            public RecoveryDecision decide(FailureContext context) {
                return decide.apply(context);
            }

            @Override
            public Policy policy() {
                return new Policy(IDENTITY, CurrencyUnit.USD, Period.ZERO, List.of());
            }
        };
    }

    private static RecoveryDecision decision(boolean applies, List<Remedy> remedies, boolean humanReview) {
        List<Remedy> gestures = remedies.stream()
                .filter(remedy -> remedy.component() == Component.GESTURE)
                .toList();
        return new RecoveryDecision(
                applies
                        ? new ParadoxAssessment(Verdict.APPLIES, Set.of())
                        : new ParadoxAssessment(Verdict.DOES_NOT_APPLY, Set.of(Barrier.SEVERITY)),
                Set.of(),
                false,
                Approach.EMPATHISE,
                remedies,
                Authority.AGENT,
                humanReview,
                List.of(),
                List.of(),
                Remedy.sum(remedies, CurrencyUnit.USD),
                Remedy.sum(gestures, CurrencyUnit.USD),
                List.of(),
                IDENTITY);
    }
}
