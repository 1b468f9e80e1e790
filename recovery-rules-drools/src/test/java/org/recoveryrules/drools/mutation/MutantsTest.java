package org.recoveryrules.drools.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.drools.check.CheckedPolicy;
import org.recoveryrules.drools.engine.Interpreter;
import org.recoveryrules.drools.policy.PolicyCompiler;

/** One thing changed at a time, and nothing changed that means the same. */
class MutantsTest {
    private static final String REVIEW = "findings.review();";
    private static final String DROPPED = "rule \"test.rule\" left out";

    @Nested
    class of_a_condition {
        @Test
        void move_a_threshold_of_constants_by_one_and_change_its_operator() {
            assertThat(mutants("ServiceFailure( severity >= Severity.MODERATE )", REVIEW))
                    .containsExactly(
                            DROPPED,
                            "severity >= Severity.MODERATE became severity >= Severity.MAJOR",
                            "severity >= Severity.MODERATE became severity >= Severity.MINOR",
                            "severity >= Severity.MODERATE became severity >= Severity.NEGLIGIBLE",
                            "severity >= Severity.MODERATE became severity >= Severity.CRITICAL",
                            "severity >= Severity.MODERATE became severity == Severity.MODERATE",
                            "severity >= Severity.MODERATE became severity != Severity.MODERATE",
                            "severity >= Severity.MODERATE became severity < Severity.MODERATE",
                            "severity >= Severity.MODERATE became severity <= Severity.MODERATE",
                            "severity >= Severity.MODERATE left out");
        }

        @Test
        void move_a_number_by_one() {
            assertThat(mutants("FailureHistory( priorFailures > 2 )", REVIEW))
                    .containsExactly(
                            DROPPED,
                            "priorFailures > 2 became priorFailures > 3",
                            "priorFailures > 2 became priorFailures > 1",
                            "priorFailures > 2 became priorFailures == 2",
                            "priorFailures > 2 became priorFailures != 2",
                            "priorFailures > 2 became priorFailures < 2",
                            "priorFailures > 2 became priorFailures <= 2",
                            "priorFailures > 2 left out");
        }

        @Test
        void tell_a_sum_from_the_next_one() {
            assertThat(mutants("ServiceFailure( lossAmount >= 2.50B )", REVIEW))
                    .containsExactly(
                            DROPPED,
                            "lossAmount >= 2.50B became lossAmount >= 3.50B",
                            "lossAmount >= 2.50B became lossAmount >= 1.50B",
                            "lossAmount >= 2.50B became lossAmount == 2.50B",
                            "lossAmount >= 2.50B became lossAmount != 2.50B",
                            "lossAmount >= 2.50B became lossAmount < 2.50B",
                            "lossAmount >= 2.50B became lossAmount <= 2.50B",
                            "lossAmount >= 2.50B became lossAmount > 2.50B",
                            "lossAmount >= 2.50B left out");
        }

        @Test
        void turn_a_boolean() {
            assertThat(mutants("ServiceFailure( accepted )", REVIEW))
                    .containsExactly(DROPPED, "accepted == true became accepted == false", "accepted == true left out");
        }

        @Test
        void leave_a_constant_of_a_list_out_and_put_each_other_in_its_place() {
            assertThat(mutants("ServiceFailure( recurrence in ( Recurrence.ONE_OFF, Recurrence.UNKNOWN ) )", REVIEW))
                    .containsExactly(
                            DROPPED,
                            "recurrence in ( Recurrence.ONE_OFF, Recurrence.UNKNOWN ) became"
                                    + " recurrence in ( Recurrence.UNKNOWN )",
                            "recurrence in ( Recurrence.ONE_OFF, Recurrence.UNKNOWN ) became"
                                    + " recurrence in ( Recurrence.RECURRING, Recurrence.UNKNOWN )",
                            "recurrence in ( Recurrence.ONE_OFF, Recurrence.UNKNOWN ) became"
                                    + " recurrence in ( Recurrence.ONE_OFF )",
                            "recurrence in ( Recurrence.ONE_OFF, Recurrence.UNKNOWN ) became"
                                    + " recurrence in ( Recurrence.ONE_OFF, Recurrence.RECURRING )",
                            "recurrence in ( Recurrence.ONE_OFF, Recurrence.UNKNOWN ) became"
                                    + " recurrence not in ( Recurrence.ONE_OFF, Recurrence.UNKNOWN )",
                            "recurrence in ( Recurrence.ONE_OFF, Recurrence.UNKNOWN ) left out");
        }

