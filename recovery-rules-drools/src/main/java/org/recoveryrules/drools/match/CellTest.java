package org.recoveryrules.drools.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** A condition, compiled. Immutable; equal ones mean the same. */
sealed interface CellTest {
    /** Whether it holds. */
    boolean holds(Cells cells);

    /** The opposite. */
    CellTest negated();

    /**
     * One aspect is in certain cells.
     *
     * @param aspect its place
     * @param count how many cells it has
     * @param allowed these cells; nobody changes them
     */
    record Within(int aspect, int count, BitSet allowed) implements CellTest {
        @Override
        public boolean holds(Cells cells) {
            return allowed.get(cells.of(aspect));
        }

        @Override
        public CellTest negated() {
            BitSet others = (BitSet) allowed.clone();
            others.flip(0, count);
            return new Within(aspect, count, others);
        }
    }

    /**
     * All of several tests hold.
     *
     * @param parts the tests, in the order of their aspects; always, if there are none
     */
    record AllOf(List<CellTest> parts) implements CellTest {
        @Override
        public boolean holds(Cells cells) {
            for (int i = 0; i < parts.size(); i++) {
                if (!parts.get(i).holds(cells)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public CellTest negated() {
            return any(parts.stream().map(CellTest::negated).toList());
        }
    }

    /**
     * At least one of several tests holds.
     *
     * @param parts the tests, in the order of their aspects; never, if there are none
     */
    record AnyOf(List<CellTest> parts) implements CellTest {
        @Override
        public boolean holds(Cells cells) {
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i).holds(cells)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public CellTest negated() {
            return all(parts.stream().map(CellTest::negated).toList());
        }
    }

    /** That all of several tests hold, with what they say of one aspect in one test. */
    static CellTest all(Collection<CellTest> parts) {
        List<CellTest> flat = new ArrayList<>();
        parts.forEach(part -> flat.addAll(part instanceof AllOf all ? all.parts() : List.of(part)));
        List<CellTest> merged = merged(flat, BitSet::and);
        return merged.size() == 1 ? merged.get(0) : new AllOf(merged);
    }

    /** That one of several tests holds at least, with what they say of one aspect in one test. */
    static CellTest any(Collection<CellTest> parts) {
        List<CellTest> flat = new ArrayList<>();
        parts.forEach(part -> flat.addAll(part instanceof AnyOf any ? any.parts() : List.of(part)));
        List<CellTest> merged = merged(flat, BitSet::or);
        return merged.size() == 1 ? merged.get(0) : new AnyOf(merged);
    }

    private static List<CellTest> merged(List<CellTest> parts, BiConsumer<BitSet, BitSet> merging) {
        Map<Integer, Within> ofAspects = new TreeMap<>();
        Set<CellTest> others = new LinkedHashSet<>();
        for (CellTest part : parts) {
            if (part instanceof Within within) {
                ofAspects.merge(within.aspect(), within, (one, other) -> {
                    BitSet both = (BitSet) one.allowed().clone();
                    merging.accept(both, other.allowed());
                    return new Within(one.aspect(), one.count(), both);
                });
            } else {
                others.add(part);
            }
        }
        List<CellTest> all = new ArrayList<>(ofAspects.values());
        all.addAll(others);
        return List.copyOf(all);
    }
}
