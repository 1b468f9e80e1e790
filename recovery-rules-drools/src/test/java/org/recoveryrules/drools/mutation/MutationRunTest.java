package org.recoveryrules.drools.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.Profile;
import org.recoveryrules.drools.cases.CaseLine;
import org.recoveryrules.drools.cases.Coverage.Share;
import org.recoveryrules.drools.check.CheckedPolicy;
import org.recoveryrules.drools.engine.Budget;
import org.recoveryrules.drools.engine.DecisionEngine;
import org.recoveryrules.drools.engine.Interpreter;
import org.recoveryrules.drools.policy.CompiledPolicy;
import org.recoveryrules.drools.policy.PolicyCompiler;

/** What cases notice, what they do not, and the case that would. */
class MutationRunTest {
    private static final String HEADER =
            "case,severity,avoidability,foreseeability,priorFailures,lifetimeValue,price,requested,status,rules,remedies";
    private static final String GRAVE = Policies.rule(
            "test.grave", "ServiceFailure( severity >= Severity.MAJOR )", "findings.barrier( Barrier.SEVERITY );");
    private static final String GIFT = Policies.rule(
            "test.gift",
            "ParadoxAssessment( verdict == Verdict.APPLIES )\n        Claim( requestMade == false )",
            "findings.offer( RemedyKind.GIFT, Component.GESTURE, \"gift\" );");

    @Test
    void notices_what_a_case_says() {
        MutationRun run = run(
                files(List.of(GRAVE), ""),
                HEADER,
                "critical,CRITICAL,UNAVOIDABLE,UNFORESEEABLE,0,1000,,,,test.grave,",
                "major,MAJOR,UNAVOIDABLE,UNFORESEEABLE,0,1000,,,,test.grave,",
                "moderate,MODERATE,UNAVOIDABLE,UNFORESEEABLE,0,1000,,,,-,");

        assertThat(run.noticed()).isEqualTo(new Share(10, 16));
        assertThat(run.survivors()).hasSize(1);
        assertThat(run.survivors().get(0).mutants())
                .extracting(Mutant::after)
                .containsExactly(
                        "Barrier.PRIOR_FAILURE",
                        "Barrier.AVOIDABLE",
                        "Barrier.FORESEEABLE",
                        "Barrier.RECURRING",
                        "Barrier.EMPLOYEE_CONDUCT",
                        "Barrier.UNMET_REQUEST");
    }

    @Test
    void writes_one_case_for_all_that_it_would_notice() {
        MutationRun run =
                run(files(List.of(GRAVE), ""), HEADER, "major,MAJOR,UNAVOIDABLE,UNFORESEEABLE,0,1000,,,,test.grave,");

        assertThat(run.survivors()).extracting(Survivors::toString).containsExactly("""
                test/test.drl:10:21: severity >= Severity.MAJOR became severity >= Severity.MODERATE, severity >= Severity.NEGLIGIBLE, severity >= Severity.MINOR, severity <= Severity.MAJOR
                test/test.drl:10:21: severity >= Severity.MAJOR left out
                  a line for test/test.cases.csv that would notice:
                    severity >= Severity.MAJOR and not severity >= Severity.MODERATE,MODERATE,UNAVOIDABLE,UNFORESEEABLE,0,1000,,,,-,""", """
                test/test.drl:10:21: severity >= Severity.MAJOR became severity == Severity.MAJOR
                  a line for test/test.cases.csv that would notice:
                    severity >= Severity.MAJOR and not severity == Severity.MAJOR,CRITICAL,UNAVOIDABLE,UNFORESEEABLE,0,1000,,,,test.grave,""", """
                test/test.drl:12:23: Barrier.SEVERITY became Barrier.PRIOR_FAILURE, Barrier.AVOIDABLE, Barrier.FORESEEABLE or 3 others
                  a line for test/test.cases.csv that would notice, with barriers as new:
                    case,severity,avoidability,foreseeability,priorFailures,lifetimeValue,price,requested,status,rules,remedies,barriers
                    Barrier.SEVERITY and not Barrier.PRIOR_FAILURE,MAJOR,UNAVOIDABLE,UNFORESEEABLE,0,1000,,,,,,SEVERITY""");
    }

    @Test
    void takes_no_case_that_fails_already() {
        MutationRun run = run(files(List.of(GRAVE), ""), HEADER, "wrong,MAJOR,UNAVOIDABLE,UNFORESEEABLE,0,1000,,,,-,");

        assertThat(run.noticed().covered()).isZero();
    }

