package org.recoveryrules.drools.engine;

import java.time.DateTimeException;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.FollowUp;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.drools.engine.Proposals.Limit;
import org.recoveryrules.drools.engine.Proposals.Offer;
import org.recoveryrules.drools.engine.Proposals.Said;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.rules.Findings;

/** Takes down what rules find, and which rule finds it; refuses what the verbs do not allow. Confined to one thread. */
final class RecordedFindings implements Findings {
    private final Map<String, Amount> amounts;
    private final Map<String, Spoken> spoken = new TreeMap<>();
    private Spoken speaking = new Spoken("");
    private boolean assessed;

    RecordedFindings(Map<String, Amount> amounts) {
        this.amounts = amounts;
    }

    /** Names the rule that speaks from now on. */
    void speaks(String rule) {
        speaking = spoken.computeIfAbsent(rule, Spoken::new);
    }

    /** The rule that spoke last; empty before any did. */
    String rule() {
        return speaking.rule;
    }

    /** From now on no finding may touch the verdict. */
    void assessed() {
        assessed = true;
    }

    /** What each rule found that spoke, by id. */
    List<Spoken> spoken() {
        return List.copyOf(spoken.values());
    }

    @Override
    public void barrier(Barrier barrier) {
        requireNotAssessed("barrier");
        speaking.ruleOut(given(barrier, "barrier"));
    }

    @Override
    public void ask(Question question) {
        if (given(question, "question").concernsVerdict()) {
            requireNotAssessed("question " + question);
        }
        speaking.ask(question);
    }

    @Override
    public void doubleDeviation() {
        speaking.find(proposals -> proposals.doubleDeviation = true);
    }

    @Override
    public void approach(Approach approach) {
        given(approach, "approach");
        speaking.find(proposals -> proposals.approach = Proposals.highest(proposals.approach, approach));
    }

    @Override
    public void offer(RemedyKind... kinds) {
        require(given(kinds, "words").length > 0, "an offer of words must name one or more", "none");
        for (RemedyKind kind : kinds) {
            require(given(kind, "words").isWords(), "an offer without an amount must be words", kind);
            speaking.offer(kind, Component.COMMUNICATION, proposals -> proposals.words.add(kind));
        }
    }

    @Override
    public void offer(RemedyKind kind, Component component, Amount amount) {
        require(!given(kind, "kind").isWords(), "an offer with an amount must be money or a thing", kind);
        require(
                component == Component.RESTORATION || component == Component.GESTURE,
                "the component of an offer must be RESTORATION or GESTURE",
                component);
        Offer offer = new Offer(kind, component, given(amount, "amount"));
        speaking.offer(kind, component, proposals -> proposals.offers.add(offer));
    }

    @Override
    public void offer(RemedyKind kind, Component component, String amountName) {
        offer(kind, component, named(amountName));
    }

    @Override
    public void offerRequested() {
        speaking.offerRequested(proposals -> proposals.requestOffered = true);
    }

    @Override
    public void withhold(RemedyKind kind) {
        given(kind, "kind");
        speaking.find(proposals -> proposals.withheld.add(kind));
    }

    @Override
    public void withholdGestures() {
        speaking.find(proposals -> proposals.gesturesWithheld = true);
    }

    @Override
    public void holdRestoration() {
        speaking.find(proposals -> proposals.restorationHeld = true);
    }

    @Override
    public void cap(Amount amount) {
        given(amount, "amount");
        speaking.find(proposals -> proposals.caps.add(amount));
    }

    @Override
    public void cap(String amountName) {
        cap(named(amountName));
    }

    @Override
    public void limit(Authority authority, Amount amount) {
        Limit limit = new Limit(given(authority, "authority"), given(amount, "amount"));
        speaking.find(proposals -> proposals.limits.add(limit));
    }

    @Override
    public void limit(Authority authority, String amountName) {
        limit(authority, named(amountName));
    }

    @Override
    public void escalate(Authority authority) {
        given(authority, "authority");
        speaking.find(proposals -> proposals.escalation = Proposals.highest(proposals.escalation, authority));
    }

    @Override
    public void review() {
        speaking.find(proposals -> proposals.review = true);
    }

    @Override
    public void step(StepKind kind, String text) {
        Said said = new Said(given(kind, "step"), text(text, "words"));
        speaking.find(proposals -> proposals.said.add(said));
    }

    @Override
    public void followUp(String after, String action) {
        FollowUp followUp = new FollowUp(period(after), text(action, "action"));
        speaking.find(proposals -> proposals.followUps.add(followUp));
    }

    private void requireNotAssessed(String what) {
        if (assessed) {
            throw new IllegalArgumentException(
                    what + " found by a rule that matches the paradox assessment, after the verdict");
        }
    }

    private Amount named(String amountName) {
        Amount amount = amounts.get(given(amountName, "amount's name"));
        if (amount == null) {
            throw fault("an amount's name must be one of " + new TreeSet<>(amounts.keySet()), amountName);
        }
        return amount;
    }

    private static Period period(String after) {
        try {
            return Period.parse(given(after, "after"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("after must be an ISO 8601 period such as P3D, but was " + after, e);
        }
    }

    private static String text(String value, String what) {
        require(!given(value, what).isBlank(), what + " must not be blank", "'" + value + "'");
        return value;
    }

    private static <T> T given(T value, String what) {
        require(value != null, what + " must be given", "null");
        return value;
    }

    private static void require(boolean allowed, String expected, Object value) {
        if (!allowed) {
            throw fault(expected, value);
        }
    }

    private static IllegalArgumentException fault(String expected, Object value) {
        return new IllegalArgumentException(expected + ", but was " + value);
    }
}
