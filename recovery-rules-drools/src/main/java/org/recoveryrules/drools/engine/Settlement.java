package org.recoveryrules.drools.engine;

import static java.util.Comparator.comparing;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.api.Step;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.drools.engine.Offers.Line;
import org.recoveryrules.drools.engine.Proposals.Said;
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

    /**
     * The decision.
     *
     * @param why tells a rule as a reason
     */
    static RecoveryDecision settle(
            FailureContext context,
            ParadoxAssessment assessment,
            Proposals proposals,
            Function<Spoken, Reason> why,
            CompiledPolicy policy) {
        SettlementNotes notes = new SettlementNotes();
        List<Line> lines = new Offers(context, proposals, notes).lines();
        Limits limits = new Limits(context, proposals, notes);
        List<Remedy> remedies = limits.grant(lines);
        boolean review = proposals.review
                || proposals.restorationHeld
                || limits.exceeded()
                || notes.has(SettlementNotes.REFUSAL);
        return new RecoveryDecision(
                assessment,
                questions(proposals, remedies, notes),
                proposals.doubleDeviation,
                proposals.approach,
                remedies,
                authority(proposals, remedies),
                review,
                steps(proposals),
                followUps(proposals),
                Remedy.sum(remedies, context.currency()),
                Remedy.sum(gestures(remedies), context.currency()),
                reasons(context, proposals, remedies, notes, why, policy),
                policy.policy().identity());
    }

    private static Set<Question> questions(Proposals proposals, List<Remedy> remedies, SettlementNotes notes) {
        Set<Question> questions = EnumSet.noneOf(Question.class);
        questions.addAll(proposals.questions);
        for (Remedy remedy : remedies) {
            if (!remedy.kind().isWords() && remedy.amount().isEmpty()) {
                questions.add(Question.PRICE);
                notes.note(SettlementNotes.PRICE, "failure.priceKnown", false);
            }
        }
        return questions;
    }

    private static Authority authority(Proposals proposals, List<Remedy> remedies) {
        Authority highest = proposals.escalation;
        for (Remedy remedy : remedies) {
            highest = Proposals.highest(highest, remedy.authority());
        }
        return highest;
    }

    /** Words by rule id within each step, the same words once. */
    private static List<Step> steps(Proposals proposals) {
        Map<StepKind, List<String>> words = new EnumMap<>(StepKind.class);
        for (Said said : proposals.said) {
            List<String> ofStep = words.computeIfAbsent(said.step(), step -> new ArrayList<>());
            if (!ofStep.contains(said.words())) {
                ofStep.add(said.words());
            }
        }
        List<Step> steps = new ArrayList<>();
        words.forEach((kind, ofStep) -> steps.add(new Step(kind, ofStep)));
        return steps;
    }

    private static List<FollowUp> followUps(Proposals proposals) {
        List<FollowUp> followUps = new ArrayList<>(proposals.followUps.size());
        for (FollowUp followUp : proposals.followUps) {
            if (!followUps.contains(followUp)) {
                followUps.add(followUp);
            }
        }
        followUps.sort(SOONEST_FIRST);
        return followUps;
    }

    private static List<Remedy> gestures(List<Remedy> remedies) {
        List<Remedy> gestures = new ArrayList<>();
        for (Remedy remedy : remedies) {
            if (remedy.component() == Component.GESTURE) {
                gestures.add(remedy);
            }
        }
        return gestures;
    }

    /** By rule id: what the settlement notes and what rules say are so each, and are merged. */
    private static List<Reason> reasons(
            FailureContext context,
            Proposals proposals,
            List<Remedy> remedies,
            SettlementNotes notes,
            Function<Spoken, Reason> why,
            CompiledPolicy policy) {
        List<Reason> noted = notes.reasons(policy.settlement());
        List<Reason> reasons = new ArrayList<>(noted.size() + proposals.rules.size());
        int next = 0;
        for (Spoken spoken : proposals.rules) {
            while (next < noted.size() && noted.get(next).rule().compareTo(spoken.rule) < 0) {
                reasons.add(noted.get(next++));
            }
            if (shaped(spoken, context, remedies, notes)) {
                reasons.add(why.apply(spoken));
            }
        }
        reasons.addAll(noted.subList(next, noted.size()));
        return reasons;
    }

    /** A rule whose every offer came to nothing does not speak: its words would promise what is not given. */
    private static boolean shaped(Spoken spoken, FailureContext context, List<Remedy> remedies, SettlementNotes notes) {
        Optional<RequestedRemedy> refused = spoken.offersRequested() && notes.has(SettlementNotes.REFUSAL)
                ? context.claim().requested()
                : Optional.empty();
        if (spoken.findsMore() || !spoken.offers() && refused.isEmpty()) {
            return true;
        }
        for (Remedy given : remedies) {
            if (spoken.offers(given.kind(), given.component())
                    || refused.isPresent() && isOf(refused.get().kind(), given)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(RemedyKind requested, Remedy given) {
        return given.kind() == requested
                && given.component() == (requested.isWords() ? Component.COMMUNICATION : Component.GESTURE);
    }
}
