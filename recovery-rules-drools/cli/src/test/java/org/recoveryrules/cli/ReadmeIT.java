package org.recoveryrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README shows what the program writes: each command behind a {@code $} is run, one after the other, and what it writes
 * must stand below it. A remark changes a file in between: {@code <!-- edit file: before -> after -->}.
 *
 * <p>{@code mvn verify -Dgolden.accept=true} takes what the commands write as what is to stand there.
 */
class ReadmeIT {
    private static final Path README = Path.of("README.md");
    private static final String PROMPT = "$ recovery-rules ";
    private static final Pattern EDIT = Pattern.compile("<!-- edit (?<file>\\S+): (?<before>.*) -> (?<after>.*) -->");

    @TempDir
    private Path folder;

    @Test
    void what_is_shown_is_what_is_written() throws Exception {
        String shown = Files.readString(README);
        String written = run(shown);
        if (Boolean.getBoolean("golden.accept")) {
            Files.writeString(README, written);
        }
        assertThat(Files.readString(README))
                .as(
                        "what came differs from README.md; if that is meant, accept it with: mvn verify -Dgolden.accept=true")
                .isEqualTo(written)
                .contains(PROMPT + "init ", PROMPT + "check ");
    }

    /** The text with what each of its commands writes now. */
    private String run(String text) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        boolean isOutput = false;
        for (String line : text.lines().toList()) {
            isOutput = isOutput && !line.equals("```");
            if (line.startsWith(PROMPT)) {
                lines.add(line);
                lines.addAll(output(line.substring(PROMPT.length())));
                isOutput = true;
            } else if (!isOutput) {
                lines.add(line);
                edit(line);
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private List<String> output(String arguments) throws IOException, InterruptedException {
        Ended ended = Jar.in(folder).run(arguments.split(" "));
        return (ended.out() + ended.err()).lines().toList();
    }

    private void edit(String line) throws IOException {
        Matcher edit = EDIT.matcher(line);
        if (edit.matches()) {
            Path file = folder.resolve(edit.group("file"));
            String before = Files.readString(file);
            assertThat(before).contains(edit.group("before"));
            Files.writeString(file, before.replace(edit.group("before"), edit.group("after")));
        }
    }
}
