package org.recoveryrules.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.recoveryrules.api.RecoveryAdvisor;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RecoveryRulesException;
import org.recoveryrules.drools.json.ContextJson;
import org.recoveryrules.drools.json.DecisionJson;
import org.recoveryrules.drools.json.InvalidContextException;

/**
 * Decides contexts line by line: one thread reads, one for each processor decides, the calling one writes. Answers wait
 * in the order of the lines in a short queue, so that memory does not grow with the input. For one use.
 */
final class Batch {
    private static final int WORKERS = Runtime.getRuntime().availableProcessors();

    private final RecoveryAdvisor advisor;
    private final Progress progress;
    private final BlockingQueue<Future<Optional<Answers>>> queue = new ArrayBlockingQueue<>(4 * WORKERS);

    Batch(RecoveryAdvisor advisor, Progress progress) {
        this.advisor = advisor;
        this.progress = progress;
    }

    /** How many lines were answered, and how many of those without a decision. */
    record Outcome(long lines, long failed) {
        private Outcome plus(Answers answers) {
            return new Outcome(lines + answers.lines, failed + answers.failed);
        }
    }

    /** What is written for some lines. */
    private record Answers(ByteArrayOutputStream json, int lines, int failed) {}

    /** Answers each line that is not blank by one line, until there is nothing more to read or nobody who reads it. */
    Outcome decide(InputStream in, OutputStream out) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS + 1, Batch::daemon);
        try {
            threads.execute(() -> read(new Lines(in), threads));
            return write(out);
        } finally {
            threads.shutdownNow();
            progress.end();
        }
    }

    /** A thread that may still wait for input when the program ends. */
    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    private void read(Lines lines, ExecutorService threads) {
        try {
            try {
                for (Optional<Lines.Chunk> next = lines.next(); next.isPresent(); next = lines.next()) {
                    Lines.Chunk chunk = next.get();
                    queue.put(threads.submit(() -> Optional.of(answers(chunk))));
                }
                queue.put(CompletableFuture.completedFuture(Optional.empty()));
            } catch (IOException | RuntimeException | Error e) {
                queue.put(CompletableFuture.failedFuture(e));
            }
        } catch (InterruptedException e) {
            // The one who writes has ended, and nobody waits for more.
            Thread.currentThread().interrupt();
        }
    }

    private Outcome write(OutputStream out) throws IOException {
        Outcome outcome = new Outcome(0, 0);
        for (Optional<Answers> next = next(); next.isPresent(); next = next()) {
            Answers answers = next.get();
            try {
                answers.json.writeTo(out);
                out.flush();
            } catch (IOException e) {
                if (isPipeClosed(e)) {
                    return outcome;
                }
                throw e;
            }
            outcome = outcome.plus(answers);
            progress.lines(outcome.lines);
        }
        return outcome;
    }

    private Optional<Answers> next() throws IOException {
        try {
            return queue.take().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Whoever read this has had enough ({@code | head}), in the words of Linux, macOS and Windows. */
    private static boolean isPipeClosed(IOException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    private Answers answers(Lines.Chunk chunk) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream(1 << 16);
        int answered = 0;
        int failed = 0;
        long number = chunk.first();
        for (byte[] line : chunk.lines()) {
            if (!isBlank(line)) {
                Optional<String> fault = answer(line, json);
                if (fault.isPresent()) {
                    DecisionJson.writeError(number, fault.get(), json);
                    failed++;
                }
                json.write('\n');
                answered++;
            }
            number++;
        }
        return new Answers(json, answered, failed);
    }

    /** Writes a decision, or tells why there is none. */
    private Optional<String> answer(byte[] context, OutputStream json) throws IOException {
        RecoveryDecision decision;
        try {
            decision = advisor.decide(ContextJson.read(context));
        } catch (InvalidContextException e) {
            return Optional.of(faults(e));
        } catch (IllegalArgumentException | RecoveryRulesException e) {
            return Optional.of(e.getMessage());
        }
        DecisionJson.write(decision, json);
        return Optional.empty();
    }

    private static String faults(InvalidContextException invalid) {
        return invalid.faults().stream()
                .map(fault -> fault.column() == 0 ? fault.toString() : "column " + fault.column() + ": " + fault)
                .collect(Collectors.joining("; "));
    }

    /** Whether there is nothing on a line; what is too long was cut, and may have had something. */
    private static boolean isBlank(byte[] line) {
        if (line.length > ContextJson.MAX_BYTES) {
            return false;
        }
        for (byte character : line) {
            if (character != ' ' && character != '\t' && character != '\r') {
                return false;
            }
        }
        return true;
    }
}
