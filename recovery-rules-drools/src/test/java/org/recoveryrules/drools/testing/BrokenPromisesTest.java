package org.recoveryrules.drools.testing;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.recoveryrules.testkit.RecoveryPolicyTest;
import org.recoveryrules.testkit.properties.Promises;

/** A policy that breaks every promise that rules can break, tested as its author would, and what the author then reads. */
class BrokenPromisesTest {
    private static final Pattern SHRUNK =
            Pattern.compile("Shrunk Sample \\(\\d+ steps\\)\\R-+\\R(.*?)\\R\\ROriginal Sample", Pattern.DOTALL);

    /** What jqwik reports of each promise that is broken. */
    private static final Map<String, String> REPORTS = new HashMap<>();

    /** The messages of the same, which are all that a build or an IDE may show. */
    private static final Map<String, String> FAILURES = new HashMap<>();

    private static final String CONTRADICTED = """
            A contradicted claim gets no more than a verified one, \
            but GESTURE: GIFT USD 25.00, CREDIT USD 10.00 for the contradicted claim, GIFT USD 25.00 for the verified one

            The context:
              case,severity,avoidability,foreseeability,priorFailures,lifetimeValue,status,delay
              say what this shows,NEGLIGIBLE,UNAVOIDABLE,UNFORESEEABLE,0,0,CONTRADICTED,PT72H1S

            Rules that spoke only for the contradicted claim:
              remedy.settle-contradicted
            Rules that spoke only for the verified one:
              nothing""";

    @BeforeAll
    static void test_the_policy() {
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(Broken.class))
                                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                                .configurationParameter("jqwik.failures.after.default", "RANDOM_SEED")
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
                                String report = String.join(
                                        "\n", entry.getKeyValuePairs().values());
                                REPORTS.put(test.getDisplayName(), report);
                            }

                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                result.getThrowable()
                                        .ifPresent(
                                                failure -> FAILURES.put(test.getDisplayName(), failure.getMessage()));
                            }
                        });
    }

    @Test
    void the_author_reads_a_case_that_differs_from_the_defaults_only_where_it_matters() {
        Map<String, String> samples = new HashMap<>();
        REPORTS.forEach((promise, report) -> samples.put(promise, sample(report)));

        assertThat(samples)
                .containsOnly(
                        entry(
                                "unknowns never make the paradox apply",
                                sample(",recurrence", "NEGLIGIBLE,UNAVOIDABLE,UNFORESEEABLE,0,0,UNKNOWN")),
                        entry("worse never makes the paradox apply", sample("", "MAJOR,UNAVOIDABLE,UNFORESEEABLE,0,0")),
                        entry("more harm is restored no less", sample("", "MINOR,UNAVOIDABLE,UNFORESEEABLE,0,0")),
                        entry(
                                "lifetime value buys no restoration",
                                sample(",loss", "NEGLIGIBLE,UNAVOIDABLE,UNFORESEEABLE,0,1000,50.01")),
                        entry(
                                "vulnerability lowers nothing",
                                sample(",vulnerabilities", "NEGLIGIBLE,UNAVOIDABLE,UNFORESEEABLE,0,0,HEALTH")),
                        entry(
                                "contradicted claims get no more",
                                sample(
                                        ",status,delay",
                                        "NEGLIGIBLE,UNAVOIDABLE,UNFORESEEABLE,0,0,CONTRADICTED,PT72H1S")),
                        entry(
                                "gestures keep within the cap",
                                sample(",price", "NEGLIGIBLE,UNAVOIDABLE,UNFORESEEABLE,0,0,0.01")),
                        entry(
                                "refusals are reviewed",
                                sample(",requested", "NEGLIGIBLE,UNAVOIDABLE,UNFORESEEABLE,0,0,REFUND 0.01")));
    }

    @Test
    void every_failure_tells_the_context_and_the_rules_and_no_empty_brackets() {
        assertThat(FAILURES.values())
                .hasSize(8)
                .allSatisfy(message -> assertThat(message)
                        .contains(", but ", "\n\nThe context:\n  case,severity,", "\nRules that spoke")
                        .doesNotContain("[]"));
    }

    @Test
    void a_failure_alone_tells_all() {
        assertThat(FAILURES.get("contradicted claims get no more")).isEqualTo(CONTRADICTED);
    }

    @Test
    void the_page_about_properties_shows_what_the_author_reads() throws IOException {
        String page = Files.readString(Path.of("../recovery-rules-api/testkit/docs/properties.md"));

        assertThat(page)
                .contains("\nShrunk Sample\n-------------\n"
                        + sample(REPORTS.get("contradicted claims get no more")).indent(2) + "```")
                .contains("```text\n" + CONTRADICTED + "\n```");
    }

    private static String sample(String report) {
        Matcher sample = SHRUNK.matcher(report);
        assertThat(sample.find()).as(report).isTrue();
        return sample.group(1).stripIndent();
    }

    private static String sample(String columns, String values) {
        return "advisor: broken-promises 1\ncontext:\n  case,severity,avoidability,foreseeability,priorFailures,lifetimeValue"
                + columns + "\n  say what this shows," + values;
    }

    @RecoveryPolicyTest("src/test/resources/org/recoveryrules/drools/testing/broken-promises")
    static final class Broken implements Promises.All {}
}
