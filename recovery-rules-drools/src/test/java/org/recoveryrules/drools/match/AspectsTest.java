package org.recoveryrules.drools.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.drools.Contexts.minor;
import static org.recoveryrules.drools.Contexts.usd;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.LastRecovery;
import org.recoveryrules.api.Mood;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Verdict;
import org.recoveryrules.api.Vulnerability;
import org.recoveryrules.drools.check.FactField;
import org.recoveryrules.drools.syntax.RuleNode;

/** What rules ask for, and in which cell of it a failure is. */
class AspectsTest {
    private static final ParadoxAssessment APPLIES = new ParadoxAssessment(Verdict.APPLIES, Set.of());
    private static final ParadoxAssessment RULED_OUT =
            new ParadoxAssessment(Verdict.DOES_NOT_APPLY, Set.of(Barrier.SEVERITY));

    /** A threshold, and contexts just below, at and just above it. */
    private record Around(String field, String threshold, Supplier<Stream<FailureContext.Builder>> failures) {
        Stream<FailureContext> contexts() {
            return failures.get().map(FailureContext.Builder::build);
        }
    }

    private static final List<Around> AROUND = List.of(
            number("Claim( compensatedClaims", claims -> minor().compensatedClaims(claims)),
            number("Handling( apologies", apologies -> minor().apologies(apologies)),
            number(
                    "FailureHistory( priorFailures",
                    failures -> minor().priorFailures(failures).lastRecovery(LastRecovery.GOOD)),
            // Hours are counted as they begin.
            new Around(
                    "Handling( delayHours",
                    "24",
                    () -> Stream.of("PT23H", "PT23H1S", "PT24H1S").map(delay -> minor().delay(Duration.parse(delay)))),
            new Around(
                    "ServiceFailure( severity",
                    "Severity.MODERATE",
                    () -> Stream.of(Severity.MINOR, Severity.MODERATE, Severity.MAJOR)
                            .map(severity -> minor().severity(severity))),
            sum("Customer( lifetimeValueAmount", "10.1B", sum -> minor().lifetimeValue(sum)),
            sum("ServiceFailure( priceAmount", "10.10B", sum -> minor().price(sum)),
            sum("ServiceFailure( lossAmount", "10.100B", sum -> minor().loss(sum)));

    @Test
    void a_field_of_constants_has_a_cell_for_each_and_one_of_true_and_false_two() {
        assertThat(counts("ServiceFailure( severity >= Severity.MAJOR )")).containsExactly(2, 5);
        assertThat(counts("ServiceFailure( causedBy == Cause.PROVIDER )")).containsExactly(2, 6);
        assertThat(counts("Customer( champion )")).containsExactly(2, 2);
    }

    @Test
    void a_number_has_a_cell_for_each_threshold_and_for_what_lies_between() {
        assertThat(counts("Claim( compensatedClaims > 3 )", "Claim( compensatedClaims <= 3 )"))
                .containsExactly(2, 3);
        assertThat(counts("Claim( compensatedClaims in ( 1, 2, 4 ) )")).containsExactly(2, 7);
        assertThat(counts("Customer( lifetimeValueAmount == 10.1B )", "Customer( lifetimeValueAmount != 10.10B )"))
                .containsExactly(2, 3);
    }

    @Test
    void each_constant_that_a_set_is_asked_for_is_an_aspect_of_its_own() {
        assertThat(counts(
                        "Customer( vulnerabilities contains Vulnerability.HEALTH )",
                        "Customer( vulnerabilities not contains Vulnerability.HEALTH )",
                        "Customer( vulnerabilities contains Vulnerability.LIFE_EVENT )"))
                .containsExactly(2, 2, 2);
    }

    @Test
    void what_is_asked_most_comes_first() {
        assertThat(counts(
                        "ServiceFailure( severity >= Severity.MAJOR )",
                        "Claim( compensatedClaims > 3 )",
                        "Claim( compensatedClaims < 3 )",
                        "Customer( champion )"))
                .containsExactly(2, 3, 2, 5);
    }

