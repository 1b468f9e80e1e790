package org.recoveryrules.drools.engine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.FollowUp;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.drools.rules.Amount;

/** What the rules of one decision propose, all together. Confined to one thread. */
final class Proposals {
    /** An offer of money or a thing. */
    record Offer(RemedyKind kind, Component component, Amount amount) {}

    /** How much a role may grant. */
    record Limit(Authority authority, Amount amount) {}

    /** Words for a step. */
    record Said(StepKind step, String words) {}

    /** The rules that spoke, each once, in the order of their ids; so is whatever else is listed. */
    final List<Spoken> rules;

    final Set<Question> questions = EnumSet.noneOf(Question.class);
    final List<Offer> offers = new ArrayList<>();
    final Set<RemedyKind> words = EnumSet.noneOf(RemedyKind.class);
    final Set<RemedyKind> withheld = EnumSet.noneOf(RemedyKind.class);
    final List<Amount> caps = new ArrayList<>();
    final List<Limit> limits = new ArrayList<>();
    final List<Said> said = new ArrayList<>();
    final List<FollowUp> followUps = new ArrayList<>();

    boolean doubleDeviation;
    boolean requestOffered;
    boolean gesturesWithheld;
    boolean restorationHeld;
    boolean review;
    Approach approach = Approach.EMPATHISE;
    Authority escalation = Authority.AGENT;

    /** What some rules propose, in the order of their ids. */
    Proposals(List<Spoken> rules) {
        this.rules = rules;
        for (int i = 0; i < rules.size(); i++) {
            rules.get(i).addTo(this);
        }
    }

    static <E extends Enum<E>> E highest(E one, E other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
