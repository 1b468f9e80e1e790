package org.recoveryrules.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;

class ClassLoadersTest {
    private static final Path TARIFF = Path.of("src/test/resources/org/recoveryrules/drools/tables/remedy/tariff.xlsx");

    @TempDir
    Path temp;

    @Test
    void two_policies_that_name_all_alike_decide_each_by_itself() {
        PolicySource strict = policy("MODERATE", "APOLOGY");
        PolicySource lenient = policy("CRITICAL", "PERSONAL_CALL");
        SplittableRandom random = new SplittableRandom(11);
        List<FailureContext> contexts =
                Stream.generate(() -> Contexts.random(random)).limit(500).toList();
        List<RecoveryDecision> byStrict = alone(strict, contexts);
        List<RecoveryDecision> byLenient = alone(lenient, contexts);

        try (DroolsRecoveryAdvisor first =
                        DroolsRecoveryAdvisor.builder().policy(strict).build();
                DroolsRecoveryAdvisor second =
                        DroolsRecoveryAdvisor.builder().policy(lenient).build()) {
            List<Integer> otherwise = IntStream.range(0, contexts.size() * 20)
                    .parallel()
                    .map(i -> i % contexts.size())
                    .filter(i -> !first.decide(contexts.get(i)).equals(byStrict.get(i))
                            || !second.decide(contexts.get(i)).equals(byLenient.get(i)))
                    .boxed()
                    .toList();

            assertThat(otherwise).isEmpty();
        }
        assertThat(byStrict).isNotEqualTo(byLenient);
    }

    private static PolicySource policy(String severe, String words) {
        return Policies.of(
                Policies.rule(
                        "test.severe",
                        "ServiceFailure( severity >= Severity." + severe + " )",
                        "findings.barrier( Barrier.SEVERITY );"),
                Policies.rule("test.words", "ServiceFailure()", "findings.offer( RemedyKind." + words + " );"));
    }

    private static List<RecoveryDecision> alone(PolicySource policy, List<FailureContext> contexts) {
        try (DroolsRecoveryAdvisor advisor =
                DroolsRecoveryAdvisor.builder().policy(policy).build()) {
            return contexts.stream().map(advisor::decide).toList();
        }
    }

    @Test
    void nothing_is_left_of_what_was_closed() throws Exception {
        assertThat(told("100", workbook(), trusted())).isEqualTo("""
                a context class loader that sees nothing of this is asked for []
                undeployed with the standard policy: unloaded
                undeployed with a workbook: unloaded
                undeployed from a library that stays: unloaded
                still deployed: held by EmbeddingApplication
                100 advisors made and closed leave rule bases: 0
                100 advisors made and closed leave classes: fewer than one each
                one that is open has rule bases: 1
                """);
    }

    /** A folder with a policy that is a workbook. */
    private String workbook() throws Exception {
        Path folder = temp.resolve("shop");
        Files.createDirectories(folder.resolve("remedy"));
        Files.writeString(folder.resolve("policy.properties"), "name = shop\nversion = 1\ncurrency = USD\n");
        Files.copy(TARIFF, folder.resolve("remedy/tariff.xlsx"));
        return folder.toString();
    }

    /** A folder for a class path, with a policy that goes beyond the declarative profile. */
    private String trusted() throws Exception {
        Path classPath = temp.resolve("classes");
        Map<String, String> files =
                Policies.files(Policies.rule("test.trusted", "Claim( requested.isPresent() )", "findings.review();"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = classPath.resolve("policy").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return classPath.toString();
    }

    private static String told(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Soft references are given up at every collection, as they are when memory runs short.
        command.addAll(List.of("-XX:SoftRefLRUPolicyMSPerMB=0", "-XX:TieredStopAtLevel=1", "-Xmx512m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(ClassLoadersProgram.class.getName());
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return told.replace(System.lineSeparator(), "\n");
    }
}
