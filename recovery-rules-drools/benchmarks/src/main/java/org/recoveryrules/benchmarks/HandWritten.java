package org.recoveryrules.benchmarks;

import java.util.List;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Area;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Cause;
import org.recoveryrules.api.Claim;
import org.recoveryrules.api.ClaimStatus;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.Customer;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.Expectation;
import org.recoveryrules.api.Explanation;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.FailureHistory;
import org.recoveryrules.api.FailureType;
import org.recoveryrules.api.Handling;
import org.recoveryrules.api.LastRecovery;
import org.recoveryrules.api.Mood;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.Reach;
import org.recoveryrules.api.Recurrence;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.ResourceLost;
import org.recoveryrules.api.ServiceFailure;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.api.Verdict;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.rules.Findings;

/**
 * The standard policy as plain Java that a good developer would write: what a decision costs at the least. Nobody but that
 * developer can change it.
 */
final class HandWritten implements Matcher {
    private static final Amount PRICE = Amount.percentOfPrice(100);
    private static final Amount LOSS = Amount.percentOfLoss(100);
    private static final Amount CAP = Amount.percentOfPrice(150);
    private static final int FAST_HOURS = 24;
    private static final int SLOW_HOURS = 72;

    @Override
    public void first(FailureContext context, Findings findings) {
        ServiceFailure failure = context.failure();
        FailureHistory history = context.history();
        Customer customer = context.customer();
        Claim claim = context.claim();
        Handling handling = context.handling();
        boolean ours = isOurs(failure.causedBy());
        long hours = handling.delayHours();

        paradox(failure, history, findings);
        limits(findings);
        authority(failure, history, customer, claim, ours, findings);
        approach(failure, findings);
        acknowledge(failure, history, customer, handling, ours, findings);
        understand(failure, customer, claim, handling, findings);
        solve(history, customer, claim, handling, ours, hours, findings);
        followUp(failure, customer, handling, context.area(), findings);
        words(failure, history, customer, handling, findings);
        requestOrGesture(failure, history, claim, ours, hours, findings);
        restoration(failure, ours, findings);
        extraMile(failure, claim, ours, findings);
    }

    @Override
    public void second(FailureContext context, ParadoxAssessment assessment, Findings findings) {
        if (assessment.verdict() == Verdict.UNDETERMINED) {
            findings.step(StepKind.UNDERSTAND, "Ask what is still unknown before you judge how much this weighs.");
        } else if (assessment.verdict() == Verdict.APPLIES) {
            findings.step(
                    StepKind.EXTRA_MILE,
                    "A superb recovery can leave them more satisfied than before: take a minute more, and make it personal.");
        }
    }

    private static boolean isOurs(Cause cause) {
        return cause != Cause.CUSTOMER && cause != Cause.FORCE_MAJEURE;
    }

    private static boolean atLeast(Severity severity, ServiceFailure failure) {
        return failure.severity().compareTo(severity) >= 0;
    }

    private static void paradox(ServiceFailure failure, FailureHistory history, Findings findings) {
        if (atLeast(Severity.MODERATE, failure)) {
            findings.barrier(Barrier.SEVERITY);
        }
        if (history.priorFailures() >= 1) {
            findings.barrier(Barrier.PRIOR_FAILURE);
        }
        switch (failure.avoidability()) {
            case AVOIDABLE -> findings.barrier(Barrier.AVOIDABLE);
            case UNKNOWN -> findings.ask(Question.AVOIDABILITY);
            case UNAVOIDABLE -> {}
        }
        switch (failure.foreseeability()) {
            case FORESEEABLE -> findings.barrier(Barrier.FORESEEABLE);
            case UNKNOWN -> findings.ask(Question.FORESEEABILITY);
            case UNFORESEEABLE -> {}
        }
        switch (failure.recurrence()) {
            case RECURRING -> findings.barrier(Barrier.RECURRING);
            case UNKNOWN -> findings.ask(Question.RECURRENCE);
            case ONE_OFF -> {}
        }
        if (failure.type() == FailureType.EMPLOYEE_CONDUCT) {
            findings.barrier(Barrier.EMPLOYEE_CONDUCT);
        } else if (failure.type() == FailureType.UNMET_REQUEST) {
            findings.barrier(Barrier.UNMET_REQUEST);
        }
        if (history.lastRecovery() == LastRecovery.POOR) {
            findings.doubleDeviation();
        }
    }

