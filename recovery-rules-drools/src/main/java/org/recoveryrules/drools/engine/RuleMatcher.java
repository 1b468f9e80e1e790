package org.recoveryrules.drools.engine;

import java.util.BitSet;
import org.recoveryrules.drools.match.Cells;

/** Tells which rules of the declarative profile hold. Safe for use by any number of threads. */
@FunctionalInterface
interface RuleMatcher {
    /** The numbers of the rules that hold, the caller's own. */
    BitSet holding(Cells cells);

    /** Frees what idles, if anything does. */
    default void rest() {}
}
