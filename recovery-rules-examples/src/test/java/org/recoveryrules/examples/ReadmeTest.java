package org.recoveryrules.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.recoveryrules.examples.desk.CrmDesk;

/** What the README shows is what there is. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Path FIRST_DECISION =
            Path.of("src/main/java/org/recoveryrules/examples/first/FirstDecision.java");
    private static final Path LIVE_DESK = Path.of("src/main/java/org/recoveryrules/examples/live/LiveDesk.java");
    private static final Path POLICY_PROJECT =
            Path.of("policy-project/src/test/java/org/example/bikes/BikeWorkshopTest.java");
    private static final String INDENT = "        ";

    private final String readme = read(ROOT.resolve("README.md"));

    @Test
    void its_code_is_that_of_the_examples_and_of_the_policy_project() {
        String test = read(POLICY_PROJECT);

        assertThat(blocks("java"))
                .containsExactly(
                        shown(FIRST_DECISION), shown(LIVE_DESK), test.substring(test.indexOf("@RecoveryPolicyTest")));
    }

    /** What stands between two comments of an example. */
    private static String shown(Path example) {
        String source = read(example);
        return source.substring(
                        source.indexOf("between here\n") + "between here\n".length(),
                        source.indexOf(INDENT + "// and here."))
                .replaceAll("(?m)^" + INDENT, "");
    }

    @Test
    void its_decision_is_as_the_desk_prints_it() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        CrmDesk.run(new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(blocks("text"))
                .singleElement()
                .satisfies(shown ->
                        assertThat(printed.toString(StandardCharsets.UTF_8)).contains(shown));
    }

    @Test
    void its_dependency_is_of_this_version() {
        String pom = read(ROOT.resolve("pom.xml"));
        List<String> versions = versions(pom);

        assertThat(blocks("xml"))
                .singleElement()
                .satisfies(shown -> assertThat(versions(shown)).containsExactly(versions.get(0)));
    }

    @Test
    void its_links_lead_somewhere() {
        List<String> links = Pattern.compile("\\]\\(([^)#]+)\\)")
                .matcher(readme)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith("http"))
                .toList();

        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(ROOT.resolve(link)).exists());
    }

    private List<String> blocks(String language) {
        return Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(readme)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static List<String> versions(String pom) {
        return Pattern.compile("<version>([^<]*)</version>")
                .matcher(pom)
                .results()
                .map(version -> version.group(1))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