        @Test
        void change_what_a_set_contains() {
            assertThat(mutants("Area( risks contains AreaRisk.NEW_OFFERING )", REVIEW))
                    .containsExactly(
                            DROPPED,
                            "risks contains AreaRisk.NEW_OFFERING became risks contains AreaRisk.COMPLEX_SCHEDULING",
                            "risks contains AreaRisk.NEW_OFFERING became risks contains AreaRisk.MANY_DEPARTMENTS",
                            "risks contains AreaRisk.NEW_OFFERING became risks contains AreaRisk.HIGH_TURNOVER",
                            "risks contains AreaRisk.NEW_OFFERING became risks not contains AreaRisk.NEW_OFFERING",
                            "risks contains AreaRisk.NEW_OFFERING left out");
        }

        @Test
        void exchange_or_and_and_and_leave_each_alternative_out() {
            assertThat(mutants("Customer( champion || vulnerable )", REVIEW))
                    .containsExactly(
                            DROPPED,
                            "( champion == true || vulnerable == true ) became"
                                    + " ( champion == true && vulnerable == true )",
                            "champion == true became champion == false",
                            "champion == true left out",
                            "( champion == true || vulnerable == true ) left out",
                            "vulnerable == true became vulnerable == false",
                            "vulnerable == true left out");
        }

        @Test
        void do_the_same_between_facts_and_forget_a_not() {
            assertThat(mutants("( Customer( champion ) or not Handling( aware ) )", REVIEW))
                    .containsExactly(
                            DROPPED,
                            "( Customer( champion == true ) or not Handling( aware == true ) ) became"
                                    + " ( Customer( champion == true ) and not Handling( aware == true ) )",
                            "Customer( champion == true ) left out",
                            "champion == true became champion == false",
                            "champion == true left out",
                            "not Handling( aware == true ) became Handling( aware == true )",
                            "not Handling( aware == true ) left out",
                            "aware == true became aware == false",
                            "aware == true left out");
        }
    }

    @Nested
    class of_a_consequence {
        @Test
        void name_another_constant_that_the_verb_takes() {
            assertThat(consequences("findings.ask( Question.AVOIDABILITY );"))
                    .containsExactly(
                            "Question.AVOIDABILITY became Question.FORESEEABILITY",
                            "Question.AVOIDABILITY became Question.RECURRENCE");
            assertThat(consequences("findings.offer( RemedyKind.APOLOGY );"))
                    .containsExactly(
                            "RemedyKind.APOLOGY became RemedyKind.EXPLANATION",
                            "RemedyKind.APOLOGY became RemedyKind.HANDWRITTEN_NOTE",
                            "RemedyKind.APOLOGY became RemedyKind.PERSONAL_CALL",
                            "RemedyKind.APOLOGY became RemedyKind.INCIDENT_REPORT");
            assertThat(consequences("findings.escalate( Authority.MANAGER );"))
                    .containsExactly(
                            "Authority.MANAGER became Authority.AGENT",
                            "Authority.MANAGER became Authority.SUPERVISOR");
        }

        @Test
        void offer_another_kind_layer_or_amount() {
            assertThat(consequences("findings.offer( RemedyKind.GIFT, Component.GESTURE, \"small\" );"))
                    .containsExactly(
                            "RemedyKind.GIFT became RemedyKind.REFUND",
                            "RemedyKind.GIFT became RemedyKind.REIMBURSEMENT",
                            "RemedyKind.GIFT became RemedyKind.REPLACEMENT",
                            "RemedyKind.GIFT became RemedyKind.REPERFORMANCE",
                            "RemedyKind.GIFT became RemedyKind.CREDIT",
                            "RemedyKind.GIFT became RemedyKind.DISCOUNT",
                            "RemedyKind.GIFT became RemedyKind.UPGRADE",
                            "RemedyKind.GIFT became RemedyKind.FEE_WAIVER",
                            "Component.GESTURE became Component.RESTORATION",
                            "\"small\" became \"large\"");
        }

