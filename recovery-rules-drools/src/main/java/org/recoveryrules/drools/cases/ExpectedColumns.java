package org.recoveryrules.drools.cases;

import static java.util.Map.entry;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.FollowUp;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Step;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.api.Verdict;

/** The columns that can expect something: the rules that fire, and components of the decision by their flat names. */
final class ExpectedColumns {
    /** All of them, in the order in which they are told. */
    static final List<String> NAMES = List.of(
            Case.RULES,
            "verdict",
            "barriers",
            "questions",
            "doubleDeviation",
            "approach",
            ExpectedRemedies.COLUMN,
            "authority",
            "humanReview",
            "steps",
            "followUps",
            "total",
            "gestureTotal");

    private static final Map<String, Words> WORDS = Map.ofEntries(
            entry(
                    "verdict",
                    constant(Verdict.class, decision -> decision.paradox().verdict())),
            entry("barriers", constants(Barrier.class, decision -> decision.paradox().barriers().stream())),
            entry("questions", constants(Question.class, decision -> decision.questions().stream())),
            entry("doubleDeviation", truth(RecoveryDecision::doubleDeviation)),
            entry("approach", constant(Approach.class, RecoveryDecision::approach)),
            entry("authority", constant(Authority.class, RecoveryDecision::authority)),
            entry("humanReview", truth(RecoveryDecision::humanReview)),
            entry(
                    "steps",
                    constants(
                            StepKind.class,
                            decision -> decision.steps().stream().map(Step::kind))),
            entry(
                    "followUps",
                    new Words(
                            Form.LIST,
                            cell -> cell.periods().stream(),
                            decision -> decision.followUps().stream().map(FollowUp::after))));
    private static final Map<String, Function<RecoveryDecision, Money>> SUMS =
            Map.of("total", RecoveryDecision::total, "gestureTotal", RecoveryDecision::gestureTotal);

    /** What a column holds. */
    enum Form {
        /** One word. */
        WORD,
        /** Any number of words or entries. */
        LIST,
        /** True or false. */
        TRUTH,
        /** An amount or its bounds. */
        SUM
    }

    /** What a column of words holds, how a cell of it is read, and what the decision says. */
    private record Words(
            Form form, Function<CaseCell, Stream<?>> expected, Function<RecoveryDecision, Stream<?>> actual) {}

    private ExpectedColumns() {}

    /** What a column holds. */
    static Form form(String column) {
        if (SUMS.containsKey(column)) {
            return Form.SUM;
        }
        return WORDS.containsKey(column) ? WORDS.get(column).form() : Form.LIST;
    }

    /** Whether a column holds words in no order. */
    static boolean isSet(String column) {
        return form(column) == Form.LIST && !column.equals(ExpectedRemedies.COLUMN);
    }

    /** What a cell expects; nothing if it cannot be read, which is noted. */
    static Optional<Expected> read(String column, CaseCell cell, Set<String> rules) {
        if (column.equals(Case.RULES)) {
            return Optional.of(new ExpectedRules(cell.rules(rules), rules));
        } else if (column.equals(ExpectedRemedies.COLUMN)) {
            return Optional.of(new RemediesCell(cell).read());
        } else if (SUMS.containsKey(column)) {
            return cell.bounds().map(bounds -> new ExpectedSum(column, bounds));
        }
        return Optional.of(
                new ExpectedWords(column, words(WORDS.get(column).expected().apply(cell))));
    }

    /** What a decision says in a column of words. */
    static Set<String> words(String column, RecoveryDecision decision) {
        return words(WORDS.get(column).actual().apply(decision));
    }

    /** What a decision says in a column of a sum. */
    static Money sum(String column, RecoveryDecision decision) {
        return SUMS.get(column).apply(decision);
    }

    /** What a cell would have to say for one decision to be as expected and another not; nothing if they are the same here. */
    static Optional<String> telling(String column, RecoveryDecision right, RecoveryDecision wrong, Set<String> rules) {
        if (column.equals(ExpectedRemedies.COLUMN)) {
            return ExpectedRemedies.telling(right.remedies(), wrong.remedies());
        }
        String cell = cell(column, right, rules);
        return cell.equals(cell(column, wrong, rules)) ? Optional.empty() : Optional.of(cell);
    }

    private static String cell(String column, RecoveryDecision decision, Set<String> rules) {
        if (SUMS.containsKey(column)) {
            return Bounds.words(sum(column, decision));
        }
        Set<String> words = column.equals(Case.RULES) ? ExpectedRules.fired(decision, rules) : words(column, decision);
        return words.isEmpty() ? CaseCell.NONE : String.join(" ", words);
    }

    private static <E extends Enum<E>> Words constant(Class<E> type, Function<RecoveryDecision, E> component) {
        return new Words(
                Form.WORD, cell -> cell.constant(type).stream(), decision -> Stream.of(component.apply(decision)));
    }

    private static <E extends Enum<E>> Words constants(Class<E> type, Function<RecoveryDecision, Stream<?>> component) {
        return new Words(Form.LIST, cell -> cell.constants(type).stream(), component);
    }

    private static Words truth(Function<RecoveryDecision, Boolean> component) {
        return new Words(Form.TRUTH, cell -> cell.truth().stream(), decision -> Stream.of(component.apply(decision)));
    }

    private static Set<String> words(Stream<?> values) {
        Set<String> words = new LinkedHashSet<>();
        values.forEach(value -> words.add(value.toString()));
        return words;
    }
}
