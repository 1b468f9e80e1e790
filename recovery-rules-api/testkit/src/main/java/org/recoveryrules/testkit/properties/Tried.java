package org.recoveryrules.testkit.properties;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;

/**
 * A promise that is tried on a context. Where it is broken, the message alone tells all, since a build or an IDE may show no
 * more: the promise, what differs, the context and the rules that make the difference.
 *
 * @param promise a sentence without its full stop
 * @param context any context
 * @param decisions one, or two that are compared
 */
record Tried(String promise, FailureContext context, List<Decided> decisions) {
    /**
     * A decision.
     *
     * @param condition what makes it another one than that with which it is compared: {@code with MAJOR harm}
     * @param decision the decision
     */
    record Decided(String condition, RecoveryDecision decision) {}

    static Tried of(String promise, FailureContext context, RecoveryDecision decision) {
        return new Tried(promise, context, List.of(new Decided("", decision)));
    }

    /** Requires something of both decisions; where it does not hold, what each says is told. */
    void requires(boolean kept, String what, Function<RecoveryDecision, String> says) {
        if (!kept) {
            throw broken(decisions.stream()
                    .map(one -> says.apply(one.decision()) + " " + one.condition())
                    .collect(joining(", ", what + ": ", "")));
        }
    }

    /** The failure of a promise that is broken. */
    AssertionFailedError broken(String how) {
        return new AssertionFailedError(promise + ", but " + how + "\n\nThe context:\n"
                + SampleFormat.lines(context).indent(2) + "\n"
                + rules().stripTrailing());
    }

    private String rules() {
        List<Set<String>> spoke =
                decisions.stream().map(one -> rules(one.decision())).toList();
        if (decisions.size() > 1 && !spoke.get(0).equals(spoke.get(1))) {
            return only(0, 1, spoke) + only(1, 0, spoke);
        }
        return (decisions.size() > 1 ? "Rules that spoke in both decisions:\n" : "Rules that spoke:\n")
                + lines(spoke.get(0));
    }

    private String only(int one, int other, List<Set<String>> spoke) {
        Set<String> only = new TreeSet<>(spoke.get(one));
        only.removeAll(spoke.get(other));
        return "Rules that spoke only " + decisions.get(one).condition() + ":\n" + lines(only);
    }

    private static Set<String> rules(RecoveryDecision decision) {
        return decision.reasons().stream().map(Reason::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String lines(Set<String> rules) {
        return (rules.isEmpty() ? "nothing" : String.join("\n", rules)).indent(2);
    }

    /** The elements, or that there are none. */
    static String list(Collection<?> values) {
        return values.isEmpty()
                ? "nothing"
                : values.stream().map(String::valueOf).collect(joining(", "));
    }
}