    private static void limits(Findings findings) {
        findings.limit(Authority.AGENT, "limit.agent");
        findings.limit(Authority.SUPERVISOR, "limit.supervisor");
        findings.limit(Authority.MANAGER, "limit.manager");
        findings.cap(CAP);
    }

    private static void authority(
            ServiceFailure failure,
            FailureHistory history,
            Customer customer,
            Claim claim,
            boolean ours,
            Findings findings) {
        if (ours && history.lastRecovery() == LastRecovery.POOR) {
            findings.escalate(Authority.SUPERVISOR);
        }
        if (failure.severity() == Severity.CRITICAL
                || failure.severity() == Severity.MAJOR && customer.vulnerable()
                || claim.compensatedClaims() >= 3) {
            findings.review();
        }
        if (claim.status() == ClaimStatus.CONTRADICTED) {
            findings.withholdGestures();
            findings.holdRestoration();
        }
    }

    private static void approach(ServiceFailure failure, Findings findings) {
        boolean ourDoing = failure.avoidability() == Avoidability.AVOIDABLE
                || failure.causedBy() == Cause.PROVIDER && failure.avoidability() != Avoidability.UNAVOIDABLE;
        if (atLeast(Severity.MAJOR, failure)) {
            findings.approach(ourDoing ? Approach.RED_CARPET : Approach.HERO);
        } else if (ourDoing) {
            findings.approach(Approach.FIX);
        }
    }

    private static void acknowledge(
            ServiceFailure failure,
            FailureHistory history,
            Customer customer,
            Handling handling,
            boolean ours,
            Findings findings) {
        findings.step(
                StepKind.ACKNOWLEDGE,
                "Stay calm. Say I, not my manager. Own it without a but, and blame no colleague, no department and no courier.");
        if (customer.mood() == Mood.ANGRY) {
            findings.step(StepKind.ACKNOWLEDGE, "Let them finish. Do not interrupt and do not explain yet.");
        }
        if (handling.apologies() >= 2) {
            findings.step(StepKind.ACKNOWLEDGE, "Do not apologise again. Say what is different now.");
        } else {
            if (handling.aware() || failure.severity() != Severity.NEGLIGIBLE) {
                findings.step(
                        StepKind.ACKNOWLEDGE,
                        "Apologise once, for the effect on them: with empathy first, then weight, then speed. No reflex and no grovelling.");
            }
            if (ours && history.lastRecovery() == LastRecovery.POOR) {
                findings.step(
                        StepKind.ACKNOWLEDGE,
                        "Give apology and compensation together, and never the apology of last time again.");
            }
        }
        boolean empathyFirst = failure.type() == FailureType.PROCESS
                || failure.type() == FailureType.EMPLOYEE_CONDUCT
                || failure.resourceLost() == ResourceLost.ATTENTION;
        findings.step(
                StepKind.ACKNOWLEDGE,
                empathyFirst
                        ? "Speak to how they feel before any figure: empathy weighs as much as money here."
                        : "Come to what they get soon: the outcome comes first here.");
    }

    private static void understand(
            ServiceFailure failure, Customer customer, Claim claim, Handling handling, Findings findings) {
        if (handling.aware()) {
            findings.step(StepKind.UNDERSTAND, "Thank them for telling you. Ask, do not judge.");
        }
        if (failure.causedBy() == Cause.UNKNOWN && atLeast(Severity.MODERATE, failure)) {
            findings.ask(Question.CAUSE);
        }
        if (customer.vulnerable()) {
            findings.step(
                    StepKind.UNDERSTAND,
                    "Ask what would make it easier for them, go at their pace, and do not make them tell it twice.");
        }
        if (claim.status() == ClaimStatus.UNVERIFIED) {
            findings.step(StepKind.UNDERSTAND, "Say what is being checked and by when they will know.");
        } else if (claim.status() == ClaimStatus.CONTRADICTED) {
            findings.step(
                    StepKind.UNDERSTAND,
                    "Be courteous and say what the records show: most such claims are honest. A person explains what follows.");
        }
    }

