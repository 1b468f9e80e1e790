package org.recoveryrules.drools.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.recoveryrules.api.Diagnostic;

/** What is said of tables with faults, word by word: beside each table stands a text with its diagnostics. */
class CaseTableDiagnosticsTest {
    private static final Path TABLES = Path.of("src/test/resources/org/recoveryrules/drools/cases");
    private static final Path PAGE = Path.of("docs/cases.md");
    private static final Set<String> RULES =
            Set.of("paradox.severe-failure", "paradox.prior-failure", "paradox.avoidable-failure");

    @TestFactory
    Stream<DynamicTest> diagnostics_are_those_beside_the_table() throws IOException {
        return tables().stream()
                .map(table -> dynamicTest(
                        table.getFileName().toString(),
                        table.toUri(),
                        () -> assertThat(described(table)).isEqualTo(Files.readString(textBeside(table)))));
    }

    @Test
    void the_page_on_cases_lists_every_code() throws IOException {
        Set<String> codes = new TreeSet<>(Set.of("encoding"));
        for (Path table : tables()) {
            read(table).diagnostics().forEach(diagnostic -> codes.add(diagnostic.code()));
        }

        assertThat(Pattern.compile("(?m)^\\| `(cases?-[a-z-]+|encoding)` \\|")
                        .matcher(Files.readString(PAGE))
                        .results()
                        .map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(codes);
    }

    private static String described(Path table) throws IOException {
        return read(table).diagnostics().stream()
                .map(Diagnostic::describe)
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static CaseTable read(Path table) throws IOException {
        String name = table.getFileName().toString();
        Set<String> rules = name.startsWith("without-rules") ? Set.of() : RULES;
        return CaseTable.read(name, Files.readAllBytes(table), rules, CurrencyUnit.USD);
    }

    private static Path textBeside(Path table) {
        return Path.of(CaseTable.stem(table.toString()) + ".txt");
    }

    private static List<Path> tables() throws IOException {
        try (Stream<Path> files = Files.list(TABLES)) {
            return files.filter(file -> CaseTable.isCases(file.toString()))
                    .sorted()
                    .toList();
        }
    }
}
