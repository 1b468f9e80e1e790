package org.recoveryrules.drools.engine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.Verdict;

/** All that one rule finds. Confined to one thread while it is found; nobody changes it afterwards. */
final class Spoken {
    /** The rule's id. */
    final String rule;

    /** What it finds that rules the paradox out. */
    private final Set<Barrier> barriers = EnumSet.noneOf(Barrier.class);

    private final List<Finding> findings = new ArrayList<>();
    private final Set<RemedyKind> words = EnumSet.noneOf(RemedyKind.class);
    private final Set<RemedyKind> restorations = EnumSet.noneOf(RemedyKind.class);
    private final Set<RemedyKind> gestures = EnumSet.noneOf(RemedyKind.class);
    private boolean leavesVerdictOpen;
    private boolean offersRequested;
    private boolean findsMore;

    Spoken(String rule) {
        this.rule = rule;
    }

    /** Rules the paradox out. */
    void ruleOut(Barrier barrier) {
        barriers.add(barrier);
        findsMore = true;
    }

    /** Has something asked. */
    void ask(Question question) {
        leavesVerdictOpen |= question.concernsVerdict();
        find(proposals -> proposals.questions.add(question));
    }

    /** Finds something else that is no offer. */
    void find(Finding finding) {
        findings.add(finding);
        findsMore = true;
    }

    /** Offers something, whatever it is worth. */
    void offer(RemedyKind kind, Component component, Finding finding) {
        findings.add(finding);
        offered(component).add(kind);
    }

    /** Offers what was requested. */
    void offerRequested(Finding finding) {
        findings.add(finding);
        offersRequested = true;
    }

    void addTo(Proposals proposals) {
        for (int i = 0; i < findings.size(); i++) {
            findings.get(i).addTo(proposals);
        }
    }

    /** Whether it says something of the paradox. */
    boolean concernsVerdict() {
        return leavesVerdictOpen || !barriers.isEmpty();
    }

    /** The verdict on the paradox by what several rules find, whatever else they do. */
    static ParadoxAssessment assess(List<Spoken> rules) {
        Set<Barrier> all = EnumSet.noneOf(Barrier.class);
        Verdict otherwise = Verdict.APPLIES;
        for (int i = 0; i < rules.size(); i++) {
            Spoken rule = rules.get(i);
            all.addAll(rule.barriers);
            if (rule.leavesVerdictOpen) {
                otherwise = Verdict.UNDETERMINED;
            }
        }
        return new ParadoxAssessment(all.isEmpty() ? otherwise : Verdict.DOES_NOT_APPLY, all);
    }

    /** Whether it finds anything but offers. */
    boolean findsMore() {
        return findsMore;
    }

    /** Whether it offers the request. */
    boolean offersRequested() {
        return offersRequested;
    }

    /** Whether it offers something but the request. */
    boolean offers() {
        return !words.isEmpty() || !restorations.isEmpty() || !gestures.isEmpty();
    }

    /** Whether it offers a kind as a component; an entitlement is not for rules to offer. */
    boolean offers(RemedyKind kind, Component component) {
        return component != Component.ENTITLEMENT && offered(component).contains(kind);
    }

    private Set<RemedyKind> offered(Component component) {
        return switch (component) {
            case RESTORATION -> restorations;
            case GESTURE -> gestures;
            default -> words;
        };
    }
}
