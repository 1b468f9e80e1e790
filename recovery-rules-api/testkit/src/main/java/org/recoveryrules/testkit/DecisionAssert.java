package org.recoveryrules.testkit;

import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.FollowUp;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.Step;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.api.Verdict;

/**
 * Asserts what a decision says. A failure shows the whole decision; of soft assertions in one chain, the first.
 *
 * <p>In the examples, {@code decision} is this one:
 *
 * <pre>{@code
 * RecoveryDecision decision = DecisionBuilder.in(USD)
 *         .barrier(SEVERITY)
 *         .ask(PRICE)
 *         .approach(FIX)
 *         .offer(REFUND, RESTORATION, "40")
 *         .offer(CREDIT, GESTURE, "5")
 *         .offer(APOLOGY)
 *         .escalate(SUPERVISOR)
 *         .step(SOLVE, "Send another one.")
 *         .followUp("P3D", "Ask whether it arrived.")
 *         .because("paradox.severe-failure", "this failure weighs too heavily on you")
 *         .because("settlement.cap", "this is as far as we go")
 *         .build();
 * }</pre>
 */
public class DecisionAssert extends WordsAssert<DecisionAssert, RecoveryDecision> {
    private static final String SETTLEMENT = "settlement.";

    /** Soft assertions go on after a failure, and once is enough. */
    private boolean shown;

    DecisionAssert(RecoveryDecision actual) {
        super(actual, DecisionAssert.class);
    }

    /**
     * That the service recovery paradox applies.
     *
     * <pre>{@code
     * assertThat(DecisionBuilder.in(USD).build()).paradoxApplies(); // passes
     * assertThat(decision).paradoxApplies(); // fails
     * }</pre>
     *
     * @return this
     */
    public DecisionAssert paradoxApplies() {
        return hasVerdict(Verdict.APPLIES);
    }

    /**
     * That the service recovery paradox does not apply.
     *
     * <pre>{@code
     * assertThat(decision).paradoxDoesNotApply(); // passes
     * assertThat(DecisionBuilder.in(USD).build()).paradoxDoesNotApply(); // fails
     * }</pre>
     *
     * @return this
     */
    public DecisionAssert paradoxDoesNotApply() {
        return hasVerdict(Verdict.DOES_NOT_APPLY);
    }

    /**
     * That it takes an answer to tell whether the service recovery paradox applies.
     *
     * <pre>{@code
     * assertThat(DecisionBuilder.in(USD).ask(AVOIDABILITY).build()).paradoxIsUndetermined(); // passes
     * assertThat(decision).paradoxIsUndetermined(); // fails
     * }</pre>
     *
     * @return this
     */
    public DecisionAssert paradoxIsUndetermined() {
        return hasVerdict(Verdict.UNDETERMINED);
    }

    private DecisionAssert hasVerdict(Verdict verdict) {
        return requires(
                "paradox " + verdict,
                decision -> decision.paradox().verdict() == verdict,
                decision -> DecisionText.verdict(decision.paradox()));
    }

    /**
     * That these barriers rule the paradox out, and no other.
     *
     * <pre>{@code
     * assertThat(decision).isRuledOutBy(SEVERITY); // passes
     * assertThat(decision).isRuledOutBy(SEVERITY, AVOIDABLE); // fails
     * }</pre>
     *
     * @param barriers all of them, one or more
     * @return this
     * @throws IllegalArgumentException if no barrier is given
     */
    public DecisionAssert isRuledOutBy(Barrier... barriers) {
        Set<Barrier> all = given(Barrier.class, barriers, "barriers");
        return requires(
                "ruled out by " + DecisionText.words(all),
                decision -> decision.paradox().barriers().equals(all),
                decision ->
                        "ruled out by " + DecisionText.words(decision.paradox().barriers()));
    }

