package practicum.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Does a few things at a time; the first failure ends them all. */
final class Parallel {
    private static final int AT_ONCE = 4;
    private static final int SECONDS_TO_END = 10;

    private Parallel() {}

    /**
     * Does all tasks.
     *
     * @param abort ends what does not heed an interrupt; called before this returns, unless all has gone well
     * @return the results, in the order of the tasks
     */
    static <T> List<T> all(List<Callable<T>> tasks, Runnable abort) throws InterruptedException {
        boolean well = false;
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Threads.daemons("hub-transfer"));
        try {
            var completion = new ExecutorCompletionService<T>(threads);
            List<Future<T>> futures = new ArrayList<>();
            tasks.forEach(task -> futures.add(completion.submit(task)));
            for (int i = 0; i < tasks.size(); i++) {
                result(completion.take());
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(result(future));
            }
            well = true;
            return results;
        } finally {
            end(threads, well ? () -> {} : abort);
        }
    }

    private static <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException();
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /** No thread may still write a file when the caller has gone on. */
    private static void end(ExecutorService threads, Runnable abort) {
        threads.shutdownNow();
        abort.run();
        boolean interrupted = Thread.interrupted();
        try {
            threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
