package org.recoveryrules.benchmarks.peers;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Cause;
import org.recoveryrules.api.ClaimStatus;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.Expectation;
import org.recoveryrules.api.Explanation;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.FailureType;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.LastRecovery;
import org.recoveryrules.api.Mood;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.Reach;
import org.recoveryrules.api.Recurrence;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.ResourceLost;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.api.Verdict;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.rules.Findings;

/**
 * The standard policy as an embedder of an engine with lambdas writes it: a condition reads the records of the API. Rules
 * are in the order of the files of the policy.
 */
final class PlainRules {
    private static final Amount PRICE = Amount.percentOfPrice(100);
    private static final Amount LOSS = Amount.percentOfLoss(100);
    private static final Amount CAP = Amount.percentOfPrice(150);

    private PlainRules() {}

    /** Those that read the failure context. */
    static List<PlainRule<FailureContext>> ofContext() {
        return Stream.of(
                        carefulness(),
                        limits(),
                        acknowledging(),
                        approaches(),
                        extraWords(),
                        solving(),
                        understanding(),
                        caring(),
                        learning(),
                        barriers(),
                        deviation(),
                        unknowns(),
                        cap(),
                        extraThings(),
                        moneyGestures(),
                        helpWhereNotOurs(),
                        requests(),
                        restorations(),
                        words())
                .flatMap(List::stream)
                .toList();
    }

    /** Those that read the paradox assessment, and nothing else. */
    static List<PlainRule<ParadoxAssessment>> ofAssessment() {
        return List.of(
                new PlainRule<>(
                        "conversation.rare-chance",
                        assessment -> assessment.verdict() == Verdict.APPLIES,
                        findings -> findings.step(
                                StepKind.EXTRA_MILE,
                                "A superb recovery can leave them more satisfied than before: take a minute more, and make it personal.")),
                new PlainRule<>(
                        "conversation.ask-unknowns",
                        assessment -> assessment.verdict() == Verdict.UNDETERMINED,
                        findings -> findings.step(
                                StepKind.UNDERSTAND,
                                "Ask what is still unknown before you judge how much this weighs.")));
    }

    /** What each rule says, by its id. */
    static Map<String, Consumer<Findings>> conclusions() {
        return Stream.concat(ofContext().stream(), ofAssessment().stream())
                .collect(Collectors.toMap(PlainRule::id, PlainRule::conclusion));
    }

    private static boolean ours(FailureContext c) {
        return !notOurs(c);
    }

    private static boolean notOurs(FailureContext c) {
        Cause cause = c.failure().causedBy();
        return cause == Cause.CUSTOMER || cause == Cause.FORCE_MAJEURE;
    }

    /** {@code authority/care.drl}. */
    private static List<PlainRule<FailureContext>> carefulness() {
        return List.of(
                new PlainRule<>(
                        "authority.double-deviation",
                        c -> ours(c) && c.history().lastRecovery() == LastRecovery.POOR,
                        findings -> findings.escalate(Authority.SUPERVISOR)),
                new PlainRule<>(
                        "authority.critical-harm",
                        c -> c.failure().severity() == Severity.CRITICAL,
                        findings -> findings.review()),
                new PlainRule<>(
                        "authority.vulnerable-customer",
                        c -> c.failure().severity().compareTo(Severity.MAJOR) >= 0
                                && c.customer().vulnerable(),
                        findings -> findings.review()),
                new PlainRule<>(
                        "authority.contradicted-gestures",
                        c -> c.claim().status() == ClaimStatus.CONTRADICTED,
                        findings -> findings.withholdGestures()),
                new PlainRule<>(
                        "authority.contradicted-restoration",
                        c -> c.claim().status() == ClaimStatus.CONTRADICTED,
                        findings -> findings.holdRestoration()),
                new PlainRule<>(
                        "authority.repeated-claims",
                        c -> c.claim().compensatedClaims() >= 3,
                        findings -> findings.review()));
    }

    /** {@code authority/limits.drl}. */
    private static List<PlainRule<FailureContext>> limits() {
        return List.of(
                new PlainRule<>(
                        "authority.agent-limit", c -> true, findings -> findings.limit(Authority.AGENT, "limit.agent")),
                new PlainRule<>(
                        "authority.supervisor-limit",
                        c -> true,
                        findings -> findings.limit(Authority.SUPERVISOR, "limit.supervisor")),
                new PlainRule<>(
                        "authority.manager-limit",
                        c -> true,
                        findings -> findings.limit(Authority.MANAGER, "limit.manager")));
    }

