package org.recoveryrules.drools.engine;

import static java.util.Comparator.comparing;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.FollowUp;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.Step;
import org.recoveryrules.drools.engine.Offers.Line;
import org.recoveryrules.drools.engine.RecordedFindings.Offered;
import org.recoveryrules.drools.policy.CompiledPolicy;

/**
 * Folds the findings of the rules into the decision: the one fixed step that a policy cannot change. A function of the
 * context, the findings as a set, and the policy's words.
 */
final class Settlement {
    /** A month is as long as it is on average, so that a year comes after 364 days. */
    private static final Comparator<FollowUp> SOONEST_FIRST = comparing((FollowUp later) -> ChronoUnit.MONTHS
            .getDuration()
            .multipliedBy(later.after().toTotalMonths())
            .plusDays(later.after().getDays()));

    private Settlement() {}

    static RecoveryDecision settle(
            FailureContext context, ParadoxAssessment assessment, RecordedFindings findings, CompiledPolicy policy) {
        SettlementNotes notes = new SettlementNotes();
        List<Line> lines = new Offers(context, findings, notes).lines();
        Limits limits = new Limits(context, findings, notes);
        List<Remedy> remedies = limits.grant(lines);
        boolean review =
                findings.review || findings.restorationHeld || limits.exceeded() || notes.has(SettlementNotes.REFUSAL);
        return new RecoveryDecision(
                assessment,
                questions(findings, remedies, notes),
                findings.doubleDeviation,
                findings.approach,
                remedies,
                authority(findings, remedies),
                review,
                steps(findings),
                followUps(findings),
                Remedy.sum(remedies, context.currency()),
                Remedy.sum(gestures(remedies), context.currency()),
                reasons(context, assessment, findings, remedies, notes, policy),
                policy.policy().identity());
    }

    private static Set<Question> questions(RecordedFindings findings, List<Remedy> remedies, SettlementNotes notes) {
        Set<Question> questions = EnumSet.noneOf(Question.class);
        questions.addAll(findings.questions);
        boolean priceMissing = remedies.stream()
                .anyMatch(remedy -> !remedy.kind().isWords() && remedy.amount().isEmpty());
        if (priceMissing) {
            questions.add(Question.PRICE);
            notes.note(SettlementNotes.PRICE, "failure.priceKnown", false);
        }
        return questions;
    }

    private static Authority authority(RecordedFindings findings, List<Remedy> remedies) {
        return remedies.stream().map(Remedy::authority).reduce(findings.escalation, RecordedFindings::highest);
    }

    private static List<Step> steps(RecordedFindings findings) {
        List<Step> steps = new ArrayList<>();
        findings.steps.forEach((kind, words) -> steps.add(new Step(
                kind, words.values().stream().flatMap(Set::stream).distinct().toList())));
        return steps;
    }

    private static List<FollowUp> followUps(RecordedFindings findings) {
        return findings.followUps.values().stream()
                .flatMap(Set::stream)
                .distinct()
                .sorted(SOONEST_FIRST)
                .toList();
    }

    private static List<Remedy> gestures(List<Remedy> remedies) {
        return remedies.stream()
                .filter(remedy -> remedy.component() == Component.GESTURE)
                .toList();
    }

    private static List<Reason> reasons(
            FailureContext context,
            ParadoxAssessment assessment,
            RecordedFindings findings,
            List<Remedy> remedies,
            SettlementNotes notes,
            CompiledPolicy policy) {
        List<Reason> reasons = notes.reasons(policy.settlement());
        for (String rule : findings.rules) {
            if (shaped(rule, context, findings, remedies, notes)) {
                reasons.add(policy.rules().get(rule).reason(context, assessment));
            }
        }
        reasons.sort(comparing(Reason::rule));
        return reasons;
    }

    /** A rule whose every offer came to nothing does not speak: its words would promise what is not given. */
    private static boolean shaped(
            String rule,
            FailureContext context,
            RecordedFindings findings,
            List<Remedy> remedies,
            SettlementNotes notes) {
        Set<Offered> offered = new HashSet<>(findings.offeredBy.getOrDefault(rule, Set.of()));
        if (findings.requestOfferedBy.contains(rule) && notes.has(SettlementNotes.REFUSAL)) {
            RemedyKind requested = context.claim().requested().orElseThrow().kind();
            offered.add(new Offered(requested, requested.isWords() ? Component.COMMUNICATION : Component.GESTURE));
        }
        return offered.isEmpty()
                || findings.foundMore.contains(rule)
                || remedies.stream().anyMatch(given -> offered.contains(new Offered(given.kind(), given.component())));
    }
}
