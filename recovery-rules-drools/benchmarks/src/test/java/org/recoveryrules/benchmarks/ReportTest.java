package org.recoveryrules.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.recoveryrules.benchmarks.Goal.Side;

class ReportTest {
    private static final Section SECTION = new Section() {
        @Override
        public String title() {
            return "Jumps";
        }

        @Override
        public String method() {
            return "From a board.";
        }

        @Override
        public List<Row> run(Form form) {
            return List.of(
                    new Row("far", Contenders.OURS, 2_000, Unit.NANOSECONDS),
                    new Row("high", Contenders.OURS, 0.5, Unit.MILLISECONDS),
                    new Row("far", "frog", 500, Unit.NANOSECONDS),
                    new Row("often", "frog", 12_345, Unit.PER_SECOND));
        }

        @Override
        public List<Goal> goals() {
            return List.of(
                    new Goal("far", figures -> figures.ratio("far", Contenders.OURS, "frog"), Side.AT_MOST, 3),
                    new Goal("farther", figures -> figures.ratio("far", Contenders.OURS, "frog"), Side.AT_LEAST, 4),
                    new Goal("often", figures -> figures.ratio("often", Contenders.OURS, "frog"), Side.AT_MOST, 1));
        }
    };

    private final String report = Report.of(Form.QUICK, Map.of(SECTION, SECTION.run(Form.QUICK)));

    @Test
    void a_contender_is_a_line_and_a_measure_a_column_with_ratios_to_ours() {
        assertThat(report).endsWith("""
                        ### Jumps

                        From a board.

                        | | far | high | often |
                        |---|--:|--:|--:|
                        | recovery-rules | 2.0 µs | 0.50 ms |  |
                        | frog | 500 ns (0.25) |  | 12,345 /s |
                        """);
    }

    @Test
    void goals_are_met_or_missed_or_not_measured() {
        assertThat(report).contains("""
                        | far | ≤ 3.0 | 4.00 | **missed** |
                        | farther | ≥ 4.0 | 4.00 | met |
                        | often | ≤ 1.0 | – | not measured |
                        """);
    }

    @Test
    void tells_on_what_and_when_it_was_measured() {
        assertThat(report.lines().limit(4))
                .satisfiesExactly(
                        machine -> assertThat(machine).startsWith("- Machine: "),
                        java -> assertThat(java).contains(System.getProperty("java.vm.version")),
                        versions -> assertThat(versions).isEqualTo("- Versions: not told"),
                        date -> assertThat(date).endsWith(", quick form"));
    }
}