    /**
     * That these questions are asked, whatever others are.
     *
     * <pre>{@code
     * assertThat(decision).asks(PRICE); // passes
     * assertThat(decision).asks(PRICE, CAUSE); // fails
     * }</pre>
     *
     * @param questions one or more
     * @return this
     * @throws IllegalArgumentException if no question is given
     */
    public DecisionAssert asks(Question... questions) {
        Set<Question> some = given(Question.class, questions, "questions");
        return requires(
                "asks " + DecisionText.words(some),
                decision -> decision.questions().containsAll(some),
                DecisionAssert::asked);
    }

    /**
     * That no question is asked.
     *
     * <pre>{@code
     * assertThat(DecisionBuilder.in(USD).build()).asksNothing(); // passes
     * assertThat(decision).asksNothing(); // fails
     * }</pre>
     *
     * @return this
     */
    public DecisionAssert asksNothing() {
        return requires(
                "asks " + DecisionText.NOTHING, decision -> decision.questions().isEmpty(), DecisionAssert::asked);
    }

    private static String asked(RecoveryDecision decision) {
        return "asks " + DecisionText.words(decision.questions());
    }

    /**
     * That it is a failure on top of a failed recovery.
     *
     * <pre>{@code
     * assertThat(DecisionBuilder.in(USD).doubleDeviation().build()).isDoubleDeviation(); // passes
     * assertThat(decision).isDoubleDeviation(); // fails
     * }</pre>
     *
     * @return this
     */
    public DecisionAssert isDoubleDeviation() {
        return requires("doubleDeviation true", RecoveryDecision::doubleDeviation, decision -> "doubleDeviation false");
    }

    /**
     * That it is no failure on top of a failed recovery.
     *
     * <pre>{@code
     * assertThat(decision).isNoDoubleDeviation(); // passes
     * assertThat(DecisionBuilder.in(USD).doubleDeviation().build()).isNoDoubleDeviation(); // fails
     * }</pre>
     *
     * @return this
     */
    public DecisionAssert isNoDoubleDeviation() {
        return requires(
                "doubleDeviation false", decision -> !decision.doubleDeviation(), decision -> "doubleDeviation true");
    }

    /**
     * That this is the frontline's posture.
     *
     * <pre>{@code
     * assertThat(decision).hasApproach(FIX); // passes
     * assertThat(decision).hasApproach(HERO); // fails
     * }</pre>
     *
     * @param approach the posture
     * @return this
     */
    public DecisionAssert hasApproach(Approach approach) {
        return requires(
                "approach " + approach,
                decision -> decision.approach() == approach,
                decision -> "approach " + decision.approach());
    }

    /**
     * That a remedy of this kind is offered, of whatever component.
     *
     * <pre>{@code
     * assertThat(decision).offers(REFUND); // passes
     * assertThat(decision).offers(GIFT); // fails
     * }</pre>
     *
     * @param kind the kind
     * @return this
     */
    public DecisionAssert offers(RemedyKind kind) {
        return offers("offers " + kind, remedy -> remedy.kind() == kind);
    }

    /**
     * That a remedy of this kind and component is offered.
     *
     * <pre>{@code
     * assertThat(decision).offers(REFUND, RESTORATION); // passes
     * assertThat(decision).offers(REFUND, GESTURE); // fails
     * }</pre>
     *
     * @param kind the kind
     * @param component the component
     * @return this
     */
    public DecisionAssert offers(RemedyKind kind, Component component) {
        return offers(
                "offers " + component + " " + kind, remedy -> remedy.kind() == kind && remedy.component() == component);
    }

    /**
     * That a remedy of this kind, component and amount is offered.
     *
     * <pre>{@code
     * assertThat(decision).offers(REFUND, RESTORATION, Money.of(USD, 40)); // passes
     * assertThat(decision).offers(REFUND, RESTORATION, Money.of(USD, 50)); // fails
     * }</pre>
     *
     * @param kind the kind
     * @param component the component
     * @param amount what it is worth
     * @return this
     */
    public DecisionAssert offers(RemedyKind kind, Component component, Money amount) {
        return offers(
                "offers " + component + " " + kind + " " + DecisionText.money(amount),
                remedy -> remedy.kind() == kind
                        && remedy.component() == component
                        && remedy.amount().equals(Optional.of(amount)));
    }

