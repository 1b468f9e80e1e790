package org.recoveryrules.testkit.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Severity;
import org.recoveryrules.testkit.DecisionBuilder;
import org.recoveryrules.testkit.properties.Tried.Decided;

class TriedTest {
    private static final FailureContext CONTEXT = FailureContext.builder()
            .severity(Severity.NEGLIGIBLE)
            .avoidability(Avoidability.UNAVOIDABLE)
            .foreseeability(Foreseeability.UNFORESEEABLE)
            .priorFailures(0)
            .lifetimeValue(Money.zero(CurrencyUnit.USD))
            .build();

    private static RecoveryDecision spoken(String... rules) {
        DecisionBuilder decision = DecisionBuilder.in(CurrencyUnit.USD);
        for (String rule : rules) {
            decision.because(rule, "of this");
        }
        return decision.build();
    }

    private static Tried compared(RecoveryDecision calm, RecoveryDecision angry) {
        return new Tried(
                "Mood matters not", CONTEXT, List.of(new Decided("with CALM", calm), new Decided("with ANGRY", angry)));
    }

    @Test
    void two_decisions_are_told_with_the_rules_that_spoke_in_one_of_them() {
        Tried tried = compared(spoken("a.both", "b.calm"), spoken("a.both"));

        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> tried.requires(
                        false, "reasons", one -> String.valueOf(one.reasons().size())))
                .withMessage("""
                        Mood matters not, but reasons: 2 with CALM, 1 with ANGRY

                        The context:
                          %s

                        Rules that spoke only with CALM:
                          b.calm
                        Rules that spoke only with ANGRY:
                          nothing""", CONTEXT);
    }

    @Test
    void where_the_same_rules_spoke_they_are_told() {
        assertThat(compared(spoken("b.two", "a.one"), spoken("a.one", "b.two")).broken("it does"))
                .hasMessage("""
                        Mood matters not, but it does

                        The context:
                          %s

                        Rules that spoke in both decisions:
                          a.one
                          b.two""", CONTEXT);
    }

    @Test
    void one_decision_is_told_with_the_rules_that_spoke() {
        assertThat(Tried.of("All is well", CONTEXT, spoken("a.one")).broken("it is not"))
                .hasMessage("""
                        All is well, but it is not

                        The context:
                          %s

                        Rules that spoke:
                          a.one""", CONTEXT);
    }

    @Test
    void what_holds_is_not_told() {
        Tried tried = compared(spoken("a.one"), spoken());

        tried.requires(true, "reasons", one -> "");

        assertThat(Tried.list(List.of())).isEqualTo("nothing");
        assertThat(Tried.list(List.of("a", "b"))).isEqualTo("a, b");
    }
}
