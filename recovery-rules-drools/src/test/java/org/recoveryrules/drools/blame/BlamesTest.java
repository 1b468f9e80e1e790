package org.recoveryrules.drools.blame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.Profile;
import org.recoveryrules.drools.cases.Blame;
import org.recoveryrules.drools.cases.Blame.Act;
import org.recoveryrules.drools.cases.CaseLine;
import org.recoveryrules.drools.cases.CaseResult;

/** A policy with a rule for each thing to find; each line is a failure on which some speak. */
class BlamesTest {
    private static final String SETTINGS = """
            name = test
            version = 1
            currency = USD
            amount.voucher = of( "10" )
            """;
    private static final Map<String, String> RULES = Map.ofEntries(
            Map.entry("severe", "ServiceFailure( severity >= Severity.MAJOR ) > barrier( Barrier.SEVERITY )"),
            Map.entry("prior", "FailureHistory( priorFailures >= 2 ) > barrier( Barrier.PRIOR_FAILURE )"),
            Map.entry("ask", "ServiceFailure( avoidability == Avoidability.UNKNOWN ) > ask( Question.AVOIDABILITY )"),
            Map.entry("cause", "ServiceFailure( causedBy == Cause.UNKNOWN ) > ask( Question.CAUSE )"),
            Map.entry("deviation", "FailureHistory( lastRecovery == LastRecovery.POOR ) > doubleDeviation()"),
            Map.entry("hero", "ServiceFailure( severity >= Severity.MAJOR ) > approach( Approach.HERO )"),
            Map.entry("sorry", "Customer( mood != Mood.CALM ) > offer( RemedyKind.APOLOGY, RemedyKind.PERSONAL_CALL )"),
            Map.entry(
                    "refund",
                    "ServiceFailure( accepted == false )"
                            + " > offer( RemedyKind.REFUND, Component.RESTORATION, Amount.percentOfPrice( 100 ) )"),
            Map.entry("voucher", "Customer( champion ) > offer( RemedyKind.CREDIT, Component.GESTURE, \"voucher\" )"),
            Map.entry(
                    "gift", "Customer( champion ) > offer( RemedyKind.GIFT, Component.GESTURE, Amount.of( \"20\" ) )"),
            Map.entry("no-gift", "Handling( aware == false ) > withhold( RemedyKind.GIFT )"),
            Map.entry("no-gesture", "Claim( status == ClaimStatus.CONTRADICTED ) > withholdGestures()"),
            Map.entry("hold", "Claim( status == ClaimStatus.CONTRADICTED ) > holdRestoration()"),
            Map.entry("cap", "Customer( champion ) > cap( Amount.percentOfPrice( 50 ) )"),
            Map.entry("limit", "Customer() > limit( Authority.AGENT, Amount.of( \"15\" ) )"),
            Map.entry("escalate", "ServiceFailure( severity == Severity.CRITICAL ) > escalate( Authority.MANAGER )"),
            Map.entry("review", "ServiceFailure( severity == Severity.CRITICAL ) > review()"),
            Map.entry("step", "Customer( mood == Mood.ANGRY ) > step( StepKind.SOLVE, \"listen\" )"),
            Map.entry("call", "Customer( mood == Mood.ANGRY ) > followUp( \"P2W\", \"call\" )"));

    private static final String DRL = drl();

