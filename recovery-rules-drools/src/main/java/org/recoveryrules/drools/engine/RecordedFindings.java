package org.recoveryrules.drools.engine;

import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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

/** What the rules found in one decision, and which rule found it. Confined to one thread. */
final class RecordedFindings implements Findings {
    /** An offer of money or a thing. */
    record Offer(RemedyKind kind, Component component, Amount amount) {}

    /** What a rule offers, whatever it is worth. */
    record Offered(RemedyKind kind, Component component) {}

    private final Map<String, Amount> amounts;

    final Set<String> rules = new TreeSet<>();
    /** What rules offer, by rule. */
    final Map<String, Set<Offered>> offeredBy = new HashMap<>();
    /** The rules that offer the request. */
    final Set<String> requestOfferedBy = new HashSet<>();
    /** The rules that find anything but offers. */
    final Set<String> foundMore = new HashSet<>();

    final Set<Barrier> barriers = EnumSet.noneOf(Barrier.class);
    final Set<Question> questions = EnumSet.noneOf(Question.class);
    final List<Offer> offers = new ArrayList<>();
    final Set<RemedyKind> words = EnumSet.noneOf(RemedyKind.class);
    final Set<RemedyKind> withheld = EnumSet.noneOf(RemedyKind.class);
    final List<Amount> caps = new ArrayList<>();
    final Map<Authority, List<Amount>> limits = new EnumMap<>(Authority.class);
    /** Words by step and then by rule. */
    final Map<StepKind, Map<String, Set<String>>> steps = new EnumMap<>(StepKind.class);
    /** Follow-ups by rule. */
    final Map<String, Set<FollowUp>> followUps = new TreeMap<>();

    boolean doubleDeviation;
    boolean gesturesWithheld;
    boolean restorationHeld;
    boolean review;
    Approach approach = Approach.EMPATHISE;
    Authority escalation = Authority.AGENT;

    private String rule = "";
    private @Nullable ParadoxAssessment assessment;

    RecordedFindings(Map<String, Amount> amounts) {
        this.amounts = amounts;
    }

    /** Names the rule that speaks from now on. */
    void speaks(String ruleId) {
        rule = ruleId;
        rules.add(ruleId);
    }

    /** The rule that spoke last; empty before any did. */
    String rule() {
        return rule;
    }

    /** Settles the verdict; from now on no finding may touch it. */
    ParadoxAssessment assess() {
        Verdict verdict = !barriers.isEmpty()
                ? Verdict.DOES_NOT_APPLY
                : questions.stream().anyMatch(Question::concernsVerdict) ? Verdict.UNDETERMINED : Verdict.APPLIES;
        assessment = new ParadoxAssessment(verdict, barriers);
        return assessment;
    }

    @Override
    public void barrier(Barrier barrier) {
        foundMore.add(rule);
        requireNotAssessed("barrier");
        barriers.add(given(barrier, "barrier"));
    }

    @Override
    public void ask(Question question) {
        foundMore.add(rule);
        if (given(question, "question").concernsVerdict()) {
            requireNotAssessed("question " + question);
        }
        questions.add(question);
    }

    @Override
    public void doubleDeviation() {
        foundMore.add(rule);
        doubleDeviation = true;
    }

    @Override
    public void approach(Approach proposed) {
        foundMore.add(rule);
        approach = highest(approach, given(proposed, "approach"));
    }

    @Override
    public void offer(RemedyKind... kinds) {
        require(given(kinds, "words").length > 0, "an offer of words must name one or more", "none");
        for (RemedyKind kind : kinds) {
            require(given(kind, "words").isWords(), "an offer without an amount must be words", kind);
            words.add(kind);
            noteOffer(kind, Component.COMMUNICATION);
        }
    }

    @Override
    public void offer(RemedyKind kind, Component component, Amount amount) {
        require(!given(kind, "kind").isWords(), "an offer with an amount must be money or a thing", kind);
        require(
                component == Component.RESTORATION || component == Component.GESTURE,
                "the component of an offer must be RESTORATION or GESTURE",
                component);
        offers.add(new Offer(kind, component, given(amount, "amount")));
        noteOffer(kind, component);
    }

    @Override
    public void offer(RemedyKind kind, Component component, String amountName) {
        offer(kind, component, named(amountName));
    }

    @Override
    public void offerRequested() {
        requestOfferedBy.add(rule);
    }

    @Override
    public void withhold(RemedyKind kind) {
        foundMore.add(rule);
        withheld.add(given(kind, "kind"));
    }

    @Override
    public void withholdGestures() {
        foundMore.add(rule);
        gesturesWithheld = true;
    }

    @Override
    public void holdRestoration() {
        foundMore.add(rule);
        restorationHeld = true;
    }

    @Override
    public void cap(Amount amount) {
        foundMore.add(rule);
        caps.add(given(amount, "amount"));
    }

    @Override
    public void cap(String amountName) {
        cap(named(amountName));
    }

    @Override
    public void limit(Authority authority, Amount amount) {
        foundMore.add(rule);
        limits.computeIfAbsent(given(authority, "authority"), role -> new ArrayList<>())
                .add(given(amount, "amount"));
    }

    @Override
    public void limit(Authority authority, String amountName) {
        limit(authority, named(amountName));
    }

    @Override
    public void escalate(Authority authority) {
        foundMore.add(rule);
        escalation = highest(escalation, given(authority, "authority"));
    }

    @Override
    public void review() {
        foundMore.add(rule);
        review = true;
    }

    @Override
    public void step(StepKind kind, String text) {
        foundMore.add(rule);
        steps.computeIfAbsent(given(kind, "step"), step -> new TreeMap<>())
                .computeIfAbsent(rule, speaker -> new LinkedHashSet<>())
                .add(text(text, "words"));
    }

    @Override
    public void followUp(String after, String action) {
        foundMore.add(rule);
        followUps
                .computeIfAbsent(rule, speaker -> new LinkedHashSet<>())
                .add(new FollowUp(period(after), text(action, "action")));
    }

    private void noteOffer(RemedyKind kind, Component component) {
        offeredBy.computeIfAbsent(rule, speaker -> new HashSet<>()).add(new Offered(kind, component));
    }

    private void requireNotAssessed(String what) {
        if (assessment != null) {
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

    static <E extends Enum<E>> E highest(E one, E other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