    /**
     * That a remedy of this kind, component and amount is offered.
     *
     * <pre>{@code
     * assertThat(decision).offers(REFUND, RESTORATION, "40"); // passes
     * assertThat(decision).offers(REFUND, RESTORATION, "40.01"); // fails
     * }</pre>
     *
     * @param kind the kind
     * @param component the component
     * @param amount what it is worth, in the currency of the decision
     * @return this
     * @throws IllegalArgumentException if this is no amount in that currency
     */
    public DecisionAssert offers(RemedyKind kind, Component component, String amount) {
        isNotNull();
        return offers(kind, component, money(amount));
    }

    private DecisionAssert offers(String expected, Predicate<Remedy> remedy) {
        return requires(expected, decision -> decision.remedies().stream().anyMatch(remedy), DecisionAssert::offered);
    }

    /**
     * That no remedy of this kind is offered.
     *
     * <pre>{@code
     * assertThat(decision).offersNo(GIFT); // passes
     * assertThat(decision).offersNo(REFUND); // fails
     * }</pre>
     *
     * @param kind the kind
     * @return this
     */
    public DecisionAssert offersNo(RemedyKind kind) {
        return offersNo("offers no " + kind, remedy -> remedy.kind() == kind);
    }

    /**
     * That no remedy of this component is offered.
     *
     * <pre>{@code
     * assertThat(decision).offersNo(ENTITLEMENT); // passes
     * assertThat(decision).offersNo(GESTURE); // fails
     * }</pre>
     *
     * @param component the component
     * @return this
     */
    public DecisionAssert offersNo(Component component) {
        return offersNo("offers no " + component, remedy -> remedy.component() == component);
    }

    private DecisionAssert offersNo(String expected, Predicate<Remedy> remedy) {
        return requires(expected, decision -> decision.remedies().stream().noneMatch(remedy), DecisionAssert::offered);
    }

    /**
     * That remedies of these kinds are offered, of whatever components, and of no other.
     *
     * <pre>{@code
     * assertThat(decision).offersExactly(REFUND, CREDIT, APOLOGY); // passes
     * assertThat(decision).offersExactly(REFUND, APOLOGY); // fails
     * }</pre>
     *
     * @param kinds all of them; none, if nothing is offered
     * @return this
     */
    public DecisionAssert offersExactly(RemedyKind... kinds) {
        Set<RemedyKind> all = set(RemedyKind.class, kinds);
        return requires(
                "offers exactly " + DecisionText.words(all),
                decision -> decision.remedies().stream()
                        .map(Remedy::kind)
                        .collect(Collectors.toSet())
                        .equals(all),
                DecisionAssert::offered);
    }

    private static String offered(RecoveryDecision decision) {
        return decision.remedies().isEmpty()
                ? "offers nothing"
                : decision.remedies().stream()
                        .map(remedy -> remedy.component() + " " + remedy.kind()
                                + remedy.amount()
                                        .map(amount -> " " + DecisionText.money(amount))
                                        .orElse(""))
                        .collect(Collectors.joining(", ", "offers ", ""));
    }

    /**
     * That the amounts of all remedies come to this.
     *
     * <pre>{@code
     * assertThat(decision).hasTotal("45"); // passes
     * assertThat(decision).hasTotal("40"); // fails
     * }</pre>
     *
     * @param amount the sum, in the currency of the decision
     * @return this
     * @throws IllegalArgumentException if this is no amount in that currency
     */
    public DecisionAssert hasTotal(String amount) {
        isNotNull();
        return requires(
                "total " + DecisionText.money(money(amount)),
                decision -> decision.total().equals(money(amount)),
                decision -> "total " + DecisionText.money(decision.total()));
    }

