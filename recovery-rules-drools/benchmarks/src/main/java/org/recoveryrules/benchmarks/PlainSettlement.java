package org.recoveryrules.benchmarks;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.ClaimStatus;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.FollowUp;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.api.Step;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.drools.rules.Amount;

/**
 * What an embedder would write by hand to make a decision of findings, by the page "How findings become a decision" and
 * without a word of why. The same for every contender but recovery-rules itself. For one decision.
 */
public final class PlainSettlement {
    private static final List<RemedyKind> KINDS = List.of(RemedyKind.values());
    private static final List<StepKind> STEPS = List.of(StepKind.values());
    private static final List<Authority> ROLES = List.of(Authority.values());
    private static final long SECONDS_OF_DAY = 86_400;
    /** As long as it is on average. */
    private static final long SECONDS_OF_MONTH = 31_556_952 / 12;

    private static final Comparator<FollowUp> SOONEST_FIRST = comparingLong(later ->
            later.after().toTotalMonths() * SECONDS_OF_MONTH + later.after().getDays() * SECONDS_OF_DAY);
    private static final Comparator<Entitlement> MOST_VALUABLE_FIRST =
            comparing(Entitlement::amount).reversed().thenComparing(Entitlement::kind);

    private final FailureContext context;
    private final PlainFindings findings;
    private final CurrencyUnit currency;
    private final Money nothing;

    private final Worths owed = new Worths();
    private final Worths restorations = new Worths();
    private final Worths gestures = new Worths();
    private @Nullable RemedyKind requested;
    private @Nullable Money requestedWorth;

    private final List<Remedy> remedies = new ArrayList<>();
    private final @Nullable Money[] limits = new Money[ROLES.size()];
    private Money counted;
    private Money total;
    private Money gestureTotal;
    private Authority authority;
    private boolean review;

    private PlainSettlement(FailureContext context, PlainFindings findings) {
        this.context = context;
        this.findings = findings;
        currency = context.currency();
        nothing = Money.zero(currency);
        counted = nothing;
        total = nothing;
        gestureTotal = nothing;
        authority = findings.escalation;
        review = findings.review || findings.restorationHeld;
    }

    /**
     * Makes the decision; changes the findings.
     *
     * @param context what is known about the failure
     * @param assessment what the findings came to halfway
     * @param findings all that was found
     * @param policy whose rules found it
     * @return the decision, without reasons
     */
    public static RecoveryDecision settle(
            FailureContext context, ParadoxAssessment assessment, PlainFindings findings, PolicyIdentity policy) {
        return new PlainSettlement(context, findings).decide(assessment, policy);
    }

    private RecoveryDecision decide(ParadoxAssessment assessment, PolicyIdentity policy) {
        takeOwed();
        takeOffers();
        takeRequest();
        withhold();
        cap();
        reviewRefusal();
        list();
        return new RecoveryDecision(
                assessment,
                findings.questions,
                findings.doubleDeviation,
                findings.approach,
                remedies,
                authority,
                review,
                steps(),
                followUps(),
                total,
                gestureTotal,
                List.of(),
                policy);
    }

    private void takeOwed() {
        for (Entitlement entitlement : context.claim().entitlements()) {
            RemedyKind kind = entitlement.kind();
            owed.put(kind, owed.known(kind, nothing).plus(entitlement.amount()));
        }
    }

    private void takeOffers() {
        for (PlainFindings.Offer offer : findings.offers) {
            Optional<BigDecimal> exact = offer.amount().in(context);
            Worths worths = offer.component() == Component.RESTORATION ? restorations : gestures;
            if (exact.isEmpty()) {
                worths.raise(offer.kind(), null);
                continue;
            }
            Money worth = Money.of(currency, exact.get(), RoundingMode.HALF_UP);
            if (worth.isPositive()) {
                worths.raise(offer.kind(), worth);
            }
        }
        if (!context.claim().entitlements().isEmpty()) {
            KINDS.forEach(this::lessOwed);
        }
    }

