package org.recoveryrules.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.StepKind;

class FindingTest {
    @Test
    void there_is_one_for_each_verb() {
        assertThat(List.of(
                        Finding.barrier(Barrier.SEVERITY),
                        Finding.ask(Question.CAUSE),
                        Finding.doubleDeviation(),
                        Finding.approach(Approach.HERO),
                        Finding.offer(RemedyKind.APOLOGY, RemedyKind.PERSONAL_CALL),
                        Finding.offer(RemedyKind.CREDIT, Component.GESTURE, "gesture.minor"),
                        Finding.offerRequested(),
                        Finding.withhold(RemedyKind.GIFT),
                        Finding.withholdGestures(),
                        Finding.holdRestoration(),
                        Finding.cap("cap"),
                        Finding.limit(Authority.AGENT, "limit.agent"),
                        Finding.escalate(Authority.MANAGER),
                        Finding.review(),
                        Finding.step(StepKind.SOLVE, "Ask (again), twice."),
                        Finding.followUp("P3D", "Call.")))
                .extracting(Finding::toString)
                .containsExactly(
                        "barrier( SEVERITY )",
                        "ask( CAUSE )",
                        "doubleDeviation()",
                        "approach( HERO )",
                        "offer( APOLOGY, PERSONAL_CALL )",
                        "offer( CREDIT, GESTURE, gesture.minor )",
                        "offerRequested()",
                        "withhold( GIFT )",
                        "withholdGestures()",
                        "holdRestoration()",
                        "cap( cap )",
                        "limit( AGENT, limit.agent )",
                        "escalate( MANAGER )",
                        "review()",
                        "step( SOLVE, Ask (again), twice. )",
                        "followUp( P3D, Call. )");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            percentOfPrice(10)                                  | percentOfPrice( 10 )
            percentOfPrice( 10 ) . atLeast("5").atMost( "7.5" ) | percentOfPrice( 10 ).atLeast( "5" ).atMost( "7.5" )
            of("25")                                            | of( "25" )
            percentOfEntitlements(RemedyKind.CREDIT,120)        | percentOfEntitlements( CREDIT, 120 )
            percentOfEntitlements( CREDIT , 120 )               | percentOfEntitlements( CREDIT, 120 )
            """)
    void an_amount_is_the_same_however_it_is_spaced(String given, String spelled) {
        assertThat(Finding.cap(given)).isEqualTo(new Finding("cap", List.of(spelled)));
        assertThat(Finding.limit(Authority.AGENT, given)).isEqualTo(new Finding("limit", List.of("AGENT", spelled)));
        assertThat(Finding.offer(RemedyKind.CREDIT, Component.GESTURE, given))
                .isEqualTo(new Finding("offer", List.of("CREDIT", "GESTURE", spelled)));
    }
}
