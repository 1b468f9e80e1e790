package org.recoveryrules.drools.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.Verdict;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.drools.RandomContexts;
import org.recoveryrules.drools.RandomRules;
import org.recoveryrules.drools.files.SourceText;
import org.recoveryrules.drools.files.Span;
import org.recoveryrules.drools.syntax.Condition;
import org.recoveryrules.drools.syntax.Condition.Fact;
import org.recoveryrules.drools.syntax.Constraint;
import org.recoveryrules.drools.syntax.RuleNode;

/** What never holds and what always holds is told, and nothing else is. */
class RangeCheckTest {
    private static final String NEVER = "condition-never";
    private static final String ALWAYS = "condition-always";
    /** Around all numbers and sums of {@link RandomRules}. */
    private static final List<BigDecimal> NUMBERS = Stream.of(
                    0, 1, 2, 3, 4, 23, 24, 25, 26, 71, 72, 73, 74, 999_999_998, 999_999_999, 1_000_000_000)
            .map(BigDecimal::valueOf)
            .toList();

    private static final List<BigDecimal> SUMS = Stream.of(
                    "0",
                    "0.005",
                    "0.01",
                    "0.5",
                    "1",
                    "5",
                    "10",
                    "10.05",
                    "10.1",
                    "10.105",
                    "10.11",
                    "50",
                    "99.99",
                    "99.995",
                    "100",
                    "101",
                    "2147483647",
                    "2147483647.5",
                    "2147483648",
                    "5000000000",
                    "9999999999.99",
                    "99999999999",
                    "999999999999",
                    "1000000000000")
            .map(BigDecimal::new)
            .toList();

    @ParameterizedTest
    @CsvSource({
        "priorFailures >= 0, this comparison always holds",
        "priorFailures < 0, this comparison never holds",
        "priorFailures > 2 && priorFailures < 3, this constraint never holds",
        "'priorFailures > 2, priorFailures < 3', this fact never holds",
        "lastRecovery == LastRecovery.GOOD || lastRecovery != LastRecovery.GOOD, this constraint always holds",
        "!( priorFailures < 0 ), this comparison never holds",
    })
    void the_smallest_part_is_told(String constraints, String message) {
        assertThat(told("FailureHistory( " + constraints + " )"))
                .extracting(Diagnostic::message)
                .containsExactly(message);
    }

    @Test
    void what_always_holds_and_is_turned_round_never_does() {
        assertThat(told("FailureHistory( !( priorFailures >= 0 ) )"))
                .extracting(Diagnostic::message)
                .containsExactly("this constraint never holds", "this comparison always holds");
        assertThat(told("not FailureHistory( priorFailures >= 0 )"))
                .extracting(Diagnostic::message)
                .containsExactly("this condition never holds", "this comparison always holds");
    }

    @Test
    void parts_that_have_a_field_in_common_are_tried_together_and_others_need_not_be() {
        assertThat(told("Claim( compensatedClaims > 1 ) Claim( compensatedClaims < 2 )"))
                .extracting(Diagnostic::message)
                .containsExactly("this condition never holds");
        assertThat(told("Claim( compensatedClaims > 1, compensatedClaims < 2 )"))
                .extracting(Diagnostic::message)
                .containsExactly("this fact never holds");
        assertThat(told("Handling( aware || apologies > 1 || !aware )"))
                .extracting(Diagnostic::message)
                .containsExactly("this constraint always holds");
        assertThat(told("( Claim( ) or Handling( aware ) )"))
                .extracting(Diagnostic::message)
                .containsExactly("this condition always holds");
        assertThat(told("Claim( ) Handling( aware, apologies > 1 ) not Customer( champion || vulnerable )"))
                .isEmpty();
    }

