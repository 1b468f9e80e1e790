package org.recoveryrules.examples.desk;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.joda.money.format.MoneyFormatter;
import org.joda.money.format.MoneyFormatterBuilder;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.FollowUp;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.api.Step;

/**
 * Prints a decision for a person who has the customer on the phone: in the order in which one acts, why it is so at the
 * end. The printer's own words stand in {@code words.properties} and can be translated; those of the rules come with
 * the decision.
 */
final class DecisionPrinter {
    static final String WORDS = "org.recoveryrules.examples.desk.words";

    private static final int DIGEST_DIGITS = 12;

    private final Locale locale;
    private final ResourceBundle words;
    private final MoneyFormatter money;
    private final DateTimeFormatter day;
    private final DateTimeFormatter minute;

    DecisionPrinter(Locale locale) {
        this.locale = locale;
        // Without the fallback: a run must not speak another language because the machine does.
        words = ResourceBundle.getBundle(
                WORDS, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        money = new MoneyFormatterBuilder()
                .appendAmountLocalized()
                .appendLiteral(" ")
                .appendCurrencyCode()
                .toFormatter(locale);
        day = DateTimeFormatter.ofPattern("EEE ppd MMM uuuu", locale);
        minute = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", locale);
    }

    /**
     * One page about one ticket.
     *
     * @param ticket what was decided about
     * @param requested what the customer considers fair, if anybody asked
     * @param decision what was decided
     * @param today when it was decided, from which follow-ups count
     */
    String print(Ticket ticket, Optional<RequestedRemedy> requested, RecoveryDecision decision, LocalDate today) {
        Page page = new Page();
        headline(page, ticket, requested);
        verdict(page, decision);
        offers(page, decision);
        authority(page, decision);
        questions(page, decision);
        steps(page, decision.steps());
        followUps(page, decision.followUps(), today);
        reasons(page, decision.reasons());
        policy(page, decision.policy());
        return page.toString();
    }

    private void headline(Page page, Ticket ticket, Optional<RequestedRemedy> requested) {
        page.line();
        page.section(say("label.ticket", Integer.toString(ticket.id())));
        String channel = say("channel." + ticket.channel());
        page.paragraph("", say("headline", ticket.customer(), channel, minute.format(ticket.openedAt())));
        page.paragraph("", ticket.story());
        requested.ifPresent(asked -> page.paragraph("", request(asked)));
        page.line();
    }

    private String request(RequestedRemedy asked) {
        String kind = say("remedy." + asked.kind());
        return asked.amount()
                .map(amount -> say("requested.worth", kind, money.print(amount)))
                .orElseGet(() -> say("requested", kind));
    }

    private void verdict(Page page, RecoveryDecision decision) {
        page.section(say("label.verdict"));
        page.paragraph("", say("verdict." + decision.paradox().verdict()));
        for (Barrier barrier : decision.paradox().barriers()) {
            page.paragraph("- ", say("barrier." + barrier));
        }
        if (decision.doubleDeviation()) {
            page.paragraph("", say("double-deviation"));
        }
        page.paragraph("", say("approach." + decision.approach()));
    }

    private void offers(Page page, RecoveryDecision decision) {
        page.section(say("label.offer"));
        if (decision.humanReview()) {
            page.paragraph("", say("human-review"));
        }
        if (decision.remedies().isEmpty()) {
            page.paragraph("", say("offer.nothing"));
            return;
        }
        page.paragraph(offer(say("offer.worth"), say("offer.granted-by")), say("offer.what"));
        for (Remedy remedy : decision.remedies()) {
            page.paragraph(offer(worth(remedy), say("authority." + remedy.authority())), what(remedy));
        }
        page.paragraph(offer(money.print(decision.total()), ""), say("total", money.print(decision.gestureTotal())));
    }

    private String offer(String worth, String grantedBy) {
        return String.format(locale, "%16s  %-12s", worth, grantedBy);
    }

    private String worth(Remedy remedy) {
        if (remedy.kind().isWords()) {
            return "";
        }
        return remedy.amount().map(money::print).orElseGet(() -> say("offer.worth-not-known"));
    }

    private String what(Remedy remedy) {
        String kind = say("remedy." + remedy.kind());
        String component = say("component." + remedy.component());
        return remedy.basis()
                .map(basis -> say("offer.owed", kind, component, basis))
                .orElseGet(() -> say("offer.given", kind, component));
    }

    private void authority(Page page, RecoveryDecision decision) {
        page.section(say("label.authority"));
        page.paragraph("", say("decision." + decision.authority()));
    }

    private void questions(Page page, RecoveryDecision decision) {
        page.section(say("label.ask"));
        for (Question question : decision.questions()) {
            page.paragraph("- ", say("question." + question));
        }
    }

    private void steps(Page page, List<Step> steps) {
        page.section(say("label.steps"));
        for (Step step : steps) {
            page.paragraph(step.kind().ordinal() + 1 + " ", say("step." + step.kind()));
            step.words().forEach(spoken -> page.paragraph("  - ", spoken));
        }
    }

    private void followUps(Page page, List<FollowUp> followUps, LocalDate today) {
        page.section(say("label.later"));
        for (FollowUp followUp : followUps) {
            page.paragraph(day.format(today.plus(followUp.after())) + "  ", followUp.action());
        }
    }

    /** Why it is offered: the words above speak for themselves, and a rule for everybody explains nothing. */
    private void reasons(Page page, List<Reason> reasons) {
        page.section(say("label.why"));
        for (Reason reason : reasons) {
            boolean ofWords =
                    reason.rule().startsWith("conversation.") || reason.rule().startsWith("follow-up.");
            if (!ofWords && !reason.facts().isEmpty()) {
                page.paragraph("- ", say("reason", reason.because(), reason.rule()));
            }
        }
    }

    private void policy(Page page, PolicyIdentity policy) {
        page.section(say("label.policy"));
        page.paragraph(
                "",
                say("policy", policy.name(), policy.version(), policy.digest().substring(0, DIGEST_DIGITS)));
    }

    private String say(String key, Object... with) {
        return new MessageFormat(words.getString(key), locale).format(with);
    }
}
