package org.recoveryrules.testkit;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.StepKind;

/**
 * What a rule finds: a verb of {@code findings} and what it is given. There is a factory for each verb; an amount is given
 * by its name or spelled as in {@code policy.properties}, whichever of the two the rule does: {@code "gesture.minor"},
 * {@code "percentOfPrice( 10 ).atLeast( \"5\" )"}.
 *
 * @param verb such as {@code barrier}
 * @param arguments enum constants by their names, texts without their quotes, amounts as they are given
 */
public record Finding(String verb, List<String> arguments) {
    /** Space that separates nothing; that between two words does. */
    private static final Pattern SPACE = Pattern.compile("(?<!\\w)\\s+|\\s+(?!\\w)");

    public Finding {
        arguments = List.copyOf(arguments);
    }

    /**
     * The finding as a rule file spells it, without types and quotes.
     *
     * @return such as {@code offer( CREDIT, GESTURE, gesture.minor )}
     */
    @Override
    public String toString() {
        return verb + (arguments.isEmpty() ? "()" : "( " + String.join(", ", arguments) + " )");
    }

    /**
     * What rules the paradox out.
     *
     * @param barrier the barrier
     * @return the finding
     */
    public static Finding barrier(Barrier barrier) {
        return of("barrier", barrier);
    }

    /**
     * What to ask.
     *
     * @param question the question
     * @return the finding
     */
    public static Finding ask(Question question) {
        return of("ask", question);
    }

    /**
     * A failure on top of a failed recovery.
     *
     * @return the finding
     */
    public static Finding doubleDeviation() {
        return of("doubleDeviation");
    }

    /**
     * The frontline's posture.
     *
     * @param approach the posture
     * @return the finding
     */
    public static Finding approach(Approach approach) {
        return of("approach", approach);
    }

    /**
     * Words that are offered, in the order in which the rule names them.
     *
     * @param words one or more kinds of words
     * @return the finding
     */
    public static Finding offer(RemedyKind... words) {
        return of("offer", (Object[]) words);
    }

    /**
     * Money or a thing that is offered.
     *
     * @param kind money or a thing
     * @param component {@link Component#RESTORATION} or {@link Component#GESTURE}
     * @param amount what it is worth
     * @return the finding
     */
    public static Finding offer(RemedyKind kind, Component component, String amount) {
        return of("offer", kind, component, spelled(amount));
    }

    /**
     * What the customer requested is offered.
     *
     * @return the finding
     */
    public static Finding offerRequested() {
        return of("offerRequested");
    }

    /**
     * A kind that is withheld.
     *
     * @param kind the kind
     * @return the finding
     */
    public static Finding withhold(RemedyKind kind) {
        return of("withhold", kind);
    }

    /**
     * Every gesture is withheld.
     *
     * @return the finding
     */
    public static Finding withholdGestures() {
        return of("withholdGestures");
    }

    /**
     * Every restoration waits for a person.
     *
     * @return the finding
     */
    public static Finding holdRestoration() {
        return of("holdRestoration");
    }

    /**
     * How far refund and gestures go together.
     *
     * @param amount the cap
     * @return the finding
     */
    public static Finding cap(String amount) {
        return of("cap", spelled(amount));
    }

    /**
     * How much a role may grant.
     *
     * @param authority the role
     * @param amount how much
     * @return the finding
     */
    public static Finding limit(Authority authority, String amount) {
        return of("limit", authority, spelled(amount));
    }

    /**
     * The authority that the whole decision needs at least.
     *
     * @param authority the role
     * @return the finding
     */
    public static Finding escalate(Authority authority) {
        return of("escalate", authority);
    }

    /**
     * A person must look.
     *
     * @return the finding
     */
    public static Finding review() {
        return of("review");
    }

    /**
     * What to do or say in a step.
     *
     * @param kind the step
     * @param words what to do or say
     * @return the finding
     */
    public static Finding step(StepKind kind, String words) {
        return of("step", kind, words);
    }

    /**
     * What to do later.
     *
     * @param after how long after the decision, {@code P3D}
     * @param action what to do
     * @return the finding
     */
    public static Finding followUp(String after, String action) {
        return of("followUp", after, action);
    }

    private static Finding of(String verb, Object... arguments) {
        return new Finding(verb, Stream.of(arguments).map(String::valueOf).toList());
    }

    /** An amount in one of the ways in which it can be spelled: spaces do not matter, nor does the type of a kind. */
    private static String spelled(String amount) {
        return SPACE.matcher(amount)
                .replaceAll("")
                .replace("RemedyKind.", "")
                .replace("(", "( ")
                .replace(")", " )")
                .replace(",", ", ");
    }
}
