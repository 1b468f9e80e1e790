package org.recoveryrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;

class InitTest {
    @TempDir
    private Path folder;

    @Test
    void a_policy_is_laid_out_under_the_name_of_its_folder() throws IOException {
        Path shop = folder.resolve("a/my-shop");

        assertThat(Ended.of("init", shop).code()).isZero();

        assertThat(files(shop))
                .containsExactly(
                        "authority/limits.cases.csv",
                        "authority/limits.drl",
                        "example.json",
                        "paradox/barriers.cases.csv",
                        "paradox/barriers.drl",
                        "policy.properties",
                        "remedy/offers.cases.csv",
                        "remedy/offers.drl");
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.load(shop)) {
            assertThat(advisor.policy().identity().name()).isEqualTo("my-shop");
        }
    }

    @Test
    void what_is_next_is_told() {
        Path shop = folder.resolve("my-shop");

        assertThat(Ended.of("init", shop)).isEqualTo(new Ended(0, """
                FOLDER is a policy now. Begin with FOLDER/policy.properties, then:

                  recovery-rules check FOLDER
                  recovery-rules test FOLDER
                  recovery-rules decide FOLDER FOLDER/example.json
                """.replace("FOLDER", shop.toString()), ""));
    }

    @Test
    void a_name_with_a_space_can_be_copied_to_the_shell() {
        Path shop = folder.resolve("my shop");

        assertThat(Ended.of("init", shop).out())
                .contains("recovery-rules decide \"" + shop + "\" \"" + shop + "/example.json\"");
    }

    @Test
    void a_name_is_kept_whatever_it_holds() {
        Path shop = folder.resolve("Kühe & \\u00e4 #1");

        Ended.of("init", shop);

        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.load(shop)) {
            assertThat(advisor.policy().identity().name()).isEqualTo("Kühe & \\u00e4 #1");
        }
    }

    @Test
    void an_empty_folder_is_taken() throws IOException {
        assertThat(Ended.of("init", folder).code()).isZero();
        assertThat(files(folder)).contains("policy.properties");
    }

    @Test
    void a_folder_that_holds_anything_is_left_as_it_is() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");

        assertThat(Ended.of("init", folder))
                .isEqualTo(
                        new Ended(1, "", "error: '" + folder + "' is not empty; name a folder that is new or empty\n"));
        assertThat(files(folder)).containsExactly("mine.txt");
    }

    @Test
    void a_file_is_left_as_it_is() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.txt"), "mine");

        assertThat(Ended.of("init", file))
                .isEqualTo(new Ended(1, "", "error: '" + file + "' is a file; name a folder that is new or empty\n"));
        assertThat(file).hasContent("mine");
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
