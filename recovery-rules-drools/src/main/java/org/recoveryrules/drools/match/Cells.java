package org.recoveryrules.drools.match;

import java.util.Arrays;

/** In which cell each aspect of one failure is: all that the rules of a policy see of it, and the fact that Drools is given. Immutable. */
public final class Cells {
    private final int[] cells;

    Cells(int[] cells) {
        this.cells = cells;
    }

    int of(int aspect) {
        return cells[aspect];
    }

    int[] copy() {
        return cells.clone();
    }

    @Override
    public String toString() {
        return Arrays.toString(cells);
    }
}
