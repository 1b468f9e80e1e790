package org.recoveryrules.drools.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Verdict;
import org.recoveryrules.drools.Contexts;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.drools.cases.Boundary;
import org.recoveryrules.drools.cases.Boundary.Side;

class BoundariesTest {
    private static final ParadoxAssessment APPLIES = new ParadoxAssessment(Verdict.APPLIES, Set.of());

    @ParameterizedTest
    @CsvSource({
        "ServiceFailure( severity >= Severity.MAJOR ), MAJOR holds, MODERATE does not",
        "ServiceFailure( severity > Severity.MAJOR ), MAJOR does not, CRITICAL holds",
        "ServiceFailure( severity <= Severity.MAJOR ), MAJOR holds, CRITICAL does not",
        "ServiceFailure( severity < Severity.MAJOR ), MAJOR does not, MODERATE holds",
        "FailureHistory( priorFailures >= 3 ), 3 holds, 2 does not",
        "FailureHistory( priorFailures > 3 ), 3 does not, 4 holds",
        "Handling( delayHours <= 24 ), 24 holds, 25 does not",
        "Handling( delayHours < 24 ), 24 does not, 23 holds",
        "Customer( lifetimeValueAmount >= 10.5B ), 10.5 holds, less than 10.5 does not",
        "Customer( lifetimeValueAmount > 10.5B ), 10.5 does not, more than 10.5 holds",
        "ServiceFailure( lossAmount <= 100 ), 100 holds, more than 100 does not",
        "ServiceFailure( lossAmount < 100 ), 100 does not, less than 100 holds",
    })
    void a_threshold_has_its_value_and_the_next_beyond_it(String condition, String value, String next) {
        assertThat(only(condition).threshold())
                .extracting(BoundariesTest::words)
                .containsExactly(value, next);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ServiceFailure( severity == Severity.MAJOR )            | MAJOR holds | NEGLIGIBLE, MINOR, MODERATE or CRITICAL does not
            FailureHistory( priorFailures != 3 )                    | not 3 holds | 3 does not
            Customer( mood in ( Mood.UPSET, Mood.ANGRY ) )          | UPSET or ANGRY holds | CALM does not
            Customer( champion )                                    | true holds | false does not
            Claim( !requestMade )                                   | true holds | false does not
            Customer( vulnerabilities contains Vulnerability.HEALTH ) | with HEALTH holds | without HEALTH does not
            """)
    void any_other_comparison_only_holds_and_does_not(String condition, String holds, String fails) {
        Boundary boundary = only(condition);

        assertThat(boundary.outcomes()).extracting(BoundariesTest::words).containsExactly(holds, fails);
        assertThat(boundary.threshold()).isEmpty();
    }

    @Test
    void a_threshold_holds_and_does_not_as_well() {
        assertThat(only("ServiceFailure( severity >= Severity.MAJOR )").outcomes())
                .extracting(BoundariesTest::words)
                .containsExactly("MAJOR or CRITICAL holds", "NEGLIGIBLE, MINOR or MODERATE does not");
    }

    @ParameterizedTest
    @CsvSource({
        "ServiceFailure( severity < Severity.MAJOR ), MINOR,, false, true, false, false",
        "ServiceFailure( severity < Severity.MAJOR ), MODERATE,, false, true, false, true",
        "ServiceFailure( severity < Severity.MAJOR ), MAJOR,, true, false, true, false",
        "ServiceFailure( severity < Severity.MAJOR ), CRITICAL,, true, false, false, false",
        "Customer( lifetimeValueAmount >= 10.5B ), MINOR, 10.49, true, false, false, true",
        "Customer( lifetimeValueAmount >= 10.5B ), MINOR, 10.50, false, true, true, false",
        "Customer( lifetimeValueAmount >= 10.5B ), MINOR, 11, false, true, false, false",
    })
    void a_decision_is_on_the_sides_that_its_context_is_on(
            String condition,
            Severity severity,
            String worth,
            boolean fails,
            boolean holds,
            boolean value,
            boolean next) {
        FailureContext context = Contexts.minor()
                .severity(severity)
                .lifetimeValue(worth == null ? Money.zero(CurrencyUnit.USD) : Contexts.usd(worth))
                .build();
        Boundary boundary = only(condition);

        assertThat(boundary.outcomes())
                .extracting(side -> side.reached().test(context, APPLIES))
                .containsExactly(holds, fails);
        assertThat(boundary.threshold())
                .extracting(side -> side.reached().test(context, APPLIES))
                .containsExactly(value, next);
    }

    @Test
    void each_comparison_is_told_with_its_rule_and_its_place() {
        String nested = """
                ( ServiceFailure( !( accepted || severity >=
                    Severity.MAJOR ), type == FailureType.PROCESS ) or not Customer( champion ) )""";

        assertThat(boundaries(Policies.rule("test.one", nested, "findings.review();")))
                .extracting(
                        Boundary::rule,
                        Boundary::comparison,
                        boundary -> boundary.place().toString())
                .containsExactly(
                        tuple("test.one", "accepted", "test/test.drl:10:26"),
                        tuple("test.one", "severity >=\n    Severity.MAJOR", "test/test.drl:10:38"),
                        tuple("test.one", "type == FailureType.PROCESS", "test/test.drl:11:23"),
                        tuple("test.one", "champion", "test/test.drl:11:70"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ServiceFailure( severity >= Severity.NEGLIGIBLE )",
                "ServiceFailure( severity <= Severity.CRITICAL )",
                "Customer( mood in ( Mood.CALM, Mood.UPSET, Mood.ANGRY ) )",
                "FailureHistory( priorFailures >= 0 )",
                "ServiceFailure( lossAmount >= 0 )",
                "Handling()",
            })
    void what_always_holds_has_no_sides(String condition) {
        assertThat(boundaries(Policies.rule("test.one", condition, "findings.review();")))
                .isEmpty();
    }

    @Test
    void the_assessment_has_sides_too() {
        Boundary boundary = only("ParadoxAssessment( verdict == Verdict.APPLIES )");

        assertThat(boundary.outcomes())
                .extracting(side -> side.reached().test(Contexts.minor().build(), APPLIES))
                .containsExactly(true, false);
    }

    private static Boundary only(String condition) {
        List<Boundary> boundaries = boundaries(Policies.rule("test.one", condition, "findings.review();"));
        assertThat(boundaries).hasSize(1);
        return boundaries.get(0);
    }

    private static List<Boundary> boundaries(String rule) {
        Map<String, byte[]> files = new TreeMap<>();
        Policies.files(rule).forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        CheckedPolicy checked = Policies.checked(files);
        assertThat(checked.errors()).isEmpty();
        return checked.boundaries();
    }

    private static String words(Side side) {
        return side.words() + (side.holds() ? " holds" : " does not");
    }
}
