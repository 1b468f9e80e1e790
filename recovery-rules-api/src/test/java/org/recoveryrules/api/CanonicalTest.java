package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.recoveryrules.api.Examples.usd;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that changes here changes every digest that was ever kept: there is no accepting it by a switch. */
class CanonicalTest {
    private static final FailureContext CORE = Examples.core().build();

    @Test
    void a_context_is_written_with_all_its_components() {
        FailureContext everything = Examples.core()
                .recurrence(Recurrence.RECURRING)
                .price(usd("120.00"))
                .priorFailures(2)
                .vulnerabilities(Vulnerability.RESILIENCE, Vulnerability.HEALTH)
                .entitlement(RemedyKind.REFUND, usd("250.00"), "EU261, § 7: \"in full\"")
                .entitlement(RemedyKind.CREDIT, usd("30.00"), "SLA")
                .requested(RemedyKind.APOLOGY)
                .delay(Duration.ofMinutes(90))
                .risks(AreaRisk.NEW_OFFERING)
                .build();

        assertThat(Canonical.text(everything))
                .isEqualTo("{failure={severity=MINOR;avoidability=UNAVOIDABLE;foreseeability=UNFORESEEABLE;"
                        + "recurrence=RECURRING;type=OUTCOME;resourceLost=NONE;causedBy=UNKNOWN;price=USD 120.00;"
                        + "loss=USD 0.00;accepted=true;};"
                        + "history={priorFailures=2;lastRecovery=UNKNOWN;similar=false;};"
                        + "customer={lifetimeValue=USD 5000.00;expectation=UNKNOWN;mood=CALM;"
                        + "vulnerabilities=[HEALTH;RESILIENCE;];reach=PRIVATE;champion=false;};"
                        + "claim={status=VERIFIED;compensatedClaims=0;entitlements=["
                        + "{kind=REFUND;amount=USD 250.00;basis=\"EU261, \\u00a7 7: \\u0022in full\\u0022\";};"
                        + "{kind=CREDIT;amount=USD 30.00;basis=\"SLA\";};];"
                        + "requested={kind=APOLOGY;amount=-;};};"
                        + "handling={aware=true;delay=PT1H30M;apologies=0;explanation=NONE;};"
                        + "area={risks=[NEW_OFFERING;];};}");
    }

    @Test
    void a_digest_is_that_of_the_text() {
        assertThat(Canonical.text(CORE))
                .isEqualTo("{failure={severity=MINOR;avoidability=UNAVOIDABLE;foreseeability=UNFORESEEABLE;"
                        + "recurrence=ONE_OFF;type=OUTCOME;resourceLost=NONE;causedBy=UNKNOWN;price=-;"
                        + "loss=USD 0.00;accepted=true;};"
                        + "history={priorFailures=0;lastRecovery=NONE;similar=false;};"
                        + "customer={lifetimeValue=USD 5000.00;expectation=UNKNOWN;mood=CALM;"
                        + "vulnerabilities=[];reach=PRIVATE;champion=false;};"
                        + "claim={status=VERIFIED;compensatedClaims=0;entitlements=[];requested=-;};"
                        + "handling={aware=true;delay=PT0S;apologies=0;explanation=NONE;};"
                        + "area={risks=[];};}");
        assertThat(CORE.digest()).isEqualTo("3654418e93cf447bdbe7a8c251fdfd24d1ece785d90a1c7b7f0b895eafc27c57");
    }

    @Test
    void every_kind_of_fact_has_a_text() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("claim.entitlements", List.of(Examples.CREDIT_OWED));
        facts.put("claim.requested", Optional.of(new RequestedRemedy(RemedyKind.APOLOGY, Optional.empty())));
        facts.put("failure.accepted", false);
        facts.put("failure.lossAmount", new BigDecimal("7.00"));
        facts.put("handling.delayHours", 36L);
        facts.put("handling.apologies", 2);
        facts.put("followUp.after", Period.of(0, 1, 3));

        assertThat(Canonical.text(facts))
                .isEqualTo("{\"claim.entitlements\"=[{kind=CREDIT;amount=USD 30.00;basis=\"SLA\";};];"
                        + "\"claim.requested\"={kind=APOLOGY;amount=-;};"
                        + "\"failure.accepted\"=false;\"failure.lossAmount\"=7.00;"
                        + "\"followUp.after\"=P1M3D;\"handling.apologies\"=2;\"handling.delayHours\"=36;}");
    }

    @Test
    void the_order_of_a_map_and_of_a_set_means_nothing() {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("b", 2);
        map.put("a", 1);

        assertThat(Canonical.text(map)).isEqualTo("{\"a\"=1;\"b\"=2;}");
        assertThat(Canonical.text(new LinkedHashSet<>(List.of(Mood.UPSET, Mood.CALM, Mood.ANGRY))))
                .isEqualTo("[ANGRY;CALM;UPSET;]");
    }

    @Test
    void a_free_text_cannot_pass_for_components() {
        FailureContext two = Examples.core()
                .entitlement(RemedyKind.REFUND, usd("1.00"), "a")
                .entitlement(RemedyKind.REFUND, usd("1.00"), "b")
                .build();
        FailureContext one = Examples.core()
                .entitlement(RemedyKind.REFUND, usd("1.00"), "a], Entitlement[kind=REFUND, amount=USD 1.00, basis=b")
                .build();

        assertThat(one.toString()).isEqualTo(two.toString());
        assertThat(one.digest()).isNotEqualTo(two.digest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?", "\ud800", "\udfff", "\\ud800", "\ufffd", "\"", "\\", "\n", "\u0000", "é", "e\u0301", "-"})
    void a_character_passes_for_no_other(String basis) {
        assertThat(Canonical.text(basis)).matches("\"[ -~&&[^\"]]+\"");
        assertThat(List.of(
                        "?", "\ud800", "\udfff", "\\ud800", "\ufffd", "\"", "\\", "\n", "\u0000", "é", "e\u0301", "-"))
                .filteredOn(other -> Canonical.text(other).equals(Canonical.text(basis)))
                .containsExactly(basis);
    }

    @Test
    void numbers_that_are_not_equal_have_other_texts() {
        assertThat(Canonical.text(new BigDecimal("7.0"))).isNotEqualTo(Canonical.text(new BigDecimal("7.00")));
        assertThat(Canonical.text(new BigDecimal("1E+2"))).isNotEqualTo(Canonical.text(new BigDecimal("100")));
        assertThat(Canonical.text(Money.parse("JPY 100"))).isNotEqualTo(Canonical.text(Money.parse("USD 100.00")));
    }

    @Test
    void what_no_context_can_hold_has_no_text() {
        assertRefused(new Object(), "class java.lang.Object");
        assertRefused(Set.of(1.5), "class java.lang.Double");
    }

    private static void assertRefused(Object fact, String type) {
        Reason reason = new Reason("a.rule", "it is so", "made up", Map.of("fact", fact));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Canonical.digest(reason))
                .withMessage("a fact must be of a type of the failure context, but was " + type);
    }
}
