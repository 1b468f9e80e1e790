package org.recoveryrules.drools.check;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Level;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.Profile;
import org.recoveryrules.drools.check.DiagnosticsPage.Example;
import org.recoveryrules.drools.check.DiagnosticsPage.Section;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.PolicyFiles;

/**
 * The page on diagnostics has a section for each code; its bad example gives that code and nothing else, its good one
 * gives nothing. A golden file a code holds the text that an analyst reads.
 */
class DiagnosticsPageTest {
    /** What no snippet can show. */
    private static final Map<Code, Supplier<List<Diagnostic>>> WITHOUT_EXAMPLE =
            new EnumMap<>(Map.<Code, Supplier<List<Diagnostic>>>ofEntries(
                    entry(Code.POLICY_UNREADABLE, DiagnosticsPageTest::of_a_folder_that_is_not_there),
                    entry(Code.POLICY_TOO_LARGE, DiagnosticsPageTest::of_more_files_than_a_policy_can_have),
                    entry(Code.PATH_INVALID, () -> of_a_file_at("../barriers.drl")),
                    entry(Code.LINK_INVALID, DiagnosticsPageTest::of_a_link_to_nothing),
                    entry(Code.FILE_UNREADABLE, DiagnosticsPageTest::of_a_socket),
                    entry(Code.ENCODING, DiagnosticsPageTest::of_a_file_in_another_encoding),
                    entry(Code.CHECK_FAILED, DiagnosticsPageTest::of_a_check_that_fails),
                    entry(Code.TABLE_TOO_LARGE, DiagnosticsPageTest::of_a_table_that_is_too_large),
                    entry(Code.FILE_TOO_LARGE, () -> of("// Nobody reads this.\n".repeat(50_000))),
                    entry(Code.RULES_TOO_MANY, DiagnosticsPageTest::of_too_many_rules),
                    entry(Code.CONDITIONS_TOO_LARGE, DiagnosticsPageTest::of_conditions_that_are_too_large),
                    entry(Code.CASES_TOO_MANY, DiagnosticsPageTest::of_too_many_cases),
                    entry(
                            Code.TEXT_TOO_LONG,
                            () -> of(Policies.rule(
                                    "test.first",
                                    "Customer( champion )",
                                    "findings.step( StepKind.SOLVE, \"" + "x".repeat(10_001) + "\" );"))),
                    entry(Code.SYNTAX, () -> trusted("", "ServiceFailure( severity", "findings.review();")),
                    entry(
                            Code.DOES_NOT_COMPILE,
                            () -> trusted("", "ServiceFailure( severty == 1 )", "findings.review();")),
                    entry(Code.RULE_FAILS, () -> trusted("", "ServiceFailure()", "findings.cap( \"25\" + \"%\" );")),
                    entry(
                            Code.RULES_DO_NOT_END,
                            () -> trusted(
                                    "import java.util.concurrent.atomic.AtomicInteger;\n",
                                    "$prior : FailureHistory( priorFailures >= 0 )",
                                    "update( $prior );")),
                    entry(Code.CASE_FAILS, DiagnosticsPageTest::of_a_case_that_fails),
                    entry(Code.CURRENCY_CHANGED, DiagnosticsPageTest::of_a_reload_in_another_currency),
                    entry(Code.LOAD_FAILED, DiagnosticsPageTest::of_a_reload_without_memory)));
    /** What takes a workbook, or a class path without what reads a file: told where tables and cases are tested. */
    private static final Set<Code> ELSEWHERE = Set.of(
            Code.TABLE_UNSUPPORTED, Code.TABLE_SHEET, Code.TABLE_MERGED, Code.TABLE_INVALID, Code.CASES_UNSUPPORTED);

    @Test
    void has_a_section_for_each_code_in_their_order() throws IOException {
        assertThat(DiagnosticsPage.read().sections())
                .extracting(Section::code)
                .containsExactly(Stream.of(Code.values()).map(Code::toString).toArray(String[]::new));
    }

    @Test
    void calls_warnings_what_are_warnings() throws IOException {
        assertThat(DiagnosticsPage.read().sections())
                .filteredOn(Section::warning)
                .extracting(Section::code)
                .containsExactly(Stream.of(Code.values())
                        .filter(code -> code.level() == Level.WARNING)
                        .map(Code::toString)
                        .toArray(String[]::new));
    }

