package practicum.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Long work that ends in order when somebody presses Ctrl-C: it is interrupted, and the process waits until it has put
 * down what it holds. Otherwise PyTorch would be taken apart while it computes, which ends in a crash.
 */
final class Interruptible {
    private static final int PATIENCE_SECONDS = 30;

    private Interruptible() {}

    static <T> T run(Supplier<T> work) {
        Thread worker = Thread.currentThread();
        CountDownLatch done = new CountDownLatch(1);
        Thread atEnd = new Thread(() -> {
            worker.interrupt();
            await(done);
        });
        Runtime.getRuntime().addShutdownHook(atEnd);
        try {
            return work.get();
        } finally {
            done.countDown();
            stopWatching(atEnd);
        }
    }

    private static void await(CountDownLatch done) {
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println(
                        "The work did not stop within " + PATIENCE_SECONDS + " s; its last checkpoint is kept.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stopWatching(Thread atEnd) {
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook runs.
        }
    }
}