    private void lessOwed(RemedyKind kind) {
        if (!owed.has(kind) || !restorations.has(kind)) {
            return;
        }
        Money due = owed.known(kind, nothing);
        boolean known = restorations.isKnown(kind);
        if (kind.isThing() || known && !restorations.known(kind, nothing).isGreaterThan(due)) {
            restorations.remove(kind);
        } else if (known) {
            restorations.put(kind, restorations.known(kind, nothing).minus(due));
        }
    }

    private void takeRequest() {
        if (!findings.requestOffered || context.claim().requested().isEmpty()) {
            return;
        }
        RequestedRemedy request = context.claim().requested().get();
        RemedyKind kind = request.kind();
        if (kind.isWords()) {
            findings.words.add(kind);
            requested = kind;
            return;
        }
        Money notOwed = request.amount().orElseThrow().minus(owed.known(kind, nothing));
        Money restored = restorations.known(kind, nothing);
        boolean unknown = restorations.has(kind) && !restorations.isKnown(kind);
        if (notOwed.isGreaterThan(restored) && !(unknown && kind.isThing())) {
            requested = kind;
            requestedWorth = unknown ? null : notOwed.minus(restored);
            gestures.raise(kind, requestedWorth);
        }
    }

    private void withhold() {
        if (findings.gesturesWithheld) {
            gestures.clear();
        }
        for (RemedyKind kind : findings.withheld) {
            findings.words.remove(kind);
            gestures.remove(kind);
        }
    }

    private void cap() {
        if (findings.caps.isEmpty() || !context.failure().priceKnown()) {
            return;
        }
        Money cap = lowestCap();
        Money taken = restorations.known(RemedyKind.REFUND, nothing);
        boolean full = false;
        for (RemedyKind kind : inOrderOfCap()) {
            Money with = taken.plus(gestures.known(kind, nothing));
            if (!full && !with.isGreaterThan(cap)) {
                taken = with;
                continue;
            }
            Money room = cap.minus(taken);
            if (!full && kind.isMoney() && room.isPositive()) {
                gestures.put(kind, room);
            } else {
                gestures.remove(kind);
            }
            full = true;
        }
    }

    private Money lowestCap() {
        BigDecimal lowest = findings.caps.get(0).in(context).orElseThrow();
        for (Amount cap : findings.caps) {
            lowest = lowest.min(cap.in(context).orElseThrow());
        }
        return Money.of(currency, lowest, RoundingMode.DOWN);
    }

    private List<RemedyKind> inOrderOfCap() {
        List<RemedyKind> kinds = gestures.kinds();
        if (kinds.size() > 1) {
            kinds.sort(comparing((RemedyKind kind) -> kind != requested)
                    .thenComparing(kind -> gestures.known(kind, nothing)));
        }
        return kinds;
    }

    private void reviewRefusal() {
        if (requested == null) {
            return;
        }
        boolean granted = requested.isWords()
                ? findings.words.contains(requested)
                : gestures.has(requested)
                        && (requestedWorth == null
                                || gestures.isKnown(requested)
                                        && !gestures.known(requested, nothing).isLessThan(requestedWorth));
        review |= !granted;
    }

    private void list() {
        for (Entitlement entitlement : entitlements()) {
            add(new Remedy(
                    entitlement.kind(),
                    Component.ENTITLEMENT,
                    Optional.of(entitlement.amount()),
                    Optional.of(entitlement.basis()),
                    Authority.AGENT));
        }
        boolean free = context.claim().status() == ClaimStatus.VERIFIED;
        for (RemedyKind kind : restorations.mostValuableFirst()) {
            Optional<Money> worth = restorations.worth(kind);
            Authority needed = free ? Authority.AGENT : needed(worth);
            add(new Remedy(kind, Component.RESTORATION, worth, Optional.empty(), held(needed)));
        }
        for (RemedyKind kind : gestures.mostValuableFirst()) {
            Optional<Money> worth = gestures.worth(kind);
            add(new Remedy(kind, Component.GESTURE, worth, Optional.empty(), needed(worth)));
            gestureTotal = gestureTotal.plus(worth.orElse(nothing));
        }
        for (RemedyKind kind : findings.words) {
            remedies.add(
                    new Remedy(kind, Component.COMMUNICATION, Optional.empty(), Optional.empty(), Authority.AGENT));
        }
    }

