package org.recoveryrules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.drools.Contexts.minor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Reason;
import org.recoveryrules.drools.tables.DecisionTable;

/** The table that the page on decision tables shows is one, and makes the rule beside it. */
class DecisionTablesPageTest {
    private static final Path PAGE = Path.of("docs/decision-tables.md");

    @Test
    void its_table_makes_a_policy() throws IOException {
        Map<String, String> files = Map.of(
                "policy.properties", "name = my-shop\nversion = 1\ncurrency = USD\n", "remedy/credits.drl", rules());
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(PolicySource.memory(files))
                .build()) {
            assertThat(advisor.decide(minor().delay(Duration.ofHours(73)).build())
                            .reasons())
                    .extracting(Reason::rule)
                    .contains("remedy.credit-minor-late")
                    .doesNotContain("remedy.credit-minor-soon", "remedy.credit-moderate");
        }
    }

    @Test
    void its_rule_is_that_of_the_row() throws IOException {
        Matcher rule = Pattern.compile("(?s)```drl\\n(.*?)```").matcher(Files.readString(PAGE));
        assertThat(rule.find()).isTrue();

        assertThat(rules().replaceAll("\\s", "")).contains(rule.group(1).replaceAll("\\s", ""));
    }

    private static String rules() throws IOException {
        String text = Files.readString(PAGE)
                .lines()
                .filter(line -> line.startsWith("| **"))
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .map(cells -> cells.subList(2, cells.size() - 1))
                .map(DecisionTablesPageTest::csv)
                .collect(Collectors.joining());
        DecisionTable table = DecisionTable.read("credits.csv", text.getBytes(StandardCharsets.UTF_8));
        assertThat(table.faults()).isEmpty();
        return table.drl();
    }

    private static String csv(List<String> cells) {
        return cells.stream()
                .map(cell -> '"' + cell.replace("`", "").replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\n"));
    }
}
