package org.recoveryrules.drools.mutation;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.engine.Interpreter;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.syntax.Call;
import org.recoveryrules.drools.syntax.Condition;
import org.recoveryrules.drools.syntax.RuleNode;

/** A policy with one mistake in it. Immutable. */
public final class Mutant {
    private final Set<String> rules;
    private final Place place;
    private final String before;
    private final String after;
    /** Made when it is asked for, since there are thousands of them. */
    private final Supplier<Interpreter> policy;

    private final Predicate<Situation> touches;

    private Mutant(
            Set<String> rules,
            Place place,
            String before,
            String after,
            Supplier<Interpreter> policy,
            Predicate<Situation> touches) {
        this.rules = rules;
        this.place = place;
        this.before = before;
        this.after = after;
        this.policy = policy;
        this.touches = touches;
    }

    static Mutant dropped(RuleNode rule, Place place, Interpreter policy) {
        String id = rule.name().text();
        return new Mutant(
                Set.of(id),
                place,
                "rule \"" + id + '"',
                "",
                () -> policy.without(id),
                situation -> situation.holds(rule.conditions()));
    }

    static Mutant when(RuleNode rule, Place place, Edit<List<Condition>> edit, Interpreter policy) {
        String id = rule.name().text();
        return new Mutant(
                Set.of(id),
                place,
                edit.before(),
                edit.after(),
                () -> policy.with(rule.when(edit.changed())),
                situation -> situation.holds(rule.conditions()) != situation.holds(edit.changed()));
    }

    static Mutant concluding(RuleNode rule, Place place, Edit<Call> edit, Interpreter policy) {
        String id = rule.name().text();
        return new Mutant(
                Set.of(id),
                place,
                edit.before(),
                edit.after(),
                () -> policy.with(rule.concluding(edit.changed())),
                situation -> situation.holds(rule.conditions()));
    }

    static Mutant amount(
            String name, String before, String after, Place place, List<RuleNode> users, Interpreter policy) {
        return new Mutant(
                users.stream().map(rule -> rule.name().text()).collect(Collectors.toCollection(TreeSet::new)),
                place,
                before,
                after,
                () -> policy.with(name, Amount.parse(after)),
                situation -> users.stream().anyMatch(rule -> situation.holds(rule.conditions())));
    }

    /**
     * The rules that speak otherwise for the mistake.
     *
     * @return their ids; one, but for an amount of several rules
     */
    public Set<String> rules() {
        return rules;
    }

    /**
     * Where the mistake is made.
     *
     * @return the place of what is changed
     */
    public Place place() {
        return place;
    }

    /**
     * What stands there.
     *
     * @return the text, written in one line
     */
    public String before() {
        return before;
    }

    /**
     * What stands there instead.
     *
     * @return the text, written in one line; empty if nothing does
     */
    public String after() {
        return after;
    }

    /** The same, made once and for all. */
    Mutant made() {
        Interpreter once = policy.get();
        return new Mutant(rules, place, before, after, () -> once, touches);
    }

    /** Whether the mistake could change anything in a situation. */
    boolean touches(Situation situation) {
        return touches.test(situation);
    }

    RecoveryDecision decide(FailureContext context) {
        return policy.get().decide(context);
    }

    @Override
    public String toString() {
        return place + ": " + before + (after.isEmpty() ? " left out" : " became " + after);
    }
}
