package org.recoveryrules.drools.engine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.RemedyKind;

/** All that one rule finds. Confined to one thread while it is found; nobody changes it afterwards. */
final class Spoken {
    /** The rule's id. */
    final String rule;

    private final List<Finding> findings = new ArrayList<>();
    private final Set<RemedyKind> words = EnumSet.noneOf(RemedyKind.class);
    private final Set<RemedyKind> restorations = EnumSet.noneOf(RemedyKind.class);
    private final Set<RemedyKind> gestures = EnumSet.noneOf(RemedyKind.class);
    private boolean offersRequested;
    private boolean findsMore;

    Spoken(String rule) {
        this.rule = rule;
    }

    /** Finds something that is no offer. */
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
