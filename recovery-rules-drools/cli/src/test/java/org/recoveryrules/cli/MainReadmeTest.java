package org.recoveryrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README of the whole project shows of the command line. */
class MainReadmeTest {
    private static final Path README = Path.of("../../README.md");

    @TempDir
    private Path folder;

    @Test
    void the_mistake_that_it_shows_is_told_so() throws IOException {
        Path policy = folder.resolve("my-shop");
        assertThat(Ended.of("init", policy).code()).isZero();
        Path rules = policy.resolve("paradox/barriers.drl");
        Files.writeString(rules, Files.readString(rules).replace("severity >=", "severty >="));
        Matcher shown = Pattern.compile("(?s)```console\\n(.*?)```").matcher(Files.readString(README));

        assertThat(shown.find()).isTrue();
        assertThat(Ended.of("check", policy).out()).startsWith(shown.group(1));
    }
}