    @TestFactory
    Stream<DynamicTest> gives_each_code_by_its_bad_example_and_none_by_its_good_one() throws IOException {
        DiagnosticsPage page = DiagnosticsPage.read();
        return page.sections().stream()
                .filter(section -> !isWithoutExample(section))
                .map(section -> dynamicTest(section.code(), () -> {
                    assertThat(section.examples()).extracting(Example::mark).containsExactly("bad", "good");
                    List<Diagnostic> bad =
                            page.checked(section.examples().get(0)).diagnostics();
                    List<Diagnostic> good =
                            page.checked(section.examples().get(1)).diagnostics();
                    assertThat(good).as("the good example").isEmpty();
                    assertThat(bad)
                            .as("the bad example")
                            .extracting(Diagnostic::code)
                            .containsExactly(section.code());
                    GoldenFile.of(section.code()).assertContent(described(bad));
                }));
    }

    @TestFactory
    Stream<DynamicTest> explains_the_codes_that_no_example_can_show() {
        return WITHOUT_EXAMPLE.entrySet().stream()
                .map(entry -> dynamicTest(entry.getKey().toString(), () -> {
                    List<Diagnostic> found = entry.getValue().get();
                    assertThat(found)
                            .extracting(Diagnostic::code)
                            .containsExactly(entry.getKey().toString());
                    GoldenFile.of(entry.getKey().toString()).assertContent(described(found));
                }));
    }

    @Test
    void shows_what_a_diagnostic_looks_like() throws IOException {
        assertThat(DiagnosticsPage.read().output())
                .isEqualTo(Files.readString(GoldenFile.of("field-unknown").file()));
    }