    /** {@code conversation/acknowledge.drl}. */
    private static List<PlainRule<FailureContext>> acknowledging() {
        return List.of(
                new PlainRule<>(
                        "conversation.calm-ownership",
                        c -> true,
                        findings -> findings.step(
                                StepKind.ACKNOWLEDGE,
                                "Stay calm. Say I, not my manager. Own it without a but, and blame no colleague, no department and no courier.")),
                new PlainRule<>(
                        "conversation.hear-anger-out",
                        c -> c.customer().mood() == Mood.ANGRY,
                        findings -> findings.step(
                                StepKind.ACKNOWLEDGE, "Let them finish. Do not interrupt and do not explain yet.")),
                new PlainRule<>(
                        "conversation.sincere-apology",
                        c -> c.handling().apologies() < 2
                                && (c.handling().aware()
                                        || c.failure().severity().compareTo(Severity.NEGLIGIBLE) > 0),
                        findings -> findings.step(
                                StepKind.ACKNOWLEDGE,
                                "Apologise once, for the effect on them: with empathy first, then weight, then speed. No reflex and no grovelling.")),
                new PlainRule<>(
                        "conversation.no-more-apologies",
                        c -> c.handling().apologies() >= 2,
                        findings -> findings.step(
                                StepKind.ACKNOWLEDGE, "Do not apologise again. Say what is different now.")),
                new PlainRule<>(
                        "conversation.weigh-empathy-first",
                        c -> c.failure().type() == FailureType.PROCESS
                                || c.failure().type() == FailureType.EMPLOYEE_CONDUCT
                                || c.failure().resourceLost() == ResourceLost.ATTENTION,
                        findings -> findings.step(
                                StepKind.ACKNOWLEDGE,
                                "Speak to how they feel before any figure: empathy weighs as much as money here.")),
                new PlainRule<>(
                        "conversation.weigh-outcome-first",
                        c -> c.failure().type() != FailureType.PROCESS
                                && c.failure().type() != FailureType.EMPLOYEE_CONDUCT
                                && c.failure().resourceLost() != ResourceLost.ATTENTION,
                        findings -> findings.step(
                                StepKind.ACKNOWLEDGE, "Come to what they get soon: the outcome comes first here.")),
                new PlainRule<>(
                        "conversation.apology-with-compensation",
                        c -> ours(c)
                                && c.history().lastRecovery() == LastRecovery.POOR
                                && c.handling().apologies() < 2,
                        findings -> findings.step(
                                StepKind.ACKNOWLEDGE,
                                "Give apology and compensation together, and never the apology of last time again.")));
    }

    /** {@code conversation/approach.drl}. */
    private static List<PlainRule<FailureContext>> approaches() {
        return List.of(
                new PlainRule<>(
                        "conversation.fix",
                        c -> c.failure().severity().compareTo(Severity.MAJOR) < 0
                                && (c.failure().avoidability() == Avoidability.AVOIDABLE
                                        || (c.failure().causedBy() == Cause.PROVIDER
                                                && c.failure().avoidability() != Avoidability.UNAVOIDABLE)),
                        findings -> findings.approach(Approach.FIX)),
                new PlainRule<>(
                        "conversation.hero",
                        c -> c.failure().severity().compareTo(Severity.MAJOR) >= 0
                                && c.failure().avoidability() != Avoidability.AVOIDABLE
                                && (c.failure().causedBy() != Cause.PROVIDER
                                        || c.failure().avoidability() == Avoidability.UNAVOIDABLE),
                        findings -> findings.approach(Approach.HERO)),
                new PlainRule<>(
                        "conversation.red-carpet",
                        c -> c.failure().severity().compareTo(Severity.MAJOR) >= 0
                                && (c.failure().avoidability() == Avoidability.AVOIDABLE
                                        || (c.failure().causedBy() == Cause.PROVIDER
                                                && c.failure().avoidability() != Avoidability.UNAVOIDABLE)),
                        findings -> findings.approach(Approach.RED_CARPET)));
    }

