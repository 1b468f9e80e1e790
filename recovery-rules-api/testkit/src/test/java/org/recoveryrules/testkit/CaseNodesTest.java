package org.recoveryrules.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.engine.support.descriptor.UriSource;

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
        List<DynamicNode> tables = CaseNodes.of(List.of(
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
        DynamicNode table = CaseNodes.of(List.of(tested("remedy/words.cases.csv", 7)))
                .findFirst()
                .orElseThrow();
        URI line = tests(table).get(0).getTestSourceUri().orElseThrow();

        assertThat(UriSource.from(line))
                .isEqualTo(FileSource.from(
                        folder.resolve("a policy/remedy/words.cases.csv").toFile(), FilePosition.from(7)));
    }

    private static List<? extends DynamicNode> tests(DynamicNode table) {
        Stream<? extends DynamicNode> children = ((DynamicContainer) table).getChildren();
        return children.toList();
    }
}
