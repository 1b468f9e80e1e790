package org.recoveryrules.drools.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.recoveryrules.testkit.properties.Promises;

/** What the page about properties shows is what there is. */
class PropertiesPageTest {
    private static final Path PAGE = Path.of("../recovery-rules-api/testkit/docs/properties.md");
    private static final Path EXAMPLE = Path.of("src/test/java/org/recoveryrules/drools/testing/PropertiesTest.java");

    private final String page = read(PAGE);

    @Test
    void its_class_is_one_that_passes() {
        String source = read(EXAMPLE);

        assertThat(matches("(?s)```java\n(.*?)```")).containsExactly(source.substring(source.indexOf("import ")));
    }

    @Test
    void its_versions_are_those_of_the_build() {
        String pom = read(Path.of("../pom.xml"));
        String version = first(pom, "<version>(.*?)</version>");

        assertThat(matches("<version>(.*?)</version>"))
                .containsExactly(
                        first(pom, "<junit.version>(.*?)<"), version, version, first(pom, "<jqwik.version>(.*?)<"));
    }

    @Test
    void its_promises_are_all_there_are() {
        assertThat(matches("(?m)^\\| `(\\w+)` \\|"))
                .containsExactlyElementsOf(Arrays.stream(Promises.All.class.getInterfaces())
                        .map(Class::getSimpleName)
                        .toList());
    }

    private List<String> matches(String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String first(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
