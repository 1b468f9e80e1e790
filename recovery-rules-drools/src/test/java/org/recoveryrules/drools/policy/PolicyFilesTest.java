package org.recoveryrules.drools.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PolicyFilesTest {
    private static final Map<String, String> POLICY =
            Map.of("policy.properties", "name=test", "a/b.drl", "rule b", "c.drl", "rule c");

    @Test
    void takes_settings_and_rule_files_and_leaves_all_else() {
        PolicyFiles files = files(Map.of(
                "policy.properties", "name=test",
                "a/b.drl", "rule b",
                "a/b.cases.csv", "case,rules",
                "a/policy.properties", "name=other",
                "a/b.drl.orig", "rule b",
                "README.md", "words"));

        assertThat(files.hasSettings()).isTrue();
        assertThat(files.settings()).isEqualTo("name=test");
        assertThat(files.rules()).containsOnlyKeys("a/b.drl");
    }

    @Test
    void knows_where_there_are_no_settings() {
        assertThat(files(Map.of("a/policy.properties", "name=test")).hasSettings())
                .isFalse();
    }

    @Test
    void lists_rule_files_by_path() {
        assertThat(files(Map.of("b.drl", "", "a/z.drl", "", "a.drl", ""))
                        .rules()
                        .keySet())
                .containsExactly("a.drl", "a/z.drl", "b.drl");
    }

    @Test
    void is_a_snapshot() {
        byte[] rule = "rule b".getBytes(StandardCharsets.UTF_8);
        PolicyFiles files = new PolicyFiles("test", Map.of("b.drl", rule));
        String before = files.digest();

        rule[0] = 'R';

        assertThat(files.digest()).isEqualTo(before);
    }

    @Test
    void reads_settings_as_utf_8() {
        assertThat(files(Map.of("policy.properties", "name=größer")).settings()).isEqualTo("name=größer");
    }

    @Test
    void has_the_digest_that_any_tool_can_work_out() {
        assertThat(files(Map.of("a.drl", "x")).digest())
                .isEqualTo(Sha256.of("a.drl\0\0\0\0\0\0\0\0\1x"))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void has_one_digest_whatever_the_order_of_files() {
        Map<String, String> reversed = new LinkedHashMap<>();
        reversed.put("policy.properties", POLICY.get("policy.properties"));
        reversed.put("c.drl", POLICY.get("c.drl"));
        reversed.put("a/b.drl", POLICY.get("a/b.drl"));
        Map<String, String> sorted = new TreeMap<>(POLICY);

        assertThat(files(reversed).digest()).isEqualTo(files(sorted).digest());
    }

    @Test
    void has_one_digest_whichever_way_the_slashes_lean_and_accents_are_composed() {
        PolicyFiles composed = files(Map.of("topic/caf\u00e9.drl", "rule"));

        assertThat(files(Map.of("topic\\cafe\u0301.drl", "rule")).digest()).isEqualTo(composed.digest());
        assertThat(files(Map.of("topic/cafe.drl", "rule")).digest()).isNotEqualTo(composed.digest());
    }

    @Test
    void has_the_same_digest_with_and_without_files_that_are_no_part_of_it() {
        assertThat(files(with("a/b.cases.csv", "case,rules")).digest())
                .isEqualTo(files(POLICY).digest());
    }

    @Test
    void has_another_digest_once_anything_of_it_differs() {
        assertThat(List.of(
                        files(POLICY).digest(),
                        files(with("c.drl", "rule d")).digest(),
                        files(with("c.drl", "rule c ")).digest(),
                        files(with("policy.properties", "name=tests")).digest(),
                        files(with("d.drl", "")).digest(),
                        files(Map.of("policy.properties", "name=test", "a/b.drl", "rule b", "d.drl", "rule c"))
                                .digest(),
                        files(Map.of("policy.properties", "name=test", "a/b.drl", "rule c", "c.drl", "rule b"))
                                .digest(),
                        files(Map.of()).digest()))
                .doesNotHaveDuplicates();
    }

    @Test
    void does_not_confuse_where_one_file_ends_and_the_next_begins() {
        assertThat(files(Map.of("a.drl", "xb.drl", "c.drl", "")).digest())
                .isNotEqualTo(files(Map.of("a.drl", "x", "b.drlc.drl", "")).digest());
    }

    private static Map<String, String> with(String path, String text) {
        Map<String, String> files = new LinkedHashMap<>(POLICY);
        files.put(path, text);
        return files;
    }

    private static PolicyFiles files(Map<String, String> texts) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        texts.forEach((path, text) -> contents.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new PolicyFiles("test", contents);
    }
}