    @Test
    void rules_that_ask_nothing_are_told_before_from_after_alone() {
        assertThat(new Aspects(List.of()).counts()).containsExactly(2);
        assertThat(counts("ServiceFailure()")).containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource({
        "==, false, true, false",
        "!=, true, false, true",
        "<, true, false, false",
        "<=, true, true, false",
        ">, false, false, true",
        ">=, false, true, true"
    })
    void a_threshold_is_met_exactly(String operator, boolean below, boolean at, boolean above) {
        for (Around around : AROUND) {
            String condition = around.field() + " " + operator + " " + around.threshold() + " )";

            assertThat(around.contexts().map(context -> holds(condition, context)))
                    .as(condition)
                    .containsExactly(below, at, above);
        }
    }

    @Test
    void lists_hold_their_numbers_and_no_other() {
        assertThat(IntStream.rangeClosed(0, 5)
                        .filter(claims -> holds("Claim( compensatedClaims in ( 1, 2, 4 ) )", claims(claims))))
                .containsExactly(1, 2, 4);
        assertThat(IntStream.rangeClosed(0, 5)
                        .filter(claims -> holds("Claim( compensatedClaims not in ( 1, 2, 4 ) )", claims(claims))))
                .containsExactly(0, 3, 5);
        assertThat(holds("ServiceFailure( severity in ( Severity.MINOR, Severity.CRITICAL ) )", minor().build()))
                .isTrue();
        assertThat(holds("ServiceFailure( severity not in ( Severity.MINOR ) )", minor().build()))
                .isFalse();
    }

    @Test
    void a_price_that_is_not_known_is_none() {
        assertThat(holds("ServiceFailure( priceAmount == 0, !priceKnown )", minor().build()))
                .isTrue();
        assertThat(holds(
                        "ServiceFailure( priceAmount > 0, priceKnown == true )",
                        minor().price(usd("0.01")).build()))
                .isTrue();
    }

    @Test
    void a_set_holds_what_is_in_it() {
        String contains = "Customer( vulnerabilities contains Vulnerability.HEALTH )";
        String lacks = "Customer( vulnerabilities not contains Vulnerability.HEALTH )";
        FailureContext none = minor().build();
        FailureContext other = minor().vulnerabilities(Vulnerability.LIFE_EVENT).build();
        FailureContext both = minor().vulnerabilities(Vulnerability.LIFE_EVENT, Vulnerability.HEALTH)
                .build();

        assertThat(Stream.of(none, other, both).map(context -> holds(contains, context)))
                .containsExactly(false, false, true);
        assertThat(Stream.of(none, other, both).map(context -> holds(lacks, context)))
                .containsExactly(true, true, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not ServiceFailure( severity < Severity.MAJOR )",
                "not ServiceFailure( severity != Severity.MAJOR, severity != Severity.CRITICAL )",
                "ServiceFailure( !( severity < Severity.MAJOR ) )",
                "ServiceFailure( !( severity == Severity.NEGLIGIBLE || severity == Severity.MINOR || severity =="
                        + " Severity.MODERATE ) )",
                "ServiceFailure( !( severity != Severity.MAJOR && severity != Severity.CRITICAL ) )",
                "ServiceFailure( severity == Severity.MAJOR || severity > Severity.MAJOR )",
                "( ServiceFailure( severity == Severity.MAJOR ) or ServiceFailure( severity == Severity.CRITICAL ) )",
                "( ServiceFailure( severity >= Severity.MODERATE ) and not ServiceFailure( severity =="
                        + " Severity.MODERATE ) )"
            })
    void what_means_the_same_is_the_same_test(String condition) {
        List<RuleNode> rules = ParsedRules.of("ServiceFailure( severity >= Severity.MAJOR )", condition);
        Aspects aspects = new Aspects(rules);

        assertThat(aspects.test(rules.get(1))).isEqualTo(aspects.test(rules.get(0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not Claim( status == ClaimStatus.VERIFIED, requestMade )",
                "Claim( !( status == ClaimStatus.VERIFIED && requestMade ) )",
                "( Claim( status != ClaimStatus.VERIFIED ) or Claim( !requestMade ) )"
            })
    void the_opposite_of_two_together_is_that_either_is_missing(String condition) {
        List<RuleNode> rules =
                ParsedRules.of("Claim( status != ClaimStatus.VERIFIED || requestMade == false )", condition);
        Aspects aspects = new Aspects(rules);

        assertThat(aspects.test(rules.get(1))).isEqualTo(aspects.test(rules.get(0)));
    }

    @Test
    void alternatives_of_several_facts_hold_if_one_does() {
        String either = "( ServiceFailure( severity == Severity.MAJOR ) or ( Customer( champion ) and Claim("
                + " compensatedClaims > 2 ) ) )";

        assertThat(holds(either, minor().build())).isFalse();
        assertThat(holds(either, minor().severity(Severity.MAJOR).build())).isTrue();
        assertThat(holds(either, minor().champion(true).compensatedClaims(2).build()))
                .isFalse();
        assertThat(holds(either, minor().champion(true).compensatedClaims(3).build()))
                .isTrue();
    }

    @Test
    void what_reads_the_assessment_holds_after_it_alone_and_the_rest_before_it_alone() {
        List<RuleNode> rules = ParsedRules.of(
                "ParadoxAssessment( verdict == Verdict.APPLIES )",
                "ParadoxAssessment( barriers contains Barrier.SEVERITY )",
                "ParadoxAssessment()",
                "( ParadoxAssessment( verdict == Verdict.DOES_NOT_APPLY ) or Customer( !champion ) )",
                "Customer( !champion )");
        Aspects aspects = new Aspects(rules);
        Cells before = aspects.of(minor().build());

        assertThat(holding(aspects, rules, before)).containsExactly(4);
        assertThat(holding(aspects, rules, aspects.of(before, APPLIES))).containsExactly(0, 2, 3);
        assertThat(holding(aspects, rules, aspects.of(before, RULED_OUT))).containsExactly(1, 2, 3);
        assertThat(holding(aspects, rules, before)).as("as they were").containsExactly(4);
    }

    @Test
    void situations_are_numbered_without_a_gap() {
        List<RuleNode> rules = ParsedRules.of(
                "ServiceFailure( severity >= Severity.MINOR ) Customer( champion || mood == Mood.CALM )");
        Aspects aspects = new Aspects(rules);
        Situations situations = aspects.situations(List.of(
                        field("ServiceFailure", "severity"), field("Customer", "champion"), field("Customer", "mood")))
                .orElseThrow();
        List<Integer> numbers = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            for (Mood mood : Mood.values()) {
                numbers.add(situations.of(aspects.of(
                        minor().severity(severity).mood(mood).champion(true).build())));
                numbers.add(situations.of(
                        aspects.of(minor().severity(severity).mood(mood).build())));
            }
        }

        assertThat(situations.count()).isEqualTo(30);
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 30).boxed().toList());
    }

