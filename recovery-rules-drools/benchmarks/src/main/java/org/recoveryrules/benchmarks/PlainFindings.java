package org.recoveryrules.benchmarks;

import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.FollowUp;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.api.Verdict;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.rules.Findings;

/**
 * What the rules found, and nothing of who found it: all that is needed to decide without reasons. For one decision,
 * confined to one thread. It trusts its rules, as an embedder would trust code of their own.
 */
public final class PlainFindings implements Findings {
    record Offer(RemedyKind kind, Component component, Amount amount) {}

    record Limit(Authority role, Amount amount) {}

    /** There are few, and reading one costs more than finding it. */
    private static final Map<String, Period> PERIODS = new ConcurrentHashMap<>();

    private final Map<String, Amount> amounts;

    final Set<Barrier> barriers = EnumSet.noneOf(Barrier.class);
    final Set<Question> questions = EnumSet.noneOf(Question.class);
    final List<Offer> offers = new ArrayList<>();
    final Set<RemedyKind> words = EnumSet.noneOf(RemedyKind.class);
    final Set<RemedyKind> withheld = EnumSet.noneOf(RemedyKind.class);
    final List<Amount> caps = new ArrayList<>(1);
    final List<Limit> limits = new ArrayList<>(3);
    final Map<StepKind, List<String>> steps = new EnumMap<>(StepKind.class);
    final List<FollowUp> followUps = new ArrayList<>(4);

    boolean doubleDeviation;
    boolean requestOffered;
    boolean gesturesWithheld;
    boolean restorationHeld;
    boolean review;
    Approach approach = Approach.EMPATHISE;
    Authority escalation = Authority.AGENT;

    /**
     * Nothing found yet.
     *
     * @param amounts the amounts of the policy, by name
     */
    public PlainFindings(Map<String, Amount> amounts) {
        this.amounts = amounts;
    }

    /** The paradox assessment that follows from what was found so far. */
    public ParadoxAssessment assess() {
        return new ParadoxAssessment(verdict(), barriers);
    }

    private Verdict verdict() {
        if (!barriers.isEmpty()) {
            return Verdict.DOES_NOT_APPLY;
        }
        boolean open = questions.contains(Question.AVOIDABILITY)
                || questions.contains(Question.FORESEEABILITY)
                || questions.contains(Question.RECURRENCE);
        return open ? Verdict.UNDETERMINED : Verdict.APPLIES;
    }

    @Override
    public void barrier(Barrier barrier) {
        barriers.add(barrier);
    }

    @Override
    public void ask(Question question) {
        questions.add(question);
    }

    @Override
    public void doubleDeviation() {
        doubleDeviation = true;
    }

    @Override
    public void approach(Approach proposed) {
        if (proposed.compareTo(approach) > 0) {
            approach = proposed;
        }
    }

    @Override
    public void offer(RemedyKind... kinds) {
        for (RemedyKind kind : kinds) {
            words.add(kind);
        }
    }

    @Override
    public void offer(RemedyKind kind, Component component, Amount amount) {
        offers.add(new Offer(kind, component, amount));
    }

    @Override
    public void offer(RemedyKind kind, Component component, String amountName) {
        offer(kind, component, named(amountName));
    }

    @Override
    public void offerRequested() {
        requestOffered = true;
    }

    @Override
    public void withhold(RemedyKind kind) {
        withheld.add(kind);
    }

    @Override
    public void withholdGestures() {
        gesturesWithheld = true;
    }

    @Override
    public void holdRestoration() {
        restorationHeld = true;
    }

    @Override
    public void cap(Amount amount) {
        caps.add(amount);
    }

    @Override
    public void cap(String amountName) {
        cap(named(amountName));
    }

    @Override
    public void limit(Authority role, Amount amount) {
        limits.add(new Limit(role, amount));
    }

    @Override
    public void limit(Authority role, String amountName) {
        limit(role, named(amountName));
    }

    @Override
    public void escalate(Authority authority) {
        if (authority.compareTo(escalation) > 0) {
            escalation = authority;
        }
    }

    @Override
    public void review() {
        review = true;
    }

    @Override
    public void step(StepKind kind, String text) {
        List<String> said = steps.get(kind);
        if (said == null) {
            said = new ArrayList<>(6);
            steps.put(kind, said);
        }
        if (!said.contains(text)) {
            said.add(text);
        }
    }

    @Override
    public void followUp(String after, String action) {
        FollowUp later = new FollowUp(PERIODS.computeIfAbsent(after, Period::parse), action);
        if (!followUps.contains(later)) {
            followUps.add(later);
        }
    }

    private Amount named(String name) {
        Amount amount = amounts.get(name);
        if (amount == null) {
            throw new IllegalArgumentException(
                    "an amount's name must be one of " + amounts.keySet() + ", but was " + name);
        }
        return amount;
    }
}
