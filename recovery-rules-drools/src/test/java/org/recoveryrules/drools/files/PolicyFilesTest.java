package org.recoveryrules.drools.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.InvalidPolicyException;

class PolicyFilesTest {
    private static final Map<String, String> POLICY =
            Map.of("policy.properties", "name=test", "a/b.drl", "rule b", "c.drl", "rule c");

    @Test
    void leaves_what_editors_and_systems_leave_behind() {
        PolicyFiles files = files(Map.of(
                "policy.properties", "name=test",
                "a/b.drl", "rule b",
                "a/.b.drl.swp", "",
                ".git/HEAD", "",
                "a/~$b.xlsx", "",
                "a/b.drl~", "",
                "Thumbs.db", ""));

        assertThat(files.contents()).containsOnlyKeys("policy.properties", "a/b.drl");
    }

    @Test
    void lists_files_by_path() {
        assertThat(files(Map.of("b.drl", "", "a/z.drl", "", "a.drl", ""))
                        .contents()
                        .keySet())
                .containsExactly("a.drl", "a/z.drl", "b.drl");
    }

    @Test
    void reads_utf_8_without_its_mark() {
        assertThat(text("\uFEFFname=größer".getBytes(StandardCharsets.UTF_8)))
                .hasValueSatisfying(text -> assertThat(text.text()).isEqualTo("name=größer"));
    }

    @Test
    void tells_where_a_file_is_not_utf_8() {
        Faults faults = new Faults();
        byte[] content = "ä\nfür".getBytes(StandardCharsets.ISO_8859_1);
        content[0] = 'a';

        assertThat(PolicyFiles.text("a.drl", content, faults)).isEmpty();

        assertThat(faults.all()).singleElement().satisfies(fault -> {
            assertThat(fault).hasToString("a.drl:2:2: error[encoding]: this file is not UTF-8");
            assertThat(fault.place().excerpt()).isEqualTo("für");
        });
    }

    @Test
    void what_cannot_be_read_makes_a_policy_invalid_whatever_the_cause() {
        assertThatThrownBy(() -> PolicyFiles.read("a store", () -> {
                    throw new IOException();
                }))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageEndingWith("a store: error[policy-unreadable]: java.io.IOException");
        assertThatThrownBy(() -> PolicyFiles.read("a store", () -> {
                    throw new IOException("the store is closed");
                }))
                .hasMessageEndingWith("a store: error[policy-unreadable]: the store is closed");
        assertThatThrownBy(() -> PolicyFiles.read("a store", () -> {
                    throw new AccessDeniedException("a.drl");
                }))
                .hasMessageEndingWith("a store: error[policy-unreadable]: java.nio.file.AccessDeniedException: a.drl");
        assertThatThrownBy(() -> PolicyFiles.read("a store", () -> {
                    throw PolicyFilesTest.<RuntimeException>undeclared(new SQLException("no connection"));
                }))
                .hasMessageEndingWith("a store: error[policy-unreadable]: java.sql.SQLException: no connection");
    }

