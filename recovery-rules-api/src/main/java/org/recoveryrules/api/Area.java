package org.recoveryrules.api;

import java.util.Set;

/**
 * Where in the firm it happened: part {@code area} of a {@link FailureContext}.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if the set or an element is null.
 *
 * @param risks what makes the area prone to breaking, in the order of declaration
 */
public record Area(Set<AreaRisk> risks) {
    public Area {
        risks = Require.set(AreaRisk.class, risks, "area.risks");
    }

    /**
     * Whether the area is known to be prone to breaking.
     *
     * @return false where {@link #risks()} is empty
     */
    public boolean breakProne() {
        return !risks.isEmpty();
    }
}
