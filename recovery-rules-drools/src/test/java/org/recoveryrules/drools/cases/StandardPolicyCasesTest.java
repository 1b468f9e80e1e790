package org.recoveryrules.drools.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Reason;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.cases.CaseFile.Case;

/** Runs the cases that stand beside each rule file of the standard policy. */
class StandardPolicyCasesTest {
    private static final Path POLICY = Path.of("src/main/resources/org/recoveryrules/policy/standard");
    private static DroolsRecoveryAdvisor advisor;

    @BeforeAll
    static void load() {
        advisor = DroolsRecoveryAdvisor.load(POLICY);
    }

    @AfterAll
    static void close() {
        advisor.close();
    }

    @TestFactory
    Stream<DynamicNode> exactly_the_expected_rules_of_the_file_fire() {
        return caseFiles()
                .map(file -> dynamicContainer(
                        POLICY.relativize(file.rules()).toString(),
                        file.cases().stream().map(row -> test(file, row))));
    }

    @TestFactory
    Stream<DynamicTest> every_rule_fires_in_a_case_and_does_not_in_another() {
        return caseFiles()
                .flatMap(file -> ids(file).stream()
                        .map(rule -> dynamicTest(rule, () -> {
                            Set<Boolean> seen = file.cases().stream()
                                    .map(row -> row.rules().contains(rule))
                                    .collect(Collectors.toSet());
                            assertThat(seen).contains(true);
                            if (!firesAlways(file, rule)) {
                                assertThat(seen).contains(false);
                            }
                        })));
    }

    @Test
    void there_are_cases_for_every_rule_of_the_policy() {
        Set<String> covered =
                caseFiles().flatMap(file -> ids(file).stream()).collect(Collectors.toCollection(TreeSet::new));

        assertThat(advisor.policy().rules()).extracting("id").containsExactlyElementsOf(covered);
    }

    private static DynamicTest test(CaseFile file, Case row) {
        URI source = URI.create(
                file.rules().toUri().toString().replaceFirst("\\.drl$", ".cases.csv") + "?line=" + row.line());
        return dynamicTest(row.sentence(), source, () -> {
            Set<String> fired = fired(row.context());
            fired.retainAll(file.ruleIds());
            assertThat(fired).isEqualTo(row.rules());
        });
    }

    private static Set<String> fired(FailureContext context) {
        return advisor.decide(context).reasons().stream()
                .map(Reason::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the rule has no condition that could keep it from firing. */
    private static boolean firesAlways(CaseFile file, String rule) {
        return file.cases().stream()
                .flatMap(row -> advisor.decide(row.context()).reasons().stream())
                .filter(reason -> reason.rule().equals(rule))
                .allMatch(reason -> reason.facts().isEmpty());
    }

    private static Set<String> ids(CaseFile file) {
        try {
            return file.ruleIds();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<CaseFile> caseFiles() {
        try (Stream<Path> files = Files.walk(POLICY)) {
            List<Path> rules = files.filter(file -> file.toString().endsWith(".drl"))
                    .sorted()
                    .toList();
            return rules.stream().map(CaseFile::beside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
