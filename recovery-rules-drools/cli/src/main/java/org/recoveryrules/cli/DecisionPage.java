package org.recoveryrules.cli;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.FollowUp;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.api.Step;

/** A decision for people who write policies: all of it but the sources of the rules, in the words of the rule files. */
final class DecisionPage {
    private final Page page;

    private DecisionPage(Page page) {
        this.page = page;
    }

    /** The page, each line with its end. */
    static String of(RecoveryDecision decision) {
        DecisionPage of = new DecisionPage(new Page());
        of.outcome(decision);
        if (!decision.questions().isEmpty()) {
            of.section("QUESTIONS", list(decision.questions()));
        }
        of.steps(decision.steps());
        of.followUps(decision.followUps());
        of.page.section("REASONS");
        reasons(decision.reasons(), of.page);
        policy(decision.policy(), of.page);
        return of.page.toString();
    }

    /** Writes what is decided, without what to say and do. */
    static void outcome(RecoveryDecision decision, Page page) {
        new DecisionPage(page).outcome(decision);
    }

    private void outcome(RecoveryDecision decision) {
        paradox(decision.paradox(), decision.doubleDeviation());
        section("APPROACH", decision.approach().name());
        remedies(decision);
        section("AUTHORITY", decision.authority() + " for the whole decision");
        if (decision.humanReview()) {
            section(
                    "REVIEW",
                    "a person must look before anything is refused, and before anything is paid beyond entitlements");
        }
    }

    private void section(String label, String words) {
        page.section(label);
        page.paragraph("", words);
    }

    private void paradox(ParadoxAssessment paradox, boolean doubleDeviation) {
        String barriers = paradox.barriers().isEmpty() ? "" : ", ruled out by " + list(paradox.barriers());
        section("PARADOX", paradox.verdict() + barriers);
        if (doubleDeviation) {
            page.paragraph("", "double deviation: a failure on top of a failed recovery");
        }
    }

    private void remedies(RecoveryDecision decision) {
        page.section("REMEDIES");
        for (Remedy remedy : decision.remedies()) {
            String worth = remedy.amount()
                    .map(DecisionPage::words)
                    .orElse(remedy.kind().isWords() ? "" : "PRICE unknown");
            String lead = String.format(
                    "%15s  %-16s  %-13s  %-10s  ", worth, remedy.kind(), remedy.component(), remedy.authority());
            page.paragraph(lead, remedy.basis().orElse(""));
        }
        String gestures = "in all, of which gestures " + words(decision.gestureTotal());
        page.paragraph(String.format("%15s  ", words(decision.total())), gestures);
    }

    private void steps(List<Step> steps) {
        page.section("STEPS");
        for (Step step : steps) {
            page.paragraph("", step.kind().name());
            step.words().forEach(words -> page.paragraph("- ", words));
        }
    }

    private void followUps(List<FollowUp> followUps) {
        page.section("FOLLOW-UPS");
        for (FollowUp followUp : followUps) {
            page.paragraph(String.format("%-6s  ", followUp.after()), followUp.action());
        }
    }

    /** Writes the rules that spoke, with the values that made each fire. */
    static void reasons(List<Reason> reasons, Page page) {
        for (Reason reason : reasons) {
            page.paragraph("", reason.rule());
            page.paragraph("  because ", reason.because());
            if (!reason.facts().isEmpty()) {
                page.paragraph("  with ", facts(reason.facts()));
            }
        }
    }

    /** Writes which rules decided. */
    static void policy(PolicyIdentity policy, Page page) {
        page.section("POLICY");
        page.paragraph("", policy.name() + " " + policy.version());
        page.paragraph("", policy.digest());
    }

    private static String list(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    private static String facts(Map<String, Object> facts) {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + " " + words(fact.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** A value of a context in words. */
    static String words(Object value) {
        if (value instanceof Money money) {
            return money.getAmount().toPlainString() + " " + money.getCurrencyUnit();
        } else if (value instanceof Optional<?> optional) {
            return optional.map(DecisionPage::words).orElse("not known");
        } else if (value instanceof Collection<?> collection) {
            return collection.stream().map(DecisionPage::words).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof Entitlement owed) {
            return owed.kind() + " " + words(owed.amount()) + " (" + owed.basis() + ")";
        } else if (value instanceof RequestedRemedy requested) {
            return requested.kind()
                    + requested.amount().map(amount -> " " + words(amount)).orElse("");
        }
        return value.toString();
    }
}
