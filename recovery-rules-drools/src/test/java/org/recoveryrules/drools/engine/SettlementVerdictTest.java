package org.recoveryrules.drools.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.recoveryrules.drools.engine.Settling.context;
import static org.recoveryrules.drools.engine.Settling.settle;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Verdict;

/** Verdict: any barrier rules out, an open question leaves open. */
class SettlementVerdictTest {
    @Test
    void applies_where_nothing_was_found() {
        RecoveryDecision decision = settle(context());

        assertThat(decision.paradox().verdict()).isEqualTo(Verdict.APPLIES);
        assertThat(decision.paradox().barriers()).isEmpty();
    }

    @Test
    void does_not_apply_with_one_barrier() {
        RecoveryDecision decision = settle(context(), findings -> findings.barrier(Barrier.SEVERITY));

        assertThat(decision.paradox().verdict()).isEqualTo(Verdict.DOES_NOT_APPLY);
        assertThat(decision.paradox().barriers()).containsExactly(Barrier.SEVERITY);
    }

    @Test
    void names_all_barriers_in_the_order_of_declaration() {
        RecoveryDecision decision = settle(context(), findings -> {
            findings.barrier(Barrier.UNMET_REQUEST);
            findings.barrier(Barrier.PRIOR_FAILURE);
            findings.barrier(Barrier.UNMET_REQUEST);
        });

        assertThat(decision.paradox().barriers()).containsExactly(Barrier.PRIOR_FAILURE, Barrier.UNMET_REQUEST);
    }

    @ParameterizedTest
    @EnumSource
    void is_undetermined_only_by_questions_that_concern_it(Question question) {
        RecoveryDecision decision = settle(context(), findings -> findings.ask(question));

        boolean undetermined =
                List.of("AVOIDABILITY", "FORESEEABILITY", "RECURRENCE").contains(question.name());
        assertThat(decision.paradox().verdict()).isEqualTo(undetermined ? Verdict.UNDETERMINED : Verdict.APPLIES);
        assertThat(decision.questions()).containsExactly(question);
    }

    @Test
    void does_not_apply_where_a_barrier_stands_beside_an_open_question_which_stays_open() {
        RecoveryDecision decision = settle(context(), findings -> {
            findings.ask(Question.AVOIDABILITY);
            findings.barrier(Barrier.RECURRING);
        });

        assertThat(decision.paradox().verdict()).isEqualTo(Verdict.DOES_NOT_APPLY);
        assertThat(decision.questions()).containsExactly(Question.AVOIDABILITY);
    }

    @Test
    void lists_questions_once_in_the_order_of_declaration() {
        RecoveryDecision decision = settle(context(), findings -> {
            findings.ask(Question.FAIR_SOLUTION);
            findings.ask(Question.CAUSE);
            findings.ask(Question.FAIR_SOLUTION);
        });

        assertThat(decision.questions()).containsExactly(Question.CAUSE, Question.FAIR_SOLUTION);
    }

    @Test
    void may_not_be_touched_by_a_rule_that_has_seen_it() {
        RecordedFindings findings = Consequence.findings();
        findings.speaks("test.rule");
        findings.assessed();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> findings.barrier(Barrier.SEVERITY))
                .withMessage("barrier found by a rule that matches the paradox assessment, after the verdict");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> findings.ask(Question.RECURRENCE))
                .withMessage("question RECURRENCE found by a rule that matches the paradox assessment,"
                        + " after the verdict");
    }

    @Test
    void leaves_other_questions_to_rules_that_have_seen_it() {
        RecordedFindings findings = Consequence.findings();
        findings.speaks("test.rule");
        findings.assessed();

        findings.ask(Question.PRICE);

        assertThat(new Proposals(findings.spoken()).questions).containsExactly(Question.PRICE);
    }
}