    /** As languages without checked exceptions throw it. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> E undeclared(Exception thrown) throws E {
        throw (E) thrown;
    }

    @Test
    void paths_that_are_none_within_a_policy_are_told_all_at_once() {
        Map<String, byte[]> contents = new TreeMap<>();
        Stream.of(" ", "/etc/a.drl", "a/../b.drl", "C:\\a.drl", "a\0.drl", "test/a.drl", "test\\a.drl")
                .forEach(path -> contents.put(path, new byte[0]));

        assertThat(catchThrowableOfType(InvalidPolicyException.class, () -> new PolicyFiles("a store", contents)))
                .hasMessage("""
                        policy a store cannot be used:
                          /etc/a.drl: error[path-invalid]: a file of a policy lies below its folder, and its path leads \
                        nowhere else
                          C:/a.drl: error[path-invalid]: a file of a policy lies below its folder, and its path leads \
                        nowhere else
                          a store: error[path-invalid]: every file of a policy has a name, and one of this has none
                          a/../b.drl: error[path-invalid]: a file of a policy lies below its folder, and its path leads \
                        nowhere else
                          a\ufffd.drl: error[path-invalid]: the name of a file has no hidden characters
                          test/a.drl: error[path-invalid]: there is another file of this name""");
    }

    @Test
    void more_than_a_policy_can_have_is_refused_whatever_it_is() {
        assertThatThrownBy(() -> new PolicyFiles("a store", ofFiles(2_001, 1)))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageEndingWith("a store: error[policy-too-large]: this policy has more than 2000 files");
        assertThatThrownBy(() -> new PolicyFiles("a store", ofFiles(20, 1_000_001)))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageEndingWith(
                        "a store: error[policy-too-large]: this policy has more than 20000000 bytes in all");

        assertThat(new PolicyFiles("a store", ofFiles(2_000, 1)).contents()).hasSize(2_000);
        assertThat(new PolicyFiles("a store", ofFiles(20, 1_000_000)).contents())
                .hasSize(20);
    }

    private static Map<String, byte[]> ofFiles(int files, int bytes) {
        byte[] content = new byte[bytes];
        Map<String, byte[]> contents = new TreeMap<>();
        IntStream.range(0, files).forEach(i -> contents.put("test/" + i + ".md", content));
        return contents;
    }

    @Test
    void is_a_snapshot() {
        byte[] rule = "rule b".getBytes(StandardCharsets.UTF_8);
        PolicyFiles files = new PolicyFiles("test", Map.of("b.drl", rule));

        rule[0] = 'R';

        assertThat(files.contents().get("b.drl")).isEqualTo("rule b".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void has_the_digest_that_any_tool_can_work_out() {
        // printf 'a.drl\0\0\0\0\0\0\0\0\1x' | sha256sum
        assertThat(digest(Map.of("a.drl", "x")))
                .isEqualTo("63d269de60ae9b8c89f74ec5ac148a9cded9a778ca8cd83b8e3563bc84b7ae82");
    }

    @Test
    void has_one_digest_whatever_the_order_of_files() {
        Map<String, String> reversed = new LinkedHashMap<>();
        reversed.put("policy.properties", POLICY.get("policy.properties"));
        reversed.put("c.drl", POLICY.get("c.drl"));
        reversed.put("a/b.drl", POLICY.get("a/b.drl"));
        Map<String, String> sorted = new TreeMap<>(POLICY);

        assertThat(digest(reversed)).isEqualTo(digest(sorted));
    }

    @Test
    void has_one_digest_whichever_way_the_slashes_lean_and_accents_are_composed() {
        String composed = digest(Map.of("topic/caf\u00e9.drl", "rule"));

        assertThat(digest(Map.of("topic\\cafe\u0301.drl", "rule"))).isEqualTo(composed);
        assertThat(digest(Map.of("topic/cafe.drl", "rule"))).isNotEqualTo(composed);
    }

    @Test
    void has_another_digest_once_anything_of_it_differs() {
        assertThat(List.of(
                        digest(POLICY),
                        digest(with("c.drl", "rule d")),
                        digest(with("c.drl", "rule c ")),
                        digest(with("policy.properties", "name=tests")),
                        digest(with("d.drl", "")),
                        digest(Map.of("policy.properties", "name=test", "a/b.drl", "rule b", "d.drl", "rule c")),
                        digest(Map.of("policy.properties", "name=test", "a/b.drl", "rule c", "c.drl", "rule b")),
                        digest(Map.of())))
                .doesNotHaveDuplicates();
    }

    @Test
    void does_not_confuse_where_one_file_ends_and_the_next_begins() {
        assertThat(digest(Map.of("a.drl", "xb.drl", "c.drl", "")))
                .isNotEqualTo(digest(Map.of("a.drl", "x", "b.drlc.drl", "")));
    }

    private static Map<String, String> with(String path, String text) {
        Map<String, String> files = new LinkedHashMap<>(POLICY);
        files.put(path, text);
        return files;
    }

    private static Optional<SourceText> text(byte[] content) {
        return PolicyFiles.text("a.drl", content, new Faults());
    }

    private static String digest(Map<String, String> texts) {
        return PolicyFiles.digest(files(texts).contents());
    }

    private static PolicyFiles files(Map<String, String> texts) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        texts.forEach((path, text) -> contents.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new PolicyFiles("test", contents);
    }
}
