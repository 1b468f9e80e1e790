package org.example.bikes;

import static org.recoveryrules.testkit.Finding.offer;
import static org.recoveryrules.testkit.RecoveryAssertions.assertThat;
import java.util.stream.Stream;
import org.joda.money.*;
import org.junit.jupiter.api.*;
import org.recoveryrules.api.*;
import org.recoveryrules.testkit.*;
import org.recoveryrules.testkit.properties.Promises;

@RecoveryPolicyTest("policy")
class BikeWorkshopTest implements Promises.All {
    final FailureContext brakes = FailureContext.builder().severity(Severity.MINOR).avoidability(Avoidability.UNAVOIDABLE)
            .foreseeability(Foreseeability.UNFORESEEABLE).priorFailures(0).lifetimeValue(Money.of(CurrencyUnit.EUR, 900))
            .resourceLost(ResourceLost.SERVICE).price(Money.of(CurrencyUnit.EUR, 80)).build();

    @TestFactory Stream<DynamicNode> cases(PolicyUnderTest policy) { return policy.cases(); }

    @Test void a_repair_that_does_not_hold_is_done_again(RecoveryAdvisor advisor) {
        assertThat(advisor.decide(brakes)).paradoxApplies().offers(RemedyKind.REPERFORMANCE).offersNo(Component.GESTURE);
    }
    @Test void whoever_is_annoyed_hears_that_we_are_sorry(PolicyUnderTest policy) {
        assertThat(policy.rule("remedy.apologise").on(brakes)).concludes(offer(RemedyKind.APOLOGY));
    }
    @Test void the_cases_notice_mistakes(PolicyUnderTest policy) {
        assertThat(policy).hasRuleCoverageOf(100).hasBoundaryCoverageOf(100).hasMutationScoreOf(90);
    }
}
