package org.recoveryrules.drools.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Cause;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.Rule;
import org.recoveryrules.api.RuleFailureException;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Verdict;
import org.recoveryrules.api.Vulnerability;
import org.recoveryrules.drools.Contexts;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.testkit.Finding;
import org.recoveryrules.testkit.PolicyCase;
import org.recoveryrules.testkit.PolicyUnderTest;
import org.recoveryrules.testkit.RuleOutcome;
import org.recoveryrules.testkit.Score;
import org.recoveryrules.testkit.Threshold;

class DroolsPolicyEngineTest {
    private static final ParadoxAssessment APPLIES = new ParadoxAssessment(Verdict.APPLIES, Set.of());
    private static final ParadoxAssessment SEVERE =
            new ParadoxAssessment(Verdict.DOES_NOT_APPLY, Set.of(Barrier.SEVERITY));
    private static final FailureContext MINOR = Contexts.minor().build();
    private static final FailureContext MAJOR =
            Contexts.minor().severity(Severity.MAJOR).build();

    private static final String SEVERE_RULE = Policies.rule(
            "test.severe", "ServiceFailure( severity >= Severity.MODERATE )", "findings.barrier( Barrier.SEVERITY );");

    @TempDir
    private Path folder;

    private PolicyUnderTest load(Map<String, String> files, String... ruleSets) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return new DroolsPolicyEngine().load(folder.toString(), Set.of(ruleSets));
    }

    private static Map<String, String> and(Map<String, String> files, String path, String content) {
        files.put(path, content);
        return files;
    }

    @Test
    void a_policy_in_a_folder_decides() throws IOException {
        try (PolicyUnderTest policy = load(Policies.files(SEVERE_RULE))) {
            assertThat(policy.decide(MAJOR).paradox()).isEqualTo(SEVERE);
            assertThat(policy.policy().identity().name()).isEqualTo("test");
        }
    }

    @Test
    void an_invalid_one_is_refused_with_all_that_is_wrong() {
        String twoFaults = SEVERE_RULE.replace("severity", "severty").replace("Barrier.", "Barier.");

        assertThatThrownBy(() -> load(Policies.files(twoFaults)))
                .asInstanceOf(type(InvalidPolicyException.class))
                .extracting(InvalidPolicyException::diagnostics)
                .asInstanceOf(list(Diagnostic.class))
                .extracting(Diagnostic::code)
                .containsExactly("field-unknown", "type-unknown");
    }

    @Test
    void a_rule_that_fails_is_told_at_once() {
        assertThatThrownBy(() ->
                        new DroolsPolicyEngine().load("classpath:org/recoveryrules/drools/testing/fails", Set.of()))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("error[rule-fails]: rule 'test.fails' fails");
    }

    @Test
    void what_is_not_there_is_told_with_its_name() {
        assertThatThrownBy(() -> new DroolsPolicyEngine().load("classpath:org/example/nowhere", Set.of()))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessage("policy classpath:org/example/nowhere cannot be used:\n"
                        + "  classpath:org/example/nowhere: error[policy-unreadable]:"
                        + " org/example/nowhere/policy.properties is not on the class path");
    }

    @Test
    void cases_tell_their_line_and_what_came_of_them() throws IOException {
        try (PolicyUnderTest policy = load(and(Policies.files(SEVERE_RULE), "test/test.cases.csv", """
                case,severity,avoidability,foreseeability,priorFailures,lifetimeValue,rules,verdict
                passes,MODERATE,UNAVOIDABLE,UNFORESEEABLE,0,1000,test.severe,

                fires and should not,MAJOR,UNAVOIDABLE,UNFORESEEABLE,0,1000,-,APPLIES
                does not fire and should,MINOR,UNAVOIDABLE,UNFORESEEABLE,0,1000,test.severe,
                """))) {
            List<PolicyCase> cases = policy.policyCases();

            assertThat(cases)
                    .extracting(PolicyCase::sentence)
                    .containsExactly("passes", "fires and should not", "does not fire and should");
            assertThat(cases).extracting(PolicyCase::line).containsExactly(2, 4, 5);
            assertThat(cases).extracting(PolicyCase::table).containsOnly("test/test.cases.csv");
            assertThat(cases)
                    .extracting(PolicyCase::source)
                    .containsOnly(folder.resolve("test/test.cases.csv").toUri());
            assertThat(cases.get(0).run().get()).isEmpty();
            assertThat(cases.get(1).run().get()).contains("""
                    test/test.cases.csv:4: fires and should not
                               expected      came
                      rules    not expected  test.severe
                      verdict  APPLIES       DOES_NOT_APPLY
                      test/test.drl:6: test.severe fired on failure.severity MAJOR (rules, verdict)""");
            assertThat(cases.get(2).run().get()).contains("""
                    test/test.cases.csv:5: does not fire and should
                             expected     came
                      rules  test.severe  missing
                      test/test.drl:6: test.severe did not fire: failure.severity is MINOR, would have had to be \
                    MODERATE, MAJOR or CRITICAL""");
        }
    }

    @Test
    void coverage_names_what_no_case_shows() throws IOException {
        try (PolicyUnderTest policy = load(and(Policies.files(SEVERE_RULE), "test/test.cases.csv", """
                case,severity,avoidability,foreseeability,priorFailures,lifetimeValue,rules
                at the cut,MODERATE,UNAVOIDABLE,UNFORESEEABLE,0,1000,test.severe
                """))) {
            assertThat(policy.ruleCoverage())
                    .isEqualTo(new Score(0, 1, List.of("test/test.drl:6:6: test.severe: fires in all of 1 case")));
            assertThat(policy.boundaryCoverage())
                    .isEqualTo(new Score(
                            0,
                            1,
                            List.of("test/test.drl:10:21: test.severe: severity >= Severity.MODERATE: none with"
                                    + " MINOR")));
        }
    }

    @Test
    void one_rule_speaks_alone() throws IOException {
        String every = Policies.rule("test.any", "ServiceFailure( )", "findings.ask( Question.CAUSE );");
        try (PolicyUnderTest policy = load(Policies.files(SEVERE_RULE, every))) {
            assertThat(policy.fire("test.severe", MAJOR, APPLIES))
                    .isEqualTo(new RuleOutcome(
                            "test.severe", List.of(new Finding("barrier", List.of("SEVERITY"))), List.of()));
            assertThat(policy.fire("test.severe", MINOR, APPLIES))
                    .isEqualTo(new RuleOutcome(
                            "test.severe",
                            List.of(),
                            List.of("failure.severity is MINOR, would have had to be MODERATE, MAJOR or CRITICAL")));
        }
    }

    @Test
    void a_rule_reads_the_assessment_that_it_is_given() throws IOException {
        String reads = Policies.rule(
                "test.reads", "ParadoxAssessment( barriers contains Barrier.SEVERITY )", "findings.review();");
        try (PolicyUnderTest policy = load(Policies.files(reads))) {
            assertThat(policy.fire("test.reads", MINOR, SEVERE).findings())
                    .containsExactly(new Finding("review", List.of()));
            assertThat(policy.fire("test.reads", MINOR, APPLIES).obstacles())
                    .containsExactly("paradox.barriers is [], would have had to be with SEVERITY");
        }
    }

    @Test
    void a_rule_that_is_not_there_is_refused_with_the_nearest() throws IOException {
        try (PolicyUnderTest policy = load(Policies.files(SEVERE_RULE))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> policy.fire("test.sever", MAJOR, APPLIES))
                    .withMessage("policy test has no rule 'test.sever'; did you mean 'test.severe'?");
        }
    }

    @Test
    void thresholds_are_in_the_type_of_the_component() throws IOException {
        try (PolicyUnderTest policy = load(Policies.files(
                SEVERE_RULE,
                Policies.rule(
                        "test.many",
                        "ServiceFailure( priceKnown == true, priceAmount > 10.50B, severity > Severity.MODERATE,"
                                + " causedBy in ( Cause.PROVIDER, Cause.THIRD_PARTY ), accepted == false )\n"
                                + "FailureHistory( priorFailures >= 2 )\n"
                                + "Customer( vulnerabilities contains Vulnerability.HEALTH, vulnerable == true,"
                                + " lifetimeValueAmount < 100 )\n"
                                + "Handling( delayHours <= 72 )\n"
                                + "ParadoxAssessment( verdict == Verdict.APPLIES )",
                        "findings.review();")))) {
            assertThat(policy.thresholds())
                    .containsExactly(
                            new Threshold("accepted", List.of(false)),
                            new Threshold("causedBy", List.of(Cause.PROVIDER, Cause.THIRD_PARTY)),
                            new Threshold("delay", List.of(Duration.ofHours(72))),
                            new Threshold("lifetimeValue", List.of(new BigDecimal("100"))),
                            new Threshold("price", List.of(new BigDecimal("10.50"))),
                            new Threshold("priorFailures", List.of(2)),
                            new Threshold("severity", List.of(Severity.MODERATE)),
                            new Threshold("vulnerabilities", List.of(Vulnerability.HEALTH)));
        }
    }

    @Test
    void one_rule_set_decides_without_the_others() throws IOException {
        String included = """
                name = test
                version = 1
                currency = USD
                include.standard = paradox, remedy/words
                """;
        Map<String, String> files = and(Policies.files(SEVERE_RULE), "policy.properties", included);
        try (PolicyUnderTest policy = load(files, "paradox")) {
            assertThat(policy.policy().rules())
                    .extracting(Rule::id)
                    .isNotEmpty()
                    .allMatch(id -> id.startsWith("paradox."));
            assertThat(policy.decide(MAJOR).reasons())
                    .extracting(Reason::rule)
                    .containsExactly("paradox.severe-failure");
        }
    }

    @Test
    void one_rule_set_is_tested_whatever_is_wrong_with_another() throws IOException {
        Map<String, String> files = Policies.files(SEVERE_RULE);
        files.put("other/other.drl", "this is no rule file");
        files.put("other/other.cases.csv", "nor is this a table");

        try (PolicyUnderTest policy = load(files, "test")) {
            assertThat(policy.policy().rules()).extracting(Rule::id).containsExactly("test.severe");
        }
    }

    @Test
    void a_rule_set_that_is_not_there_is_refused_with_the_nearest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> load(Policies.files(SEVERE_RULE), "tset"))
                .withMessage("policy " + folder + " has no rule set 'tset'; did you mean 'test'?");
    }

    @Test
    void a_policy_on_the_class_path_is_trusted() {
        try (PolicyUnderTest policy =
                new DroolsPolicyEngine().load("classpath:/org/recoveryrules/drools/testing/trusted/", Set.of())) {
            FailureContext context = Contexts.minor().price(Contexts.usd("80")).build();

            assertThat(policy.fire("test.computed", context, APPLIES))
                    .isEqualTo(new RuleOutcome(
                            "test.computed",
                            List.of(new Finding("offer", List.of("CREDIT", "GESTURE", "percentOfPrice( 12 )"))),
                            List.of()));
            assertThat(policy.fire("test.computed", MINOR, APPLIES))
                    .isEqualTo(new RuleOutcome("test.computed", List.of(), List.of()));
            assertThat(policy.policyCases())
                    .extracting(PolicyCase::source)
                    .containsExactly(
                            URI.create("classpath:/org/recoveryrules/drools/testing/trusted/test/test.cases.csv"));
            assertThat(policy.policyCases().get(0).run().get()).isEmpty();
        }
    }

    @Test
    void a_rule_that_fails_alone_is_named() {
        try (PolicyUnderTest policy =
                new DroolsPolicyEngine().load("classpath:org/recoveryrules/drools/testing/trusted", Set.of())) {
            FailureContext context = Contexts.minor()
                    .requested(RemedyKind.CREDIT, Contexts.usd("987654"))
                    .build();

            assertThatThrownBy(() -> policy.fire("test.fails-rarely", context, APPLIES))
                    .asInstanceOf(type(RuleFailureException.class))
                    .extracting(RuleFailureException::rule)
                    .isEqualTo("test.fails-rarely");
        }
    }

    @Test
    void a_context_is_written_as_two_lines_of_a_table() {
        assertThat(new DroolsPolicyEngine()
                        .caseLines(Contexts.minor().price(Contexts.usd("12.50")).build()))
                .isEqualTo("""
                        case,severity,avoidability,foreseeability,priorFailures,lifetimeValue,price
                        say what this shows,MINOR,UNAVOIDABLE,UNFORESEEABLE,0,5000,12.50""");
    }
}
