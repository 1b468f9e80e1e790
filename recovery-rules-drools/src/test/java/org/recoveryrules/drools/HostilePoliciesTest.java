package org.recoveryrules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.recoveryrules.drools.files.Code.CHECK_FAILED;
import static org.recoveryrules.drools.files.Code.DOES_NOT_COMPILE;
import static org.recoveryrules.drools.files.Code.RULES_DO_NOT_END;
import static org.recoveryrules.drools.files.Code.RULE_FAILS;
import static org.recoveryrules.drools.files.Code.SYNTAX;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recoveryrules.api.Reason;
import org.recoveryrules.drools.files.Code;

/** A policy of the declarative profile runs nothing of its own: whatever would is refused before the engine sees it. */
class HostilePoliciesTest {
    /** What only the engine, or the check at its wits' end, tells. */
    private static final Set<String> NOT_REFUSED_AS_SUCH = Stream.of(
                    CHECK_FAILED, SYNTAX, DOES_NOT_COMPILE, RULE_FAILS, RULES_DO_NOT_END)
            .map(Code::toString)
            .collect(Collectors.toSet());

    private static final WatchedLoading LOADING = new WatchedLoading();
    /** How many were refused, by the code that told. */
    private static final Map<Code, Integer> REFUSED = new TreeMap<>();

    @TempDir
    Path temp;

    static Stream<Named<Attack>> attacks() {
        return corpus().map(Supplier::get);
    }

    private static Stream<Supplier<Named<Attack>>> corpus() {
        Stream<Named<Attack>> small = Stream.of(HostileTexts.all(), HostileFolders.all(), HostileWorkbooks.all())
                .flatMap(attacks -> attacks);
        return Stream.concat(small.map(attack -> () -> attack), HostileSizes.all());
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("attacks")
    void is_refused_before_the_engine_sees_it(Attack attack) throws Exception {
        Object policy = attack.policy().in(temp);

        List<String> errors =
                assertTimeoutPreemptively(Duration.ofMinutes(2), () -> LOADING.errors(policy, Profile.DECLARATIVE));

        String origin = policy instanceof Path ? policy.toString() : "memory";
        assertThat(errors)
                .contains("%s at %s:%d"
                        .formatted(attack.code(), attack.file().isEmpty() ? origin : attack.file(), attack.line()))
                .noneMatch(error -> NOT_REFUSED_AS_SUCH.contains(error.substring(0, error.indexOf(' '))));
        assertThat(LOADING.partsOfEngine()).isEmpty();
        assertThat(System.getProperty(Hit.PROPERTY)).isNull();
        REFUSED.merge(attack.code(), 1, Integer::sum);
    }

    @AfterAll
    static void count() throws IOException {
        int refused = REFUSED.values().stream().mapToInt(Integer::intValue).sum();
        List<String> lines = Stream.concat(
                        Stream.of(refused + " refused before the engine was loaded, by the code that tells:"),
                        REFUSED.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey()))
                .toList();
        Files.write(Path.of("target/hostile-policies.txt"), lines);
    }

    @Test
    void there_are_as_many_as_the_page_on_the_profile_says() throws IOException {
        assertThat(Files.readString(Path.of("docs/profile.md")))
                .contains("\n%,d hostile policies".formatted(corpus().count()));
    }

    /** Otherwise none of the above would say anything. */
    @Test
    void an_engine_that_is_reached_would_be_noticed_and_so_would_code_that_runs() throws Exception {
        WatchedLoading loading = new WatchedLoading();
        String rule = Policies.rule("test.rule", "ServiceFailure( severity.name == \"x\" )", "findings.review();");

        assertThat(loading.errors(Attack.bytes(Policies.files(rule)), Profile.TRUSTED))
                .isEmpty();
        assertThat(loading.partsOfEngine()).containsExactlyInAnyOrderElementsOf(WatchedLoading.ENGINE);

        String hit = "ServiceFailure( org.recoveryrules.drools.Hit.now() )";
        try {
            assertThat(loading.errors(
                            Attack.bytes(Policies.files(Policies.rule("test.rule", hit, "findings.review();"))),
                            Profile.TRUSTED))
                    .isEmpty();
            assertThat(System.getProperty(Hit.PROPERTY)).isEqualTo("loaded");
        } finally {
            System.clearProperty(Hit.PROPERTY);
        }
    }

    @Test
    void what_looks_like_code_in_a_text_comes_out_as_it_stands() {
        List<String> texts = List.of(
                "@{org.recoveryrules.drools.Hit.now()} ${x} #{x} {{x}} $$ %s {0}",
                "drools.halt(); update( x ); insert( y ); modify( z ) { } retract( z );",
                "x\\u0022 ); org.recoveryrules.drools.Hit.now(); //",
                "x\" ); org.recoveryrules.drools.Hit.now(); (\"",
                "end rule \"test.b\" when then findings.review(); end",
                "/* // */ \\n \\ 'x' `x` <b>x</b> \ud83d\ude00 \u00e9\tx");
        String[] rules = IntStream.range(0, texts.size())
                .mapToObj(i -> Policies.rule(
                        "test.text-" + i,
                        "ServiceFailure( )",
                        "findings.step( StepKind.SOLVE, \""
                                + texts.get(i).replace("\\", "\\\\").replace("\"", "\\\"") + "\" );"))
                .toArray(String[]::new);

        try (DroolsRecoveryAdvisor advisor =
                DroolsRecoveryAdvisor.builder().policy(Policies.of(rules)).build()) {
            assertThat(advisor.decide(Contexts.minor().build()).steps())
                    .singleElement()
                    .satisfies(step -> assertThat(step.words()).containsExactlyElementsOf(texts));
        }
        assertThat(System.getProperty(Hit.PROPERTY)).isNull();
    }

    /** Its name means nothing but where the file lies. */
    @Test
    void a_package_that_shadows_one_of_ours_shadows_nothing() {
        Map<String, String> files = Policies.files();
        String rules = files.remove("test/test.drl");
        for (String name :
                List.of("java.lang.test", "org.recoveryrules.api.test", "org.recoveryrules.drools.rules.test")) {
            int number = files.size();
            String rule = Policies.rule("test.rule-" + number, "ServiceFailure( )", "findings.review();");
            files.put("test/test-" + number + ".drl", rules.replace("package test", "package " + name) + rule);
        }

        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(PolicySource.memory(files))
                .build()) {
            assertThat(advisor.decide(Contexts.minor().build()).reasons())
                    .extracting(Reason::rule)
                    .containsExactly("test.rule-1", "test.rule-2", "test.rule-3");
        }
    }
}
