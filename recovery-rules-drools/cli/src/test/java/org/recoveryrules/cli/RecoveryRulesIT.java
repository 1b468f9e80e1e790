package org.recoveryrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What users have is the jar: it is run as they run it. */
class RecoveryRulesIT {
    private static final String ESCAPE = "\u001b";

    @TempDir
    private Path folder;

    @Test
    void what_init_lays_out_is_fine() throws Exception {
        assertThat(run("init", "my-shop").code()).isZero();
        assertThat(run("check", "my-shop", "--strict")).isEqualTo(new Ended(0, "my-shop is fine\n", ""));
    }

    @Test
    void it_tells_its_version_and_how_to_use_it() throws Exception {
        assertThat(run("--version").out()).startsWith("recovery-rules " + System.getProperty("version") + "\n");
        assertThat(run("--help")).isEqualTo(new Ended(0, Ended.of("--help").out(), ""));
    }

    @Test
    void a_context_can_be_piped_in() throws Exception {
        run("init", "my-shop");
        Process piped = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Jar.path().toString(),
                        "decide",
                        "my-shop",
                        "-")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();

        try (OutputStream in = piped.getOutputStream()) {
            in.write(Files.readAllBytes(folder.resolve("my-shop/example.json")));
        }

        try (BufferedReader page = piped.inputReader(StandardCharsets.UTF_8)) {
            assertThat(page.lines()).first().isEqualTo("PARADOX     APPLIES");
        }
    }

    @Test
    void it_ends_with_1_and_a_line_where_it_could_not_run() throws Exception {
        assertThat(run("check", "nowhere")).isEqualTo(new Ended(1, "", """
                error: there is no folder 'nowhere'
                Try 'recovery-rules check --help'.
                """));
    }

    @Test
    void it_ends_with_2_where_the_policy_cannot_be_used_and_tells_code_hosts_why() throws Exception {
        run("init", "my-shop");
        spoil();

        Ended ended = run("check", "my-shop", "--format", "sarif");

        JsonNode run = new ObjectMapper().readTree(ended.out()).at("/runs/0");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).isEmpty();
        assertThat(run.at("/tool/driver/version").asText()).isEqualTo(System.getProperty("version"));
        assertThat(run.at("/originalUriBaseIds/POLICY/uri").asText())
                .isEqualTo(folder.toRealPath().resolve("my-shop").toUri().toString());
        assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("policy.properties");
    }

    @Test
    void it_is_coloured_on_a_terminal_only_and_where_nobody_minds() throws Exception {
        Jar forced = Jar.in(folder).with("CLICOLOR_FORCE", "1");

        assertThat(run("check", "nowhere").err()).doesNotContain(ESCAPE);
        assertThat(forced.run("check", "nowhere").err()).startsWith(ESCAPE + "[");
        assertThat(forced.run("check", "nowhere", "--no-color").err()).doesNotContain(ESCAPE);
        assertThat(forced.with("NO_COLOR", "1").run("check", "nowhere").err()).doesNotContain(ESCAPE);
    }

    @Test
    void it_writes_utf_8_whatever_the_platform_prefers() throws Exception {
        run("init", "my-shop");
        spoil();

        Ended ended = Jar.in(folder)
                .java("-Dfile.encoding=US-ASCII", "-Dstdout.encoding=US-ASCII")
                .run("check", "my-shop");

        assertThat(ended.out()).contains("'für-Kühe'");
    }

    @Test
    void it_checks_again_on_every_save_until_it_is_interrupted() throws Exception {
        run("init", "my-shop");
        Process watching = Jar.in(folder).start("check", "my-shop", "--watch");
        try (BufferedReader lines = watching.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("my-shop is fine");
            assertThat(lines.readLine()).endsWith(" watching my-shop, Ctrl-C ends it");

            spoil();
            assertThat(lines.readLine()).startsWith("policy.properties:").contains("für-Kühe");
            while (!lines.readLine().endsWith(" watching my-shop, Ctrl-C ends it")) {
                assertThat(watching.isAlive()).isTrue();
            }

            interrupt(watching);
            assertThat(lines.readLine()).isNull();
            assertThat(watching.waitFor()).isZero();
        } finally {
            watching.destroyForcibly();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void its_completion_works_in_bash() throws Exception {
        Files.writeString(folder.resolve("completion"), run("completion").out());
        // Where nobody presses a key there is no completion whose options could be set.
        String ask = """
                compopt() { :; }
                source completion
                COMP_WORDS=(recovery-rules check --f); COMP_CWORD=2
                _complete_recovery-rules
                echo "${COMPREPLY[@]}"
                COMP_WORDS=(recovery-rules check --format ''); COMP_CWORD=3
                _complete_recovery-rules
                echo "${COMPREPLY[@]}"
                """;

        Process bash = new ProcessBuilder("bash", "-c", ask)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        try (BufferedReader answers = bash.inputReader(StandardCharsets.UTF_8)) {
            assertThat(answers.lines()).containsExactly("--format", "text json sarif");
        }
    }

    @Test
    void all_of_drools_is_in_it() throws Exception {
        Process decision = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Jar.path()
                                + System.getProperty("path.separator")
                                + Path.of(StandardPolicy.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI()),
                        StandardPolicy.class.getName())
                .redirectErrorStream(true)
                .start();

        try (BufferedReader lines = decision.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.lines()).containsExactly("standard");
        }
    }

    /** Whoever adds a library looks up its licence: what is not Apache 2.0 stands in THIRD-PARTY.txt. */
    @Test
    void it_carries_no_library_whose_licence_nobody_has_looked_up() throws IOException {
        try (JarFile jar = new JarFile(Jar.path().toFile())) {
            Set<String> packages = jar.stream()
                    .map(entry -> entry.getName().replaceFirst("^META-INF/versions/\\d+/", ""))
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.replaceFirst("^(\\w+(/\\w+(?=/))?).*", "$1"))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(packages)
                    .containsExactly(
                            "com/fasterxml",
                            "com/microsoft",
                            "com/zaxxer",
                            "org/antlr",
                            "org/apache",
                            "org/drools",
                            "org/eclipse",
                            "org/etsi",
                            "org/joda",
                            "org/jspecify",
                            "org/kie",
                            "org/mvel2",
                            "org/openxmlformats",
                            "org/recoveryrules",
                            "org/slf4j",
                            "org/w3",
                            "picocli");
            assertThat(List.of("LICENSE", "NOTICE", "THIRD-PARTY.txt"))
                    .allSatisfy(
                            name -> assertThat(jar.getEntry("META-INF/" + name)).isNotNull());
        }
    }

    @Test
    void it_carries_nothing_of_tests() throws IOException {
        try (JarFile jar = new JarFile(Jar.path().toFile())) {
            assertThat(jar.stream().map(JarEntry::getName))
                    .noneMatch(name ->
                            name.contains("testkit") || name.contains("drools/testing") || name.contains("junit"));
        }
    }

    /** Sets something that is no setting. */
    private void spoil() throws IOException {
        Path settings = folder.resolve("my-shop/policy.properties");
        Files.writeString(settings, Files.readString(settings) + "\nfür-Kühe = 1\n");
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        return Jar.in(folder).run(arguments);
    }

    /** As Ctrl-C does; where there is no such signal, as closing the window does. */
    private static void interrupt(Process process) throws IOException, InterruptedException {
        if (OS.WINDOWS.isCurrentOs()) {
            process.destroy();
        } else {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
    }
}
