package org.recoveryrules.examples.testing;

import static org.joda.money.CurrencyUnit.EUR;
import static org.recoveryrules.api.Authority.AGENT;
import static org.recoveryrules.api.Avoidability.UNAVOIDABLE;
import static org.recoveryrules.api.Barrier.SEVERITY;
import static org.recoveryrules.api.Cause.CUSTOMER;
import static org.recoveryrules.api.Component.GESTURE;
import static org.recoveryrules.api.Component.RESTORATION;
import static org.recoveryrules.api.Foreseeability.UNFORESEEABLE;
import static org.recoveryrules.api.RemedyKind.DISCOUNT;
import static org.recoveryrules.api.RemedyKind.REPLACEMENT;
import static org.recoveryrules.api.ResourceLost.GOODS;
import static org.recoveryrules.api.Severity.MINOR;
import static org.recoveryrules.api.Verdict.DOES_NOT_APPLY;
import static org.recoveryrules.testkit.Finding.offer;
import static org.recoveryrules.testkit.RecoveryAssertions.assertThat;

import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryAdvisor;
import org.recoveryrules.testkit.PolicyUnderTest;
import org.recoveryrules.testkit.RecoveryPolicyTest;
import org.recoveryrules.testkit.properties.Promises;

@RecoveryPolicyTest("policies/web-shop")
class WebShopTest implements Promises.EntitlementsArePaidInFull, Promises.VulnerabilityLowersNothing {
    private final FailureContext broken = FailureContext.builder()
            .severity(MINOR)
            .avoidability(UNAVOIDABLE)
            .foreseeability(UNFORESEEABLE)
            .priorFailures(0)
            .lifetimeValue(Money.of(EUR, 1_000))
            .resourceLost(GOODS)
            .price(Money.of(EUR, 60))
            .build();

    @TestFactory
    Stream<DynamicNode> cases(PolicyUnderTest policy) {
        return policy.cases();
    }

    @Test
    void its_cases_prove_what_its_rules_do(PolicyUnderTest policy) {
        assertThat(policy).hasRuleCoverageOf(100).hasBoundaryCoverageOf(100).hasMutationScoreOf(90);
    }

    @Test
    void what_arrives_broken_is_sent_again(RecoveryAdvisor advisor) {
        assertThat(advisor.decide(broken))
                .paradoxApplies()
                .offers(REPLACEMENT, RESTORATION, "60")
                .needsAuthority(AGENT)
                .becauseOf("remedy.send-again");
    }

    @Test
    void who_broke_it_alone_pays_less_for_the_second_one(PolicyUnderTest policy) {
        FailureContext mishap = broken.toBuilder().causedBy(CUSTOMER).build();

        assertThat(policy.rule("remedy.own-mishap").on(mishap))
                .concludes(offer(DISCOUNT, GESTURE, "gesture.own-mishap"));
        assertThat(policy.rule("remedy.own-mishap").on(broken)).concludesNothing();
        assertThat(policy.rule("remedy.own-mishap").on(mishap, DOES_NOT_APPLY, SEVERITY))
                .concludes(offer(DISCOUNT, GESTURE, "gesture.own-mishap"));
    }
}