    @Test
    void golden_files_are_of_codes_that_there_are() throws IOException {
        try (Stream<Path> files = Files.list(GoldenFile.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(Stream.of(Code.values())
                            .filter(code -> !ELSEWHERE.contains(code))
                            .map(code -> code + ".txt")
                            .toArray(String[]::new));
        }
    }

    private static boolean isWithoutExample(Section section) {
        return Stream.concat(WITHOUT_EXAMPLE.keySet().stream(), ELSEWHERE.stream())
                .anyMatch(code -> code.toString().equals(section.code()));
    }

    private static String described(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(Diagnostic::describe).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static List<Diagnostic> of_a_folder_that_is_not_there() {
        return checked(PolicySource.folder(Path.of("no-such-folder")));
    }

    private static List<Diagnostic> of_more_files_than_a_policy_can_have() {
        Map<String, String> files = new TreeMap<>(Policies.files());
        for (int i = 0; i < 2_000; i++) {
            files.put("notes-" + i + ".md", "");
        }
        return checked(PolicySource.memory(files));
    }

    private static List<Diagnostic> of_a_file_at(String path) {
        Map<String, String> files = new TreeMap<>(Policies.files());
        files.put(path, "");
        return checked(PolicySource.memory(files));
    }

    private static List<Diagnostic> of_a_link_to_nothing() {
        return of_a_folder(folder -> Files.createSymbolicLink(folder.resolve("barriers.drl"), Path.of("nothing")));
    }

    private static List<Diagnostic> of_a_socket() {
        return of_a_folder(folder -> ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(folder.resolve("barriers.drl")))
                .close());
    }

    /** What makes a folder. */
    private interface FolderMaker {
        void make(Path folder) throws IOException;
    }

    private static List<Diagnostic> of_a_folder(FolderMaker maker) {
        try {
            Path folder = Files.createTempDirectory("policy");
            try {
                maker.make(folder);
                return checked(PolicySource.folder(folder));
            } finally {
                Files.delete(folder.resolve("barriers.drl"));
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Diagnostic> checked(PolicySource source) {
        return DroolsRecoveryAdvisor.builder().policy(source).check();
    }

    private static List<Diagnostic> of_a_file_in_another_encoding() {
        Map<String, byte[]> files = DiagnosticsPage.bytes(Policies.files(
                Policies.rule("test.first", "Customer( champion )", "findings.step( StepKind.SOLVE, \"für Sie\" );")));
        files.computeIfPresent(
                "test/test.drl",
                (path, bytes) -> new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.ISO_8859_1));
        return Policies.checked(files).diagnostics();
    }

    private static List<Diagnostic> of_a_check_that_fails() {
        Map<String, String> files = Map.of("policy.properties", """
                name = test
                version = 1
                currency = USD
                include.standard = paradox
                """);
        return PolicyCheck.check(new PolicyFiles("test", DiagnosticsPage.bytes(files)), () -> {
                    throw new IllegalStateException("this test makes it fail");
                })
                .diagnostics();
    }

    private static List<Diagnostic> of(String rules) {
        return Policies.checked(DiagnosticsPage.bytes(Policies.files(rules))).errors();
    }

    private static List<Diagnostic> of_too_many_rules() {
        Map<String, String> files = new TreeMap<>(Policies.files());
        for (int i = 0; i < 10_001; i++) {
            String rule =
                    Policies.rule("test.rule-" + i, "Claim( compensatedClaims == " + i + " )", "findings.review();");
            files.merge("test/test-" + i / 4_000 + ".drl", rule, (some, more) -> some + more);
        }
        String head = files.remove("test/test.drl");
        files.replaceAll((path, text) -> path.endsWith(".drl") ? head + text : text);
        return Policies.checked(DiagnosticsPage.bytes(files)).errors();
    }

    private static List<Diagnostic> of_conditions_that_are_too_large() {
        Map<String, String> files = new TreeMap<>(Policies.files());
        for (int i = 0; i < 301; i++) {
            String constants =
                    IntStream.range(i, i + 166).mapToObj(String::valueOf).collect(Collectors.joining(", "));
            String rule = Policies.rule(
                    "test.rule-" + i, "Claim( compensatedClaims in ( " + constants + " ) )", "findings.review();");
            files.merge("test/test.drl", rule, String::concat);
        }
        return Policies.checked(DiagnosticsPage.bytes(files)).errors();
    }

    private static List<Diagnostic> of_too_many_cases() {
        Map<String, String> files = Policies.files(
                Policies.rule("test.first", "Customer( champion )", "findings.cap( Amount.of( \"5\" ) );"));
        String header = "case,severity,avoidability,foreseeability,priorFailures,lifetimeValue,rules\n";
        files.put(
                "test/test.cases.csv",
                header
                        + IntStream.rangeClosed(0, 20_000)
                                .mapToObj(i -> i + ",MINOR,UNKNOWN,UNKNOWN,0,9,-\n")
                                .collect(Collectors.joining()));
        return Policies.checked(DiagnosticsPage.bytes(files)).diagnostics();
    }

    private static List<Diagnostic> of_a_table_that_is_too_large() {
        Map<String, String> files = Policies.files(
                Policies.rule("test.first", "Customer( champion )", "findings.cap( Amount.of( \"5\" ) );"));
        files.put("test/large.csv", "x\n".repeat(20_000));
        return Policies.checked(DiagnosticsPage.bytes(files)).diagnostics();
    }

    private static List<Diagnostic> of_a_case_that_fails() {
        Map<String, String> files = Policies.files(Policies.rule(
                "test.first", "ServiceFailure( severity >= Severity.MAJOR )", "findings.barrier( Barrier.SEVERITY );"));
        files.put("test/test.cases.csv", """
                case,severity,avoidability,foreseeability,priorFailures,lifetimeValue,rules,verdict
                much harm,MODERATE,UNAVOIDABLE,UNFORESEEABLE,0,1000,test.first,DOES_NOT_APPLY
                """);
        return DroolsRecoveryAdvisor.builder().policy(PolicySource.memory(files)).check().stream()
                .filter(diagnostic -> diagnostic.level() == Level.ERROR)
                .toList();
    }

    private static List<Diagnostic> of_a_reload_in_another_currency() {
        Map<String, String> files =
                Policies.files(Policies.rule("test.first", "Customer( champion )", "findings.review();"));
        return reloaded(files, () -> {
            files.computeIfPresent("policy.properties", (path, text) -> text.replace("USD", "EUR"));
            return DiagnosticsPage.bytes(files);
        });
    }

    private static List<Diagnostic> of_a_reload_without_memory() {
        return reloaded(
                Policies.files(Policies.rule("test.first", "Customer( champion )", "findings.review();")), () -> {
                    throw new OutOfMemoryError("Java heap space");
                });
    }

    /** What is told of a second reading. */
    private static List<Diagnostic> reloaded(Map<String, String> first, Supplier<Map<String, byte[]>> second) {
        Queue<Supplier<Map<String, byte[]>>> readings = new ArrayDeque<>();
        readings.add(() -> DiagnosticsPage.bytes(first));
        readings.add(second);
        try (DroolsRecoveryAdvisor advisor =
                DroolsRecoveryAdvisor.builder().policy(new Readings(readings)).build()) {
            return advisor.reload().diagnostics();
        }
    }

    private record Readings(Queue<Supplier<Map<String, byte[]>>> readings) implements PolicySource {
        @Override
        public Map<String, byte[]> read() {
            return readings.remove().get();
        }

        @Override
        public String toString() {
            return "readings";
        }
    }

    private static List<Diagnostic> trusted(String imports, String when, String then) {
        Map<String, String> files = Policies.files(Policies.rule("test.first", when, then));
        files.computeIfPresent("test/test.drl", (path, text) -> text.replaceFirst("global", imports + "global"));
        DroolsRecoveryAdvisor.Builder builder = DroolsRecoveryAdvisor.builder()
                .policy(PolicySource.memory(files))
                .profile(Profile.TRUSTED);
        return catchThrowableOfType(InvalidPolicyException.class, builder::build)
                .diagnostics();
    }
}
