package org.recoveryrules.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.json.DecisionJson;
import picocli.CommandLine;

class DecideTest {
    private static final FailureContext CONTEXT = Contexts.core().build();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Path policy;
    private Path context;

    @BeforeEach
    void start() throws IOException {
        policy = folder.resolve("my-shop");
        context = folder.resolve("context.json");
        Files.write(context, Contexts.json(CONTEXT));
        assertThat(Ended.of("init", policy).code()).isZero();
    }

    @Test
    void a_decision_is_a_page_for_people() {
        assertThat(decide("", policy, context)).isEqualTo(new Ended(0, DecisionPage.of(decided(CONTEXT)), ""));
    }

    @Test
    void or_json_with_the_same_content() throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        DecisionJson.writeIndented(decided(CONTEXT), json);

        assertThat(decide("", policy, context, "--json")).isEqualTo(new Ended(0, json.toString(UTF_8) + "\n", ""));
    }

    @Test
    void the_context_can_come_from_standard_input() {
        String json = new String(Contexts.json(CONTEXT), UTF_8);

        assertThat(decide(json, policy, "-")).isEqualTo(decide("", policy, context));
    }

    @Test
    void the_example_of_a_policy_to_start_from_is_decided() {
        assertThat(decide("", policy, policy.resolve("example.json")).code()).isZero();
    }

    @Test
    void without_a_policy_the_standard_one_decides() {
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.standard()) {
            assertThat(decide("", context)).isEqualTo(new Ended(0, DecisionPage.of(advisor.decide(CONTEXT)), ""));
        }
    }

    @Test
    void everything_that_is_wrong_with_a_context_is_told_with_its_place() throws IOException {
        Files.writeString(context, """
                {
                  "failure": {"severity": "MINR", "avoidability": "UNAVOIDABLE", "foreseeability": "UNFORESEEABLE"},
                  "history": {"priorFailures": "none"}
                }
                """);

        assertThat(decide("", policy, context)).isEqualTo(new Ended(1, "", """
                %1$s:2:27: failure.severity must be one of NEGLIGIBLE, MINOR, MODERATE, MAJOR, CRITICAL, but was "MINR"; did you mean 'MINOR'?
                %1$s:3:32: history.priorFailures must be a whole number from 0 to 2147483647, but was "none"
                %1$s: customer.lifetimeValue must be given: money of 0 or more such as {"amount": "120.00", "currency": "USD"}
                """.formatted(context)));
        assertThat(decide("{", policy, "-").err())
                .startsWith("-:1:2: context cannot be read as JSON: Unexpected end-of-input");
    }

    @Test
    void the_currency_can_be_chosen_and_no_other_is_taken() throws IOException {
        FailureContext euro =
                Contexts.core().lifetimeValue(Money.of(CurrencyUnit.EUR, 5_000)).build();
        Files.write(context, Contexts.json(euro));

        assertThat(decide("", policy, context, "--currency", "EUR").out()).contains(" 0.00 EUR  in all");
        assertThat(decide("", policy, context))
                .isEqualTo(new Ended(
                        1,
                        "",
                        context + ": customer.lifetimeValue must be in USD, the currency of the policy, but was EUR"
                                + " 5000.00\n"));
        assertThat(decide("", policy, context, "--currency", "euro").err())
                .startsWith("error: Invalid value for option '--currency': there is no currency 'euro'; one is"
                        + " written like USD\n");
    }

    @Test
    void a_policy_that_cannot_be_used_decides_nothing() throws IOException {
        Path settings = policy.resolve("policy.properties");
        Files.writeString(settings, Files.readString(settings).replace("currency = USD", "currency = XXY"));

        Ended ended = decide("", policy, context);

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("policy.properties:").contains("XXY");
        assertThat(decide("", policy, "--batch").code()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_read_is_told_in_a_line() {
        Path nowhere = folder.resolve("nowhere");

        assertThat(decide("", policy, nowhere))
                .isEqualTo(new Ended(1, "", "error: there is no file '" + nowhere + "'\n"));
        assertThat(misused(policy, policy)).isEqualTo("error: '" + policy + "' is a folder, not a file");
        assertThat(misused(policy, "a\0b")).startsWith("error: 'a\0b' is not a path: ");
        assertThat(misused(nowhere, context))
                .isEqualTo("error: there is no folder '" + nowhere + "'; POLICY comes first");
        assertThat(misused(context, policy))
                .isEqualTo("error: there is no folder '" + context + "'; POLICY comes first");
        assertThat(misused()).isEqualTo("error: there is no CONTEXT: a file, or - for standard input");
        assertThat(misused(policy, context, "more")).isEqualTo("error: there is no use for 'more'");
        assertThat(misused(policy, context, "--batch"))
                .isEqualTo("error: there is no use for '" + context + "'; FILE follows --batch");
        assertThat(misused("--batch", policy)).isEqualTo("error: '" + policy + "' is a folder, not a file");
    }

    @Test
    void a_batch_is_decided_line_by_line_from_standard_input_or_a_file() throws IOException {
        String json = new String(Contexts.json(CONTEXT), UTF_8);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        for (int i = 0; i < 2; i++) {
            DecisionJson.write(decided(CONTEXT), expected);
            expected.write('\n');
        }
        Path file = Files.writeString(folder.resolve("contexts.jsonl"), json + "\n" + json);

        assertThat(decide(json + "\n" + json, policy, "--batch")).isEqualTo(new Ended(0, "", ""));
        assertThat(bytes.toString(UTF_8)).isEqualTo(expected.toString(UTF_8));
        bytes.reset();
        assertThat(decide("", policy, "--batch", file)).isEqualTo(new Ended(0, "", ""));
        assertThat(bytes.toString(UTF_8)).isEqualTo(expected.toString(UTF_8));
    }

    @Test
    void a_batch_with_a_line_that_has_no_decision_could_not_run_as_a_whole() {
        assertThat(decide("{}\n" + new String(Contexts.json(CONTEXT), UTF_8), policy, "--batch"))
                .isEqualTo(new Ended(1, "", "1 of 2 lines have no decision\n"));
        assertThat(bytes.toString(UTF_8)).startsWith("{\"line\":1,\"error\":").hasLineCount(2);
    }

    @Test
    void help_shows_both_ways_to_use_it() {
        assertThat(Ended.of("decide", "--help").out()).startsWith("""
                Decide one failure, or many.
                Usage: recovery-rules decide [POLICY] CONTEXT [--json] [--currency CODE]
                   or: recovery-rules decide [POLICY] --batch [FILE] [--currency CODE]
                """);
    }

    /** The first line of what is told where the arguments make no sense. */
    private String misused(Object... arguments) {
        Ended ended = decide("", arguments);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).endsWith("\nTry 'recovery-rules decide --help'.\n");
        return ended.err().lines().findFirst().orElseThrow();
    }

    private RecoveryDecision decided(FailureContext context) {
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.load(policy)) {
            return advisor.decide(context);
        }
    }

    private Ended decide(String in, Object... arguments) {
        CommandLine program = Ended.program();
        program.getCommandSpec().removeSubcommand("decide");
        program.addSubcommand(new Decide(new FailureArguments(new ByteArrayInputStream(in.getBytes(UTF_8))), bytes));
        Stream<Object> all = Stream.concat(Stream.of("decide"), Stream.of(arguments));
        return Ended.of(program, all.toArray());
    }
}