        @Test
        void change_an_amount_by_one_and_leave_each_bound_out() {
            assertThat(consequences("findings.cap( Amount.percentOfPrice( 10 ).atLeast( \"5\" ).atMost( \"6\" ) );"))
                    .containsExactly(
                            "Amount.percentOfPrice( 10 ).atLeast( \"5\" ).atMost( \"6\" ) became"
                                    + " Amount.percentOfPrice( 11 ).atLeast( \"5\" ).atMost( \"6\" )",
                            "Amount.percentOfPrice( 10 ).atLeast( \"5\" ).atMost( \"6\" ) became"
                                    + " Amount.percentOfPrice( 9 ).atLeast( \"5\" ).atMost( \"6\" )",
                            "Amount.percentOfPrice( 10 ).atLeast( \"5\" ).atMost( \"6\" ) became"
                                    + " Amount.percentOfPrice( 10 ).atLeast( \"6\" ).atMost( \"6\" )",
                            "Amount.percentOfPrice( 10 ).atLeast( \"5\" ).atMost( \"6\" ) became"
                                    + " Amount.percentOfPrice( 10 ).atLeast( \"4\" ).atMost( \"6\" )",
                            "Amount.percentOfPrice( 10 ).atLeast( \"5\" ).atMost( \"6\" ) became"
                                    + " Amount.percentOfPrice( 10 ).atLeast( \"5\" ).atMost( \"7\" )",
                            "Amount.percentOfPrice( 10 ).atLeast( \"5\" ).atMost( \"6\" ) became"
                                    + " Amount.percentOfPrice( 10 ).atLeast( \"5\" ).atMost( \"5\" )",
                            "Amount.percentOfPrice( 10 ).atLeast( \"5\" ).atMost( \"6\" ) became"
                                    + " Amount.percentOfPrice( 10 ).atMost( \"6\" )",
                            "Amount.percentOfPrice( 10 ).atLeast( \"5\" ).atMost( \"6\" ) became"
                                    + " Amount.percentOfPrice( 10 ).atLeast( \"5\" )");
        }

        @Test
        void change_a_follow_up_by_a_day_and_leave_words_alone() {
            assertThat(consequences("findings.followUp( \"P2W\", \"call\" );"))
                    .containsExactly("\"P2W\" became \"P15D\"", "\"P2W\" became \"P13D\"");
            assertThat(consequences("findings.step( StepKind.SOLVE, \"small\" );"))
                    .isEmpty();
            assertThat(consequences("findings.withholdGestures();")).isEmpty();
        }

        private List<String> consequences(String consequence) {
            List<String> all = mutants("ServiceFailure()", consequence);
            assertThat(all.get(0)).isEqualTo(DROPPED);
            return all.subList(1, all.size());
        }
    }

    @Test
    void change_each_amount_that_a_rule_names_where_it_is_set() {
        Map<String, byte[]> files =
                files("ServiceFailure()", "findings.offer( RemedyKind.GIFT, Component.GESTURE, \"small\" );");

        assertThat(all(files).filter(mutant -> mutant.place().file().equals("policy.properties")))
                .extracting(Mutant::toString)
                .containsExactly(
                        "policy.properties:4:1: of( \"5\" ) became of( \"6\" )",
                        "policy.properties:4:1: of( \"5\" ) became of( \"4\" )");
        assertThat(all(files).filter(mutant -> mutant.before().equals("of( \"5\" )")))
                .extracting(Mutant::rules)
                .containsOnly(Set.of("test.rule"));
    }

    private static Stream<Mutant> all(Map<String, byte[]> files) {
        CheckedPolicy checked = Policies.checked(files);
        Interpreter policy = Interpreter.of(PolicyCompiler.declarative(checked)).orElseThrow();
        return new Mutants(checked, policy).all();
    }

    /** What is changed in one rule, without its places. */
    private static List<String> mutants(String condition, String consequence) {
        return all(files(condition, consequence))
                .filter(mutant -> mutant.place().file().endsWith(".drl"))
                .map(mutant -> mutant.toString().replaceFirst("^\\S+: ", ""))
                .toList();
    }

    private static Map<String, byte[]> files(String condition, String consequence) {
        String amounts = "amount.small = of( \"5\" )\namount.large = percentOfPrice( 30 )\n";
        Map<String, byte[]> files = new TreeMap<>();
        Policies.files(Policies.rule("test.rule", condition, consequence))
                .forEach((path, text) -> files.put(
                        path,
                        (path.equals("policy.properties") ? text + amounts : text).getBytes(StandardCharsets.UTF_8)));
        return files;
    }
}
