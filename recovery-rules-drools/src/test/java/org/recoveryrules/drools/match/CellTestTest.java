package org.recoveryrules.drools.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.recoveryrules.drools.match.CellTest.AllOf;
import org.recoveryrules.drools.match.CellTest.AnyOf;
import org.recoveryrules.drools.match.CellTest.Within;

class CellTestTest {
    private static final int COUNT = 3;

    @Test
    void what_all_say_of_one_aspect_is_one_test() {
        assertThat(CellTest.all(List.of(within(1, 0, 1), within(1, 1, 2)))).isEqualTo(within(1, 1));
        assertThat(CellTest.all(List.of(within(2, 0), within(1, 1), within(2, 0, 2))))
                .isEqualTo(new AllOf(List.of(within(1, 1), within(2, 0))));
    }

    @Test
    void what_alternatives_say_of_one_aspect_is_one_test() {
        assertThat(CellTest.any(List.of(within(1, 0), within(1, 2)))).isEqualTo(within(1, 0, 2));
        assertThat(CellTest.any(List.of(within(2, 0), within(1, 1), within(2, 2))))
                .isEqualTo(new AnyOf(List.of(within(1, 1), within(2, 0, 2))));
    }

    @Test
    void all_within_all_are_one_list_and_so_are_alternatives_within_alternatives() {
        CellTest both = CellTest.all(List.of(within(0, 0), within(1, 0)));
        CellTest either = CellTest.any(List.of(within(0, 0), within(1, 0)));

        assertThat(CellTest.all(List.of(both, within(1, 0, 1)))).isEqualTo(both);
        assertThat(CellTest.any(List.of(either, within(1, 0)))).isEqualTo(either);
        assertThat(CellTest.all(List.of(either, either, within(2, 0))))
                .isEqualTo(new AllOf(List.of(within(2, 0), either)));
        assertThat(CellTest.any(List.of(both, both, within(2, 0)))).isEqualTo(new AnyOf(List.of(within(2, 0), both)));
    }

    @Test
    void the_order_in_which_aspects_are_asked_for_does_not_matter() {
        assertThat(CellTest.all(List.of(within(2, 1), within(0, 1))))
                .isEqualTo(CellTest.all(List.of(within(0, 1), within(2, 1))))
                .hasSameHashCodeAs(CellTest.all(List.of(within(0, 1), within(2, 1))));
    }

    @Test
    void all_of_nothing_holds_always_and_one_of_nothing_never() {
        everywhere().forEach(cells -> {
            assertThat(CellTest.all(List.of()).holds(cells)).isTrue();
            assertThat(CellTest.any(List.of()).holds(cells)).isFalse();
            assertThat(CellTest.all(List.of()).negated().holds(cells)).isFalse();
            assertThat(CellTest.any(List.of()).negated().holds(cells)).isTrue();
        });
    }

    @Test
    void merging_leaves_its_parts_as_they_are() {
        Within first = within(1, 0, 1);
        Within second = within(1, 1, 2);

        CellTest.all(List.of(first, second));
        CellTest.any(List.of(first, second));
        first.negated();

        assertThat(first).isEqualTo(within(1, 0, 1));
        assertThat(second).isEqualTo(within(1, 1, 2));
    }

    @Test
    void the_opposite_of_all_is_one_of_the_opposites() {
        assertThat(CellTest.all(List.of(within(0, 0), within(1, 1, 2))).negated())
                .isEqualTo(new AnyOf(List.of(within(0, 1, 2), within(1, 0))));
        assertThat(CellTest.any(List.of(within(0, 0), within(1, 1, 2))).negated())
                .isEqualTo(new AllOf(List.of(within(0, 1, 2), within(1, 0))));
    }

    @Test
    void any_combination_holds_where_its_parts_say_and_its_opposite_where_it_does_not() {
        Random random = new Random(41);
        int some = 0;
        for (int i = 0; i < 2_000; i++) {
            List<CellTest> parts = Stream.generate(() -> any(random, 3))
                    .limit(1 + random.nextInt(3))
                    .toList();
            CellTest all = CellTest.all(parts);
            CellTest any = CellTest.any(parts);
            for (Cells cells : everywhere().toList()) {
                boolean every = parts.stream().allMatch(part -> part.holds(cells));
                boolean one = parts.stream().anyMatch(part -> part.holds(cells));
                assertThat(all.holds(cells)).as("%s in %s", all, cells).isEqualTo(every);
                assertThat(any.holds(cells)).as("%s in %s", any, cells).isEqualTo(one);
                assertThat(all.negated().holds(cells))
                        .as("not %s in %s", all, cells)
                        .isEqualTo(!every);
                assertThat(any.negated().holds(cells))
                        .as("not %s in %s", any, cells)
                        .isEqualTo(!one);
                some += every ? 0 : one ? 1 : 0;
            }
        }
        assertThat(some).isGreaterThan(10_000);
    }

    private static CellTest any(Random random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return within(
                    random.nextInt(COUNT),
                    IntStream.range(0, COUNT)
                            .filter(cell -> random.nextBoolean())
                            .toArray());
        }
        List<CellTest> parts = Stream.generate(() -> any(random, depth - 1))
                .limit(random.nextInt(4))
                .toList();
        return random.nextBoolean() ? CellTest.all(parts) : CellTest.any(parts).negated();
    }

    /** Every combination of the cells of as many aspects as each has cells. */
    private static Stream<Cells> everywhere() {
        return IntStream.range(0, COUNT * COUNT * COUNT)
                .mapToObj(i -> new Cells(new int[] {i % COUNT, i / COUNT % COUNT, i / COUNT / COUNT}));
    }

    private static Within within(int aspect, int... cells) {
        BitSet allowed = new BitSet();
        IntStream.of(cells).forEach(allowed::set);
        return new Within(aspect, COUNT, allowed);
    }
}
