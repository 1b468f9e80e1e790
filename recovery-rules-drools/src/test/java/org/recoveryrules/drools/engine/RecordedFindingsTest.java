package org.recoveryrules.drools.engine;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.recoveryrules.api.Authority.AGENT;
import static org.recoveryrules.api.Component.COMMUNICATION;
import static org.recoveryrules.api.Component.ENTITLEMENT;
import static org.recoveryrules.api.Component.GESTURE;
import static org.recoveryrules.api.RemedyKind.APOLOGY;
import static org.recoveryrules.api.RemedyKind.CREDIT;
import static org.recoveryrules.drools.engine.Settling.missing;

import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.rules.Findings;

/** Verbs refuse what they do not allow. */
class RecordedFindingsTest {
    @Test
    void refuses_what_it_does_not_allow() {
        refuses("barrier must be given, but was null", findings -> findings.barrier(missing()));
        refuses("question must be given, but was null", findings -> findings.ask(missing()));
        refuses("approach must be given, but was null", findings -> findings.approach(missing()));
        refuses("words must be given, but was null", findings -> findings.offer(Settling.<RemedyKind[]>missing()));
        refuses("words must be given, but was null", findings -> findings.offer(APOLOGY, missing()));
        refuses("an offer of words must name one or more, but was none", findings -> findings.offer());
        refuses("an offer without an amount must be words, but was CREDIT", findings -> findings.offer(CREDIT));
        refuses(
                "an offer with an amount must be money or a thing, but was APOLOGY",
                findings -> findings.offer(APOLOGY, GESTURE, Amount.of("1")));
        refuses("kind must be given, but was null", findings -> findings.offer(missing(), GESTURE, Amount.of("1")));
        for (Component component : Arrays.asList(ENTITLEMENT, COMMUNICATION, Settling.<Component>missing())) {
            refuses(
                    "the component of an offer must be RESTORATION or GESTURE, but was " + component,
                    findings -> findings.offer(CREDIT, component, Amount.of("1")));
        }
        refuses(
                "amount must be given, but was null",
                findings -> findings.offer(CREDIT, GESTURE, Settling.<Amount>missing()));
        refuses(
                "an amount's name must be one of [large, small], but was medium",
                findings -> findings.offer(CREDIT, GESTURE, "medium"));
        refuses("amount's name must be given, but was null", findings -> findings.cap(Settling.<String>missing()));
        refuses("amount must be given, but was null", findings -> findings.cap(Settling.<Amount>missing()));
        refuses("kind must be given, but was null", findings -> findings.withhold(missing()));
        refuses("authority must be given, but was null", findings -> findings.limit(missing(), Amount.of("1")));
        refuses(
                "an amount's name must be one of [large, small], but was tiny",
                findings -> findings.limit(AGENT, "tiny"));
        refuses("authority must be given, but was null", findings -> findings.escalate(missing()));
        refuses("step must be given, but was null", findings -> findings.step(missing(), "words"));
        refuses("words must not be blank, but was ' '", findings -> findings.step(StepKind.SOLVE, " "));
        refuses("words must be given, but was null", findings -> findings.step(StepKind.SOLVE, missing()));
        refuses("action must not be blank, but was ''", findings -> findings.followUp("P1D", ""));
        refuses("after must be given, but was null", findings -> findings.followUp(missing(), "do it"));
        refuses(
                "after must be an ISO 8601 period such as P3D, but was PT3H",
                findings -> findings.followUp("PT3H", "do it"));
        refuses("followUps.after must be 0 or more, but was P-3D", findings -> findings.followUp("P-3D", "do it"));
    }

    private static void refuses(String message, Consumer<Findings> verb) {
        RecordedFindings findings = Consequence.findings();
        findings.speaks("test.rule");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> verb.accept(findings))
                .withMessage(message);
    }
}
