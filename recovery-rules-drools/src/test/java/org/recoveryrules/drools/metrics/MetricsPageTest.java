package org.recoveryrules.drools.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.drools.Contexts.minor;
import static org.recoveryrules.drools.metrics.Eventually.eventually;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.Policies;

/** What the page on metrics says is so: its table, its example, the names in its alerts. */
class MetricsPageTest {
    private static final Path PAGE = Path.of("docs/metrics.md");
    private static final Path SOURCE =
            Path.of("src/test/java", MetricsPageTest.class.getName().replace('.', '/') + ".java");

    private static DroolsRecoveryAdvisor advisor;

    private final FailureContext failure = minor().build();

    @BeforeAll
    static void load() {
        advisor = DroolsRecoveryAdvisor.builder()
                .policy(Policies.of(Policies.rule("test.one", "Customer()", "findings.review();")))
                .build();
    }

    @AfterAll
    static void close() {
        advisor.close();
    }

    @Test
    void its_table_lists_every_meter_as_it_is() throws IOException {
        MeterRegistry registry = new SimpleMeterRegistry();
        new RecoveryMetrics(advisor).bindTo(registry);

        assertThat(table())
                .containsExactlyInAnyOrderElementsOf(registry.getMeters().stream()
                        .filter(meter -> meter.getId().syntheticAssociation() == null)
                        .collect(Collectors.groupingBy(meter -> meter.getId().getName()))
                        .values()
                        .stream()
                        .map(MetricsPageTest::row)
                        .toList());
    }

    @Test
    void its_example_tells_a_decision() throws Throwable {
        MeterRegistry registry = new SimpleMeterRegistry(); // or that of your monitoring system
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.standard()) {
            new RecoveryMetrics(advisor).bindTo(registry);
            advisor.decide(failure);
        }

        eventually(() -> assertThat(registry.get("recovery.decisions")
                        .tag("verdict", "APPLIES")
                        .timer()
                        .count())
                .isEqualTo(1));
        assertThat(lines(Files.readString(SOURCE)))
                .containsSequence(lines(blocks("java").get(0)));
    }

    @Test
    void its_dependency_is_the_one_that_is_tested() throws IOException {
        String tested = MeterRegistry.class.getPackage().getImplementationVersion();

        assertThat(Files.readString(PAGE)).contains("<version>" + tested + "</version>");
    }

    @Test
    void its_alerts_are_about_series_that_there_are() throws IOException {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new RecoveryMetrics(advisor).bindTo(registry);
        Set<String> series = found("(?m)^(recovery_\\w+)", registry.scrape());

        Set<String> named = found("\\b(recovery_\\w+)", Files.readString(PAGE));
        assertThat(named).hasSize(7);
        assertThat(series).containsAll(named);
        assertThat(registry.scrape()).contains("recovery_reloads_seconds_count{outcome=\"REFUSED\"} 0");
    }

    /** Name, type, tags, unit and meaning, by row. */
    private static List<List<String>> table() throws IOException {
        return Files.readString(PAGE)
                .lines()
                .filter(line -> line.startsWith("| `recovery."))
                .map(line -> Arrays.stream(line.replace("`", "").split("\\|"))
                        .skip(1)
                        .map(String::strip)
                        .toList())
                .map(cells -> List.of(cells.get(0), cells.get(1), sorted(cells.get(2)), cells.get(3), cells.get(4)))
                .toList();
    }

    private static String sorted(String tag) {
        String[] keyAndValues = tag.split(": ");
        return keyAndValues.length == 1
                ? tag
                : keyAndValues[0] + ": "
                        + Arrays.stream(keyAndValues[1].split(", ")).sorted().collect(Collectors.joining(", "));
    }

    private static List<String> row(List<Meter> meters) {
        Meter.Id first = meters.get(0).getId();
        return List.of(
                first.getName(),
                first.getType().name().toLowerCase(Locale.ROOT),
                tags(meters),
                Objects.requireNonNullElse(first.getBaseUnit(), ""),
                Objects.requireNonNullElse(first.getDescription(), ""));
    }

    /** The keys; and where there are several meters, the values that there are. */
    private static String tags(List<Meter> meters) {
        List<Tag> tags = meters.stream()
                .flatMap(meter -> meter.getId().getTags().stream())
                .toList();
        String keys = tags.stream().map(Tag::getKey).distinct().collect(Collectors.joining(", "));
        return meters.size() == 1
                ? keys
                : keys + ": " + tags.stream().map(Tag::getValue).sorted().collect(Collectors.joining(", "));
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("(?s)```" + language + "\\n(.*?)```")
                .matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static Set<String> found(String regex, String text) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
