package org.recoveryrules.examples.desk;

import static org.joda.money.CurrencyUnit.USD;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.FollowUp;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.Step;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.api.Verdict;

/** Decisions made up for tests: one with something in every place, one with as little as there can be. */
final class Decisions {
    static final PolicyIdentity POLICY = new PolicyIdentity("made-up", "1.2.3", "0123456789abcdef".repeat(4));

    private Decisions() {}

    static RecoveryDecision full() {
        return new RecoveryDecision(
                new ParadoxAssessment(Verdict.DOES_NOT_APPLY, Set.of(Barrier.SEVERITY, Barrier.PRIOR_FAILURE)),
                Set.of(Question.CAUSE, Question.PRICE),
                true,
                Approach.RED_CARPET,
                List.of(
                        new Remedy(
                                RemedyKind.CREDIT,
                                Component.ENTITLEMENT,
                                Optional.of(usd(1_100)),
                                Optional.of("Service-level agreement, section 4: a credit of 50 for every hour begun"),
                                Authority.AGENT),
                        remedy(RemedyKind.REPERFORMANCE, Component.RESTORATION, Optional.empty(), Authority.SUPERVISOR),
                        remedy(RemedyKind.GIFT, Component.GESTURE, Optional.of(usd(25)), Authority.MANAGER),
                        remedy(RemedyKind.APOLOGY, Component.COMMUNICATION, Optional.empty(), Authority.AGENT)),
                Authority.MANAGER,
                true,
                List.of(
                        new Step(
                                StepKind.ACKNOWLEDGE,
                                List.of(
                                        "Let them finish; stay calm, say \"I\" and not \"my manager\", and own what"
                                                + " happened without a but.",
                                        "Apologise for what it did to them.")),
                        new Step(StepKind.SOLVE, List.of("Let us solve this together."))),
                List.of(
                        new FollowUp(Period.ZERO, "Tell the champion first."),
                        new FollowUp(Period.ofDays(3), "Ask whether they are satisfied with the solution."),
                        new FollowUp(Period.ofMonths(1), "Send news of what is different now.")),
                usd(1_125),
                usd(25),
                List.of(
                        new Reason(
                                "paradox.prior-failure",
                                "this is not the first time that we let you down, and a second time is not outshone by"
                                        + " how we put it right",
                                "made up",
                                Map.of("history.priorFailures", 2)),
                        new Reason(
                                "remedy.gift",
                                "a small thing goes a long way",
                                "made up",
                                Map.of("failure.severity", "MAJOR")),
                        new Reason("remedy.for-everybody", "not printed: it explains nothing", "made up", Map.of()),
                        new Reason(
                                "conversation.said-above",
                                "not printed: its words are",
                                "made up",
                                Map.of("handling.aware", true))),
                POLICY);
    }

    static RecoveryDecision bare() {
        return new RecoveryDecision(
                new ParadoxAssessment(Verdict.APPLIES, Set.of()),
                Set.of(),
                false,
                Approach.EMPATHISE,
                List.of(),
                Authority.AGENT,
                false,
                List.of(),
                List.of(),
                usd(0),
                usd(0),
                List.of(),
                POLICY);
    }

    private static Remedy remedy(RemedyKind kind, Component component, Optional<Money> amount, Authority authority) {
        return new Remedy(kind, component, amount, Optional.empty(), authority);
    }

    private static Money usd(int amount) {
        return Money.of(USD, amount);
    }
}
