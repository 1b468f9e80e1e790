package org.recoveryrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recoveryrules.api.FailureContext;
import picocli.CommandLine;

class ExplainTest {
    private static final String RULES = """
            // What speaks.
            package my.shop.remedy;
            import org.recoveryrules.api.*;
            global org.recoveryrules.drools.rules.Findings findings;
            rule "remedy.apologise" @because( "we are sorry" ) @source( "a test" )
            when then findings.offer( RemedyKind.APOLOGY ); end
            rule "remedy.call" @because( "it matters" ) @source( "a test" )
            when
                ( ServiceFailure( severity > Severity.MINOR ) or Customer( champion == true ) )
                Handling( delayHours > 72, apologies not in ( 0, 1 ) )
            then findings.offer( RemedyKind.PERSONAL_CALL ); end
            rule "remedy.note" @because( "we care" ) @source( "a test" )
            when Customer( !( vulnerabilities not contains Vulnerability.HEALTH ) )
            then findings.offer( RemedyKind.HANDWRITTEN_NOTE ); end
            """;

    @TempDir
    private Path folder;

    private Path policy;
    private FailureContext context;

    @BeforeEach
    void start() throws IOException {
        policy = folder.resolve("my-shop");
        Files.createDirectories(policy.resolve("remedy"));
        Files.writeString(policy.resolve("policy.properties"), "name = my-shop\nversion = 1\ncurrency = USD\n");
        Files.writeString(policy.resolve("remedy/words.drl"), RULES);
        context = Contexts.core().build();
    }

    @Test
    void it_tells_what_fired_with_its_values_and_what_did_not_with_what_kept_it_from_that() {
        Ended ended = explain(policy, "-");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("""
                FIRED       remedy.apologise
                              because we are sorry
                DID NOT     COMMUNICATION: the nearest of 2
                              remedy.note
                                customer.vulnerabilities is [], would have had to be with HEALTH
                              remedy.call
                                failure.severity is MINOR, would have had to be MODERATE, MAJOR or CRITICAL
                                handling.delayHours is 0, would have had to be more than 72
                                handling.apologies is 0, would have had to be none of 0, 1
                POLICY      my-shop 1
                """);
    }

    @Test
    void a_rule_that_fired_and_whose_offer_came_to_nothing_is_told() throws IOException {
        Files.writeString(policy.resolve("remedy/more.drl"), """
                // What is withheld.
                package my.shop.remedy;
                import org.recoveryrules.api.*;
                global org.recoveryrules.drools.rules.Findings findings;
                rule "remedy.no-apology" @because( "it was said before" ) @source( "a test" )
                when then findings.withhold( RemedyKind.APOLOGY ); end
                """);

        assertThat(explain(policy, "-").out()).contains("""
                DID NOT     COMMUNICATION: the nearest of 3
                              remedy.apologise
                                fired, and nothing came of it: what it offers is withheld, owed already, cut away by
                                the cap, or worth nothing
                """);
    }

    @Test
    void the_nearest_three_of_each_kind_are_told_or_all() {
        Ended three = explain("-");
        Ended all = explain("-", "--all");

        assertThat(three.code()).isZero();
        assertThat(three.out()).contains("DID NOT     VERDICT: the nearest of ");
        assertThat(all.out().lines().count()).isGreaterThan(three.out().lines().count());
    }

    @Test
    void a_case_is_found_by_its_sentence() throws IOException {
        cases("we took long,MODERATE,PT96H\na trifle,MINOR,PT0H\n");

        assertThat(explain(policy, "--case", "we took long")).satisfies(ended -> {
            assertThat(ended.code()).isZero();
            assertThat(ended.out()).contains("handling.apologies is 0").doesNotContain("failure.severity is");
        });
    }

    @Test
    void a_case_that_is_not_there_or_not_the_only_one_is_told() throws IOException {
        cases("we took long,MODERATE,PT96H\na trifle,MINOR,PT0H\na trifle,MINOR,PT1H\n");

        assertThat(explain(policy, "--case", "we take long")).isEqualTo(new Ended(1, "", """
                error: there is no case 'we take long'; did you mean 'we took long'?
                Try 'recovery-rules explain --help'.
                """));
        assertThat(explain(policy, "--case", "a trifle")).isEqualTo(new Ended(1, "", """
                error: there is more than one case 'a trifle': remedy/words.cases.csv:3, remedy/words.cases.csv:4
                Try 'recovery-rules explain --help'.
                """));
        assertThat(explain(policy, "-", "--case", "a trifle").err())
                .startsWith("error: there is no use for '-'; a sentence follows --case\n");
    }

    @Test
    void a_context_that_is_missing_is_told() {
        assertThat(explain()).isEqualTo(new Ended(1, "", """
                error: there is no CONTEXT: a file, or - for standard input
                Try 'recovery-rules explain --help'.
                """));
    }

    private void cases(String lines) throws IOException {
        String header = "case,severity,delay,avoidability,foreseeability,priorFailures,lifetimeValue,verdict\n";
        Files.writeString(
                policy.resolve("remedy/words.cases.csv"),
                header + lines.replace("\n", ",UNAVOIDABLE,UNFORESEEABLE,0,1000,APPLIES\n"));
    }

    private Ended explain(Object... arguments) {
        CommandLine program = Ended.program();
        program.getCommandSpec().removeSubcommand("explain");
        program.addSubcommand(new Explain(new FailureArguments(new ByteArrayInputStream(Contexts.json(context)))));
        return Ended.of(
                program,
                Stream.concat(Stream.of("explain"), Stream.of(arguments)).toArray());
    }
}
