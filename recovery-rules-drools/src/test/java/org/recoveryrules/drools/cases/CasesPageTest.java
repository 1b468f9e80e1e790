package org.recoveryrules.drools.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.cases.CaseResult.Outcome;

/** The tables on the page on cases come out as the page says, and its lists of columns are all there are. */
class CasesPageTest {
    private static final Path PAGE = Path.of("docs/cases.md");
    private static final String TABLE = "remedy/offers.cases.csv";
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)(?: (\\w+))?\\n(.*?)^```$");
    private static final Pattern COLUMN = Pattern.compile("(?m)^\\| `(\\w+)` \\| (.*) \\| `(.*)` \\|$");
    private static final Pattern ENTRY = Pattern.compile("(?m)^\\| `((?:no )?[A-Z][^`]*|-)` \\|");

    private static final List<String> CORE_CELLS = List.of("a case", "MINOR", "UNAVOIDABLE", "UNFORESEEABLE", "1", "0");

    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(PAGE);
    }

    @TestFactory
    Stream<DynamicTest> tables_come_out_as_told() {
        List<String> tables = blocks("csv", "passes").toList();
        assertThat(tables).hasSizeGreaterThan(3);
        return tables.stream()
                .map(table -> dynamicTest(table.lines().skip(1).findFirst().orElseThrow(), () -> {
                    List<CaseResult> results = run(TABLE, table);
                    assertThat(results).hasSize((int) table.lines().count() - 1);
                    assertThat(results)
                            .extracting(result -> result.outcome() == Outcome.PASSED ? "" : result.describe())
                            .containsOnly("");
                }));
    }

    @Test
    void cases_in_json_come_out_as_told() {
        List<CaseResult> results = run(
                "remedy/offers.cases.json", blocks("json", "passes").findFirst().orElseThrow());

        assertThat(results)
                .extracting(result -> result.outcome() == Outcome.PASSED ? "" : result.describe())
                .containsExactly("", "");
    }

    @Test
    void a_failure_reads_as_told() {
        CaseResult failed =
                run(TABLE, blocks("csv", "fails").findFirst().orElseThrow()).get(0);

        assertThat(failed.describe() + "\n")
                .isEqualTo(blocks("text", "").findFirst().orElseThrow());
    }

    @Test
    void columns_are_all_that_there_are_with_examples_that_can_be_read() {
        Map<String, String> examples = new HashMap<>();
        COLUMN.matcher(page).results().forEach(row -> examples.put(row.group(1), row.group(3)));

        assertThat(examples.keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                Stream.of(CaseHeader.SENTENCE, CaseHeader.BASE),
                                ContextColumns.READERS.keySet().stream(),
                                ExpectedColumns.NAMES.stream())
                        .flatMap(names -> names)
                        .toList());
        examples.keySet().removeAll(List.of(CaseHeader.SENTENCE, CaseHeader.BASE));
        examples.forEach((column, example) -> assertReadable(column, example));
    }

    @Test
    void entries_of_remedies_can_be_read() {
        List<String> entries =
                ENTRY.matcher(page).results().map(entry -> entry.group(1)).toList();

        assertThat(entries).hasSize(9);
        entries.forEach(entry -> assertReadable(ExpectedRemedies.COLUMN, entry));
    }

    @Test
    void values_that_it_names_are_all_that_there_are() {
        Pattern constants = Pattern.compile("^(\\w+) must be one of (.*), but was .*");
        List<String> checked = new ArrayList<>();
        for (MatchResult row : COLUMN.matcher(page).results().toList()) {
            diagnostics(row.group(1), "NONE_OF_THEM").stream()
                    .flatMap(message -> constants.matcher(message).results())
                    .forEach(message -> {
                        String told = row.group(2).split("; else")[0];
                        assertThat(message.group(2).split(", "))
                                .as(row.group(1))
                                .allMatch(value -> told.contains("`" + value + "`"));
                        checked.add(row.group(1));
                    });
        }

        assertThat(checked).hasSize(21);
    }

    private static void assertReadable(String column, String example) {
        assertThat(diagnostics(column, example)).as("%s %s", column, example).isEmpty();
    }

    /** What is wrong with a table of one case with a cell. */
    private static List<String> diagnostics(String column, String cell) {
        List<String> columns = Stream.of(
                        Stream.of(CaseHeader.SENTENCE), ContextColumns.CORE.stream(), Stream.of("barriers", column))
                .flatMap(names -> names)
                .distinct()
                .toList();
        Map<String, String> cells = new HashMap<>(Map.of("barriers", "-"));
        for (int i = 0; i < CORE_CELLS.size(); i++) {
            cells.put(columns.get(i), CORE_CELLS.get(i));
        }
        cells.put(column, cell);
        String table = String.join(",", columns) + "\n" + CaseLine.line(columns, cells) + "\n";
        return CaseTable.read(
                        TABLE, table.getBytes(StandardCharsets.UTF_8), Set.of("remedy.apologise"), CurrencyUnit.USD)
                .diagnostics()
                .stream()
                .map(diagnostic -> diagnostic.message())
                .toList();
    }

    private static List<CaseResult> run(String path, String cases) {
        PolicySource source = PolicySource.memory(Map.of(
                "policy.properties",
                blocks("properties", "").collect(Collectors.joining()),
                "remedy/offers.drl",
                blocks("drl", "").collect(Collectors.joining()),
                path,
                cases));
        try (DroolsRecoveryAdvisor advisor =
                DroolsRecoveryAdvisor.builder().policy(source).untested().build()) {
            assertThat(advisor.warnings()).isEmpty();
            return advisor.runCases().results();
        }
    }

    private static Stream<String> blocks(String language, String mark) {
        return BLOCK.matcher(page)
                .results()
                .filter(block ->
                        block.group(1).equals(language) && mark.equals(block.group(2) == null ? "" : block.group(2)))
                .map(block -> block.group(3));
    }
}
