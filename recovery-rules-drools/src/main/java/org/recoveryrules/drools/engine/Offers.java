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
import org.recoveryrules.drools.engine.RecordedFindings.Offer;
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
            .reversed()
            .thenComparing(Line::kind);

    private final FailureContext context;
    private final RecordedFindings findings;
    private final SettlementNotes notes;

    private final Map<RemedyKind, Optional<Money>> restorations;
    private final Map<RemedyKind, Optional<Money>> gestures;
    private final Set<RemedyKind> words;
    /** What is left of an offered request once entitlement and restoration are taken from it, by its kind. */
    private final Map<RemedyKind, Optional<Money>> requested = new EnumMap<>(RemedyKind.class);

    Offers(FailureContext context, RecordedFindings findings, SettlementNotes notes) {
        this.context = context;
        this.findings = findings;
        this.notes = notes;
        restorations = merged(Component.RESTORATION);
        gestures = merged(Component.GESTURE);
        words = EnumSet.noneOf(RemedyKind.class);
        words.addAll(findings.words);
        reduceByWhatIsOwed();
        addRequested();
        withhold();
        cap();
        noteRefusal();
    }

    /** All remedies, by component, most valuable first within each. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Entitlement owed : context.claim().entitlements()) {
            notes.note(
                    SettlementNotes.ENTITLEMENT,
                    "claim.entitlements",
                    context.claim().entitlements());
            lines.add(new Line(
                    owed.kind(), Component.ENTITLEMENT, Optional.of(owed.amount()), Optional.of(owed.basis())));
        }
        restorations.forEach((kind, amount) -> lines.add(line(kind, Component.RESTORATION, amount)));
        gestures.forEach((kind, amount) -> lines.add(line(kind, Component.GESTURE, amount)));
        words.forEach(kind -> lines.add(line(kind, Component.COMMUNICATION, Optional.empty())));
        lines.sort(comparing(Line::component).thenComparing(MOST_VALUABLE_FIRST));
        return lines;
    }

    private static Line line(RemedyKind kind, Component component, Optional<Money> amount) {
        return new Line(kind, component, amount, Optional.empty());
    }

    /** The offers of one component that are worth anything: of a kind the largest, a known one before an unknown one. */
    private Map<RemedyKind, Optional<Money>> merged(Component component) {
        Map<RemedyKind, Optional<Money>> merged = new EnumMap<>(RemedyKind.class);
        for (Offer offer : findings.offers) {
            Optional<Money> worth = worth(offer.amount());
            if (offer.component() == component && worth.filter(Money::isZero).isEmpty()) {
                merge(merged, offer.kind(), worth);
            }
        }
        return merged;
    }

    private static void merge(Map<RemedyKind, Optional<Money>> offers, RemedyKind kind, Optional<Money> amount) {
        offers.merge(kind, amount, (one, other) -> larger(one, other));
    }

    private static Optional<Money> larger(Optional<Money> one, Optional<Money> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isLessThan(other.get()) ? other : one;
    }

    private Optional<Money> worth(Amount amount) {
        return amount.in(context).map(exact -> Money.of(context.currency(), exact, RoundingMode.HALF_UP));
    }

    private void reduceByWhatIsOwed() {
        for (RemedyKind kind : context.claim().entitledKinds()) {
            Optional<Money> restoration = restorations.getOrDefault(kind, Optional.empty());
            if (!restorations.containsKey(kind)) {
                continue;
            }
            notes.note(
                    SettlementNotes.OWED, "claim.entitlements", context.claim().entitlements());
            boolean covered = kind.isThing()
                    || restoration
                            .filter(amount -> !amount.isGreaterThan(owed(kind)))
                            .isPresent();
            if (covered) {
                restorations.remove(kind);
            } else {
                restorations.put(kind, restoration.map(amount -> amount.minus(owed(kind))));
            }
        }
    }

    private Money owed(RemedyKind kind) {
        return sum(context.claim().entitlements().stream()
                .filter(owed -> owed.kind() == kind)
                .map(Entitlement::amount)
                .toList());
    }

    private Money sum(List<Money> amounts) {
        Money sum = Money.zero(context.currency());
        for (Money amount : amounts) {
            sum = sum.plus(amount);
        }
        return sum;
    }

    private void addRequested() {
        if (!findings.requestOffered || context.claim().requested().isEmpty()) {
            return;
        }
        RequestedRemedy request = context.claim().requested().get();
        RemedyKind kind = request.kind();
        if (kind.isWords()) {
            words.add(kind);
            requested.put(kind, Optional.empty());
            return;
        }
        Money owed = owed(kind);
        if (owed.isPositive()) {
            notes.note(
                    SettlementNotes.OWED, "claim.entitlements", context.claim().entitlements());
        }
        Money notOwed = request.amount().orElseThrow().minus(owed);
        Optional<Money> restoration = restorations.getOrDefault(kind, Optional.of(sum(List.of())));
        if (restoration.isEmpty() && (kind.isThing() || !notOwed.isPositive())) {
            return;
        }
        Optional<Money> left = restoration.map(notOwed::minus);
        if (left.isEmpty() || left.get().isPositive()) {
            requested.put(kind, left);
            merge(gestures, kind, left);
        }
    }

    private void withhold() {
        for (RemedyKind kind : EnumSet.allOf(RemedyKind.class)) {
            boolean withheld = findings.withheld.contains(kind);
            if (withheld || findings.gesturesWithheld) {
                gestures.remove(kind);
            }
            if (withheld) {
                words.remove(kind);
            }
        }
    }

    /** Has a person look where withholding or the cap leaves less than what was left of the request. */
    private void noteRefusal() {
        requested.forEach((kind, left) -> {
            Optional<Money> given = gestures.getOrDefault(kind, Optional.empty());
            boolean granted = kind.isWords()
                    ? words.contains(kind)
                    : gestures.containsKey(kind) && larger(given, left).equals(given);
            if (!granted) {
                notes.note(
                        SettlementNotes.REFUSAL,
                        "claim.requested",
                        context.claim().requested().orElseThrow());
            }
        });
    }

    /** Keeps the refund of the price and the gestures within the lowest cap; only gestures give way. */
    private void cap() {
        Optional<BigDecimal> lowest =
                findings.caps.stream().flatMap(cap -> cap.in(context).stream()).min(naturalOrder());
        if (lowest.isEmpty() || !context.failure().priceKnown()) {
            return;
        }
        Money cap = Money.of(context.currency(), lowest.get(), RoundingMode.DOWN);
        Money taken =
                restorations.getOrDefault(RemedyKind.REFUND, Optional.empty()).orElse(sum(List.of()));
        boolean full = false;
        for (RemedyKind kind : inOrderOfCap()) {
            Money amount = gestures.get(kind).orElse(sum(List.of()));
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

    /** The requested gesture, then the others from least to most valuable. */
    private List<RemedyKind> inOrderOfCap() {
        Comparator<RemedyKind> requestedFirst = comparing(kind -> !requested.containsKey(kind));
        return gestures.keySet().stream()
                .sorted(requestedFirst
                        .thenComparing(kind -> gestures.get(kind).orElse(sum(List.of())))
                        .thenComparing(naturalOrder()))
                .toList();
    }
}