    /**
     * That the amounts of all gestures come to this.
     *
     * <pre>{@code
     * assertThat(decision).hasGestureTotal("5"); // passes
     * assertThat(decision).hasGestureTotal("0"); // fails
     * }</pre>
     *
     * @param amount the sum, in the currency of the decision
     * @return this
     * @throws IllegalArgumentException if this is no amount in that currency
     */
    public DecisionAssert hasGestureTotal(String amount) {
        isNotNull();
        return requires(
                "gestureTotal " + DecisionText.money(money(amount)),
                decision -> decision.gestureTotal().equals(money(amount)),
                decision -> "gestureTotal " + DecisionText.money(decision.gestureTotal()));
    }

    /**
     * That the whole decision needs exactly this authority.
     *
     * <pre>{@code
     * assertThat(decision).needsAuthority(SUPERVISOR); // passes
     * assertThat(decision).needsAuthority(AGENT); // fails
     * }</pre>
     *
     * @param authority the role
     * @return this
     */
    public DecisionAssert needsAuthority(Authority authority) {
        return requires(
                "authority " + authority,
                decision -> decision.authority() == authority,
                decision -> "authority " + decision.authority());
    }

    /**
     * That a person must look.
     *
     * <pre>{@code
     * assertThat(DecisionBuilder.in(USD).review().build()).needsHumanReview(); // passes
     * assertThat(decision).needsHumanReview(); // fails
     * }</pre>
     *
     * @return this
     */
    public DecisionAssert needsHumanReview() {
        return requires("humanReview true", RecoveryDecision::humanReview, decision -> "humanReview false");
    }

    /**
     * That nobody need look.
     *
     * <pre>{@code
     * assertThat(decision).needsNoHumanReview(); // passes
     * assertThat(DecisionBuilder.in(USD).review().build()).needsNoHumanReview(); // fails
     * }</pre>
     *
     * @return this
     */
    public DecisionAssert needsNoHumanReview() {
        return requires("humanReview false", decision -> !decision.humanReview(), decision -> "humanReview true");
    }

    /**
     * That there are words for these steps, and for no other.
     *
     * <pre>{@code
     * assertThat(decision).hasSteps(SOLVE); // passes
     * assertThat(decision).hasSteps(ACKNOWLEDGE, SOLVE); // fails
     * }</pre>
     *
     * @param steps all of them; none, if there are none
     * @return this
     */
    public DecisionAssert hasSteps(StepKind... steps) {
        Set<StepKind> all = set(StepKind.class, steps);
        Function<RecoveryDecision, Set<StepKind>> kinds =
                decision -> decision.steps().stream().map(Step::kind).collect(Collectors.toCollection(TreeSet::new));
        return requires(
                "steps " + DecisionText.words(all),
                decision -> kinds.apply(decision).equals(all),
                decision -> "steps " + DecisionText.words(kinds.apply(decision)));
    }

    /**
     * That there is something to do after each of these periods, and after no other.
     *
     * <pre>{@code
     * assertThat(decision).followsUpAfter(Period.ofDays(3)); // passes
     * assertThat(decision).followsUpAfter(Period.ofDays(3), Period.ofMonths(1)); // fails
     * }</pre>
     *
     * @param periods all of them; none, if there is nothing to do
     * @return this
     */
    public DecisionAssert followsUpAfter(Period... periods) {
        Set<Period> all = new LinkedHashSet<>(List.of(periods));
        Function<RecoveryDecision, Set<Period>> after = decision ->
                decision.followUps().stream().map(FollowUp::after).collect(Collectors.toCollection(LinkedHashSet::new));
        return requires(
                "follows up after " + DecisionText.words(all),
                decision -> after.apply(decision).equals(all),
                decision -> "follows up after " + DecisionText.words(after.apply(decision)));
    }

