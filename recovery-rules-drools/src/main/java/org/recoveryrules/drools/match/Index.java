package org.recoveryrules.drools.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.recoveryrules.drools.match.CellTest.AllOf;
import org.recoveryrules.drools.match.CellTest.Within;

/**
 * Which rules hold, looked up: by cell of each aspect, the rules that it does not rule out. What no aspect rules out holds,
 * as far as each part of a rule's condition asks for one aspect; the other parts are tried on what is left. Immutable.
 */
final class Index {
    /** An aspect that would take more than these twelve megabytes is left out: what asks for it is one of the other parts. */
    private static final long BITS_OF_AN_ASPECT = 100_000_000;

    /** By aspect and cell; nothing for an aspect that is not in it. */
    private final BitSet[][] notRuledOut;
    /** The other parts of conditions, by rule. */
    private final List<List<CellTest>> others = new ArrayList<>();
    /** The rules that have such parts. */
    private final BitSet withOthers = new BitSet();

    Index(int[] counts, List<CellTest> rules) {
        notRuledOut = new BitSet[counts.length][0];
        notRuledOut[0] = all(counts[0], rules.size());
        for (int rule = 0; rule < rules.size(); rule++) {
            List<CellTest> rest = new ArrayList<>();
            for (CellTest part : rules.get(rule) instanceof AllOf all ? all.parts() : List.of(rules.get(rule))) {
                if (part instanceof Within within && (long) within.count() * rules.size() <= BITS_OF_AN_ASPECT) {
                    put(rule, within, rules.size());
                } else {
                    rest.add(part);
                }
            }
            others.add(List.copyOf(rest));
            withOthers.set(rule, !rest.isEmpty());
        }
    }

    private void put(int rule, Within within, int rules) {
        BitSet[] byCell = notRuledOut[within.aspect()];
        if (byCell.length == 0) {
            byCell = all(within.count(), rules);
            notRuledOut[within.aspect()] = byCell;
        }
        for (int cell = 0; cell < byCell.length; cell++) {
            if (!within.allowed().get(cell)) {
                byCell[cell].clear(rule);
            }
        }
    }

    private static BitSet[] all(int cells, int rules) {
        BitSet[] byCell = new BitSet[cells];
        for (int cell = 0; cell < cells; cell++) {
            byCell[cell] = new BitSet(rules);
            byCell[cell].set(0, rules);
        }
        return byCell;
    }

    /** The rules that hold, by number. */
    BitSet holding(Cells cells) {
        // Every rule asks for the first aspect.
        BitSet holding = new BitSet();
        // Not a clone: that may trim what it copies, which all threads share.
        holding.or(notRuledOut[0][cells.of(0)]);
        for (int aspect = 1; aspect < notRuledOut.length; aspect++) {
            if (notRuledOut[aspect].length > 0) {
                holding.and(notRuledOut[aspect][cells.of(aspect)]);
            }
        }
        if (holding.intersects(withOthers)) {
            for (int rule = holding.nextSetBit(0); rule >= 0; rule = holding.nextSetBit(rule + 1)) {
                for (CellTest other : others.get(rule)) {
                    if (!other.holds(cells)) {
                        holding.clear(rule);
                    }
                }
            }
        }
        return holding;
    }
}
