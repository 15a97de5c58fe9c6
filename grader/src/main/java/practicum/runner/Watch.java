package practicum.runner;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import practicum.runner.CellOutcome.Status;
import practicum.sandbox.ProcessTree;

/**
 * The eye on a process from outside: it kills the whole tree as soon as its time or memory is up, whatever the process
 * itself does about it.
 */
final class Watch {
    private static final long TICK_MILLIS = 50;
    private static final int TICKS_PER_SAMPLE = 5;

    /** When a cell must have ended, and how long it had. */
    private record Deadline(long nanos, Duration allowed) {}

    private final ProcessTree tree;
    private final Limits limits;
    private final long started = System.nanoTime();
    private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
    private volatile @Nullable Deadline cell;

    private Watch(ProcessTree tree, Limits limits) {
        this.tree = tree;
        this.limits = limits;
    }

    /** Starts to watch, in a thread of its own that ends with the process. */
    static Watch over(ProcessTree tree, Limits limits) {
        Watch watch = new Watch(tree, limits);
        Thread thread = new Thread(watch::look, "cell-watch");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    /** From now on a cell has this long. */
    void timeCell(Duration allowed) {
        cell = new Deadline(System.nanoTime() + allowed.toNanos(), allowed);
    }

    /** The cell has ended. */
    void cellEnds() {
        cell = null;
    }

    private void kill(Ending reason) {
        ending.compareAndSet(null, reason);
        tree.close();
    }

    /** Why the process was killed; null when it was not. */
    @Nullable
    Ending ending() {
        return ending.get();
    }

    private void look() {
        try {
            for (int tick = 0; tree.process().isAlive() && ending() == null; tick++) {
                Ending reason = tick % TICKS_PER_SAMPLE == 0 ? usedUp() : null;
                reason = reason == null ? late() : reason;
                if (reason != null) {
                    kill(reason);
                }
                TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Ending late() {
        long now = System.nanoTime();
        Deadline running = cell;
        if (running != null && now > running.nanos()) {
            return new Ending(Status.TIMEOUT, "The cell ran longer than " + seconds(running.allowed()) + ".");
        }
        if (now - started > limits.process().toNanos()) {
            return new Ending(Status.TIMEOUT, "The notebook ran longer than " + seconds(limits.process()) + " in all.");
        }
        return null;
    }

    private @Nullable Ending usedUp() {
        if (tree.processorTime().compareTo(limits.resources().cpu()) > 0) {
            return workedOut();
        }
        long most = limits.resources().memoryBytes();
        if (tree.memoryBytes() > most) {
            return new Ending(Status.KILLED_MEMORY, "The process used more than " + (most >> 20) + " MiB of memory.");
        }
        return null;
    }

    /** The ending of a process that has used up its processor time. */
    Ending workedOut() {
        return new Ending(
                Status.TIMEOUT,
                "The notebook used more than " + seconds(limits.resources().cpu()) + " of processor time.");
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() / 1000.0 + " s";
    }
}