    /** {@code conversation/extra-mile.drl}. */
    private static List<PlainRule<FailureContext>> extraWords() {
        return List.of(new PlainRule<>(
                "conversation.a-little-more",
                c -> c.failure().severity().compareTo(Severity.MINOR) >= 0
                        && ours(c)
                        && c.claim().status() != ClaimStatus.CONTRADICTED,
                findings -> findings.step(
                        StepKind.EXTRA_MILE, "Add the small thing unasked, and say what it is for: their time.")));
    }

    /** {@code conversation/solve.drl}. */
    private static List<PlainRule<FailureContext>> solving() {
        return List.of(
                new PlainRule<>(
                        "conversation.ask-what-is-fair",
                        c -> !c.claim().requestMade() && c.claim().status() != ClaimStatus.CONTRADICTED,
                        findings -> findings.step(
                                StepKind.SOLVE,
                                "Say: let us solve this together. Ask what they would consider fair, and give exactly that.")),
                new PlainRule<>(
                        "conversation.do-what-was-asked",
                        c -> c.claim().requestMade() && c.claim().status() != ClaimStatus.CONTRADICTED,
                        findings -> findings.step(
                                StepKind.SOLVE,
                                "Say: let us solve this together. They said what would be fair: give exactly that, or say who can.")),
                new PlainRule<>(
                        "conversation.explain-external",
                        c -> c.handling().explanation() == Explanation.THIRD_PARTY_VERIFIED,
                        findings -> findings.step(
                                StepKind.SOLVE,
                                "You may give the confirmed outside cause, after owning it and never instead.")),
                new PlainRule<>(
                        "conversation.explain-process",
                        c -> c.handling().delayHours() > 72,
                        findings -> findings.step(
                                StepKind.SOLVE,
                                "Put the process right, and explain it: how the wait came about and what is different now.")),
                new PlainRule<>(
                        "conversation.explain-outcome",
                        c -> c.handling().delayHours() <= 24,
                        findings -> findings.step(StepKind.SOLVE, "Explain the outcome: what they get and when.")),
                new PlainRule<>(
                        "conversation.one-kind-of-news",
                        c -> c.handling().delayHours() > 24,
                        findings -> findings.step(
                                StepKind.SOLVE, "While they wait give status updates or explanations, not both.")),
                new PlainRule<>(
                        "conversation.say-plainly",
                        c -> c.customer().expectation() == Expectation.HIGH,
                        findings -> findings.step(
                                StepKind.SOLVE, "Say plainly what is done. Do not chase gratitude with more money.")),
                new PlainRule<>(
                        "conversation.say-what-is-different",
                        c -> c.history().similar(),
                        findings -> findings.step(StepKind.SOLVE, "Say what is different from the last time.")),
                new PlainRule<>(
                        "conversation.named-owner",
                        c -> ours(c) && c.history().lastRecovery() == LastRecovery.POOR,
                        findings -> findings.step(StepKind.SOLVE, "Name one person who owns this until it is done.")),
                new PlainRule<>(
                        "conversation.help-all-the-same",
                        c -> notOurs(c),
                        findings -> findings.step(
                                StepKind.SOLVE, "Do not argue about fault. Say what you can do for them today.")),
                new PlainRule<>(
                        "conversation.tell-champion-first",
                        c -> c.customer().champion(),
                        findings -> findings.step(
                                StepKind.SOLVE,
                                "Tell them first what happened and what is being done: their standing is at stake.")));
    }

    /** {@code conversation/understand.drl}. */
    private static List<PlainRule<FailureContext>> understanding() {
        return List.of(
                new PlainRule<>(
                        "conversation.appreciate-telling",
                        c -> c.handling().aware(),
                        findings ->
                                findings.step(StepKind.UNDERSTAND, "Thank them for telling you. Ask, do not judge.")),
                new PlainRule<>(
                        "conversation.ask-cause",
                        c -> c.failure().severity().compareTo(Severity.MODERATE) >= 0
                                && c.failure().causedBy() == Cause.UNKNOWN,
                        findings -> findings.ask(Question.CAUSE)),
                new PlainRule<>(
                        "conversation.take-care",
                        c -> c.customer().vulnerable(),
                        findings -> findings.step(
                                StepKind.UNDERSTAND,
                                "Ask what would make it easier for them, go at their pace, and do not make them tell it twice.")),
                new PlainRule<>(
                        "conversation.check-openly",
                        c -> c.claim().status() == ClaimStatus.UNVERIFIED,
                        findings -> findings.step(
                                StepKind.UNDERSTAND, "Say what is being checked and by when they will know.")),
                new PlainRule<>(
                        "conversation.explain-records",
                        c -> c.claim().status() == ClaimStatus.CONTRADICTED,
                        findings -> findings.step(
                                StepKind.UNDERSTAND,
                                "Be courteous and say what the records show: most such claims are honest. A person explains what follows.")));
    }