    private List<Entitlement> entitlements() {
        List<Entitlement> entitlements = context.claim().entitlements();
        if (entitlements.size() < 2) {
            return entitlements;
        }
        List<Entitlement> sorted = new ArrayList<>(entitlements);
        sorted.sort(MOST_VALUABLE_FIRST);
        return sorted;
    }

    /** Adds money or a thing. */
    private void add(Remedy remedy) {
        remedies.add(remedy);
        if (remedy.amount().isPresent()) {
            total = total.plus(remedy.amount().get());
        } else {
            findings.questions.add(Question.PRICE);
        }
        authority = highest(authority, remedy.authority());
    }

    private Authority held(Authority needed) {
        return findings.restorationHeld ? highest(needed, Authority.SUPERVISOR) : needed;
    }

    private Authority needed(Optional<Money> worth) {
        counted = counted.plus(worth.orElse(nothing));
        Authority covering = lowestCovering();
        return worth.isEmpty() ? highest(covering, Authority.SUPERVISOR) : covering;
    }

    private Authority lowestCovering() {
        for (Authority role : ROLES) {
            if (!counted.isGreaterThan(limit(role))) {
                return role;
            }
        }
        review = true;
        return Authority.MANAGER;
    }

    private Money limit(Authority role) {
        Money known = limits[role.ordinal()];
        if (known != null) {
            return known;
        }
        BigDecimal highest = BigDecimal.ZERO;
        for (PlainFindings.Limit limit : findings.limits) {
            if (limit.role() == role) {
                highest = highest.max(limit.amount().in(context).orElse(BigDecimal.ZERO));
            }
        }
        Money limit = Money.of(currency, highest, RoundingMode.DOWN);
        limits[role.ordinal()] = limit;
        return limit;
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>(STEPS.size());
        for (StepKind kind : STEPS) {
            List<String> words = findings.steps.get(kind);
            if (words != null) {
                steps.add(new Step(kind, words));
            }
        }
        return steps;
    }

    private List<FollowUp> followUps() {
        findings.followUps.sort(SOONEST_FIRST);
        return findings.followUps;
    }

    private static Authority highest(Authority one, Authority other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** What money and things are worth, by kind; of some it is not known. */
    private static final class Worths {
        private final @Nullable Money[] known = new Money[KINDS.size()];
        private int present;

        boolean has(RemedyKind kind) {
            return (present & 1 << kind.ordinal()) != 0;
        }

        boolean isKnown(RemedyKind kind) {
            return known[kind.ordinal()] != null;
        }

        Money known(RemedyKind kind, Money otherwise) {
            Money worth = known[kind.ordinal()];
            return worth == null ? otherwise : worth;
        }

        Optional<Money> worth(RemedyKind kind) {
            return Optional.ofNullable(known[kind.ordinal()]);
        }

        void put(RemedyKind kind, @Nullable Money worth) {
            present |= 1 << kind.ordinal();
            known[kind.ordinal()] = worth;
        }

        /** Keeps the larger, a known one before an unknown one. */
        void raise(RemedyKind kind, @Nullable Money worth) {
            Money before = known[kind.ordinal()];
            put(kind, worth == null || before != null && before.isGreaterThan(worth) ? before : worth);
        }

        void remove(RemedyKind kind) {
            present &= ~(1 << kind.ordinal());
            known[kind.ordinal()] = null;
        }

        void clear() {
            KINDS.forEach(this::remove);
        }

        List<RemedyKind> kinds() {
            List<RemedyKind> kinds = new ArrayList<>(Integer.bitCount(present));
            for (int left = present; left != 0; left &= left - 1) {
                kinds.add(KINDS.get(Integer.numberOfTrailingZeros(left)));
            }
            return kinds;
        }

        /** Of what is not known last. */
        List<RemedyKind> mostValuableFirst() {
            List<RemedyKind> kinds = kinds();
            if (kinds.size() > 1) {
                kinds.sort((one, other) -> {
                    Money worth = known[one.ordinal()];
                    Money than = known[other.ordinal()];
                    return worth == null || than == null
                            ? Boolean.compare(worth == null, than == null)
                            : than.compareTo(worth);
                });
            }
            return kinds;
        }
    }
}
