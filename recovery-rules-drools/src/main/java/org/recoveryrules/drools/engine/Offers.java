package org.recoveryrules.drools.engine;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.drools.engine.Proposals.Offer;
import org.recoveryrules.drools.rules.Amount;

/**
 * What is offered, worked out in money: entitlements as they are, the offers of the rules merged, less what is owed, the
 * request in place, what is withheld left out, gestures within the cap. Confined to one thread.
 */
final class Offers {
    /** One remedy before anybody's leave is asked; the amount is empty for words and where the price is not known. */
    record Line(RemedyKind kind, Component component, Optional<Money> amount, Optional<String> basis) {}

    private static final Comparator<Line> MOST_VALUABLE_FIRST = comparing(
                    (Line line) -> line.amount().orElse(null), nullsFirst(naturalOrder()))
            .reversed();
    private static final Comparator<Line> LISTED =
            comparing(Line::component).thenComparing(MOST_VALUABLE_FIRST).thenComparing(Line::kind);

    private final FailureContext context;
    private final Proposals proposals;
    private final SettlementNotes notes;
    private final Money nothing;

    private final Map<RemedyKind, Money> owed = new EnumMap<>(RemedyKind.class);
    private final Map<RemedyKind, Optional<Money>> restorations = new EnumMap<>(RemedyKind.class);
    private final Map<RemedyKind, Optional<Money>> gestures = new EnumMap<>(RemedyKind.class);
    private final Set<RemedyKind> words = EnumSet.noneOf(RemedyKind.class);
    /** What is left of an offered request once entitlement and restoration are taken from it, by its kind. */
    private final Map<RemedyKind, Optional<Money>> requested = new EnumMap<>(RemedyKind.class);

    Offers(FailureContext context, Proposals proposals, SettlementNotes notes) {
        this.context = context;
        this.proposals = proposals;
        this.notes = notes;
        nothing = Money.zero(context.currency());
        addOwed();
        addOffered();
        reduceByWhatIsOwed();
        addRequested();
        withhold();
        cap();
        noteRefusal();
    }

    /** All remedies, by component, most valuable first within each. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Entitlement entitlement : context.claim().entitlements()) {
            lines.add(new Line(
                    entitlement.kind(),
                    Component.ENTITLEMENT,
                    Optional.of(entitlement.amount()),
                    Optional.of(entitlement.basis())));
        }
        restorations.forEach((kind, amount) -> lines.add(line(kind, Component.RESTORATION, amount)));
        gestures.forEach((kind, amount) -> lines.add(line(kind, Component.GESTURE, amount)));
        words.forEach(kind -> lines.add(line(kind, Component.COMMUNICATION, Optional.empty())));
        lines.sort(LISTED);
        return lines;
    }

    private static Line line(RemedyKind kind, Component component, Optional<Money> amount) {
        return new Line(kind, component, amount, Optional.empty());
    }

    private void addOwed() {
        for (Entitlement entitlement : context.claim().entitlements()) {
            owed.merge(entitlement.kind(), entitlement.amount(), Money::plus);
        }
        if (!owed.isEmpty()) {
            noteEntitlements(SettlementNotes.ENTITLEMENT);
        }
    }

    /** Merges the offers that are worth anything: of a kind and component the largest counts. */
    private void addOffered() {
        words.addAll(proposals.words);
        for (Offer offer : proposals.offers) {
            Optional<Money> worth =
                    offer.amount().in(context).map(exact -> Money.of(context.currency(), exact, RoundingMode.HALF_UP));
            if (worth.isEmpty() || worth.get().isPositive()) {
                (offer.component() == Component.RESTORATION ? restorations : gestures)
                        .merge(offer.kind(), worth, Offers::larger);
            }
        }
    }

    /** The larger of two amounts, a known one before an unknown one. */
    private static Optional<Money> larger(Optional<Money> one, Optional<Money> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isLessThan(other.get()) ? other : one;
    }