    /** {@code follow-up/care.drl}. */
    private static List<PlainRule<FailureContext>> caring() {
        return List.of(
                new PlainRule<>(
                        "follow-up.ask-satisfied",
                        c -> true,
                        findings -> findings.step(
                                StepKind.FOLLOW_UP,
                                "Ask: are you satisfied with this solution? Never: anything else we can do for you?")),
                new PlainRule<>(
                        "follow-up.ask-again",
                        c -> c.handling().aware(),
                        findings ->
                                findings.followUp("P3D", "Ask again whether they are satisfied with the solution.")),
                new PlainRule<>(
                        "follow-up.share-news",
                        c -> c.handling().aware(),
                        findings -> findings.followUp("P1M", "Tell them what is new and better since then.")),
                new PlainRule<>(
                        "follow-up.honest-report",
                        c -> c.failure().severity().compareTo(Severity.MAJOR) >= 0
                                || c.customer().champion(),
                        findings -> findings.step(
                                StepKind.FOLLOW_UP,
                                "Promise a factual, complete and honest report once the cause is really known. Do not rush it.")));
    }

    /** {@code follow-up/learning.drl}. */
    private static List<PlainRule<FailureContext>> learning() {
        return List.of(
                new PlainRule<>(
                        "follow-up.record",
                        c -> true,
                        findings -> findings.followUp(
                                "P1D",
                                "Record what went wrong and what was done; look for patterns by hour, employee, component and release.")),
                new PlainRule<>(
                        "follow-up.plan-b",
                        c -> c.area().breakProne(),
                        findings -> findings.followUp(
                                "P7D", "Ask the team that owns the area: is there a plan B, and did it work?")));
    }

    /** {@code paradox/barriers.drl}. */
    private static List<PlainRule<FailureContext>> barriers() {
        return List.of(
                new PlainRule<>(
                        "paradox.severe-failure",
                        c -> c.failure().severity().compareTo(Severity.MODERATE) >= 0,
                        findings -> findings.barrier(Barrier.SEVERITY)),
                new PlainRule<>(
                        "paradox.prior-failure",
                        c -> c.history().priorFailures() >= 1,
                        findings -> findings.barrier(Barrier.PRIOR_FAILURE)),
                new PlainRule<>(
                        "paradox.avoidable-failure",
                        c -> c.failure().avoidability() == Avoidability.AVOIDABLE,
                        findings -> findings.barrier(Barrier.AVOIDABLE)),
                new PlainRule<>(
                        "paradox.foreseeable-failure",
                        c -> c.failure().foreseeability() == Foreseeability.FORESEEABLE,
                        findings -> findings.barrier(Barrier.FORESEEABLE)),
                new PlainRule<>(
                        "paradox.recurring-cause",
                        c -> c.failure().recurrence() == Recurrence.RECURRING,
                        findings -> findings.barrier(Barrier.RECURRING)),
                new PlainRule<>(
                        "paradox.employee-conduct",
                        c -> c.failure().type() == FailureType.EMPLOYEE_CONDUCT,
                        findings -> findings.barrier(Barrier.EMPLOYEE_CONDUCT)),
                new PlainRule<>(
                        "paradox.unmet-request",
                        c -> c.failure().type() == FailureType.UNMET_REQUEST,
                        findings -> findings.barrier(Barrier.UNMET_REQUEST)));
    }

    /** {@code paradox/deviation.drl}. */
    private static List<PlainRule<FailureContext>> deviation() {
        return List.of(new PlainRule<>(
                "paradox.double-deviation",
                c -> c.history().lastRecovery() == LastRecovery.POOR,
                findings -> findings.doubleDeviation()));
    }

