package org.recoveryrules.testkit;

import java.math.BigDecimal;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.FollowUp;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.Step;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.api.Verdict;

/**
 * Builds a decision for tests, by the verbs of rules. What is not said is as if no rule had said it: with nothing at all, the
 * paradox applies and nothing is offered. Verdict, order, sums and authority follow as they do in a policy. A bad argument is
 * refused with {@link IllegalArgumentException} at once or by {@link #build()}. Not safe for use by several threads at once.
 */
public final class DecisionBuilder {
    static final PolicyIdentity STUB = new PolicyIdentity("stub", "1", "0".repeat(64));

    private static final Comparator<Remedy> LISTED = Comparator.comparing(Remedy::component)
            .thenComparing(DecisionBuilder::worth, Comparator.reverseOrder())
            .thenComparing(Remedy::kind);
    private static final Comparator<FollowUp> SOONEST_FIRST = Comparator.comparing((FollowUp later) -> ChronoUnit.MONTHS
                    .getDuration()
                    .multipliedBy(later.after().toTotalMonths())
                    .plusDays(later.after().getDays()))
            .thenComparing(FollowUp::action);

    private final CurrencyUnit currency;
    private final Set<Barrier> barriers = EnumSet.noneOf(Barrier.class);
    private final Set<Question> questions = EnumSet.noneOf(Question.class);
    private final List<Remedy> remedies = new ArrayList<>();
    private final Map<StepKind, List<String>> steps = new EnumMap<>(StepKind.class);
    private final List<FollowUp> followUps = new ArrayList<>();
    private final List<Reason> reasons = new ArrayList<>();
    private boolean doubleDeviation;
    private boolean humanReview;
    private Approach approach = Approach.EMPATHISE;
    private Authority authority = Authority.AGENT;

    private DecisionBuilder(CurrencyUnit currency) {
        this.currency = currency;
    }

    /**
     * Begins a decision.
     *
     * @param currency its currency
     * @return a builder of a decision by which the paradox applies and nothing is offered
     */
    public static DecisionBuilder in(CurrencyUnit currency) {
        return new DecisionBuilder(currency);
    }

    /**
     * Rules the paradox out.
     *
     * @param barrier what rules it out
     * @return this builder
     */
    public DecisionBuilder barrier(Barrier barrier) {
        barriers.add(barrier);
        return this;
    }

    /**
     * Has something asked. Where the question concerns the verdict and there is no barrier, that is undetermined.
     *
     * @param question what to ask
     * @return this builder
     */
    public DecisionBuilder ask(Question question) {
        questions.add(question);
        return this;
    }

    /**
     * Makes it a failure on top of a failed recovery.
     *
     * @return this builder
     */
    public DecisionBuilder doubleDeviation() {
        doubleDeviation = true;
        return this;
    }

    /**
     * Sets the frontline's posture.
     *
     * @param posture the posture; default {@link Approach#EMPATHISE}
     * @return this builder
     */
    public DecisionBuilder approach(Approach posture) {
        approach = posture;
        return this;
    }

    /**
     * Offers words.
     *
     * @param words kinds of words
     * @return this builder
     */
    public DecisionBuilder offer(RemedyKind... words) {
        for (RemedyKind kind : words) {
            if (!kind.isWords()) {
                throw new IllegalArgumentException(
                        kind + " is not words: its offer needs a component and an amount, offer(" + kind
                                + ", RESTORATION, \"12.50\")");
            }
            remedy(new Remedy(kind, Component.COMMUNICATION, Optional.empty(), Optional.empty(), Authority.AGENT));
        }
        return this;
    }

    /**
     * Offers money or a thing that an agent may grant.
     *
     * @param kind money or a thing
     * @param component {@link Component#RESTORATION} or {@link Component#GESTURE}
     * @param amount what it is worth, {@code "12.50"}
     * @return this builder
     */
    public DecisionBuilder offer(RemedyKind kind, Component component, String amount) {
        Money worth = Amounts.money(currency, amount);
        return remedy(new Remedy(kind, component, Optional.of(worth), Optional.empty(), Authority.AGENT));
    }

    /**
     * Offers any other remedy: an entitlement, one without an amount, one that needs more authority.
     *
     * @param remedy the remedy
     * @return this builder
     */
    public DecisionBuilder remedy(Remedy remedy) {
        remedies.add(remedy);
        return this;
    }

    /**
     * Raises the authority that the whole decision needs; that of its remedies, it needs anyway.
     *
     * @param role the role that is needed at least
     * @return this builder
     */
    public DecisionBuilder escalate(Authority role) {
        authority = role.compareTo(authority) > 0 ? role : authority;
        return this;
    }

    /**
     * Has a person look.
     *
     * @return this builder
     */
    public DecisionBuilder review() {
        humanReview = true;
        return this;
    }

    /**
     * Says what to do or say in a step.
     *
     * @param kind the step
     * @param words what to do or say
     * @return this builder
     */
    public DecisionBuilder step(StepKind kind, String words) {
        steps.computeIfAbsent(kind, step -> new ArrayList<>()).add(words);
        return this;
    }

    /**
     * Has something done later.
     *
     * @param after how long after the decision, an ISO 8601 period
     * @param action what to do
     * @return this builder
     * @throws java.time.format.DateTimeParseException if this is no period
     */
    public DecisionBuilder followUp(String after, String action) {
        followUps.add(new FollowUp(Period.parse(after), action));
        return this;
    }

    /**
     * Adds a rule to the reasons.
     *
     * @param rule the id of the rule
     * @param because why, in words that can be said to the customer
     * @return this builder
     */
    public DecisionBuilder because(String rule, String because) {
        return reason(new Reason(rule, because, "a stub", Map.of()));
    }

    /**
     * Adds a reason.
     *
     * @param reason the reason
     * @return this builder
     */
    public DecisionBuilder reason(Reason reason) {
        reasons.add(reason);
        return this;
    }

    /**
     * Builds the decision.
     *
     * @return a decision of policy {@code stub}
     */
    public RecoveryDecision build() {
        List<Remedy> listed = remedies.stream().sorted(LISTED).toList();
        return new RecoveryDecision(
                new ParadoxAssessment(verdict(), barriers),
                questions,
                doubleDeviation,
                approach,
                listed,
                Stream.concat(Stream.of(authority), listed.stream().map(Remedy::authority))
                        .max(Comparator.naturalOrder())
                        .orElse(authority),
                humanReview,
                steps.entrySet().stream()
                        .map(step -> new Step(step.getKey(), step.getValue()))
                        .toList(),
                followUps.stream().sorted(SOONEST_FIRST).toList(),
                Remedy.sum(listed, currency),
                Remedy.sum(
                        listed.stream()
                                .filter(remedy -> remedy.component() == Component.GESTURE)
                                .toList(),
                        currency),
                reasons.stream().sorted(Comparator.comparing(Reason::rule)).toList(),
                STUB);
    }

    private Verdict verdict() {
        if (!barriers.isEmpty()) {
            return Verdict.DOES_NOT_APPLY;
        }
        return questions.stream().anyMatch(Question::concernsVerdict) ? Verdict.UNDETERMINED : Verdict.APPLIES;
    }

    /** One without an amount comes after those with one. */
    private static BigDecimal worth(Remedy remedy) {
        return remedy.amount().map(Money::getAmount).orElse(BigDecimal.ONE.negate());
    }
}
