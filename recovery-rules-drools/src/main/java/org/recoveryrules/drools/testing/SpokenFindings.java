package org.recoveryrules.drools.testing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.rules.Findings;
import org.recoveryrules.testkit.Finding;

/** What a rule finds, as it says it. Confined to one thread. */
final class SpokenFindings implements Findings {
    private final Set<Finding> spoken = new LinkedHashSet<>();

    /** What was found so far, each once. */
    List<Finding> spoken() {
        return List.copyOf(spoken);
    }

    @Override
    public void barrier(Barrier barrier) {
        note(Finding.barrier(barrier));
    }

    @Override
    public void ask(Question question) {
        note(Finding.ask(question));
    }

    @Override
    public void doubleDeviation() {
        note(Finding.doubleDeviation());
    }

    @Override
    public void approach(Approach approach) {
        note(Finding.approach(approach));
    }

    @Override
    public void offer(RemedyKind... words) {
        note(Finding.offer(words));
    }

    @Override
    public void offer(RemedyKind kind, Component component, Amount amount) {
        note(Finding.offer(kind, component, amount.toString()));
    }

    @Override
    public void offer(RemedyKind kind, Component component, String amountName) {
        note(Finding.offer(kind, component, amountName));
    }

    @Override
    public void offerRequested() {
        note(Finding.offerRequested());
    }

    @Override
    public void withhold(RemedyKind kind) {
        note(Finding.withhold(kind));
    }

    @Override
    public void withholdGestures() {
        note(Finding.withholdGestures());
    }

    @Override
    public void holdRestoration() {
        note(Finding.holdRestoration());
    }

    @Override
    public void cap(Amount amount) {
        note(Finding.cap(amount.toString()));
    }

    @Override
    public void cap(String amountName) {
        note(Finding.cap(amountName));
    }

    @Override
    public void limit(Authority authority, Amount amount) {
        note(Finding.limit(authority, amount.toString()));
    }

    @Override
    public void limit(Authority authority, String amountName) {
        note(Finding.limit(authority, amountName));
    }

    @Override
    public void escalate(Authority authority) {
        note(Finding.escalate(authority));
    }

    @Override
    public void review() {
        note(Finding.review());
    }

    @Override
    public void step(StepKind kind, String words) {
        note(Finding.step(kind, words));
    }

    @Override
    public void followUp(String after, String action) {
        note(Finding.followUp(after, action));
    }

    private void note(Finding finding) {
        spoken.add(finding);
    }
}
