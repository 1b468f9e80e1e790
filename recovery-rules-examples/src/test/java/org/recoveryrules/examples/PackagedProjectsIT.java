package org.recoveryrules.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The jars of the projects, built before this by the invoker, as whoever gets them runs them. */
class PackagedProjectsIT {
    private record Ended(int code, String output) {}

    @Test
    void a_shaded_jar_decides_by_the_policy_in_it_without_a_java_compiler() throws Exception {
        assertThat(run("shaded-jar/target/kiosk.jar", "MINOR", "UNAVOIDABLE", "UNFORESEEABLE", "0", "900"))
                .isEqualTo(new Ended(0, """
                        The paradox APPLIES
                        FEE_WAIVER granted by SUPERVISOR
                        APOLOGY granted by AGENT
                        """));
    }

    @Test
    void an_application_of_spring_boot_decides_by_its_own_policy_and_what_that_includes_of_the_standard_one()
            throws Exception {
        assertThat(run("spring-boot/target/front-desk.jar", "MINOR", "MAJOR")).isEqualTo(new Ended(0, """
                        The paradox APPLIES
                        APOLOGY granted by AGENT
                        The paradox DOES_NOT_APPLY
                        UPGRADE granted by AGENT
                        APOLOGY granted by AGENT
                        """));
    }

    /** Runs a jar by a Java that has no compiler, as a runtime environment has none. */
    private static Ended run(String jar, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--limit-modules", "java.se,jdk.unsupported"));
        command.addAll(List.of("-jar", Path.of("target/it", jar).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output.replace(System.lineSeparator(), "\n"));
    }
}
