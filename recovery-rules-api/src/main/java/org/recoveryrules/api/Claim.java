package org.recoveryrules.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the customer says, is owed and asks for: part {@code claim} of a {@link FailureContext}.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a component or an element is null or the number
 * is negative.
 *
 * @param status what the firm's own records say of the customer's account
 * @param compensatedClaims claims compensated in the last 12 months, 0 or more
 * @param entitlements what law or contract already owes, in the given order
 * @param requested what the customer says would be fair; empty where nobody has asked yet
 */
public record Claim(
        ClaimStatus status,
        int compensatedClaims,
        List<Entitlement> entitlements,
        Optional<RequestedRemedy> requested) {
    public Claim {
        Require.constant(ClaimStatus.class, status, "claim.status");
        Require.notNegative(compensatedClaims, "claim.compensatedClaims");
        entitlements = Require.list(entitlements, "claim.entitlements");
        Require.given(requested, "claim.requested");
    }

    /**
     * Whether the customer has said what would be fair.
     *
     * @return false where {@link #requested()} is empty
     */
    public boolean requestMade() {
        return requested.isPresent();
    }

    /**
     * The kinds of remedy that law or contract owes.
     *
     * @return the kinds of {@link #entitlements()}, in the order of declaration
     */
    public Set<RemedyKind> entitledKinds() {
        if (entitlements.isEmpty()) {
            return Set.of();
        }
        List<RemedyKind> kinds = entitlements.stream().map(Entitlement::kind).toList();
        return Require.set(RemedyKind.class, kinds, "claim.entitlements.kind");
    }
}