    /** What is known, the column and what it expects, the rules that spoke, and the nearest of those that did not. */
    private static final String EXAMPLES = """
            severity=MAJOR           | verdict        | APPLIES             | severe                  |
            severity=MINOR           | verdict        | DOES_NOT_APPLY      |                         | prior severe
            avoidability=UNKNOWN     | verdict        | APPLIES             | ask                     |
            severity=MINOR           | verdict        | UNDETERMINED        |                         | ask
            severity=MAJOR           | barriers       | PRIOR_FAILURE       | severe                  | prior
            avoidability=UNKNOWN     | questions      | CAUSE               | ask                     |
            causedBy=PROVIDER        | questions      | CAUSE               |                         | cause
            lastRecovery=POOR        | doubleDeviation | false              | deviation               |
            mood=CALM                | doubleDeviation | true               |                         | deviation
            severity=MAJOR           | approach       | EMPATHISE           | hero                    |
            severity=MINOR           | approach       | HERO                |                         | hero
            mood=ANGRY               | remedies       | -                   | sorry                   |
            mood=CALM                | remedies       | PERSONAL_CALL       |                         | sorry
            mood=CALM                | remedies       | REFUND RESTORATION  |                         | refund
            mood=CALM                | remedies       | REFUND GESTURE      |                         |
            champion=true            | remedies       | CREDIT GESTURE 5    | voucher                 |
            champion=true            | remedies       | -GIFT               | gift                    | no-gesture no-gift
            champion=true,aware=false | remedies      | GIFT                | no-gift                 | gift
            champion=true            | remedies       | CREDIT by AGENT     | settlement.limit limit voucher |
            champion=true            | remedies       | CREDIT 5 by MANAGER | voucher                 |
            mood=CALM                | remedies       | GIFT by AGENT       |                         | gift
            champion=true,price=50   | remedies       | GIFT GESTURE        | settlement.cap cap      | gift
            champion=true            | gestureTotal   | 0                   | gift voucher            | no-gesture no-gift
            mood=CALM                | gestureTotal   | 10..                |                         | gift voucher
            accepted=false,price=40  | total          | 0..39               | refund                  | cap no-gesture no-gift
            champion=true            | authority      | AGENT               | settlement.limit limit  |
            severity=MINOR           | authority      | MANAGER             | limit                   | escalate
            severity=CRITICAL        | humanReview    | false               | review                  |
            severity=MINOR           | humanReview    | true                |                         | hold review
            mood=ANGRY               | steps          | -                   | step                    |
            mood=CALM                | steps          | SOLVE               |                         | step
            mood=ANGRY               | followUps      | P3D                 | call                    |
            mood=CALM                | followUps      | P14D                |                         | call
            mood=ANGRY               | rules          | test.hero           | call cause limit sorry step | hero
            """;

    private static final List<String> COLUMNS = List.of(
            "case",
            "severity",
            "avoidability",
            "foreseeability",
            "priorFailures",
            "lifetimeValue",
            "causedBy",
            "price",
            "accepted",
            "lastRecovery",
            "mood",
            "champion",
            "aware",
            "rules",
            "verdict",
            "barriers",
            "questions",
            "doubleDeviation",
            "approach",
            "remedies",
            "authority",
            "humanReview",
            "steps",
            "followUps",
            "total",
            "gestureTotal");

    @TestFactory
    Stream<DynamicTest> each_difference_has_rules_to_blame() {
        List<List<String>> examples = EXAMPLES.lines()
                .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
                .toList();
        List<CaseResult> results = run(
                Profile.DECLARATIVE,
                SETTINGS,
                DRL,
                examples.stream()
                        .map(example -> line(example.get(0), example.get(1) + "=" + example.get(2)))
                        .toArray(String[]::new));
        return IntStream.range(0, examples.size())
                .mapToObj(i -> dynamicTest(String.join(" ", examples.get(i)), () -> {
                    List<Blame> blames = results.get(i).blames();
                    assertThat(rules(blames, true)).isEqualTo(examples.get(i).get(3));
                    assertThat(rules(blames, false)).isEqualTo(examples.get(i).get(4));
                    assertThat(blames)
                            .extracting(Blame::columns)
                            .allMatch(List.of(examples.get(i).get(1))::equals);
                }));
    }

    @Test
    void a_rule_is_blamed_once_for_all_columns_and_with_its_place() {
        String line = line("severity=MAJOR", "verdict=APPLIES", "barriers=PRIOR_FAILURE", "approach=EMPATHISE");

        assertThat(run(Profile.DECLARATIVE, SETTINGS, DRL, line).get(0).describe())
                .isEqualTo("""
                test/test.cases.csv:2: a case
                            expected       came
                  verdict   APPLIES        DOES_NOT_APPLY
                  barriers  PRIOR_FAILURE  missing
                            not expected   SEVERITY
                  approach  EMPATHISE      HERO
                  test/test.drl:%d: test.severe fired on failure.severity MAJOR (verdict, barriers)
                  test/test.drl:%d: test.prior did not fire: history.priorFailures is 0, would have had to be 2 or more \
                (barriers)
                  test/test.drl:%d: test.hero fired on failure.severity MAJOR (approach)""".formatted(place("severe"), place("prior"), place("hero")));
    }

