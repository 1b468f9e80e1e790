package org.recoveryrules.drools.engine;

import static org.recoveryrules.api.Authority.AGENT;
import static org.recoveryrules.drools.Contexts.usd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Severity;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.rules.Findings;

/** Settles the findings of a test and reads the decision in short. */
final class Settling {
    static final CurrencyUnit USD = CurrencyUnit.USD;
    static final CurrencyUnit JPY = CurrencyUnit.JPY;
    static final CurrencyUnit BHD = CurrencyUnit.of("BHD");

    private Settling() {}

    /** A verified claim about something that cost 100 dollars. */
    static FailureContext.Builder context() {
        return in(USD).price(usd("100"));
    }

    static FailureContext.Builder in(CurrencyUnit currency) {
        return FailureContext.builder()
                .severity(Severity.MINOR)
                .avoidability(Avoidability.UNAVOIDABLE)
                .foreseeability(Foreseeability.UNFORESEEABLE)
                .priorFailures(0)
                .lifetimeValue(Money.ofMajor(currency, 5_000));
    }

    static Consumer<Findings> unlimited() {
        return findings -> findings.limit(AGENT, Amount.of("999999999999"));
    }

    /** Settles what one rule finds, call by call. */
    @SafeVarargs
    static RecoveryDecision settle(FailureContext.Builder context, Consumer<Findings>... calls) {
        List<Consequence> consequences = new ArrayList<>();
        for (Consumer<Findings> call : calls) {
            consequences.add(new Consequence("test.rule", call));
        }
        return Consequence.settle(context.build(), consequences);
    }

    /** The remedies as {@code COMPONENT KIND amount AUTHORITY}, {@code -} where there is no amount. */
    static List<String> remedies(RecoveryDecision decision) {
        return decision.remedies().stream()
                .map(remedy -> remedy.component() + " " + remedy.kind() + " "
                        + remedy.amount()
                                .map(amount -> amount.getAmount().toPlainString())
                                .orElse("-")
                        + " " + remedy.authority())
                .toList();
    }

    /** The ids of what the settlement says. */
    static List<String> notes(RecoveryDecision decision) {
        return decision.reasons().stream()
                .map(Reason::rule)
                .filter(rule -> rule.startsWith("settlement."))
                .toList();
    }

    static Map<String, Object> facts(RecoveryDecision decision, String rule) {
        return decision.reasons().stream()
                .filter(reason -> reason.rule().equals(rule))
                .findFirst()
                .orElseThrow()
                .facts();
    }

    static <T> T missing() {
        return null;
    }
}
