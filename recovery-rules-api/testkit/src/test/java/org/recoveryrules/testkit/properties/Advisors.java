package org.recoveryrules.testkit.properties;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Policy;
import org.recoveryrules.api.RecoveryAdvisor;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.testkit.DecisionBuilder;
import org.recoveryrules.testkit.StubRecoveryAdvisor;

/** Advisors made of a lambda. */
final class Advisors {
    private Advisors() {}

    /** One that offers what it is told to, and finds barrier and human review nowhere. */
    static RecoveryAdvisor offering(Function<FailureContext, List<Remedy>> remedies) {
        return deciding(context -> decision(remedies.apply(context)));
    }

    /** One that offers nothing, and rules the paradox out where it is told to. */
    static RecoveryAdvisor applying(Function<FailureContext, Boolean> applies) {
        return deciding(context -> applies.apply(context)
                ? decision(List.of())
                : decision(List.of()).barrier(Barrier.SEVERITY));
    }

    /** One that rules the paradox out, pays what is owed, and has a person look at everything. */
    static RecoveryAdvisor careful() {
        return deciding(
                context -> decision(owed(context)).barrier(Barrier.SEVERITY).review());
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

    private static RecoveryAdvisor deciding(Function<FailureContext, DecisionBuilder> decide) {
        return new RecoveryAdvisor() {
            @Override
            public RecoveryDecision decide(FailureContext context) {
                return decide.apply(context).build();
            }

            @Override
            public Policy policy() {
                return StubRecoveryAdvisor.in(CurrencyUnit.USD).policy();
            }
        };
    }

    private static DecisionBuilder decision(List<Remedy> remedies) {
        DecisionBuilder decision = DecisionBuilder.in(CurrencyUnit.USD);
        remedies.forEach(decision::remedy);
        return decision;
    }
}
