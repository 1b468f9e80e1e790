package org.recoveryrules.testkit;

import java.time.Period;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Policy;
import org.recoveryrules.api.RecoveryAdvisor;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RecoveryRulesException;

/**
 * An advisor for tests of what embeds one: it decides what it is told, without an engine, and notes what it was asked. It
 * refuses what a real one does: no context, or one of another currency. Safe for use by any number of threads.
 *
 * <pre>{@code
 * StubRecoveryAdvisor advisor = StubRecoveryAdvisor.in(USD).decides(DecisionBuilder.in(USD).offer(APOLOGY).build());
 * new Desk(advisor).open(ticket);
 * assertThat(advisor.asked()).containsExactly(failure);
 * }</pre>
 */
public final class StubRecoveryAdvisor implements RecoveryAdvisor {
    private final CurrencyUnit currency;
    private final Answer untold;
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private final List<FailureContext> asked = new CopyOnWriteArrayList<>();

    private record Answer(Predicate<FailureContext> when, Supplier<RecoveryDecision> decision) {}

    private StubRecoveryAdvisor(CurrencyUnit currency) {
        this.currency = currency;
        RecoveryDecision nothing = DecisionBuilder.in(currency).build();
        untold = new Answer(any -> true, () -> nothing);
        answers.add(untold);
    }

    /**
     * An advisor by whose decisions the paradox applies and nothing is offered, until it is told what to decide.
     *
     * @param currency the currency in which it decides
     * @return the advisor
     */
    public static StubRecoveryAdvisor in(CurrencyUnit currency) {
        return new StubRecoveryAdvisor(currency);
    }

    /**
     * Tells what it decides from now on.
     *
     * @param decision the decision
     * @return this advisor
     * @throws IllegalArgumentException if the decision is of another currency
     */
    public StubRecoveryAdvisor decides(RecoveryDecision decision) {
        return decides(any -> true, decision);
    }

    /**
     * Tells what it decides about some failures from now on; about the others it goes on as before. Where it was told nothing
     * before, it refuses to decide about the others, with {@link IllegalStateException}: a predicate that never matches is a
     * mistake in the test.
     *
     * @param when which failures
     * @param decision the decision
     * @return this advisor
     * @throws IllegalArgumentException if the decision is of another currency
     */
    public StubRecoveryAdvisor decides(Predicate<FailureContext> when, RecoveryDecision decision) {
        CurrencyUnit given = decision.total().getCurrencyUnit();
        if (!given.equals(currency)) {
            throw new IllegalArgumentException(
                    "decision must be in " + currency + ", the currency of this advisor, but was in " + given);
        }
        answers.remove(untold);
        return answers(when, () -> decision);
    }

    /**
     * Tells that it comes to no decision from now on.
     *
     * @param exception what it throws
     * @return this advisor
     */
    public StubRecoveryAdvisor fails(RecoveryRulesException exception) {
        return fails(any -> true, exception);
    }

    /**
     * Tells that it comes to no decision about some failures from now on; about the others it goes on as before.
     *
     * @param when which failures
     * @param exception what it throws
     * @return this advisor
     */
    public StubRecoveryAdvisor fails(Predicate<FailureContext> when, RecoveryRulesException exception) {
        return answers(when, () -> {
            throw exception;
        });
    }

    private StubRecoveryAdvisor answers(Predicate<FailureContext> when, Supplier<RecoveryDecision> decision) {
        answers.add(0, new Answer(when, decision));
        return this;
    }

    /**
     * What it was asked, whether it came to a decision or not.
     *
     * @return the contexts in the order in which they came, without those that it refused
     */
    public List<FailureContext> asked() {
        return List.copyOf(asked);
    }

    @Override
    public RecoveryDecision decide(FailureContext context) {
        if (context == null) {
            throw new IllegalArgumentException("context must be given, but was null");
        }
        if (!context.currency().equals(currency)) {
            throw new IllegalArgumentException(
                    "customer.lifetimeValue must be in " + currency + ", the currency of the policy, but was "
                            + context.customer().lifetimeValue());
        }
        asked.add(context);
        return answers.stream()
                .filter(answer -> answer.when().test(context))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this stub was not told what to decide about " + context
                        + "; for all that no predicate matches, tell it decides(decision) first"))
                .decision()
                .get();
    }

    /**
     * A policy without rules.
     *
     * @return the policy {@code stub}, with a look-back of 24 months
     */
    @Override
    public Policy policy() {
        return new Policy(DecisionBuilder.STUB, currency, Period.ofMonths(24), List.of());
    }
}
