package org.recoveryrules.testkit;

import java.util.List;

/**
 * How much of something is proved.
 *
 * @param proved how many, 0 or more
 * @param of how many there are, {@code proved} or more
 * @param unproved the others, each in a line or more that say where it stands and what would prove it
 */
public record Score(int proved, int of, List<String> unproved) {
    public Score {
        unproved = List.copyOf(unproved);
    }

    /**
     * The share that is proved, rounded down, so that 100 means all.
     *
     * @return 0 to 100; 100 where there is nothing to prove
     */
    public int percent() {
        return of == 0 ? 100 : (int) (100L * proved / of);
    }
}