    /** The first condition of many is hard; how many can be tried is a matter of the policy, not of the condition. */
    @Test
    void conditions_are_taken_as_they_are_once_too_much_was_tried() {
        String hard = "Claim( compensatedClaims > 1 ) Handling( apologies > 1, delayHours > 1 )"
                + " FailureHistory( priorFailures > 1 ) Customer( lifetimeValueAmount > 1, lifetimeValueAmount < 9 )"
                + " ServiceFailure( priceAmount == 7, lossAmount == 7 ) ServiceFailure( priceAmount == 8 )";
        Map<String, byte[]> files = new TreeMap<>();
        Policies.files(IntStream.range(0, 1_000)
                        .mapToObj(i -> Policies.rule("test.rule-" + i, hard, "findings.review();"))
                        .toArray(String[]::new))
                .forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));

        List<Integer> lines = Policies.checked(files).errors().stream()
                .filter(error -> error.code().equals(NEVER))
                .map(error -> error.place().line())
                .toList();

        assertThat(lines).startsWith(10, 19, 28).hasSizeBetween(10, 900);
    }

    @Test
    void no_context_refutes_what_is_told_of_conditions_made_at_random() {
        RandomRules rules = new RandomRules(new Random(21));
        List<Evaluation> contexts = contexts(new Random(21));
        Set<String> told = new HashSet<>();
        for (int i = 0; i < 800; i++) {
            CheckedPolicy checked = checked(rules.conditions());
            SourceText source = checked.ruleFiles().get(0).source();
            Map<Diagnostic.Place, List<Predicate<Evaluation>>> parts = parts(checked);
            for (Diagnostic diagnostic : told(checked)) {
                told.add(diagnostic.message());
                boolean never = diagnostic.code().equals(NEVER);
                assertThat(parts.get(diagnostic.place()))
                        .as("%s in %s", diagnostic, source.text())
                        .isNotEmpty()
                        .anySatisfy(part -> assertThat(contexts).noneMatch(never ? part : part.negate()));
            }
        }
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "this comparison never holds",
                        "this comparison always holds",
                        "this constraint never holds",
                        "this constraint always holds",
                        "this fact never holds",
                        "this condition never holds",
                        "this condition always holds");
    }

    @Test
    void what_all_values_refute_is_told_of_single_facts_made_at_random() {
        RandomRules rules = new RandomRules(new Random(22));
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < 800; i++) {
            CheckedPolicy checked = checked(rules.simpleFact());
            Set<String> codes = new HashSet<>();
            told(checked).forEach(diagnostic -> codes.add(diagnostic.code()));
            Optional<String> expected =
                    byAllValues((Fact) rule(checked).conditions().get(0));
            expected.ifPresent(code -> assertThat(codes)
                    .as(checked.ruleFiles().get(0).source().text())
                    .containsAnyOf(code, NEVER));
            counts.merge(expected.orElse("neither"), 1, Integer::sum);
        }
        assertThat(counts).containsOnlyKeys(NEVER, ALWAYS, "neither");
    }

    /** What can be said of a fact after it was tried on every combination of values. */
    private static Optional<String> byAllValues(Fact fact) {
        List<FactField> fields = fact.constraints()
                .get(0)
                .comparisons()
                .map(comparison -> FactField.of(
                                fact.type().text(), comparison.field().text())
                        .orElseThrow())
                .distinct()
                .toList();
        Set<Boolean> seen = new HashSet<>();
        tryAll(fact, fields, new HashMap<>(), seen);
        return seen.size() == 2 ? Optional.empty() : Optional.of(seen.contains(true) ? ALWAYS : NEVER);
    }

    private static void tryAll(Fact fact, List<FactField> fields, Map<FactField, Object> chosen, Set<Boolean> seen) {
        if (seen.size() == 2) {
            return;
        }
        if (chosen.size() == fields.size()) {
            seen.add(new Evaluation(chosen::get).holds(fact));
            return;
        }
        FactField field = fields.get(chosen.size());
        for (Object value : values(field)) {
            chosen.put(field, value);
            tryAll(fact, fields, chosen, seen);
            chosen.remove(field);
        }
    }

    private static List<?> values(FactField field) {
        return switch (field.kind()) {
            case BOOLEAN -> List.of(true, false);
            case NUMBER -> NUMBERS;
            case AMOUNT -> SUMS;
            case SET -> subsets(field.constants());
            default -> field.constants();
        };
    }

    /** Some sets of constants, all small ones among them. */
    private static List<Set<Enum<?>>> subsets(List<Enum<?>> constants) {
        List<Set<Enum<?>>> subsets = new ArrayList<>(List.of(Set.of(), Set.copyOf(constants)));
        for (Enum<?> one : constants) {
            for (Enum<?> other : constants) {
                subsets.add(one == other ? Set.of(one) : Set.of(one, other));
            }
        }
        return subsets;
    }

    /** The parts of a condition by their places. */
    private static Map<Diagnostic.Place, List<Predicate<Evaluation>>> parts(CheckedPolicy checked) {
        SourceText source = checked.ruleFiles().get(0).source();
        Map<Diagnostic.Place, List<Predicate<Evaluation>>> parts = new HashMap<>();
        List<Condition> conditions = rule(checked).conditions();
        Span first = conditions.get(0).span();
        Span whole = first.to(conditions.get(conditions.size() - 1).span());
        put(parts, source.place(whole), evaluation -> evaluation.holds(conditions));
        conditions.stream().flatMap(Condition::facts).forEach(fact -> {
            put(parts, source.place(fact.span()), evaluation -> evaluation.holds(fact));
            for (Constraint constraint : fact.constraints()) {
                Stream.concat(Stream.of(constraint), constraint.comparisons())
                        .forEach(part -> put(
                                parts,
                                source.place(part.span()),
                                evaluation -> evaluation.holds(fact.type().text(), part)));
            }
        });
        return parts;
    }

    private static void put(
            Map<Diagnostic.Place, List<Predicate<Evaluation>>> parts,
            Diagnostic.Place place,
            Predicate<Evaluation> part) {
        parts.computeIfAbsent(place, none -> new ArrayList<>()).add(part);
    }

    private static List<Evaluation> contexts(Random random) {
        RandomContexts contexts = new RandomContexts(CurrencyUnit.USD, random);
        List<ParadoxAssessment> assessments = List.of(
                new ParadoxAssessment(Verdict.APPLIES, Set.of()),
                new ParadoxAssessment(Verdict.UNDETERMINED, Set.of()),
                new ParadoxAssessment(Verdict.DOES_NOT_APPLY, Set.of(Barrier.SEVERITY)),
                new ParadoxAssessment(Verdict.DOES_NOT_APPLY, Set.of(Barrier.values())));
        return IntStream.range(0, 400)
                .<Evaluation>mapToObj(i -> {
                    FailureContext context = contexts.next();
                    return new Evaluation(field -> field.read(context, assessments.get(i % assessments.size())));
                })
                .toList();
    }

    private static RuleNode rule(CheckedPolicy checked) {
        return checked.ruleFiles().get(0).rules().get(0);
    }

    private static List<Diagnostic> told(String conditions) {
        return told(checked(conditions));
    }

    private static List<Diagnostic> told(CheckedPolicy checked) {
        return checked.diagnostics().stream()
                .filter(diagnostic -> Set.of(NEVER, ALWAYS).contains(diagnostic.code()))
                .toList();
    }

    private static CheckedPolicy checked(String conditions) {
        Map<String, byte[]> files = new TreeMap<>();
        Policies.files(Policies.rule("test.rule", conditions, "findings.review();"))
                .forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return Policies.checked(files);
    }
}