    @Test
    void a_rule_that_fired_says_the_amount_that_it_names() {
        String line = line("champion=true", "remedies=CREDIT GESTURE 5; GIFT", "gestureTotal=0");

        assertThat(run(Profile.DECLARATIVE, SETTINGS, DRL, line).get(0).blames())
                .extracting(Blame::describe)
                .contains("test/test.drl:" + place("voucher")
                        + ": test.voucher fired on customer.champion true and offers \"voucher\"");
    }

    @Test
    void what_is_near_to_a_sum_is_not_told_where_the_remedies_tell_it() {
        String line = line("mood=CALM", "remedies=GIFT", "gestureTotal=20");

        assertThat(run(Profile.DECLARATIVE, SETTINGS, DRL, line).get(0).blames())
                .singleElement()
                .satisfies(blame -> {
                    assertThat(blame.rule()).isEqualTo("test.gift");
                    assertThat(blame.columns()).containsExactly("remedies");
                });
    }

    @Test
    void a_rule_of_the_standard_policy_stands_where_it_comes_from() {
        String settings = SETTINGS + "include.standard = paradox\n";

        assertThat(run(Profile.DECLARATIVE, settings, DRL, line("severity=MODERATE", "verdict=APPLIES"))
                        .get(0)
                        .blames())
                .singleElement()
                .satisfies(blame -> assertThat(blame.describe())
                        .matches("standard:paradox/barriers\\.drl:\\d+: paradox\\.severe-failure fired on"
                                + " failure\\.severity MODERATE"));
    }

    @Test
    void of_a_rule_beyond_the_declarative_profile_only_its_id_is_known() {
        String rules = DRL.replace("severity >= Severity.MAJOR", "severity.ordinal() >= 3");
        List<CaseResult> results = run(
                Profile.TRUSTED,
                SETTINGS,
                rules,
                line("severity=MINOR", "rules=test.severe test.cause test.limit"),
                line("severity=MAJOR", "verdict=APPLIES"));

        assertThat(results.get(0).blames())
                .extracting(Blame::describe)
                .containsExactly(
                        "test/test.drl:" + place("severe") + ": test.severe did not fire, or nothing came of it");
        assertThat(results.get(1).blames()).isEmpty();
    }

    private static List<CaseResult> run(Profile profile, String settings, String rules, String... lines) {
        String table = String.join(",", COLUMNS) + "\n" + String.join("\n", lines) + "\n";
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(PolicySource.memory(
                        Map.of("policy.properties", settings, "test/test.drl", rules, "test/test.cases.csv", table)))
                .profile(profile)
                .untested()
                .build()) {
            List<CaseResult> results = advisor.runCases().results();
            assertThat(results).hasSize(lines.length);
            return results;
        }
    }

    private static String line(String context, String... expected) {
        Map<String, String> cells = new HashMap<>();
        cells.put("case", "a case");
        cells.put("severity", "MINOR");
        cells.put("avoidability", "UNAVOIDABLE");
        cells.put("foreseeability", "UNFORESEEABLE");
        cells.put("priorFailures", context.contains("lastRecovery") ? "1" : "0");
        cells.put("lifetimeValue", "1000");
        Stream.concat(Stream.of(context.split(",")), Stream.of(expected))
                .map(cell -> cell.split("=", 2))
                .forEach(cell -> cells.put(cell[0], cell[1]));
        return CaseLine.line(COLUMNS, cells);
    }

    private static String drl() {
        return new TreeMap<>(RULES)
                .entrySet().stream()
                        .map(rule -> """
                                rule "test.%s" @because( "it is so" ) @source( "a test" )
                                when
                                    %s
                                then
                                    findings.%s;
                                end
                                """.formatted(
                                        rule.getKey(),
                                        rule.getValue().split(" > ")[0],
                                        rule.getValue().split(" > ")[1]))
                        .collect(Collectors.joining("", """
                                /* A rule for each thing to find. */
                                package policy.test;
                                import org.recoveryrules.api.*;
                                import org.recoveryrules.drools.rules.Amount;
                                global org.recoveryrules.drools.rules.Findings findings;
                                """, ""));
    }

    /** The line of a rule. */
    private static long place(String rule) {
        return 1
                + DRL.lines()
                        .takeWhile(line -> !line.contains("\"test." + rule + "\""))
                        .count();
    }

    private static String rules(List<Blame> blames, boolean fired) {
        return blames.stream()
                .filter(blame -> (blame.act() == Act.FIRED) == fired)
                .map(blame -> blame.rule().replace("test.", ""))
                .collect(Collectors.joining(" "));
    }
}
