package org.recoveryrules.examples.desk;

import static org.joda.money.CurrencyUnit.USD;

import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.testkit.DecisionBuilder;

/** Decisions made up for tests: one with something in every place, one with as little as there can be. */
final class Decisions {
    private Decisions() {}

    static RecoveryDecision full() {
        return DecisionBuilder.in(USD)
                .barrier(Barrier.SEVERITY)
                .barrier(Barrier.PRIOR_FAILURE)
                .ask(Question.CAUSE)
                .ask(Question.PRICE)
                .doubleDeviation()
                .approach(Approach.RED_CARPET)
                .remedy(new Remedy(
                        RemedyKind.CREDIT,
                        Component.ENTITLEMENT,
                        Optional.of(usd(1_100)),
                        Optional.of("Service-level agreement, section 4: a credit of 50 for every hour begun"),
                        Authority.AGENT))
                .remedy(remedy(RemedyKind.REPERFORMANCE, Component.RESTORATION, Optional.empty(), Authority.SUPERVISOR))
                .remedy(remedy(RemedyKind.GIFT, Component.GESTURE, Optional.of(usd(25)), Authority.MANAGER))
                .offer(RemedyKind.APOLOGY)
                .review()
                .step(
                        StepKind.ACKNOWLEDGE,
                        "Let them finish; stay calm, say \"I\" and not \"my manager\", and own what happened without a but.")
                .step(StepKind.ACKNOWLEDGE, "Apologise for what it did to them.")
                .step(StepKind.SOLVE, "Let us solve this together.")
                .followUp("P0D", "Tell the champion first.")
                .followUp("P3D", "Ask whether they are satisfied with the solution.")
                .followUp("P1M", "Send news of what is different now.")
                .reason(new Reason(
                        "paradox.prior-failure",
                        "this is not the first time that we let you down, and a second time is not outshone by how we put"
                                + " it right",
                        "made up",
                        Map.of("history.priorFailures", 2)))
                .reason(new Reason(
                        "remedy.gift", "a small thing goes a long way", "made up", Map.of("failure.severity", "MAJOR")))
                .because("remedy.for-everybody", "not printed: it explains nothing")
                .reason(new Reason(
                        "conversation.said-above",
                        "not printed: its words are",
                        "made up",
                        Map.of("handling.aware", true)))
                .build();
    }

    static RecoveryDecision bare() {
        return DecisionBuilder.in(USD).build();
    }

    private static Remedy remedy(RemedyKind kind, Component component, Optional<Money> amount, Authority authority) {
        return new Remedy(kind, component, amount, Optional.empty(), authority);
    }

    private static Money usd(int amount) {
        return Money.of(USD, amount);
    }
}
