package org.recoveryrules.drools.mutation;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.drools.check.CheckedPolicy;
import org.recoveryrules.drools.engine.Interpreter;
import org.recoveryrules.drools.files.SourceText;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.syntax.Call;
import org.recoveryrules.drools.syntax.Constant;
import org.recoveryrules.drools.syntax.RuleNode;

/**
 * The mistakes that can be made in the rules and the named amounts of a policy, not in those that it includes.
 *
 * @param checked the policy
 * @param policy the same, as it decides
 */
record Mutants(CheckedPolicy checked, Interpreter policy) {
    private static final Comparator<Place> FILE_ORDER =
            comparing(Place::file).thenComparingInt(Place::line).thenComparingInt(Place::column);

    /** All of them, in file order. */
    Stream<Mutant> all() {
        Stream<Mutant> inRules = checked.ruleFiles().stream()
                .filter(file -> !checked.included().contains(file.source().file()))
                .flatMap(file -> file.rules().stream().flatMap(rule -> of(file.source(), rule)));
        Stream<Mutant> inAmounts =
                checked.settings().amounts().entrySet().stream().flatMap(named -> of(named.getKey(), named.getValue()));
        return Stream.concat(inRules, inAmounts).sorted(comparing(Mutant::place, FILE_ORDER));
    }

    private Stream<Mutant> of(SourceText source, RuleNode rule) {
        Call consequence = rule.consequence().orElseThrow();
        return Stream.of(
                        Stream.of(Mutant.dropped(rule, source.place(rule.name().span()), policy)),
                        ConditionEdits.of(rule.conditions())
                                .map(edit -> Mutant.when(rule, source.place(edit.span()), edit, policy)),
                        new ConsequenceEdits(consequence, checked.amounts())
                                .all()
                                .map(edit -> Mutant.concluding(rule, source.place(edit.span()), edit, policy)))
                .flatMap(mutants -> mutants);
    }

    private Stream<Mutant> of(String name, Amount amount) {
        List<RuleNode> users = policy.rules().stream()
                .filter(rule -> names(rule.consequence().orElseThrow(), name))
                .toList();
        // One that no rule names is told of elsewhere, and no case could notice it.
        return AmountEdits.of(amount).stream()
                .filter(other -> !users.isEmpty())
                .map(other -> Mutant.amount(
                        name,
                        amount.toString(),
                        other,
                        checked.settings().places().get(name),
                        users,
                        policy));
    }

    /** Whether a consequence names an amount; words that happen to be the same do no harm. */
    private static boolean names(Call call, String amountName) {
        return call.arguments().stream()
                .anyMatch(argument -> argument instanceof Constant constant
                        && constant.kind() == Constant.Kind.TEXT
                        && constant.text().equals(amountName));
    }
}