    private static void solve(
            FailureHistory history,
            Customer customer,
            Claim claim,
            Handling handling,
            boolean ours,
            long hours,
            Findings findings) {
        if (claim.status() != ClaimStatus.CONTRADICTED) {
            findings.step(
                    StepKind.SOLVE,
                    claim.requestMade()
                            ? "Say: let us solve this together. They said what would be fair: give exactly that, or say who can."
                            : "Say: let us solve this together. Ask what they would consider fair, and give exactly that.");
        }
        if (handling.explanation() == Explanation.THIRD_PARTY_VERIFIED) {
            findings.step(
                    StepKind.SOLVE, "You may give the confirmed outside cause, after owning it and never instead.");
        }
        if (hours <= FAST_HOURS) {
            findings.step(StepKind.SOLVE, "Explain the outcome: what they get and when.");
        } else {
            findings.step(StepKind.SOLVE, "While they wait give status updates or explanations, not both.");
            if (hours > SLOW_HOURS) {
                findings.step(
                        StepKind.SOLVE,
                        "Put the process right, and explain it: how the wait came about and what is different now.");
            }
        }
        if (customer.expectation() == Expectation.HIGH) {
            findings.step(StepKind.SOLVE, "Say plainly what is done. Do not chase gratitude with more money.");
        }
        if (history.similar()) {
            findings.step(StepKind.SOLVE, "Say what is different from the last time.");
        }
        if (!ours) {
            findings.step(StepKind.SOLVE, "Do not argue about fault. Say what you can do for them today.");
        } else if (history.lastRecovery() == LastRecovery.POOR) {
            findings.step(StepKind.SOLVE, "Name one person who owns this until it is done.");
        }
        if (customer.champion()) {
            findings.step(
                    StepKind.SOLVE,
                    "Tell them first what happened and what is being done: their standing is at stake.");
        }
    }

    private static void followUp(
            ServiceFailure failure, Customer customer, Handling handling, Area area, Findings findings) {
        findings.step(
                StepKind.FOLLOW_UP,
                "Ask: are you satisfied with this solution? Never: anything else we can do for you?");
        findings.followUp(
                "P1D",
                "Record what went wrong and what was done; look for patterns by hour, employee, component and release.");
        if (handling.aware()) {
            findings.followUp("P3D", "Ask again whether they are satisfied with the solution.");
            findings.followUp("P1M", "Tell them what is new and better since then.");
        }
        if (customer.champion() || atLeast(Severity.MAJOR, failure)) {
            findings.step(
                    StepKind.FOLLOW_UP,
                    "Promise a factual, complete and honest report once the cause is really known. Do not rush it.");
        }
        if (area.breakProne()) {
            findings.followUp("P7D", "Ask the team that owns the area: is there a plan B, and did it work?");
        }
    }

    private static void words(
            ServiceFailure failure, FailureHistory history, Customer customer, Handling handling, Findings findings) {
        if (handling.aware() || failure.severity() != Severity.NEGLIGIBLE) {
            findings.offer(RemedyKind.APOLOGY);
        } else {
            findings.withhold(RemedyKind.APOLOGY);
        }
        if (handling.apologies() >= 2) {
            findings.withhold(RemedyKind.APOLOGY);
        }
        if (handling.explanation() == Explanation.THIRD_PARTY_VERIFIED) {
            findings.offer(RemedyKind.EXPLANATION);
        }
        if (history.similar() || customer.reach() != Reach.PRIVATE || customer.champion()) {
            findings.offer(RemedyKind.PERSONAL_CALL);
        }
        if (customer.champion() || atLeast(Severity.MAJOR, failure)) {
            findings.offer(RemedyKind.INCIDENT_REPORT);
        }
    }

    private static void requestOrGesture(
            ServiceFailure failure, FailureHistory history, Claim claim, boolean ours, long hours, Findings findings) {
        if (claim.requestMade()) {
            findings.offerRequested();
            return;
        }
        if (atLeast(Severity.MINOR, failure)) {
            findings.ask(Question.FAIR_SOLUTION);
        }
        if (ours) {
            gesture(failure, hours, findings);
            boolean little = !atLeast(Severity.MODERATE, failure);
            if (little && history.lastRecovery() == LastRecovery.POOR) {
                gesture(voucherUnlessSlow(hours), "gesture.double-deviation", findings);
            }
        }
    }

