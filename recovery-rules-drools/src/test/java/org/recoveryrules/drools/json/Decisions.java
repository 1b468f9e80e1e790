package org.recoveryrules.drools.json;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.FollowUp;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Step;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.api.Verdict;
import org.recoveryrules.api.Vulnerability;

/** Recovery decisions for tests. */
public final class Decisions {
    private static final PolicyIdentity POLICY = new PolicyIdentity("my-shop", "7", "0123456789abcdef".repeat(4));

    private Decisions() {}

    /** Something in every place. */
    public static RecoveryDecision full() {
        return new RecoveryDecision(
                new ParadoxAssessment(Verdict.DOES_NOT_APPLY, Set.of(Barrier.PRIOR_FAILURE, Barrier.SEVERITY)),
                Set.of(Question.FAIR_SOLUTION, Question.PRICE),
                true,
                Approach.RED_CARPET,
                List.of(
                        new Remedy(
                                RemedyKind.CREDIT,
                                Component.ENTITLEMENT,
                                Optional.of(usd("1100")),
                                Optional.of("Service-level agreement, § 4: \"50 for every hour begun\""),
                                Authority.AGENT),
                        remedy(RemedyKind.REPERFORMANCE, Component.RESTORATION, Optional.empty(), Authority.SUPERVISOR),
                        remedy(RemedyKind.GIFT, Component.GESTURE, Optional.of(usd("25.5")), Authority.MANAGER),
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
                        new FollowUp(Period.of(0, 1, 3), "Send news of what is different now.")),
                usd("1125.50"),
                usd("25.50"),
                List.of(
                        new Reason(
                                "paradox.prior-failure",
                                "this is not the first time that we let you down, and a second time is not outshone by"
                                        + " how we put it right",
                                "made up, but long enough that it does not fit on one line of a hundred columns",
                                Map.of("history.priorFailures", 2)),
                        new Reason("remedy.everything", "every kind of fact can be told", "made up", facts()),
                        new Reason("remedy.for-everybody", "it is for everybody", "made up", Map.of())),
                POLICY);
    }

    /** Nothing where that is possible. */
    public static RecoveryDecision bare() {
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
                usd("0"),
                usd("0"),
                List.of(),
                POLICY);
    }

    private static Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("failure.severity", Severity.MAJOR);
        facts.put("failure.accepted", false);
        facts.put("failure.price", Optional.empty());
        facts.put("failure.loss", usd("7"));
        facts.put("failure.lossAmount", new BigDecimal("7.00"));
        facts.put("handling.delay", Duration.ofHours(36));
        facts.put("handling.delayHours", 36L);
        facts.put("customer.vulnerabilities", List.of(Vulnerability.HEALTH, Vulnerability.CAPABILITY));
        facts.put("claim.entitlements", List.of(new Entitlement(RemedyKind.REFUND, usd("250"), "EU261")));
        facts.put("claim.requested", Optional.of(new RequestedRemedy(RemedyKind.APOLOGY, Optional.empty())));
        return facts;
    }

    private static Remedy remedy(RemedyKind kind, Component component, Optional<Money> amount, Authority authority) {
        return new Remedy(kind, component, amount, Optional.empty(), authority);
    }

    private static Money usd(String amount) {
        return Money.of(CurrencyUnit.USD, new BigDecimal(amount));
    }
}
