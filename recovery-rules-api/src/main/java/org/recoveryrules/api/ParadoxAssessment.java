package org.recoveryrules.api;

import java.util.Set;

/**
 * Whether the service recovery paradox applies. Rules about the remedy may match it as a fact.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a component or an element is null, or there are
 * barriers with another verdict than {@link Verdict#DOES_NOT_APPLY} or none with it.
 *
 * @param verdict can a superior recovery leave this customer more satisfied than if nothing had failed
 * @param barriers what rules it out, in the order of declaration; not empty exactly where the verdict is
 *     {@link Verdict#DOES_NOT_APPLY}
 */
public record ParadoxAssessment(Verdict verdict, Set<Barrier> barriers) {
    public ParadoxAssessment {
        Require.constant(Verdict.class, verdict, "paradox.verdict");
        barriers = Require.set(Barrier.class, barriers, "paradox.barriers");
        if (barriers.isEmpty() == (verdict == Verdict.DOES_NOT_APPLY)) {
            throw Require.fault(
                    "paradox.barriers", "must be there with DOES_NOT_APPLY and only then", verdict + " " + barriers);
        }
    }
}
