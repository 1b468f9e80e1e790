package org.recoveryrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestCommandTest {
    private static final String RULES = """
            /* What rules the paradox out. */
            package test.paradox;
            import org.recoveryrules.api.*;
            global org.recoveryrules.drools.rules.Findings findings;

            rule "paradox.severe" @because( "it is severe" ) @source( "a test" )
            when
                ServiceFailure( severity >= Severity.MODERATE )
            then
                findings.barrier( Barrier.SEVERITY );
            end

            rule "paradox.again" @because( "it happened before" ) @source( "a test" )
            when
                FailureHistory( priorFailures > 0 )
            then
                findings.barrier( Barrier.PRIOR_FAILURE );
            end

            rule "paradox.noted" @because( "everything is noted" ) @source( "a test" )
            when
            then
                findings.step( StepKind.ACKNOWLEDGE, "note it" );
            end
            """;
    private static final String HEADER =
            "case,severity,avoidability,foreseeability,priorFailures,lifetimeValue,rules,verdict\n";
    private static final String PASSING = """
            little harm,MINOR,UNAVOIDABLE,UNFORESEEABLE,0,1000,paradox.noted,APPLIES
            much harm,MODERATE,UNAVOIDABLE,UNFORESEEABLE,0,1000,paradox.noted paradox.severe,DOES_NOT_APPLY
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void policy() throws IOException {
        Files.writeString(folder.resolve("policy.properties"), "name = test\nversion = 1\ncurrency = EUR\n");
        Files.createDirectory(folder.resolve("paradox"));
        Files.writeString(folder.resolve("paradox/barriers.drl"), RULES);
    }

    @Test
    void all_is_fine_where_every_case_passes() throws IOException {
        cases(PASSING);

        assertThat(Ended.of("test", folder)).isEqualTo(new Ended(0, "2 cases: 2 passed\n", ""));
    }

    @Test
    void a_case_that_failed_is_told_with_the_rules_to_blame() throws IOException {
        cases(PASSING + """
                all but one,MAJOR,UNAVOIDABLE,UNFORESEEABLE,0,1000,paradox.again paradox.noted,DOES_NOT_APPLY
                another verdict,MINOR,UNAVOIDABLE,UNFORESEEABLE,0,1000,paradox.noted,UNDETERMINED
                """);

        assertThat(Ended.of("test", folder)).isEqualTo(new Ended(3, """
                paradox/barriers.cases.csv:4: all but one
                         expected       came
                  rules  paradox.again  missing
                         not expected   paradox.severe
                  paradox/barriers.drl:6: paradox.severe fired on failure.severity MAJOR
                  paradox/barriers.drl:13: paradox.again did not fire: history.priorFailures is 0, would have had to be \
                more than 0

                paradox/barriers.cases.csv:5: another verdict
                           expected      came
                  verdict  UNDETERMINED  APPLIES
                  all rules that fired: paradox.noted

                4 cases: 2 passed, 2 failed
                """, ""));
    }

    @Test
    void coverage_tells_what_the_cases_do_not_show() throws IOException {
        cases(PASSING);

        assertThat(Ended.of("test", folder, "--coverage")).isEqualTo(new Ended(0, """
                2 cases: 2 passed
                rules         66 %  2 of 3 fire in one case and not in another
                comparisons   50 %  1 of 2 hold in one case and not in another
                thresholds    50 %  1 of 2 have a case at the value and at the next beyond it
                not shown by a case beside the rule:
                  paradox/barriers.drl:13:6: paradox.again: fires in none of 2 cases
                  paradox/barriers.drl:15:21: paradox.again: priorFailures > 0: none with 1
                """, ""));
    }

    @Test
    void less_coverage_than_is_demanded_is_told() throws IOException {
        cases(PASSING);

        Ended ended = Ended.of("test", folder, "--min-coverage", 51);

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out()).contains("\nthresholds    50 %  1 of 2 have a case");
        assertThat(ended.err())
                .isEqualTo("error: coverage must be 51 % or more, but is 50 % of comparisons, 50 % of thresholds\n");
    }

    @Test
    void as_much_coverage_as_is_demanded_is_fine() throws IOException {
        cases(PASSING);

        Ended ended = Ended.of("test", folder, "--min-coverage", 50);

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("\nthresholds    50 %  1 of 2 have a case");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void programs_are_told_of_too_little_coverage_by_the_exit_code() throws IOException {
        cases(PASSING);

        Ended ended = Ended.of("test", folder, "--min-coverage", 100, "--format", "json");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out()).startsWith("{").endsWith("}\n");
        assertThat(ended.err()).startsWith("error: coverage must be 100 % or more, but is 66 % of rules, ");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void coverage_is_demanded_in_percent(int percent) {
        Ended ended = Ended.of("test", folder, "--min-coverage", percent);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).startsWith("error: --min-coverage must be 0 to 100, but was " + percent + "\n");
    }

    @Test
    void a_page_shows_the_rule_files(@TempDir Path elsewhere) throws IOException {
        cases(PASSING);
        Path page = elsewhere.resolve("coverage.html");
        Files.writeString(page, "the page of yesterday");

        assertThat(Ended.of("test", folder, "--html", page))
                .isEqualTo(new Ended(0, "2 cases: 2 passed\n", "the page is in " + page + "\n"));
        assertThat(page).content().startsWith("<!DOCTYPE html>").contains("paradox/barriers.drl");
    }

    @Test
    void a_page_shows_what_a_case_expected_and_what_came_and_the_rules_to_blame(@TempDir Path elsewhere)
            throws IOException {
        Files.writeString(folder.resolve("paradox/barriers.cases.csv"), """
                case,severity,avoidability,foreseeability,priorFailures,lifetimeValue,rules,remedies
                much harm,MAJOR,UNAVOIDABLE,UNFORESEEABLE,0,1000,paradox.again paradox.noted,APOLOGY; CREDIT GESTURE 6
                """);
        Path page = elsewhere.resolve("coverage.html");

        Ended.of("test", folder, "--html", page);

        assertThat(page).content().contains("""
                much harm <span class="place">line 2</span>\
                <dl><dt><code>rules</code></dt><dd>expected <code>paradox.again paradox.noted</code></dd>\
                <dd>came <code>paradox.noted paradox.severe</code></dd>\
                <dt><code>remedies</code></dt><dd>expected <code>APOLOGY; CREDIT GESTURE 6.00</code></dd>\
                <dd>came <code>-</code></dd></dl>\
                <p>Rules to blame:</p><ul class="blames">\
                <li>paradox/barriers.drl:6: paradox.severe fired on failure.severity MAJOR</li>\
                <li>paradox/barriers.drl:13: paradox.again did not fire: \
                history.priorFailures is 0, would have had to be more than 0</li></ul>""");
    }

    @Test
    void a_page_shows_the_mistakes_that_no_case_would_notice(@TempDir Path elsewhere) throws IOException {
        cases(NOTICING);
        Path page = elsewhere.resolve("coverage.html");

        Ended.of("test", folder, "--mutate", "--html", page);

        assertThat(page).content().contains("""
                <li class="none"><span>Mistakes</span><strong>58 %</strong><span class="bar" aria-hidden="true">\
                <i style="width:58%"></i></span><span>17 of 29 are noticed by a case</span></li>""").contains("""
                <h2>What no case would notice</h2><ul class="list">\
                <li><p>paradox/barriers.drl:10:23: <code>Barrier.SEVERITY</code> became \
                <code>Barrier.PRIOR_FAILURE</code>, <code>Barrier.AVOIDABLE</code>, <code>Barrier.FORESEEABLE</code>, \
                <code>Barrier.RECURRING</code>, <code>Barrier.EMPLOYEE_CONDUCT</code>, \
                <code>Barrier.UNMET_REQUEST</code></p>\
                <p>A case for <code>paradox/barriers.cases.csv</code> that would notice:</p>\
                <pre>case,severity,avoidability,foreseeability,priorFailures,lifetimeValue,rules,verdict,barriers
                Barrier.SEVERITY and not Barrier.PRIOR_FAILURE,MODERATE,UNAVOIDABLE,UNFORESEEABLE,0,1000,,,SEVERITY\
                </pre></li>""");
    }

    @Test
    void a_page_tells_of_mistakes_only_where_they_were_made(@TempDir Path elsewhere) throws IOException {
        cases(NOTICING);
        Path page = elsewhere.resolve("coverage.html");

        Ended.of("test", folder, "--html", page);

        assertThat(page).content().doesNotContain("Mistakes", "What no case would notice");
    }

    @Test
    void a_page_stays_out_of_the_policy() {
        Ended ended = Ended.of("test", folder, "--html", folder.resolve("paradox/../coverage.html"));

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).startsWith("error: --html must be a file outside of the policy, but was '");
        assertThat(folder.resolve("coverage.html")).doesNotExist();
    }

    @Test
    void the_folder_of_a_page_must_be_there(@TempDir Path elsewhere) throws IOException {
        cases(PASSING);
        Path page = elsewhere.resolve("nowhere/coverage.html");

        Ended ended = Ended.of("test", folder, "--html", page);

        assertThat(ended).isEqualTo(new Ended(1, "", """
                error: there is no folder '%s'
                Try 'recovery-rules test --help'.
                """.formatted(page.getParent())));
    }

    @Test
    void a_fault_in_a_table_is_told_and_nothing_is_run() throws IOException {
        cases("some harm,MINR,UNAVOIDABLE,UNFORESEEABLE,0,1000,-,\n" + PASSING);

        assertThat(Ended.of("test", folder)).isEqualTo(new Ended(2, "", """
                paradox/barriers.cases.csv:2:11: error[case-value-invalid]: severity must be one of NEGLIGIBLE, MINOR, \
                MODERATE, MAJOR, CRITICAL, but was 'MINR'
                 2 | some harm,MINR,UNAVOIDABLE,UNFORESEEABLE,0,1000,-,
                   |           ^^^^
                  hint: did you mean 'MINOR'?

                1 error in 1 file
                """));
    }

    @Test
    void a_warning_is_told_and_does_not_matter() throws IOException {
        cases(PASSING + PASSING.lines().findFirst().orElseThrow() + "\n");

        Ended ended = Ended.of("test", folder);

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("warning[case-duplicate]").endsWith("\n3 cases: 3 passed\n");
    }

    @Test
    void a_policy_without_cases_is_not_tested() {
        assertThat(Ended.of("test", folder)).isEqualTo(new Ended(1, "no case was run\n", """
                error: nothing was tested; a case stands in a table beside its rule file, paradox/barriers.cases.csv beside \
                paradox/barriers.drl
                """));
    }

    @Test
    void a_policy_that_cannot_be_used_is_not_tested() throws IOException {
        cases(PASSING);
        Files.writeString(folder.resolve("paradox/barriers.drl"), RULES.replace("severity >=", "sevrity >="));

        Ended ended = Ended.of("test", folder);

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("paradox/barriers.drl");
    }

    @Test
    void programs_are_told_of_every_case_and_every_rule() throws IOException {
        cases("all but one,MAJOR,UNAVOIDABLE,UNFORESEEABLE,0,1000,paradox.again paradox.noted,\n");

        Ended ended = Ended.of("test", folder, "--format", "json");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out()).startsWith("""
                {
                  "cases" : [ {
                    "place" : {
                      "file" : "paradox/barriers.cases.csv",
                      "sheet" : "",
                      "line" : 2,
                      "column" : 1,
                      "endLine" : 2,
                      "endColumn" : 80,
                      "excerpt" : "all but one,MAJOR,UNAVOIDABLE,UNFORESEEABLE,0,1000,paradox.again paradox.noted,"
                    },
                    "case" : "all but one",
                    "outcome" : "FAILED",
                    "error" : "",
                    "differences" : [ {
                      "column" : "rules",
                      "expected" : [ "paradox.again", "paradox.noted" ],
                      "actual" : [ "paradox.noted", "paradox.severe" ]
                    } ],
                    "blames" : [ {
                      "place" : {
                        "file" : "paradox/barriers.drl",
                        "sheet" : "",
                        "line" : 6,
                        "column" : 6,
                        "endLine" : 6,
                        "endColumn" : 22,
                        "excerpt" : "rule \\"paradox.severe\\" @because( \\"it is severe\\" ) @source( \\"a test\\" )"
                      },
                      "rule" : "paradox.severe",
                      "columns" : [ "rules" ],
                      "act" : "FIRED",
                      "facts" : {
                        "failure.severity" : "MAJOR"
                      },
                      "needed" : { }
                    }, {
                      "place" : {
                        "file" : "paradox/barriers.drl",
                        "sheet" : "",
                        "line" : 13,
                        "column" : 6,
                        "endLine" : 13,
                        "endColumn" : 21,
                        "excerpt" : "rule \\"paradox.again\\" @because( \\"it happened before\\" ) @source( \\"a test\\" )"
                      },
                      "rule" : "paradox.again",
                      "columns" : [ "rules" ],
                      "act" : "DID_NOT_FIRE",
                      "facts" : {
                        "history.priorFailures" : 0
                      },
                      "needed" : {
                        "history.priorFailures" : "more than 0"
                      }
                    } ]
                  } ],
                  "coverage" : {
                    "rules" : {
                      "covered" : 1,
                      "all" : 3,
                      "percent" : 33
                    },
                    "comparisons" : {
                      "covered" : 0,
                      "all" : 2,
                      "percent" : 0
                    },
                    "thresholds" : {
                      "covered" : 0,
                      "all" : 2,
                      "percent" : 0
                    }
                  },
                  "rules" : [ {
                    "place" : {
                      "file" : "paradox/barriers.drl",
                      "sheet" : "",
                      "line" : 6,
                      "column" : 6,
                      "endLine" : 6,
                      "endColumn" : 22,
                      "excerpt" : "rule \\"paradox.severe\\" @because( \\"it is severe\\" ) @source( \\"a test\\" )"
                    },
                    "rule" : "paradox.severe",
                    "fires" : 1,
                    "silent" : 0,
                    "covered" : false
                  }, {
                """).contains("""
                    "rule" : "paradox.noted",
                    "fires" : 1,
                    "silent" : 0,
                    "covered" : true
                  } ],
                  "comparisons" : [ {
                """).endsWith("""
                    "rule" : "paradox.again",
                    "comparison" : "priorFailures > 0",
                    "covered" : false,
                    "outcomes" : [ {
                      "side" : "more than 0",
                      "holds" : true,
                      "cases" : 0
                    }, {
                      "side" : "0 or less",
                      "holds" : false,
                      "cases" : 1
                    } ],
                    "threshold" : [ {
                      "side" : "0",
                      "holds" : false,
                      "cases" : 1
                    }, {
                      "side" : "1",
                      "holds" : true,
                      "cases" : 0
                    } ]
                  } ],
                  "diagnostics" : [ ]
                }
                """);
    }

    /** All mistakes in conditions are noticed. */
    private static final String NOTICING = PASSING + """
            the gravest,CRITICAL,UNAVOIDABLE,UNFORESEEABLE,0,1000,paradox.noted paradox.severe,DOES_NOT_APPLY
            once before,MINOR,UNAVOIDABLE,UNFORESEEABLE,1,1000,paradox.again paradox.noted,DOES_NOT_APPLY
            """;

    @Test
    void mistakes_that_no_case_notices_are_told_with_a_case_that_would() throws IOException {
        cases(NOTICING);

        assertThat(Ended.of("test", folder, "--mutate")).isEqualTo(new Ended(0, """
                4 cases: 4 passed
                mistakes      58 %  17 of 29 are noticed by a case
                not noticed:
                  paradox/barriers.drl:10:23: Barrier.SEVERITY became Barrier.PRIOR_FAILURE, Barrier.AVOIDABLE, Barrier.FORESEEABLE or 3 others
                    a line for paradox/barriers.cases.csv that would notice, with barriers as new:
                      case,severity,avoidability,foreseeability,priorFailures,lifetimeValue,rules,verdict,barriers
                      Barrier.SEVERITY and not Barrier.PRIOR_FAILURE,MODERATE,UNAVOIDABLE,UNFORESEEABLE,0,1000,,,SEVERITY

                  paradox/barriers.drl:17:23: Barrier.PRIOR_FAILURE became Barrier.SEVERITY, Barrier.AVOIDABLE, Barrier.FORESEEABLE or 3 others
                    a line for paradox/barriers.cases.csv that would notice, with barriers as new:
                      case,severity,avoidability,foreseeability,priorFailures,lifetimeValue,rules,verdict,barriers
                      Barrier.PRIOR_FAILURE and not Barrier.SEVERITY,MINOR,UNAVOIDABLE,UNFORESEEABLE,1,1000,,,PRIOR_FAILURE

                """, ""));
    }

    @Test
    void too_few_mistakes_noticed_fail_where_more_are_demanded() throws IOException {
        cases(NOTICING);

        assertThat(Ended.of("test", folder, "--min-mutation", "100")).satisfies(ended -> {
            assertThat(ended.code()).isEqualTo(3);
            assertThat(ended.out()).contains(" are noticed by a case");
            assertThat(ended.err())
                    .isEqualTo("error: the cases must notice 100 % of the mistakes or more, but notice 58 %\n");
        });
        assertThat(Ended.of("test", folder, "--min-mutation", "10").code()).isZero();
        assertThat(Ended.of("test", folder, "--min-mutation", "101")).isEqualTo(new Ended(1, "", """
                        error: --min-mutation must be 0 to 100, but was 101
                        Try 'recovery-rules test --help'.
                        """));
    }

    @Test
    void no_mistake_is_made_before_every_case_passes() throws IOException {
        cases("wrong,MINOR,UNAVOIDABLE,UNFORESEEABLE,0,1000,paradox.noted,UNDETERMINED\n");

        Ended ended = Ended.of("test", folder, "--mutate");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out()).doesNotContain("mistakes").endsWith("1 case: 0 passed, 1 failed\n");
        assertThat(ended.err()).isEqualTo("error: no mistakes were made in the rules: first every case has to pass\n");
    }

    @Test
    void programs_are_told_of_every_mistake_that_no_case_notices() throws IOException {
        cases(NOTICING);

        assertThat(Ended.of("test", folder, "--mutate", "--format", "json").out())
                .contains("""
                  "mutation" : {
                    "mistakes" : {
                      "covered" : 17,
                      "all" : 29,
                      "percent" : 58
                    },
                    "survivors" : [ {
                      "mistakes" : [ {
                        "place" : {
                          "file" : "paradox/barriers.drl",
                          "sheet" : "",
                          "line" : 10,
                          "column" : 23,
                          "endLine" : 10,
                          "endColumn" : 39,
                          "excerpt" : "    findings.barrier( Barrier.SEVERITY );"
                        },
                        "rules" : [ "paradox.severe" ],
                        "before" : "Barrier.SEVERITY",
                        "after" : "Barrier.PRIOR_FAILURE"
                      }, {
                """)
                .contains("""
                      "noticing" : {
                        "table" : "paradox/barriers.cases.csv",
                        "header" : "case,severity,avoidability,foreseeability,priorFailures,lifetimeValue,rules,verdict,barriers",
                        "line" : "Barrier.SEVERITY and not Barrier.PRIOR_FAILURE,MODERATE,UNAVOIDABLE,UNFORESEEABLE,0,1000,,,SEVERITY"
                      }
                """);
    }

    private void cases(String lines) throws IOException {
        Files.writeString(folder.resolve("paradox/barriers.cases.csv"), HEADER + lines);
    }
}
