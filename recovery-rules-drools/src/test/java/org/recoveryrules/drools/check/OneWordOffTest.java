package org.recoveryrules.drools.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.PolicyFiles;

/** A word or sign that is missing or written twice is one fault, or none, and it is told at its line or the next. */
class OneWordOffTest {
    private static final Path STANDARD = Path.of("src/main/resources/org/recoveryrules/policy/standard");
    private static final Pattern WORD =
            Pattern.compile("/\\*(?s:.*?)\\*/|//[^\\n]*|\"[^\"\\n]*\"|\\w+|[=!<>]=|&&|\\|\\||[^\\s\\w]");

    @TestFactory
    Stream<DynamicTest> tells_one_fault_of_a_word_that_is_missing_or_written_twice() {
        return Stream.of("conversation/acknowledge.drl", "remedy/restoration.drl", "follow-up/care.drl")
                .map(file -> dynamicTest(file, () -> {
                    String text = Files.readString(STANDARD.resolve(file));
                    List<String> wrong = new ArrayList<>();
                    Matcher word = WORD.matcher(text);
                    while (word.find()) {
                        if (!word.group().startsWith("/")) {
                            String before = text.substring(0, word.start());
                            String after = text.substring(word.end());
                            int line = 1 + before.replaceAll("[^\n]", "").length();
                            addIfWrong(wrong, line, check(file, before + after));
                            addIfWrong(wrong, line, check(file, before + word.group() + " " + word.group() + after));
                        }
                    }
                    assertThat(check(file, text)).isEmpty();
                    assertThat(wrong).isEmpty();
                }));
    }

    private static void addIfWrong(List<String> wrong, int line, List<Diagnostic> told) {
        boolean right = told.isEmpty()
                || (told.size() == 1 && Math.abs(told.get(0).place().line() - line) <= 1);
        if (!right) {
            wrong.add("a word of line " + line + ": " + told);
        }
    }

    private static List<Diagnostic> check(String file, String text) throws IOException {
        Map<String, byte[]> files = new TreeMap<>(Map.of(
                PolicyFiles.SETTINGS,
                Files.readAllBytes(STANDARD.resolve(PolicyFiles.SETTINGS)),
                file,
                text.getBytes(StandardCharsets.UTF_8)));
        return PolicyCheck.check(new PolicyFiles("standard", files), DiagnosticsPage::standard).diagnostics().stream()
                .filter(told -> !told.code().equals(Code.AMOUNT_UNUSED.toString()))
                .toList();
    }
}