    /** {@code paradox/unknowns.drl}. */
    private static List<PlainRule<FailureContext>> unknowns() {
        return List.of(
                new PlainRule<>(
                        "paradox.avoidability-unknown",
                        c -> c.failure().avoidability() == Avoidability.UNKNOWN,
                        findings -> findings.ask(Question.AVOIDABILITY)),
                new PlainRule<>(
                        "paradox.foreseeability-unknown",
                        c -> c.failure().foreseeability() == Foreseeability.UNKNOWN,
                        findings -> findings.ask(Question.FORESEEABILITY)),
                new PlainRule<>(
                        "paradox.recurrence-unknown",
                        c -> c.failure().recurrence() == Recurrence.UNKNOWN,
                        findings -> findings.ask(Question.RECURRENCE)));
    }

    /** {@code remedy/cap.drl}. */
    private static List<PlainRule<FailureContext>> cap() {
        return List.of(new PlainRule<>("remedy.cap", c -> true, findings -> findings.cap(CAP)));
    }

    /** {@code remedy/extra-mile.drl}. */
    private static List<PlainRule<FailureContext>> extraThings() {
        return List.of(
                new PlainRule<>(
                        "remedy.waive-fee",
                        c -> c.failure().severity() == Severity.MINOR && ours(c),
                        findings -> findings.offer(RemedyKind.FEE_WAIVER, Component.GESTURE, "extra-mile.fee-waiver")),
                new PlainRule<>(
                        "remedy.upgrade",
                        c -> c.failure().severity().compareTo(Severity.MODERATE) >= 0 && ours(c),
                        findings -> findings.offer(RemedyKind.UPGRADE, Component.GESTURE, "extra-mile.upgrade")),
                new PlainRule<>(
                        "remedy.gift",
                        c -> c.failure().severity().compareTo(Severity.MAJOR) >= 0 && ours(c),
                        findings -> findings.offer(RemedyKind.GIFT, Component.GESTURE, "extra-mile.gift")),
                new PlainRule<>(
                        "remedy.handwritten-note",
                        c -> c.failure().severity().compareTo(Severity.MODERATE) >= 0 && ours(c),
                        findings -> findings.offer(RemedyKind.HANDWRITTEN_NOTE)),
                new PlainRule<>(
                        "remedy.top-up-owed-credit",
                        c -> c.claim().entitledKinds().contains(RemedyKind.CREDIT),
                        findings -> findings.offer(RemedyKind.UPGRADE, Component.GESTURE, "extra-mile.top-up")));
    }