    private static void gesture(ServiceFailure failure, long hours, Findings findings) {
        switch (failure.severity()) {
            case NEGLIGIBLE -> {
                if (failure.recurrence() == Recurrence.RECURRING && failure.causedBy() == Cause.PROVIDER) {
                    gesture(voucherUnlessSlow(hours), "gesture.recurring", findings);
                }
            }
            case MINOR -> {
                if (failure.recurrence() != Recurrence.ONE_OFF || hours > FAST_HOURS) {
                    String amount = failure.accepted() ? "gesture.minor" : "gesture.rejected";
                    gesture(voucherUnlessSlow(hours), amount, findings);
                }
            }
            case MODERATE -> refund(failure, "gesture.moderate", findings);
            case MAJOR -> refund(failure, "gesture.major", findings);
            case CRITICAL -> refund(failure, "gesture.critical", findings);
        }
    }

    private static RemedyKind voucherUnlessSlow(long hours) {
        return hours > SLOW_HOURS ? RemedyKind.REFUND : RemedyKind.CREDIT;
    }

    private static void refund(ServiceFailure failure, String ifAccepted, Findings findings) {
        gesture(RemedyKind.REFUND, failure.accepted() ? ifAccepted : "gesture.rejected", findings);
    }

    private static void gesture(RemedyKind kind, String amount, Findings findings) {
        findings.offer(kind, Component.GESTURE, amount);
    }

    private static void restoration(ServiceFailure failure, boolean ours, Findings findings) {
        if (!ours) {
            if (failure.resourceLost() == ResourceLost.GOODS) {
                findings.offer(RemedyKind.REPLACEMENT, Component.GESTURE, PRICE);
            } else if (failure.resourceLost() == ResourceLost.SERVICE) {
                findings.offer(RemedyKind.REPERFORMANCE, Component.GESTURE, PRICE);
            }
            return;
        }
        if (failure.accepted()) {
            restore(failure.resourceLost(), findings);
        } else {
            findings.offer(RemedyKind.REFUND, Component.RESTORATION, PRICE);
        }
        if (failure.loss().isPositive()) {
            findings.offer(RemedyKind.REIMBURSEMENT, Component.RESTORATION, LOSS);
        }
    }

    private static void restore(ResourceLost lost, Findings findings) {
        switch (lost) {
            case MONEY -> findings.offer(RemedyKind.REFUND, Component.RESTORATION, PRICE);
            case GOODS -> findings.offer(RemedyKind.REPLACEMENT, Component.RESTORATION, PRICE);
            case SERVICE -> findings.offer(RemedyKind.REPERFORMANCE, Component.RESTORATION, PRICE);
            case ATTENTION -> findings.offer(RemedyKind.APOLOGY, RemedyKind.PERSONAL_CALL);
            case NONE -> {}
        }
    }

    private static void extraMile(ServiceFailure failure, Claim claim, boolean ours, Findings findings) {
        if (ours && atLeast(Severity.MINOR, failure)) {
            if (claim.status() != ClaimStatus.CONTRADICTED) {
                findings.step(StepKind.EXTRA_MILE, "Add the small thing unasked, and say what it is for: their time.");
            }
            if (failure.severity() == Severity.MINOR) {
                findings.offer(RemedyKind.FEE_WAIVER, Component.GESTURE, "extra-mile.fee-waiver");
            } else {
                findings.offer(RemedyKind.UPGRADE, Component.GESTURE, "extra-mile.upgrade");
                findings.offer(RemedyKind.HANDWRITTEN_NOTE);
            }
            if (atLeast(Severity.MAJOR, failure)) {
                findings.offer(RemedyKind.GIFT, Component.GESTURE, "extra-mile.gift");
            }
        }
        if (owesCredit(claim.entitlements())) {
            findings.offer(RemedyKind.UPGRADE, Component.GESTURE, "extra-mile.top-up");
        }
    }

    private static boolean owesCredit(List<Entitlement> entitlements) {
        for (Entitlement entitlement : entitlements) {
            if (entitlement.kind() == RemedyKind.CREDIT) {
                return true;
            }
        }
        return false;
    }
}
