package org.recoveryrules.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Policy;
import org.recoveryrules.api.RecoveryAdvisor;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RuleFailureException;
import org.recoveryrules.drools.json.ContextJson;
import org.recoveryrules.drools.json.DecisionJson;
import org.recoveryrules.testkit.DecisionBuilder;

@Timeout(60)
class BatchTest {
    private static final String DIGEST = "0".repeat(64);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void each_line_is_answered_by_the_bytes_of_its_decision_in_order() throws IOException {
        String contexts = IntStream.range(0, 5_000).mapToObj(BatchTest::context).collect(Collectors.joining("\n"));
        String expected = IntStream.range(0, 5_000)
                .mapToObj(i -> json(decision(i)) + "\n")
                .collect(Collectors.joining());

        Batch.Outcome outcome = decide(contexts);

        assertThat(out.toString(UTF_8)).isEqualTo(expected);
        assertThat(outcome).isEqualTo(new Batch.Outcome(5_000, 0));
    }

    @Test
    void nothing_is_answered_by_nothing() throws IOException {
        assertThat(decide("")).isEqualTo(new Batch.Outcome(0, 0));
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void a_line_without_a_decision_is_answered_by_its_number_and_what_is_wrong_and_the_rest_goes_on()
            throws IOException {
        String contexts = String.join(
                "\n",
                context(1),
                context(2).replace("\"MINOR\"", "\"MINR\"").replace("\"area\"", "\"aria\""),
                "{\"severity\": ",
                "[]",
                context(5));

        Batch.Outcome outcome = decide(contexts);

        assertThat(lines())
                .containsExactly(
                        json(decision(1)),
                        "{\"line\":2,\"error\":\"column 24: failure.severity must be one of NEGLIGIBLE, MINOR, MODERATE,"
                                + " MAJOR, CRITICAL, but was \\\"MINR\\\"; did you mean 'MINOR'?; column 610: aria is not"
                                + " known; did you mean 'area'?\"}",
                        "{\"line\":3,\"error\":\"column 14: context cannot be read as JSON: Unexpected end-of-input"
                                + " within/between Object entries\"}",
                        "{\"line\":4,\"error\":\"column 1: context must be a JSON object, but was a list\"}",
                        json(decision(5)));
        assertThat(outcome).isEqualTo(new Batch.Outcome(5, 3));
    }

    @Test
    void what_the_advisor_refuses_or_cannot_decide_is_answered_too() throws IOException {
        RecoveryAdvisor advisor = advisor(context -> {
            if (context.handling().apologies() == 1) {
                throw new IllegalArgumentException("customer.lifetimeValue must be in EUR, but was USD 5000.00");
            }
            throw new RuleFailureException("a.rule", DIGEST, new ArithmeticException("/ by zero"));
        });

        Batch.Outcome outcome =
                batch(advisor).decide(new ByteArrayInputStream((context(1) + "\n" + context(2)).getBytes(UTF_8)), out);

        assertThat(lines())
                .containsExactly(
                        "{\"line\":1,\"error\":\"customer.lifetimeValue must be in EUR, but was USD 5000.00\"}",
                        "{\"line\":2,\"error\":\"rule 'a.rule' failed on context " + DIGEST + "\"}");
        assertThat(outcome).isEqualTo(new Batch.Outcome(2, 2));
    }

    @Test
    void blank_lines_are_counted_and_not_answered() throws IOException {
        Batch.Outcome outcome = decide("\n" + context(1) + "\n \t\r\n{}\n\n");

        assertThat(lines()).hasSize(2).first().isEqualTo(json(decision(1)));
        assertThat(lines()).last().asString().startsWith("{\"line\":4,\"error\":");
        assertThat(outcome).isEqualTo(new Batch.Outcome(2, 1));
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_do_no_harm() throws IOException {
        decide("\uFEFF" + context(1) + "\r\n" + context(2) + "\r\n");

        assertThat(lines()).containsExactly(json(decision(1)), json(decision(2)));
    }

    @Test
    void a_line_that_is_too_long_is_passed_over() throws IOException {
        decide(context(1) + "\n" + " ".repeat(3 * ContextJson.MAX_BYTES) + "{}\n" + context(3));

        assertThat(lines())
                .containsExactly(
                        json(decision(1)),
                        "{\"line\":2,\"error\":\"context must be at most 1048576 bytes long\"}",
                        json(decision(3)));
    }

    @Test
    void who_sends_a_line_and_waits_is_answered() throws Exception {
        BlockingQueue<byte[]> questions = new LinkedBlockingQueue<>();
        BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
        Thread batch = new Thread(() -> decideAsAsked(questions, answers));
        batch.start();
        for (int i = 0; i < 3; i++) {
            questions.put((context(i) + "\n").getBytes(UTF_8));

            assertThat(new String(answers.take(), UTF_8)).isEqualTo(json(decision(i)) + "\n");
        }
        questions.put(new byte[0]);
        batch.join();
    }

    @Test
    void who_has_read_enough_ends_it_quietly() throws IOException {
        AtomicInteger writes = new AtomicInteger();
        OutputStream head = output(bytes -> {
            if (writes.incrementAndGet() > 1) {
                throw new IOException("Broken pipe");
            }
        });

        Batch.Outcome outcome = batch(echo()).decide(input(() -> line(1)), head);

        assertThat(writes).hasValue(2);
        assertThat(outcome).isEqualTo(new Batch.Outcome(1, 0));
    }

    @Test
    void what_keeps_it_from_writing_is_told() {
        OutputStream full = output(bytes -> {
            throw new IOException("No space left on device");
        });

        assertThatIOException()
                .isThrownBy(() -> batch(echo()).decide(input(() -> line(1)), full))
                .withMessage("No space left on device");
    }

    @Test
    void what_keeps_it_from_reading_is_told_after_the_lines_before_are_answered() {
        AtomicInteger reads = new AtomicInteger();
        InputStream torn = input(() -> {
            if (reads.incrementAndGet() > 1) {
                throw new IOException("Input/output error");
            }
            return line(1);
        });

        assertThatIOException()
                .isThrownBy(() -> batch(echo()).decide(torn, out))
                .withMessage("Input/output error");
        assertThat(lines()).containsExactly(json(decision(1)));
    }

    @Test
    void what_nobody_foresaw_ends_it() {
        UnsupportedOperationException mistake = new UnsupportedOperationException("a mistake");
        RecoveryAdvisor broken = advisor(context -> {
            throw mistake;
        });

        assertThatIllegalStateException()
                .isThrownBy(() -> batch(broken).decide(input(() -> line(1)), out))
                .withCause(mistake);
    }

    private interface Source {
        byte[] next() throws IOException, InterruptedException;
    }

    private interface Sink {
        void take(byte[] bytes) throws IOException, InterruptedException;
    }

    private static void decideAsAsked(BlockingQueue<byte[]> questions, BlockingQueue<byte[]> answers) {
        try {
            batch(echo()).decide(input(questions::take), output(answers::put));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What each read gives; nothing is the end. */
    private static InputStream input(Source source) {
        return new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("byte by byte");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                try {
                    byte[] bytes = source.next();
                    System.arraycopy(bytes, 0, target, offset, bytes.length);
                    return bytes.length == 0 ? -1 : bytes.length;
                } catch (InterruptedException e) {
                    throw new InterruptedIOException();
                }
            }
        };
    }

    private static OutputStream output(Sink sink) {
        return new OutputStream() {
            @Override
            public void write(int b) {
                throw new AssertionError("byte by byte");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                try {
                    sink.take(Arrays.copyOfRange(bytes, offset, offset + length));
                } catch (InterruptedException e) {
                    throw new InterruptedIOException();
                }
            }
        };
    }

    private Batch.Outcome decide(String contexts) throws IOException {
        return batch(echo()).decide(new ByteArrayInputStream(contexts.getBytes(UTF_8)), out);
    }

    private List<String> lines() {
        return out.toString(UTF_8).lines().toList();
    }

    private static Batch batch(RecoveryAdvisor advisor) {
        return new Batch(advisor, new Progress(new PrintWriter(Writer.nullWriter()), () -> 0));
    }

    /** An advisor whose decision tells the context: it names the apologies. */
    private static RecoveryAdvisor echo() {
        return advisor(context -> decision(context.handling().apologies()));
    }

    private static RecoveryAdvisor advisor(Function<FailureContext, RecoveryDecision> decide) {
        return new RecoveryAdvisor() {
            @Override
            public RecoveryDecision decide(FailureContext context) {
                return decide.apply(context);
            }

            @Override
            public Policy policy() {
                throw new AssertionError("not asked for");
            }
        };
    }

    private static byte[] line(int apologies) {
        return (context(apologies) + "\n").getBytes(UTF_8);
    }

    private static String context(int apologies) {
        return new String(Contexts.json(Contexts.core().apologies(apologies).build()), UTF_8);
    }

    private static RecoveryDecision decision(int apologies) {
        return DecisionBuilder.in(CurrencyUnit.USD)
                .because("test.apologies", "we apologised so often: " + apologies)
                .build();
    }

    private static String json(RecoveryDecision decision) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try {
            DecisionJson.write(decision, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toString(UTF_8);
    }
}