    private void reduceByWhatIsOwed() {
        owed.forEach((kind, due) -> {
            Optional<Money> restoration = restorations.remove(kind);
            if (restoration == null) {
                return;
            }
            noteEntitlements(SettlementNotes.OWED);
            boolean covered = kind.isThing()
                    || restoration.isPresent() && !restoration.get().isGreaterThan(due);
            if (!covered) {
                restorations.put(kind, restoration.map(amount -> amount.minus(due)));
            }
        });
    }

    private void addRequested() {
        if (!proposals.requestOffered || context.claim().requested().isEmpty()) {
            return;
        }
        RequestedRemedy request = context.claim().requested().get();
        RemedyKind kind = request.kind();
        if (kind.isWords()) {
            words.add(kind);
            requested.put(kind, Optional.empty());
            return;
        }
        if (owed.containsKey(kind)) {
            noteEntitlements(SettlementNotes.OWED);
        }
        Money notOwed = request.amount().orElseThrow().minus(owed.getOrDefault(kind, nothing));
        Optional<Money> restoration = restorations.getOrDefault(kind, Optional.of(nothing));
        // A thing that is restored is not given twice, however much it may be worth.
        boolean covered = restoration.isEmpty() && kind.isThing();
        boolean left = notOwed.isGreaterThan(restoration.orElse(nothing));
        if (left && !covered) {
            requested.put(kind, restoration.map(notOwed::minus));
            gestures.merge(kind, requested.get(kind), Offers::larger);
        }
    }

    private void withhold() {
        words.removeAll(proposals.withheld);
        if (proposals.gesturesWithheld) {
            gestures.clear();
        } else {
            gestures.keySet().removeAll(proposals.withheld);
        }
    }

    /** Keeps the refund of the price and the gestures within the lowest cap; only gestures give way. */
    private void cap() {
        if (proposals.caps.isEmpty() || !context.failure().priceKnown()) {
            return;
        }
        Money cap = lowestCap();
        Money taken =
                restorations.getOrDefault(RemedyKind.REFUND, Optional.empty()).orElse(nothing);
        if (!taken.plus(gesturesInAll()).isGreaterThan(cap)) {
            return;
        }
        boolean full = false;
        for (RemedyKind kind : inOrderOfCap()) {
            Money amount = gestures.get(kind).orElse(nothing);
            if (!full && !taken.plus(amount).isGreaterThan(cap)) {
                taken = taken.plus(amount);
                continue;
            }
            Money room = cap.minus(taken);
            if (!full && kind.isMoney() && room.isPositive()) {
                gestures.put(kind, Optional.of(room));
            } else {
                gestures.remove(kind);
            }
            full = true;
            notes.note(SettlementNotes.CAP, "cap", cap);
        }
    }

    private Money gesturesInAll() {
        Money all = nothing;
        for (Optional<Money> gesture : gestures.values()) {
            all = all.plus(gesture.orElse(nothing));
        }
        return all;
    }

    private Money lowestCap() {
        BigDecimal lowest = proposals.caps.get(0).in(context).orElseThrow();
        for (Amount cap : proposals.caps) {
            lowest = lowest.min(cap.in(context).orElseThrow());
        }
        return Money.of(context.currency(), lowest, RoundingMode.DOWN);
    }

    /** The requested gesture, then the others from least to most valuable. */
    private List<RemedyKind> inOrderOfCap() {
        Comparator<RemedyKind> requestedFirst = comparing(kind -> !requested.containsKey(kind));
        List<RemedyKind> kinds = new ArrayList<>(gestures.keySet());
        kinds.sort(requestedFirst
                .thenComparing(kind -> gestures.get(kind).orElse(nothing))
                .thenComparing(naturalOrder()));
        return kinds;
    }

    /** Has a person look where withholding or the cap leaves less than what was left of the request. */
    private void noteRefusal() {
        requested.forEach((kind, left) -> {
            Optional<Money> given = gestures.get(kind);
            boolean granted = kind.isWords() ? words.contains(kind) : given != null && larger(given, left) == given;
            if (!granted) {
                notes.note(
                        SettlementNotes.REFUSAL,
                        "claim.requested",
                        context.claim().requested().orElseThrow());
            }
        });
    }

    private void noteEntitlements(String id) {
        notes.note(id, "claim.entitlements", context.claim().entitlements());
    }
}
