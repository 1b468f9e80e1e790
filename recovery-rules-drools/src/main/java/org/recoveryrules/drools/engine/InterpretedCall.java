package org.recoveryrules.drools.engine;

import java.util.List;
import java.util.Map;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.rules.Findings;
import org.recoveryrules.drools.syntax.Argument;
import org.recoveryrules.drools.syntax.Argument.AmountSpelled;
import org.recoveryrules.drools.syntax.Call;
import org.recoveryrules.drools.syntax.Constant;
import org.recoveryrules.drools.syntax.Rendering;
import org.recoveryrules.drools.syntax.RuleNode;

/**
 * A consequence in which nothing is wrong, carried out without Drools.
 *
 * @param call the call on {@code findings}
 */
record InterpretedCall(Call call) {
    /** What a rule finds, whatever the failure. */
    static Spoken spoken(RuleNode rule, Map<String, Amount> amounts) {
        RecordedFindings findings = new RecordedFindings(amounts);
        findings.speaks(rule.name().text());
        new InterpretedCall(rule.consequence().orElseThrow()).on(findings);
        return findings.spoken().get(0);
    }

    void on(Findings findings) {
        switch (call.name().text()) {
            case "barrier" -> findings.barrier(Barrier.valueOf(constant(0)));
            case "ask" -> findings.ask(Question.valueOf(constant(0)));
            case "doubleDeviation" -> findings.doubleDeviation();
            case "approach" -> findings.approach(Approach.valueOf(constant(0)));
            case "offer" -> offer(findings);
            case "offerRequested" -> findings.offerRequested();
            case "withhold" -> findings.withhold(RemedyKind.valueOf(constant(0)));
            case "withholdGestures" -> findings.withholdGestures();
            case "holdRestoration" -> findings.holdRestoration();
            case "cap" -> cap(findings);
            case "limit" -> limit(findings);
            case "escalate" -> findings.escalate(Authority.valueOf(constant(0)));
            case "review" -> findings.review();
            case "step" -> findings.step(StepKind.valueOf(constant(0)), text(1));
            case "followUp" -> findings.followUp(text(0), text(1));
            default ->
                throw new IllegalStateException(
                        "findings has no verb '" + call.name().text() + "'");
        }
    }

    private void offer(Findings findings) {
        if (RemedyKind.valueOf(constant(0)).isWords()) {
            findings.offer(call.arguments().stream()
                    .map(kind -> RemedyKind.valueOf(((Constant) kind).constant()))
                    .toArray(RemedyKind[]::new));
        } else if (argument(2) instanceof AmountSpelled spelled) {
            findings.offer(RemedyKind.valueOf(constant(0)), Component.valueOf(constant(1)), amount(spelled));
        } else {
            findings.offer(RemedyKind.valueOf(constant(0)), Component.valueOf(constant(1)), text(2));
        }
    }

    private void cap(Findings findings) {
        if (argument(0) instanceof AmountSpelled spelled) {
            findings.cap(amount(spelled));
        } else {
            findings.cap(text(0));
        }
    }

    private void limit(Findings findings) {
        if (argument(1) instanceof AmountSpelled spelled) {
            findings.limit(Authority.valueOf(constant(0)), amount(spelled));
        } else {
            findings.limit(Authority.valueOf(constant(0)), text(1));
        }
    }

    private static Amount amount(AmountSpelled spelled) {
        return Amount.parse(Rendering.of(spelled).substring("Amount.".length()));
    }

    private String constant(int index) {
        return ((Constant) argument(index)).constant();
    }

    private String text(int index) {
        return ((Constant) argument(index)).text();
    }

    private Argument argument(int index) {
        List<Argument> arguments = call.arguments();
        return arguments.get(index);
    }
}
