package org.recoveryrules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.api.PolicyIdentity;

class PolicySourceTest {
    private static final Map<String, String> FILES =
            Policies.files(Policies.rule("test.review", "ServiceFailure()", "findings.review();"));

    @TempDir
    Path temp;

    @Test
    void memory_folder_class_path_and_jar_give_the_same_policy() throws IOException {
        Path folder = temp.resolve("classes/policy");
        write(folder);
        Path jar = jarWithoutFolders();
        try (URLClassLoader classes = new URLClassLoader(
                        new URL[] {temp.resolve("classes/").toUri().toURL()});
                URLClassLoader jars = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            PolicyIdentity identity = identity(PolicySource.memory(FILES));

            assertThat(identity(PolicySource.folder(folder))).isEqualTo(identity);
            assertThat(identity(PolicySource.classPath("policy", classes))).isEqualTo(identity);
            assertThat(identity(PolicySource.classPath("policy/", jars))).isEqualTo(identity);
        }
    }

    @Test
    void where_a_file_lies_in_the_folder_counts_and_notes_do_not() throws IOException {
        Path folder = temp.resolve("policy");
        write(folder);
        PolicyIdentity before = identity(PolicySource.folder(folder));
        Files.writeString(folder.resolve("README.md"), "not a rule");
        assertThat(identity(PolicySource.folder(folder))).isEqualTo(before);

        Files.move(folder.resolve("test/test.drl"), folder.resolve("test/other.drl"));
        assertThat(identity(PolicySource.folder(folder))).isNotEqualTo(before);
    }

    @Test
    void a_folder_that_is_not_there_is_told_by_name() {
        Path missing = temp.resolve("missing");

        assertThatThrownBy(() -> DroolsRecoveryAdvisor.load(missing))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessage("policy " + missing + " cannot be used:\n  " + missing
                        + ": error[policy-unreadable]: there is no folder " + missing);
    }

    @Test
    void a_folder_that_is_not_on_the_class_path_is_told_by_name() {
        assertThatThrownBy(() -> identity(PolicySource.classPath("no/such/policy")))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("classpath:no/such/policy: error[policy-unreadable]")
                .hasMessageContaining("no/such/policy/policy.properties is not on the class path");
    }

    @Test
    void a_jar_is_held_to_the_bounds_of_a_policy() throws IOException {
        assertThat(refused(jar(Map.of("policy/notes.md", " ".repeat(100_000_000)))))
                .containsExactly("notes.md: error[file-too-large]: this file has more than 1000000 bytes");
        assertThat(refused(jar(ofFiles(21, " ".repeat(1_000_000)))))
                .containsExactly(
                        "classpath:policy: error[policy-too-large]: this policy has more than 20000000 bytes in all");
        assertThat(refused(jar(ofFiles(2_001, ""))))
                .containsExactly("classpath:policy: error[policy-too-large]: this policy has more than 2000 files");
        assertThat(refused(jar(Map.of("policy/../other.drl", ""))))
                .containsExactly("../other.drl: error[path-invalid]: a file of a policy lies below its folder, and its"
                        + " path leads nowhere else");
    }

    private static Map<String, String> ofFiles(int count, String text) {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            files.put("policy/notes-" + i + ".md", text);
        }
        return files;
    }

    private List<String> refused(Path jar) throws IOException {
        try (URLClassLoader jars = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            return DroolsRecoveryAdvisor.builder().policy(PolicySource.classPath("policy", jars)).check().stream()
                    .filter(diagnostic -> diagnostic.level() == Diagnostic.Level.ERROR)
                    .map(Diagnostic::toString)
                    .toList();
        }
    }

    private static PolicyIdentity identity(PolicySource source) {
        try (DroolsRecoveryAdvisor advisor =
                DroolsRecoveryAdvisor.builder().policy(source).build()) {
            return advisor.policy().identity();
        }
    }

    private static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private Path jarWithoutFolders() throws IOException {
        return jar(Map.of());
    }

    /** A jar of the policy and of other files. */
    private Path jar(Map<String, String> others) throws IOException {
        Map<String, String> files = new TreeMap<>(others);
        FILES.forEach((path, text) -> files.put("policy/" + path, text));
        Path jar = Files.createTempFile(temp, "policy", ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return jar;
    }
}
