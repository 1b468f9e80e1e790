package org.recoveryrules.drools.match;

import java.util.List;

/**
 * The situations that a rule tells apart whose fields hold one constant each: its reason is the same throughout one. They are
 * numbered from 0. Immutable.
 */
public final class Situations {
    private final int[] aspects;
    private final int[] counts;

    Situations(List<Aspect> aspects) {
        this.aspects = aspects.stream().mapToInt(Aspect::index).toArray();
        this.counts = aspects.stream().mapToInt(Aspect::count).toArray();
    }

    /**
     * How many there are.
     *
     * @return 1 or more
     */
    public long count() {
        long count = 1;
        for (int ofAspect : counts) {
            count *= ofAspect;
        }
        return count;
    }

    /**
     * In which one a failure is.
     *
     * @param cells what rules see of it
     * @return 0 to the count - 1
     */
    public int of(Cells cells) {
        int situation = 0;
        for (int i = 0; i < aspects.length; i++) {
            situation = situation * counts[i] + cells.of(aspects[i]);
        }
        return situation;
    }
}
