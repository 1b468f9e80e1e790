package org.recoveryrules.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.api.Vulnerability;

class DecisionTextTest {
    private static final CurrencyUnit USD = CurrencyUnit.USD;

    @Test
    void nothing_is_a_dash() {
        assertThat(DecisionText.of(DecisionBuilder.in(USD).build())).isEqualTo("""
                paradox          APPLIES
                questions        -
                doubleDeviation  false
                approach         EMPATHISE
                remedies         -
                authority        AGENT
                humanReview      false
                steps            -
                followUps        -
                total            0.00 USD
                gestureTotal     0.00 USD
                reasons          -
                policy           stub 1 (0000000000000000000000000000000000000000000000000000000000000000)""");
    }

    @Test
    void amounts_stand_below_each_other_and_facts_beside_their_rule() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("failure.severity", Severity.MAJOR);
        facts.put("customer.vulnerabilities", Set.of(Vulnerability.HEALTH));
        facts.put("failure.loss", Money.of(USD, 7));
        facts.put("failure.price", Optional.empty());
        facts.put("claim.requested", Optional.of(new RequestedRemedy(RemedyKind.APOLOGY, Optional.empty())));
        facts.put("claim.entitlements", List.of(new Entitlement(RemedyKind.REFUND, Money.of(USD, 1250), "EU261")));
        RecoveryDecision decision = DecisionBuilder.in(USD)
                .remedy(new Remedy(
                        RemedyKind.REFUND,
                        Component.ENTITLEMENT,
                        Optional.of(Money.of(USD, 1250)),
                        Optional.of("EU261"),
                        Authority.AGENT))
                .remedy(new Remedy(
                        RemedyKind.REPLACEMENT,
                        Component.RESTORATION,
                        Optional.empty(),
                        Optional.empty(),
                        Authority.MANAGER))
                .offer(RemedyKind.HANDWRITTEN_NOTE)
                .step(StepKind.SOLVE, "Call.")
                .step(StepKind.SOLVE, "Call again.")
                .reason(new Reason("a.rule", "because", "a source", facts))
                .build();

        assertThat(DecisionText.of(decision)).contains("""
                remedies         ENTITLEMENT    REFUND            1250.00 USD  AGENT  EU261
                                 RESTORATION    REPLACEMENT                    MANAGER
                                 COMMUNICATION  HANDWRITTEN_NOTE               AGENT
                authority        MANAGER
                humanReview      false
                steps            SOLVE: Call.
                                 SOLVE: Call again.
                """, """
                reasons          a.rule: failure.severity MAJOR, customer.vulnerabilities HEALTH, failure.loss 7.00 USD, \
                failure.price -, claim.requested APOLOGY, claim.entitlements REFUND 1250.00 USD (EU261)
                """);
    }
}