    /** {@code remedy/money-gesture.drl}. */
    private static List<PlainRule<FailureContext>> moneyGestures() {
        return List.of(
                new PlainRule<>(
                        "remedy.gesture-minor",
                        c -> c.failure().severity() == Severity.MINOR
                                && c.failure().accepted()
                                && ours(c)
                                && !c.claim().requestMade()
                                && c.handling().delayHours() <= 72
                                && (c.failure().recurrence() != Recurrence.ONE_OFF
                                        || c.handling().delayHours() > 24),
                        findings -> findings.offer(RemedyKind.CREDIT, Component.GESTURE, "gesture.minor")),
                new PlainRule<>(
                        "remedy.gesture-minor-slow",
                        c -> c.failure().severity() == Severity.MINOR
                                && c.failure().accepted()
                                && ours(c)
                                && !c.claim().requestMade()
                                && c.handling().delayHours() > 72,
                        findings -> findings.offer(RemedyKind.REFUND, Component.GESTURE, "gesture.minor")),
                new PlainRule<>(
                        "remedy.gesture-moderate",
                        c -> c.failure().severity() == Severity.MODERATE
                                && c.failure().accepted()
                                && ours(c)
                                && !c.claim().requestMade(),
                        findings -> findings.offer(RemedyKind.REFUND, Component.GESTURE, "gesture.moderate")),
                new PlainRule<>(
                        "remedy.gesture-major",
                        c -> c.failure().severity() == Severity.MAJOR
                                && c.failure().accepted()
                                && ours(c)
                                && !c.claim().requestMade(),
                        findings -> findings.offer(RemedyKind.REFUND, Component.GESTURE, "gesture.major")),
                new PlainRule<>(
                        "remedy.gesture-critical",
                        c -> c.failure().severity() == Severity.CRITICAL
                                && c.failure().accepted()
                                && ours(c)
                                && !c.claim().requestMade(),
                        findings -> findings.offer(RemedyKind.REFUND, Component.GESTURE, "gesture.critical")),
                new PlainRule<>(
                        "remedy.gesture-rejected-minor",
                        c -> c.failure().severity() == Severity.MINOR
                                && !c.failure().accepted()
                                && ours(c)
                                && !c.claim().requestMade()
                                && c.handling().delayHours() <= 72
                                && (c.failure().recurrence() != Recurrence.ONE_OFF
                                        || c.handling().delayHours() > 24),
                        findings -> findings.offer(RemedyKind.CREDIT, Component.GESTURE, "gesture.rejected")),
                new PlainRule<>(
                        "remedy.gesture-rejected-minor-slow",
                        c -> c.failure().severity() == Severity.MINOR
                                && !c.failure().accepted()
                                && ours(c)
                                && !c.claim().requestMade()
                                && c.handling().delayHours() > 72,
                        findings -> findings.offer(RemedyKind.REFUND, Component.GESTURE, "gesture.rejected")),
                new PlainRule<>(
                        "remedy.gesture-rejected",
                        c -> c.failure().severity().compareTo(Severity.MODERATE) >= 0
                                && !c.failure().accepted()
                                && ours(c)
                                && !c.claim().requestMade(),
                        findings -> findings.offer(RemedyKind.REFUND, Component.GESTURE, "gesture.rejected")),
                new PlainRule<>(
                        "remedy.gesture-recurring",
                        c -> c.failure().severity() == Severity.NEGLIGIBLE
                                && c.failure().recurrence() == Recurrence.RECURRING
                                && c.failure().causedBy() == Cause.PROVIDER
                                && !c.claim().requestMade()
                                && c.handling().delayHours() <= 72,
                        findings -> findings.offer(RemedyKind.CREDIT, Component.GESTURE, "gesture.recurring")),
                new PlainRule<>(
                        "remedy.gesture-recurring-slow",
                        c -> c.failure().severity() == Severity.NEGLIGIBLE
                                && c.failure().recurrence() == Recurrence.RECURRING
                                && c.failure().causedBy() == Cause.PROVIDER
                                && !c.claim().requestMade()
                                && c.handling().delayHours() > 72,
                        findings -> findings.offer(RemedyKind.REFUND, Component.GESTURE, "gesture.recurring")),
                new PlainRule<>(
                        "remedy.gesture-double-deviation",
                        c -> c.failure().severity().compareTo(Severity.MINOR) <= 0
                                && ours(c)
                                && !c.claim().requestMade()
                                && c.history().lastRecovery() == LastRecovery.POOR
                                && c.handling().delayHours() <= 72,
                        findings -> findings.offer(RemedyKind.CREDIT, Component.GESTURE, "gesture.double-deviation")),
                new PlainRule<>(
                        "remedy.gesture-double-deviation-slow",
                        c -> c.failure().severity().compareTo(Severity.MINOR) <= 0
                                && ours(c)
                                && !c.claim().requestMade()
                                && c.history().lastRecovery() == LastRecovery.POOR
                                && c.handling().delayHours() > 72,
                        findings -> findings.offer(RemedyKind.REFUND, Component.GESTURE, "gesture.double-deviation")));
    }

    /** {@code remedy/not-ours.drl}. */
    private static List<PlainRule<FailureContext>> helpWhereNotOurs() {
        return List.of(
                new PlainRule<>(
                        "remedy.replace-goods-not-ours",
                        c -> c.failure().resourceLost() == ResourceLost.GOODS && notOurs(c),
                        findings -> findings.offer(RemedyKind.REPLACEMENT, Component.GESTURE, PRICE)),
                new PlainRule<>(
                        "remedy.reperform-service-not-ours",
                        c -> c.failure().resourceLost() == ResourceLost.SERVICE && notOurs(c),
                        findings -> findings.offer(RemedyKind.REPERFORMANCE, Component.GESTURE, PRICE)));
    }

