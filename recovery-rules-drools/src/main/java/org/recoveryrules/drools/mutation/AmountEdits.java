package org.recoveryrules.drools.mutation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.drools.files.Name;
import org.recoveryrules.drools.files.Span;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.syntax.Argument;
import org.recoveryrules.drools.syntax.Argument.AmountSpelled;
import org.recoveryrules.drools.syntax.Call;
import org.recoveryrules.drools.syntax.Constant;

/** Amounts with one thing changed: a number by one, a bound left out, another kind of entitlement. */
final class AmountEdits {
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern BOUND = Pattern.compile("\\.at(Least|Most)\\([^)]*\\)");
    private static final Pattern KIND = Pattern.compile("(?<=RemedyKind\\.)[A-Z_]+");

    private static final Pattern STEP = Pattern.compile("(\\w+)\\( (.*?) \\)");

    private AmountEdits() {}

    /** The amounts that are one mistake away from one, each spelled as {@link Amount#parse} reads it. */
    static List<String> of(Amount amount) {
        String spelled = amount.toString();
        List<String> others = new ArrayList<>();
        matches(NUMBER, spelled).forEach(number -> {
            BigDecimal value = new BigDecimal(number.group());
            others.add(replaced(spelled, number, value.add(BigDecimal.ONE).toPlainString()));
            others.add(replaced(spelled, number, value.subtract(BigDecimal.ONE).toPlainString()));
        });
        matches(BOUND, spelled).forEach(bound -> others.add(replaced(spelled, bound, "")));
        matches(KIND, spelled)
                .forEach(kind -> Stream.of(RemedyKind.values())
                        .filter(other -> !other.isWords() && !other.name().equals(kind.group()))
                        .forEach(other -> others.add(replaced(spelled, kind, other.name()))));
        return others.stream().filter(AmountEdits::isAmount).toList();
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results();
    }

    private static String replaced(String text, MatchResult part, String other) {
        return text.substring(0, part.start()) + other + text.substring(part.end());
    }

    /** A spelled amount as a rule has it. */
    static AmountSpelled tree(String spelled, Span span) {
        List<Call> steps = matches(STEP, spelled)
                .map(step -> new Call(new Name(step.group(1), span), arguments(step.group(2), span), span))
                .toList();
        return new AmountSpelled(steps, span);
    }

    private static List<Argument> arguments(String spelled, Span span) {
        return Stream.of(spelled.split(", "))
                .<Argument>map(argument -> argument.startsWith("\"")
                        ? new Constant(Constant.Kind.TEXT, argument.replace("\"", ""), span)
                        : new Constant(
                                argument.contains("RemedyKind") ? Constant.Kind.ENUM : Constant.Kind.NUMBER,
                                argument,
                                span))
                .toList();
    }

    /** Whether it can be one at all: no percentage below 0 or above 1000, no bounds the wrong way round. */
    private static boolean isAmount(String spelled) {
        try {
            Amount.parse(spelled);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
