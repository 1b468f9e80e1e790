package org.recoveryrules.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.api.Vulnerability;
import org.recoveryrules.testkit.DecisionBuilder;

/** Recovery decisions for tests. */
final class Decisions {
    private Decisions() {}

    /** Something in every place. */
    static RecoveryDecision full() {
        return DecisionBuilder.in(CurrencyUnit.USD)
                .barrier(Barrier.PRIOR_FAILURE)
                .barrier(Barrier.SEVERITY)
                .ask(Question.FAIR_SOLUTION)
                .ask(Question.PRICE)
                .doubleDeviation()
                .approach(Approach.RED_CARPET)
                .remedy(new Remedy(
                        RemedyKind.CREDIT,
                        Component.ENTITLEMENT,
                        Optional.of(usd("1100")),
                        Optional.of("Service-level agreement, § 4: \"50 for every hour begun\""),
                        Authority.AGENT))
                .remedy(remedy(RemedyKind.REPERFORMANCE, Component.RESTORATION, Optional.empty(), Authority.SUPERVISOR))
                .remedy(remedy(RemedyKind.GIFT, Component.GESTURE, Optional.of(usd("25.5")), Authority.MANAGER))
                .offer(RemedyKind.APOLOGY)
                .review()
                .step(
                        StepKind.ACKNOWLEDGE,
                        "Let them finish; stay calm, say \"I\" and not \"my manager\", and own what happened without a but.")
                .step(StepKind.ACKNOWLEDGE, "Apologise for what it did to them.")
                .step(StepKind.SOLVE, "Let us solve this together.")
                .followUp("P0D", "Tell the champion first.")
                .followUp("P1M3D", "Send news of what is different now.")
                .reason(new Reason(
                        "paradox.prior-failure",
                        "this is not the first time that we let you down, and a second time is not outshone by how we put"
                                + " it right",
                        "made up, but long enough that it does not fit on one line of a hundred columns",
                        Map.of("history.priorFailures", 2)))
                .reason(new Reason("remedy.everything", "every kind of fact can be told", "made up", facts()))
                .reason(new Reason("remedy.for-everybody", "it is for everybody", "made up", Map.of()))
                .build();
    }

    /** Nothing where that is possible. */
    static RecoveryDecision bare() {
        return DecisionBuilder.in(CurrencyUnit.USD).build();
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