    /** {@code remedy/request.drl}. */
    private static List<PlainRule<FailureContext>> requests() {
        return List.of(
                new PlainRule<>(
                        "remedy.offer-requested", c -> c.claim().requestMade(), findings -> findings.offerRequested()),
                new PlainRule<>(
                        "remedy.ask-fair-solution",
                        c -> c.failure().severity().compareTo(Severity.MINOR) >= 0
                                && !c.claim().requestMade(),
                        findings -> findings.ask(Question.FAIR_SOLUTION)));
    }

    /** {@code remedy/restoration.drl}. */
    private static List<PlainRule<FailureContext>> restorations() {
        return List.of(
                new PlainRule<>(
                        "remedy.refund-overcharge",
                        c -> c.failure().resourceLost() == ResourceLost.MONEY
                                && c.failure().accepted()
                                && ours(c),
                        findings -> findings.offer(RemedyKind.REFUND, Component.RESTORATION, PRICE)),
                new PlainRule<>(
                        "remedy.replace-goods",
                        c -> c.failure().resourceLost() == ResourceLost.GOODS
                                && c.failure().accepted()
                                && ours(c),
                        findings -> findings.offer(RemedyKind.REPLACEMENT, Component.RESTORATION, PRICE)),
                new PlainRule<>(
                        "remedy.reperform-service",
                        c -> c.failure().resourceLost() == ResourceLost.SERVICE
                                && c.failure().accepted()
                                && ours(c),
                        findings -> findings.offer(RemedyKind.REPERFORMANCE, Component.RESTORATION, PRICE)),
                new PlainRule<>(
                        "remedy.make-up-for-neglect",
                        c -> c.failure().resourceLost() == ResourceLost.ATTENTION
                                && c.failure().accepted()
                                && ours(c),
                        findings -> findings.offer(RemedyKind.APOLOGY, RemedyKind.PERSONAL_CALL)),
                new PlainRule<>(
                        "remedy.refund-rejected",
                        c -> !c.failure().accepted() && ours(c),
                        findings -> findings.offer(RemedyKind.REFUND, Component.RESTORATION, PRICE)),
                new PlainRule<>(
                        "remedy.reimburse-loss",
                        c -> c.failure().lossAmount().signum() > 0 && ours(c),
                        findings -> findings.offer(RemedyKind.REIMBURSEMENT, Component.RESTORATION, LOSS)));
    }

    /** {@code remedy/words.drl}. */
    private static List<PlainRule<FailureContext>> words() {
        return List.of(
                new PlainRule<>(
                        "remedy.apologise",
                        c -> c.handling().aware() || c.failure().severity().compareTo(Severity.NEGLIGIBLE) > 0,
                        findings -> findings.offer(RemedyKind.APOLOGY)),
                new PlainRule<>(
                        "remedy.apologised-enough",
                        c -> c.handling().apologies() >= 2,
                        findings -> findings.withhold(RemedyKind.APOLOGY)),
                new PlainRule<>(
                        "remedy.no-apology-for-unnoticed",
                        c -> c.failure().severity() == Severity.NEGLIGIBLE
                                && !c.handling().aware(),
                        findings -> findings.withhold(RemedyKind.APOLOGY)),
                new PlainRule<>(
                        "remedy.explain-external-cause",
                        c -> c.handling().explanation() == Explanation.THIRD_PARTY_VERIFIED,
                        findings -> findings.offer(RemedyKind.EXPLANATION)),
                new PlainRule<>(
                        "remedy.call-after-similar",
                        c -> c.history().similar(),
                        findings -> findings.offer(RemedyKind.PERSONAL_CALL)),
                new PlainRule<>(
                        "remedy.call-with-reach",
                        c -> c.customer().reach() != Reach.PRIVATE,
                        findings -> findings.offer(RemedyKind.PERSONAL_CALL)),
                new PlainRule<>(
                        "remedy.call-champion",
                        c -> c.customer().champion(),
                        findings -> findings.offer(RemedyKind.PERSONAL_CALL, RemedyKind.INCIDENT_REPORT)),
                new PlainRule<>(
                        "remedy.report-after-major-harm",
                        c -> c.failure().severity().compareTo(Severity.MAJOR) >= 0,
                        findings -> findings.offer(RemedyKind.INCIDENT_REPORT)));
    }
}
