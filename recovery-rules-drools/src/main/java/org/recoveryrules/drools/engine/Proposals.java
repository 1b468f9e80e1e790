package org.recoveryrules.drools.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

/** What the rules of one decision propose, all together. Confined to one thread. */
final class Proposals {
    /** An offer of money or a thing. */
    record Offer(RemedyKind kind, Component component, Amount amount) {}

    /** How much a role may grant. */
    record Limit(Authority authority, Amount amount) {}

    /** Words for a step, by a rule. */
    record Said(String rule, StepKind step, String words) {}

    /** What is to be done later, by a rule. */
    record Planned(String rule, FollowUp followUp) {}

    /** The rules that spoke, each once. */
    final List<Spoken> rules = new ArrayList<>();

    final Set<Barrier> barriers = EnumSet.noneOf(Barrier.class);
    final Set<Question> questions = EnumSet.noneOf(Question.class);
    final List<Offer> offers = new ArrayList<>();
    final Set<RemedyKind> words = EnumSet.noneOf(RemedyKind.class);
    final Set<RemedyKind> withheld = EnumSet.noneOf(RemedyKind.class);
    final List<Amount> caps = new ArrayList<>();
    final List<Limit> limits = new ArrayList<>();
    final List<Said> said = new ArrayList<>();
    final List<Planned> planned = new ArrayList<>();

    boolean doubleDeviation;
    boolean requestOffered;
    boolean gesturesWithheld;
    boolean restorationHeld;
    boolean review;
    Approach approach = Approach.EMPATHISE;
    Authority escalation = Authority.AGENT;

    /** What the rules of both profiles propose. */
    static Proposals of(Collection<Spoken> declared, Collection<Spoken> trusted) {
        Proposals proposals = new Proposals();
        declared.forEach(proposals::add);
        trusted.forEach(proposals::add);
        return proposals;
    }

    /** Adds what a rule found that did not speak yet. */
    void add(Spoken spoken) {
        rules.add(spoken);
        spoken.addTo(this);
    }

    /** The verdict, as far as rules spoke. */
    ParadoxAssessment assess() {
        return new ParadoxAssessment(verdict(), barriers);
    }

    private Verdict verdict() {
        if (!barriers.isEmpty()) {
            return Verdict.DOES_NOT_APPLY;
        }
        for (Question question : questions) {
            if (question.concernsVerdict()) {
                return Verdict.UNDETERMINED;
            }
        }
        return Verdict.APPLIES;
    }

    static <E extends Enum<E>> E highest(E one, E other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
