package org.recoveryrules.drools.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.ClaimStatus;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.drools.engine.Offers.Line;
import org.recoveryrules.drools.engine.Proposals.Limit;

/**
 * Who may grant each remedy. Entitlements, words and the restoration of a verified claim need nobody's leave; the rest
 * counts in total, in the order in which it is listed. Confined to one thread.
 */
final class Limits {
    private final FailureContext context;
    private final Proposals proposals;
    private final SettlementNotes notes;
    private final Map<Authority, Money> limits = new EnumMap<>(Authority.class);
    private Money counted;
    private boolean exceeded;

    Limits(FailureContext context, Proposals proposals, SettlementNotes notes) {
        this.context = context;
        this.proposals = proposals;
        this.notes = notes;
        counted = Money.zero(context.currency());
    }

    /** The remedies with the authority that each needs, in the order of the lines. */
    List<Remedy> grant(List<Line> lines) {
        List<Remedy> remedies = new ArrayList<>();
        for (Line line : lines) {
            Authority authority = countsAgainstLimits(line) ? authorityFor(line) : Authority.AGENT;
            if (proposals.restorationHeld && line.component() == Component.RESTORATION) {
                authority = Proposals.highest(authority, Authority.SUPERVISOR);
            }
            remedies.add(new Remedy(line.kind(), line.component(), line.amount(), line.basis(), authority));
        }
        return remedies;
    }

    /** Whether there is a remedy that no role's limit covers. */
    boolean exceeded() {
        return exceeded;
    }

    /** How much a role may grant, worked out when it is asked first. */
    private Money of(Authority role) {
        return limits.computeIfAbsent(role, this::highest);
    }

    /** What cannot be worked out for want of a price grants nothing. */
    private Money highest(Authority role) {
        BigDecimal highest = BigDecimal.ZERO;
        for (Limit limit : proposals.limits) {
            if (limit.authority() == role) {
                highest = highest.max(limit.amount().in(context).orElse(BigDecimal.ZERO));
            }
        }
        return Money.of(context.currency(), highest, RoundingMode.DOWN);
    }

    private boolean countsAgainstLimits(Line line) {
        return switch (line.component()) {
            case ENTITLEMENT, COMMUNICATION -> false;
            case RESTORATION -> context.claim().status() != ClaimStatus.VERIFIED;
            case GESTURE -> true;
        };
    }

    private Authority authorityFor(Line line) {
        counted = line.amount().map(counted::plus).orElse(counted);
        Authority needed = lowestCovering();
        if (needed != Authority.AGENT) {
            notes.note(SettlementNotes.LIMIT, "counted", counted);
            notes.note(SettlementNotes.LIMIT, "limit." + Authority.AGENT, of(Authority.AGENT));
        }
        return line.amount().isEmpty() ? Proposals.highest(needed, Authority.SUPERVISOR) : needed;
    }

    private Authority lowestCovering() {
        for (Authority role : Authority.values()) {
            if (!counted.isGreaterThan(of(role))) {
                return role;
            }
        }
        exceeded = true;
        return Authority.MANAGER;
    }
}
