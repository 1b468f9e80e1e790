package org.recoveryrules.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.RequestedRemedy;

/** A whole decision for people, by the names of its components. */
final class DecisionText {
    /** Stands for nothing, as in a table of cases. */
    static final String NOTHING = "-";

    private static final int LABEL = "doubleDeviation".length() + 2;
    private static final int COMPONENT = longest(Component.values());
    private static final int KIND = longest(RemedyKind.values());

    private final StringBuilder text = new StringBuilder();

    private DecisionText() {}

    /** A line or more for each component, without a line end after the last. */
    static String of(RecoveryDecision decision) {
        DecisionText page = new DecisionText();
        page.line("paradox", verdict(decision.paradox()));
        page.line("questions", words(decision.questions()));
        page.line("doubleDeviation", decision.doubleDeviation());
        page.line("approach", decision.approach());
        page.lines("remedies", remedies(decision.remedies()));
        page.line("authority", decision.authority());
        page.line("humanReview", decision.humanReview());
        page.lines(
                "steps",
                decision.steps().stream()
                        .flatMap(step -> step.words().stream().map(words -> step.kind() + ": " + words)));
        page.lines("followUps", decision.followUps().stream().map(later -> later.after() + ": " + later.action()));
        page.line("total", money(decision.total()));
        page.line("gestureTotal", money(decision.gestureTotal()));
        page.lines("reasons", decision.reasons().stream().map(DecisionText::reason));
        page.line("policy", policy(decision.policy()));
        return page.text.toString().stripTrailing();
    }

    static String verdict(ParadoxAssessment paradox) {
        return paradox.verdict() + (paradox.barriers().isEmpty() ? "" : ": " + words(paradox.barriers()));
    }

    /** The elements between spaces. */
    static String words(Collection<?> values) {
        return values.isEmpty()
                ? NOTHING
                : values.stream().map(DecisionText::value).collect(Collectors.joining(" "));
    }

    static String money(Money money) {
        return money.getAmount().toPlainString() + " " + money.getCurrencyUnit();
    }

    private static Stream<String> remedies(List<Remedy> remedies) {
        int amount = remedies.stream()
                .mapToInt(remedy -> amount(remedy).length())
                .max()
                .orElse(0);
        return remedies.stream()
                .map(remedy -> pad(remedy.component().name(), COMPONENT)
                        + pad(remedy.kind().name(), KIND)
                        + " ".repeat(amount - amount(remedy).length())
                        + pad(amount(remedy), amount(remedy).length())
                        + remedy.authority()
                        + remedy.basis().map(basis -> "  " + basis).orElse(""));
    }

    private static String amount(Remedy remedy) {
        return remedy.amount().map(DecisionText::money).orElse("");
    }

    private static String reason(Reason reason) {
        List<String> facts = new ArrayList<>();
        for (Map.Entry<String, Object> fact : reason.facts().entrySet()) {
            facts.add(fact.getKey() + " " + value(fact.getValue()));
        }
        return reason.rule() + (facts.isEmpty() ? "" : ": " + String.join(", ", facts));
    }

    private static String value(Object value) {
        if (value instanceof Optional<?> known) {
            return known.map(DecisionText::value).orElse(NOTHING);
        } else if (value instanceof Money money) {
            return money(money);
        } else if (value instanceof Entitlement owed) {
            return owed.kind() + " " + money(owed.amount()) + " (" + owed.basis() + ")";
        } else if (value instanceof RequestedRemedy requested) {
            return requested.kind()
                    + requested.amount().map(amount -> " " + money(amount)).orElse("");
        }
        return value instanceof Collection<?> values ? words(values) : value.toString();
    }

    private static String policy(PolicyIdentity policy) {
        return policy.name() + " " + policy.version() + " (" + policy.digest() + ")";
    }

    private void line(String label, Object content) {
        text.append(pad(label, LABEL - 2)).append(content).append('\n');
    }

    private void lines(String label, Stream<String> content) {
        List<String> lines = content.toList();
        line(label, lines.isEmpty() ? NOTHING : lines.get(0));
        lines.stream().skip(1).forEach(line -> line("", line));
    }

    private static String pad(String cell, int width) {
        return cell + " ".repeat(width - cell.length() + 2);
    }

    private static int longest(Enum<?>[] constants) {
        return Stream.of(constants)
                .mapToInt(constant -> constant.name().length())
                .max()
                .orElse(0);
    }
}
