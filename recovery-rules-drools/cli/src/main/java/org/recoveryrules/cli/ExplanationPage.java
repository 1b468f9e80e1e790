package org.recoveryrules.cli;

import java.util.List;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.NearMiss;
import org.recoveryrules.drools.NearMiss.About;
import org.recoveryrules.drools.NearMiss.Obstacle;

/** Why a failure is decided as it is, and why not otherwise, for people who write policies. */
final class ExplanationPage {
    private ExplanationPage() {}

    /** The page with at most so many near misses of each kind, each line with its end. */
    static String of(RecoveryDecision decision, List<NearMiss> misses, int most) {
        Page page = new Page();
        DecisionPage.outcome(decision, page);
        page.section("FIRED");
        DecisionPage.reasons(decision.reasons(), page);
        for (About about : About.values()) {
            List<NearMiss> ofKind =
                    misses.stream().filter(miss -> miss.about() == about).toList();
            page.section("DID NOT");
            if (!ofKind.isEmpty()) {
                page.paragraph("", about + ": the nearest of " + ofKind.size());
                ofKind.stream().limit(most).forEach(miss -> write(miss, page));
            }
        }
        DecisionPage.policy(decision.policy(), page);
        return page.toString();
    }

    private static void write(NearMiss miss, Page page) {
        page.paragraph("  ", miss.rule().id());
        if (miss.obstacles().isEmpty()) {
            page.paragraph(
                    "    ",
                    "fired, and nothing came of it: what it offers is withheld, owed already, cut away by the cap, or worth"
                            + " nothing");
        }
        for (Obstacle obstacle : miss.obstacles()) {
            page.paragraph(
                    "    ",
                    obstacle.component() + " is " + DecisionPage.words(obstacle.value()) + ", would have had to be "
                            + obstacle.needed());
        }
    }
}
