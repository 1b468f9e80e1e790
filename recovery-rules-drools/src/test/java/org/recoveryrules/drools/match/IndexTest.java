package org.recoveryrules.drools.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recoveryrules.drools.match.CellTest.Within;

/** Which rules hold, whatever the size of an aspect. */
class IndexTest {
    private static final int RULES = 2_000;

    @Test
    void an_aspect_that_fits_is_looked_up() {
        assertFindsEach(4_000);
    }

    @Test
    void an_aspect_that_does_not_fit_is_tried() {
        assertFindsEach(60_000);
    }

    @Test
    void of_no_rules_none_holds() {
        assertThat(new Index(new int[] {2}, List.of()).holding(new Cells(new int[] {0})))
                .isEqualTo(new BitSet());
    }

    /** Each rule asks for one cell of the one aspect. */
    private static void assertFindsEach(int count) {
        List<CellTest> rules = IntStream.range(0, RULES)
                .<CellTest>mapToObj(rule -> new Within(1, count, cell(rule)))
                .toList();
        Index index = new Index(new int[] {2, count}, rules);

        for (int rule = 0; rule < RULES; rule += 111) {
            assertThat(index.holding(new Cells(new int[] {0, rule}))).isEqualTo(cell(rule));
        }
        assertThat(index.holding(new Cells(new int[] {0, RULES}))).isEqualTo(new BitSet());
    }

    private static BitSet cell(int cell) {
        BitSet cells = new BitSet();
        cells.set(cell);
        return cells;
    }
}
