package org.recoveryrules.drools.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.rules.Findings;
import org.recoveryrules.testkit.Finding;

class SpokenFindingsTest {
    private final SpokenFindings findings = new SpokenFindings();

    @Test
    void every_verb_is_noted_with_what_it_is_given() {
        findings.barrier(Barrier.SEVERITY);
        findings.ask(Question.CAUSE);
        findings.doubleDeviation();
        findings.approach(Approach.HERO);
        findings.offer(RemedyKind.APOLOGY, RemedyKind.PERSONAL_CALL);
        findings.offer(
                RemedyKind.REFUND,
                Component.RESTORATION,
                Amount.percentOfPrice(100).atMost("50"));
        findings.offer(RemedyKind.CREDIT, Component.GESTURE, "gesture.minor");
        findings.offerRequested();
        findings.withhold(RemedyKind.GIFT);
        findings.withholdGestures();
        findings.holdRestoration();
        findings.cap(Amount.of("25"));
        findings.cap("cap");
        findings.limit(Authority.AGENT, Amount.percentOfEntitlements(RemedyKind.CREDIT, 12.5));
        findings.limit(Authority.AGENT, "limit.agent");
        findings.escalate(Authority.MANAGER);
        findings.review();
        findings.step(StepKind.SOLVE, "Ask.");
        findings.followUp("P3D", "Call.");

        assertThat(findings.spoken())
                .containsExactly(
                        finding("barrier", "SEVERITY"),
                        finding("ask", "CAUSE"),
                        finding("doubleDeviation"),
                        finding("approach", "HERO"),
                        finding("offer", "APOLOGY", "PERSONAL_CALL"),
                        finding("offer", "REFUND", "RESTORATION", "percentOfPrice( 100 ).atMost( \"50\" )"),
                        finding("offer", "CREDIT", "GESTURE", "gesture.minor"),
                        finding("offerRequested"),
                        finding("withhold", "GIFT"),
                        finding("withholdGestures"),
                        finding("holdRestoration"),
                        finding("cap", "of( \"25\" )"),
                        finding("cap", "cap"),
                        finding("limit", "AGENT", "percentOfEntitlements( CREDIT, 12.5 )"),
                        finding("limit", "AGENT", "limit.agent"),
                        finding("escalate", "MANAGER"),
                        finding("review"),
                        finding("step", "SOLVE", "Ask."),
                        finding("followUp", "P3D", "Call."));
        assertThat(new TreeSet<>(findings.spoken().stream().map(Finding::verb).toList()))
                .isEqualTo(new TreeSet<>(Stream.of(Findings.class.getMethods())
                        .map(Method::getName)
                        .toList()));
    }

    @Test
    void what_is_found_twice_is_noted_once() {
        findings.review();
        findings.review();

        assertThat(findings.spoken()).containsExactly(finding("review"));
    }

    private static Finding finding(String verb, String... arguments) {
        return new Finding(verb, List.of(arguments));
    }
}
