package org.recoveryrules.drools.mutation;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.drools.check.Vocabulary;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.syntax.Argument;
import org.recoveryrules.drools.syntax.Argument.AmountSpelled;
import org.recoveryrules.drools.syntax.Call;
import org.recoveryrules.drools.syntax.Constant;
import org.recoveryrules.drools.syntax.Rendering;

/**
 * A consequence with one argument changed to another that it could take: a constant, an amount, a period by a day. Words are
 * left alone, and the step at which they are said: no case expects them.
 *
 * @param call the consequence
 * @param amounts the named amounts of the policy
 */
record ConsequenceEdits(Call call, Map<String, Amount> amounts) {
    private static final Set<String> NAME_AMOUNTS = Set.of("offer", "cap", "limit");

    Stream<Edit<Call>> all() {
        return call.name().text().equals("step") ? Stream.empty() : ofEachArgument();
    }

    private Stream<Edit<Call>> ofEachArgument() {
        return IntStream.range(0, call.arguments().size())
                .boxed()
                .flatMap(i -> others(i, call.arguments().get(i)).map(other -> edit(i, other)));
    }

    private Edit<Call> edit(int index, Argument other) {
        List<Argument> arguments = new ArrayList<>(call.arguments());
        Argument argument = arguments.set(index, other);
        return new Edit<>(
                new Call(call.name(), arguments, call.span()),
                argument.span(),
                Rendering.of(argument),
                Rendering.of(other));
    }

    private Stream<Argument> others(int index, Argument argument) {
        if (argument instanceof AmountSpelled spelled) {
            Amount amount = Amount.parse(Rendering.of(spelled).substring("Amount.".length()));
            return AmountEdits.of(amount).stream().map(other -> AmountEdits.tree(other, spelled.span()));
        }
        Constant constant = (Constant) argument;
        return constant.kind() == Constant.Kind.ENUM ? constants(constant) : texts(index, constant);
    }

    private Stream<Argument> constants(Constant constant) {
        return Vocabulary.constants(constant.type()).stream()
                .filter(name -> !name.equals(constant.constant()) && fits(constant, name))
                .map(name -> new Constant(constant.kind(), constant.type() + "." + name, constant.span()));
    }

    /** Whether the verb takes this constant in place of the other, and the mistake could so have been made. */
    private boolean fits(Constant constant, String name) {
        return switch (constant.type()) {
            case "Component" -> name.equals("RESTORATION") || name.equals("GESTURE");
            case "Question" -> concernsVerdict(constant.constant()) == concernsVerdict(name);
            case "RemedyKind" -> isWords(constant.constant()) == isWords(name);
            default -> true;
        };
    }

    private static boolean concernsVerdict(String question) {
        return Question.valueOf(question).concernsVerdict();
    }

    private static boolean isWords(String kind) {
        return RemedyKind.valueOf(kind).isWords();
    }

    private Stream<Argument> texts(int index, Constant text) {
        if (call.name().text().equals("followUp") && index == 0) {
            Period period = Period.parse(text.text());
            return Stream.of(period.plusDays(1), period.minusDays(1))
                    .filter(other -> !other.isNegative())
                    .map(other -> new Constant(text.kind(), other.toString(), text.span()));
        }
        return NAME_AMOUNTS.contains(call.name().text())
                        && index == call.arguments().size() - 1
                ? amounts.keySet().stream()
                        .filter(name -> isOther(name, text.text()))
                        .map(name -> new Constant(text.kind(), name, text.span()))
                : Stream.empty();
    }

    private boolean isOther(String name, String other) {
        return !amounts.get(name).toString().equals(amounts.get(other).toString());
    }
}