    /**
     * That these rules are among the reasons.
     *
     * <pre>{@code
     * assertThat(decision).becauseOf("paradox.severe-failure"); // passes
     * assertThat(decision).becauseOf("paradox.prior-failure"); // fails
     * }</pre>
     *
     * @param rules ids of rules, or of what the settlement did ({@code settlement.cap}); one or more
     * @return this
     * @throws IllegalArgumentException if no rule is given
     */
    public DecisionAssert becauseOf(String... rules) {
        Set<String> some = given(rules);
        return requires(
                "because of " + DecisionText.words(some),
                decision -> rules(decision).containsAll(some),
                decision -> "not because of " + DecisionText.words(without(some, rules(decision))));
    }

    /**
     * That these rules are the reasons, and no other; what the settlement did is left aside.
     *
     * <pre>{@code
     * assertThat(decision).becauseOnlyOf("paradox.severe-failure"); // passes
     * assertThat(decision).becauseOnlyOf("paradox.severe-failure", "paradox.prior-failure"); // fails
     * }</pre>
     *
     * @param rules ids of all rules; none, if no rule shaped the decision
     * @return this
     */
    public DecisionAssert becauseOnlyOf(String... rules) {
        Set<String> all = new TreeSet<>(List.of(rules));
        return requires(
                "because only of " + DecisionText.words(all),
                decision -> spoke(decision).equals(all),
                decision -> Stream.of(
                                phrase("because of ", without(spoke(decision), all), " too"),
                                phrase("not because of ", without(all, spoke(decision)), ""))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", ")));
    }

    private static Optional<String> phrase(String before, Set<String> rules, String after) {
        return rules.isEmpty() ? Optional.empty() : Optional.of(before + DecisionText.words(rules) + after);
    }

    private static Set<String> spoke(RecoveryDecision decision) {
        return without(rules(decision), rule -> rule.startsWith(SETTLEMENT));
    }

    /**
     * That none of these rules is among the reasons.
     *
     * <pre>{@code
     * assertThat(decision).notBecauseOf("paradox.prior-failure"); // passes
     * assertThat(decision).notBecauseOf("paradox.severe-failure"); // fails
     * }</pre>
     *
     * @param rules ids of rules, or of what the settlement did; one or more
     * @return this
     * @throws IllegalArgumentException if no rule is given
     */
    public DecisionAssert notBecauseOf(String... rules) {
        Set<String> some = given(rules);
        return requires(
                "not because of " + DecisionText.words(some),
                decision -> Collections.disjoint(some, rules(decision)),
                decision -> "because of "
                        + DecisionText.words(
                                without(some, rule -> !rules(decision).contains(rule))));
    }

    private static Set<String> rules(RecoveryDecision decision) {
        return decision.reasons().stream().map(Reason::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> without(Set<String> rules, Set<String> others) {
        return without(rules, others::contains);
    }

    private static Set<String> without(Set<String> rules, Predicate<String> others) {
        return rules.stream().filter(others.negate()).collect(Collectors.toCollection(TreeSet::new));
    }

    private DecisionAssert requires(
            String expected, Predicate<RecoveryDecision> met, Function<RecoveryDecision, String> was) {
        isNotNull();
        if (!met.test(actual)) {
            String whole =
                    shown ? "" : "The decision:\n" + DecisionText.of(actual).indent(2);
            shown = true;
            throw unexpected(expected, was.apply(actual), whole);
        }
        return this;
    }

    private Money money(String amount) {
        return Amounts.money(actual.total().getCurrencyUnit(), amount);
    }

    private static <E extends Enum<E>> Set<E> set(Class<E> type, E[] constants) {
        Set<E> set = EnumSet.noneOf(type);
        set.addAll(Arrays.asList(constants));
        return set;
    }

    private static <E extends Enum<E>> Set<E> given(Class<E> type, E[] constants, String what) {
        requireSome(constants.length, what);
        return set(type, constants);
    }

    private static Set<String> given(String[] rules) {
        requireSome(rules.length, "rules");
        return new TreeSet<>(List.of(rules));
    }

    private static void requireSome(int number, String what) {
        if (number == 0) {
            throw new IllegalArgumentException(what + " must be one or more, but were none");
        }
    }
}
