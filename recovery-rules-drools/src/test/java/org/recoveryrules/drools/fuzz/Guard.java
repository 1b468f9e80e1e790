package org.recoveryrules.drools.fuzz;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Runs one piece of work after another on a thread of its own, and gives up on one that hangs. */
final class Guard implements AutoCloseable {
    /** Generous: a machine may be busy, and what hangs hangs for good. */
    private static final int SECONDS = 60;

    private LinkedBlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private Thread worker = start(work);

    private static Thread start(LinkedBlockingQueue<Runnable> work) {
        Thread worker = new Thread(
                () -> {
                    try {
                        while (true) {
                            work.take().run();
                        }
                    } catch (InterruptedException closed) {
                        Thread.currentThread().interrupt();
                    }
                },
                "fuzz");
        worker.setDaemon(true);
        worker.start();
        return worker;
    }

    /** The flaw that the work finds; or that it throws what it should not, or does not end. */
    Optional<Flaw> flaw(Supplier<Optional<Flaw>> oracle) {
        FutureTask<Optional<Flaw>> task = new FutureTask<>(oracle::get);
        work.add(task);
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return Optional.of(Flaw.of(e.getCause()));
        } catch (TimeoutException e) {
            String where = Arrays.stream(worker.getStackTrace())
                    .map(frame -> "\n    at " + frame)
                    .collect(Collectors.joining());
            worker.interrupt();
            work = new LinkedBlockingQueue<>();
            worker = start(work);
            return Optional.of(new Flaw("no end", "more than " + SECONDS + " seconds" + where));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        worker.interrupt();
    }
}