    @Test
    void a_rule_that_reads_nothing_is_in_one_situation() {
        Aspects aspects = new Aspects(ParsedRules.of("Customer()"));
        Situations situations = aspects.situations(List.of()).orElseThrow();

        assertThat(situations.count()).isEqualTo(1);
        assertThat(situations.of(aspects.of(minor().build()))).isZero();
    }

    @Test
    void what_holds_more_than_a_constant_does_not_follow_from_a_situation() {
        Aspects aspects = new Aspects(ParsedRules.of(
                "Claim( compensatedClaims > 2, requestMade )",
                "Customer( lifetimeValueAmount > 2, vulnerabilities contains Vulnerability.HEALTH )"));

        assertThat(aspects.situations(List.of(field("Claim", "requestMade")))).isPresent();
        assertThat(aspects.situations(List.of(field("Claim", "requestMade"), field("Claim", "compensatedClaims"))))
                .isEmpty();
        assertThat(aspects.situations(List.of(field("Customer", "lifetimeValueAmount"))))
                .isEmpty();
        assertThat(aspects.situations(List.of(field("Customer", "vulnerabilities"))))
                .isEmpty();
    }

    private static Around number(String field, IntFunction<FailureContext.Builder> failure) {
        return new Around(field, "2", () -> IntStream.of(1, 2, 3).mapToObj(failure));
    }

    private static Around sum(String field, String threshold, Function<Money, FailureContext.Builder> failure) {
        return new Around(
                field, threshold, () -> Stream.of("10.09", "10.10", "10.11").map(sum -> failure.apply(usd(sum))));
    }

    private static FailureContext claims(int compensated) {
        return minor().compensatedClaims(compensated).build();
    }

    private static FactField field(String factType, String name) {
        return FactField.of(factType, name).orElseThrow();
    }

    private static int[] counts(String... conditions) {
        return new Aspects(ParsedRules.of(conditions)).counts();
    }

    private static boolean holds(String condition, FailureContext context) {
        List<RuleNode> rules = ParsedRules.of(condition);
        Aspects aspects = new Aspects(rules);
        return aspects.test(rules.get(0)).holds(aspects.of(context));
    }

    private static IntStream holding(Aspects aspects, List<RuleNode> rules, Cells cells) {
        return IntStream.range(0, rules.size())
                .filter(rule -> aspects.test(rules.get(rule)).holds(cells));
    }
}