    /** The promise: what is written notices. */
    @Test
    void the_cases_that_are_written_notice_all_for_which_they_are_written() {
        Map<String, byte[]> files = files(
                List.of(
                        GRAVE,
                        GIFT,
                        Policies.rule(
                                "test.requested",
                                "Claim( status != ClaimStatus.CONTRADICTED, compensatedClaims < 3 )",
                                "findings.offerRequested();"),
                        Policies.rule("test.cap", "ServiceFailure()", "findings.cap( Amount.percentOfPrice( 100 ) );"),
                        Policies.rule("test.limit", "Customer()", "findings.limit( Authority.AGENT, \"limit\" );"),
                        Policies.rule(
                                "test.slow",
                                "( Handling( delayHours > 72 ) or Customer( vulnerable, mood == Mood.ANGRY ) )",
                                "findings.followUp( \"P3D\", \"call\" );")),
                "amount.gift = percentOfLifetimeValue( 1 ).atLeast( \"5\" ).atMost( \"50\" )\namount.limit = of( \"25\" )\n");
        MutationRun before = run(files, HEADER, "fails already,MINOR,UNAVOIDABLE,UNFORESEEABLE,0,1000,,,,-,");

        MutationRun after = run(files, table(before));

        assertThat(before.noticed().covered()).isZero();
        assertThat(after.survivors())
                .allSatisfy(survivor -> assertThat(survivor.noticing()).isEmpty());
        assertThat(after.noticed().percent()).isGreaterThanOrEqualTo(97);
    }

    @Test
    void is_what_the_engine_would_find() {
        String condition = "Claim( status == ClaimStatus.VERIFIED || compensatedClaims < 2 )";
        Map<String, byte[]> files = with(
                files(List.of(Policies.rule("test.rule", condition, "findings.review();")), ""),
                "case,severity,avoidability,foreseeability,priorFailures,lifetimeValue,status,compensatedClaims,rules",
                "verified,MINOR,UNAVOIDABLE,UNFORESEEABLE,0,1000,VERIFIED,7,test.rule",
                "few,MINOR,UNAVOIDABLE,UNFORESEEABLE,0,1000,UNVERIFIED,1,test.rule");
        CheckedPolicy checked = Policies.checked(files);
        CompiledPolicy compiled = PolicyCompiler.declarative(checked);
        List<Mutant> survivors = MutationRun.of(checked, compiled).survivors().stream()
                .flatMap(group -> group.mutants().stream())
                .toList();
        List<String> outlived = survivors.stream().map(Mutant::toString).toList();
        List<Mutant> comparisons = new Mutants(checked, Interpreter.of(compiled).orElseThrow())
                .all()
                .filter(mutant ->
                        condition.contains(mutant.before()) && !mutant.after().isEmpty())
                .toList();

        assertThat(comparisons).hasSize(10);
        for (Mutant mutant : comparisons) {
            Map<String, byte[]> changed = new TreeMap<>(files);
            changed.computeIfPresent(
                    "test/test.drl",
                    (path, text) -> new String(text, StandardCharsets.UTF_8)
                            .replace(mutant.before(), mutant.after())
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(passesByEngine(changed)).as("%s", mutant).isEqualTo(outlived.contains(mutant.toString()));
        }
        assertThat(survivors).hasSizeBetween(1, 9);
    }

    @Test
    void is_not_made_in_rules_beyond_the_declarative_profile() {
        String beyond = Policies.rule("test.rule", "ServiceFailure( price.isPresent() )", "findings.review();");
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(Policies.of(beyond))
                .profile(Profile.TRUSTED)
                .build()) {
            assertThatIllegalStateException()
                    .isThrownBy(advisor::runMutants)
                    .withMessage("mistakes can be made in rules of the declarative profile only");
        }
    }

    /** The table of the policy as it was, and each case that was written. */
    private static String[] table(MutationRun run) {
        List<NoticingCase> written = run.survivors().stream()
                .flatMap(survivor -> survivor.noticing().stream())
                .distinct()
                .toList();
        Set<String> columns = new LinkedHashSet<>();
        written.forEach(one -> columns.addAll(one.cells().keySet()));
        List<String> lines = new ArrayList<>(List.of(String.join(",", columns)));
        for (NoticingCase one : written) {
            Map<String, String> cells = new TreeMap<>(one.cells());
            // A sentence says what it shows, and no two say the same.
            cells.put("case", "case " + lines.size());
            lines.add(CaseLine.line(List.copyOf(columns), cells));
        }
        return lines.toArray(String[]::new);
    }

    private static boolean passesByEngine(Map<String, byte[]> files) {
        CheckedPolicy checked = Policies.checked(files);
        DecisionEngine engine = new DecisionEngine(PolicyCompiler.declarative(checked), Budget.STANDARD);
        return checked.cases().get(0).cases().stream()
                .allMatch(tested ->
                        tested.differences(engine.decide(tested.context())).isEmpty());
    }

    private static MutationRun run(Map<String, byte[]> files, String... table) {
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(PolicySource.memory(text(with(files, table))))
                .untested()
                .build()) {
            return advisor.runMutants();
        }
    }

    private static Map<String, String> text(Map<String, byte[]> files) {
        Map<String, String> texts = new TreeMap<>();
        files.forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }

    private static Map<String, byte[]> with(Map<String, byte[]> files, String... table) {
        Map<String, byte[]> all = new TreeMap<>(files);
        all.put("test/test.cases.csv", String.join("\n", table).getBytes(StandardCharsets.UTF_8));
        return all;
    }

    private static Map<String, byte[]> files(List<String> rules, String amounts) {
        Map<String, byte[]> files = new TreeMap<>();
        Policies.files(rules.toArray(String[]::new))
                .forEach((path, text) -> files.put(
                        path,
                        (path.equals("policy.properties") ? text + amounts : text).getBytes(StandardCharsets.UTF_8)));
        return files;
    }
}
