package org.recoveryrules.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.engine.support.descriptor.UriSource;
import org.opentest4j.AssertionFailedError;

class CaseNodesTest {
    @TempDir
    private Path folder;

    private PolicyCase tested(String table, int line) throws IOException {
        Path file = folder.resolve("a policy").resolve(table);
        Files.createDirectories(file.getParent());
        return new PolicyCase(
                "case of line " + line, table, line, Files.writeString(file, "").toUri(), Optional::empty);
    }

    @Test
    void a_table_is_a_container_of_its_cases() throws IOException {
        List<DynamicNode> tables = CaseNodes.of(
                        "web-shop",
                        List.of(
                                tested("remedy/words.cases.csv", 7),
                                tested("remedy/words.cases.csv", 9),
                                tested("paradox/barriers.cases.csv", 2)))
                .toList();

        assertThat(tables)
                .extracting(DynamicNode::getDisplayName)
                .containsExactly("remedy/words.cases.csv", "paradox/barriers.cases.csv");
        assertThat(tests(tables.get(0)))
                .extracting(DynamicNode::getDisplayName)
                .containsExactly("case of line 7", "case of line 9");
    }

    @Test
    void the_source_of_a_case_in_a_folder_is_its_line_in_the_file() throws IOException {
        DynamicNode table = CaseNodes.of("web-shop", List.of(tested("remedy/words.cases.csv", 7)))
                .findFirst()
                .orElseThrow();
        URI line = tests(table).get(0).getTestSourceUri().orElseThrow();

        assertThat(UriSource.from(line))
                .isEqualTo(FileSource.from(
                        folder.resolve("a policy/remedy/words.cases.csv").toFile(), FilePosition.from(7)));
    }

    @Test
    void a_case_that_fails_tells_its_text_and_nothing_of_the_code() {
        PolicyCase failing = new PolicyCase(
                "a case", "a.cases.csv", 2, folder.resolve("a.cases.csv").toUri(), () -> Optional.of("rules: no"));
        DynamicTest test = (DynamicTest)
                tests(CaseNodes.of("web-shop", List.of(failing)).toList().get(0))
                        .get(0);

        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> test.getExecutable().execute())
                .withMessage("rules: no")
                .satisfies(failure -> assertThat(failure.getStackTrace()).isEmpty());
    }

    @Test
    void no_case_at_all_is_a_test_that_fails() {
        List<DynamicNode> tests = CaseNodes.of("web-shop", List.of()).toList();

        assertThat(tests).extracting(DynamicNode::getDisplayName).containsExactly("there are cases");
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> ((DynamicTest) tests.get(0)).getExecutable().execute())
                .withMessage(
                        "policy web-shop has no case; a table of cases stands beside the rule file that it is about:"
                                + " paradox/barriers.cases.csv beside paradox/barriers.drl");
    }

    private static List<? extends DynamicNode> tests(DynamicNode table) {
        Stream<? extends DynamicNode> children = ((DynamicContainer) table).getChildren();
        return children.toList();
    }
}
