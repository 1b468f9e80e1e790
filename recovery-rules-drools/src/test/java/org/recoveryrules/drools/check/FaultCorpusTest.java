package org.recoveryrules.drools.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.recoveryrules.drools.check.MarkedText.Fault;
import org.recoveryrules.drools.files.PolicyFiles;

/**
 * Faults that analysts make, each marked where it stands: all of them are found, at the very line, column and end, and
 * nothing else is. A file of the corpus is a rule file, {@code topic.file.drl}, or a folder that is a policy.
 */
class FaultCorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/org/recoveryrules/drools/check/corpus");
    private static final String SETTINGS = """
            name = corpus
            version = 1
            currency = EUR
            amount.gesture.minor = percentOfPrice( 10 )
            amount.gesture.major = percentOfPrice( 30 )
            amount.limit.agent = of( "50" )
            """;
    /** What stands for settings that are not there. */
    private static final String ABSENT = "⟦settings-missing⟧";

    private static final String AMOUNTS = """
            // What names the amounts of the settings, so that they are in use.
            package com.example.amounts;
            import org.recoveryrules.api.*;
            global org.recoveryrules.drools.rules.Findings findings;
            rule "amounts.minor" @because( "it helps" ) @source( "a test" ) when Customer( champion )
            then findings.offer( RemedyKind.GIFT, Component.GESTURE, "gesture.minor" ); end
            rule "amounts.major" @because( "it helps" ) @source( "a test" ) when Customer( champion )
            then findings.offer( RemedyKind.UPGRADE, Component.GESTURE, "gesture.major" ); end
            rule "amounts.limit" @because( "it helps" ) @source( "a test" ) when Customer( champion )
            then findings.limit( Authority.AGENT, "limit.agent" ); end
            """;

    /** The same text as other editors write it. What they do to it moves no fault to another word. */
    private static final Map<String, UnaryOperator<String>> WRITINGS = writings();

    private static Map<String, UnaryOperator<String>> writings() {
        Map<String, UnaryOperator<String>> writings = new LinkedHashMap<>();
        writings.put("as it stands", text -> text);
        writings.put("with CR LF", text -> text.replace("\n", "\r\n"));
        writings.put("with CR", text -> text.replace("\n", "\r"));
        writings.put("with a byte order mark", text -> "\uFEFF" + text);
        writings.put("with tabs", text -> text.replace("    ", "\t").replace("( ", "(\t"));
        writings.put("with an emoji and a combined letter before each line", FaultCorpusTest::withCommentsBefore);
        writings.put("with comments behind each line", FaultCorpusTest::withCommentsBehind);
        return writings;
    }

    private static final Pattern LINE_OF_RULE = Pattern.compile("(?m)^(?! ?\\*|/\\*|//|\\w+ = )(?=.*\\S)");
    private static final Pattern LINE_END = Pattern.compile("(?m)(?<=[;)]|end|then|when)$");

    private static String withCommentsBefore(String text) {
        return LINE_OF_RULE.matcher(text).replaceAll("/*\uD83D\uDE00 e\u0301*/ ");
    }

    private static String withCommentsBehind(String text) {
        return LINE_END.matcher(text).replaceAll(" // \uD83D\uDE00, so to say");
    }

    @TestFactory
    Stream<DynamicTest> finds_each_fault_at_its_place_and_nothing_else() throws IOException {
        return entries().entrySet().stream()
                .flatMap(entry -> WRITINGS.entrySet().stream()
                        .filter(writing -> isWritten(entry.getKey(), writing.getKey()))
                        .map(writing -> dynamicTest(
                                entry.getKey() + " " + writing.getKey(),
                                () -> assertFaults(entry.getValue(), writing.getValue()))));
    }

    /** Comments cannot be put into what is about comments, or about layout. */
    private static boolean isWritten(String entry, String writing) {
        boolean comments = writing.contains("before") || writing.contains("behind");
        return !(comments && entry.contains("layout"));
    }

    private static void assertFaults(Map<String, String> marked, UnaryOperator<String> writing) {
        List<Fault> expected = new ArrayList<>();
        Map<String, byte[]> files = new TreeMap<>();
        marked.forEach((path, text) -> {
            boolean bare = path.endsWith(".properties") || text.startsWith("⟦file");
            MarkedText read = MarkedText.of(path, bare ? text : writing.apply(text));
            // The byte order mark is no character of the text.
            String content = read.text();
            boolean mark = content.startsWith("\uFEFF");
            expected.addAll(
                    mark ? MarkedText.of(path, writing.apply(text).substring(1)).faults() : read.faults());
            if (!text.equals(ABSENT)) {
                files.put(path, content.getBytes(StandardCharsets.UTF_8));
            }
        });
        expected.sort(Fault.ORDER);

        assertThat(found(files)).containsExactlyElementsOf(expected);
    }

    @Test
    void tells_of_a_file_in_another_encoding_once_and_of_the_other_files_as_ever() throws IOException {
        String other = entries().get("paradox.fields.drl").get("paradox/fields.drl");
        List<Fault> others = MarkedText.of("paradox/fields.drl", other).faults();
        for (String charset : List.of("windows-1252", "UTF-16", "UTF-16LE", "UTF-16BE")) {
            Map<String, byte[]> files = new TreeMap<>(Map.of(
                    PolicyFiles.SETTINGS,
                    SETTINGS.getBytes(StandardCharsets.UTF_8),
                    "paradox/fields.drl",
                    MarkedText.of("paradox/fields.drl", other).text().getBytes(StandardCharsets.UTF_8),
                    "zurich/saved.drl",
                    "// Für Zürich.\npackage com.example.zurich;\n".getBytes(Charset.forName(charset))));
            boolean wide = charset.startsWith("UTF-16");
            List<Fault> expected = new ArrayList<>(others);
            expected.add(
                    wide
                            ? new Fault("zurich/saved.drl", 0, 0, 0, 0, "encoding")
                            : new Fault("zurich/saved.drl", 1, 5, 1, 6, "encoding"));

            assertThat(found(files)).as(charset).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void holds_faults_of_nearly_every_code(TestReporter reporter) throws IOException {
        List<Fault> faults = new ArrayList<>();
        entries()
                .values()
                .forEach(files -> files.forEach(
                        (path, text) -> faults.addAll(MarkedText.of(path, text).faults())));
        TreeSet<String> codes = faults.stream().map(Fault::code).collect(Collectors.toCollection(TreeSet::new));

        reporter.publishEntry(
                "fault corpus",
                "%d faults of %d codes in %d policies, each written in %d ways"
                        .formatted(faults.size(), codes.size(), entries().size(), WRITINGS.size()));
        assertThat(faults).hasSizeGreaterThan(200);
    }

    private static List<Fault> found(Map<String, byte[]> files) {
        return PolicyCheck.check(new PolicyFiles("corpus", files), DiagnosticsPage::standard).diagnostics().stream()
                .map(Fault::of)
                .sorted(Fault.ORDER)
                .toList();
    }

    /** The policies of the corpus by name: texts by path. */
    private static Map<String, Map<String, String>> entries() throws IOException {
        Map<String, Map<String, String>> entries = new TreeMap<>();
        try (Stream<Path> paths = Files.list(CORPUS)) {
            for (Path path : paths.toList()) {
                entries.put(path.getFileName().toString(), Files.isDirectory(path) ? folder(path) : ruleFile(path));
            }
        }
        return entries;
    }

    private static Map<String, String> ruleFile(Path path) throws IOException {
        String name = path.getFileName().toString().replaceFirst("\\.", "/");
        return new TreeMap<>(
                Map.of(PolicyFiles.SETTINGS, SETTINGS, "amounts/used.drl", AMOUNTS, name, Files.readString(path)));
    }

    private static Map<String, String> folder(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return files;
    }
}
