package practicum.runner;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import practicum.runner.CellOutcome.Status;
import practicum.sandbox.ProcessTree;
import practicum.sandbox.Sandbox;

/**
 * The eye on a process from outside: it kills the whole tree as soon as its time, its memory or its disk space is up, whatever the process
 * itself does about it.
 */
final class Watch {
    private static final long TICK_MILLIS = 50;
    private static final int TICKS_PER_SAMPLE = 5;
    private static final int TICKS_PER_COUNT = 20;

    /** When a cell must have ended, and how long it had. */
    private record Deadline(long nanos, Duration allowed, Duration cpuBefore) {}

    private final ProcessTree tree;
    private final Sandbox sandbox;
    private final Limits limits;
    private final long started = System.nanoTime();
    private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
    private volatile @Nullable Deadline cell;
    private volatile Duration cpu = Duration.ZERO;

    /** Until the program is up, a process may still stand outside of its sandbox, where others' files lie. */
    private volatile boolean isUp;

    private Watch(ProcessTree tree, Sandbox sandbox, Limits limits) {
        this.tree = tree;
        this.sandbox = sandbox;
        this.limits = limits;
    }

    /** Starts to watch, in a thread of its own that ends with the process. */
    static Watch over(ProcessTree tree, Sandbox sandbox, Limits limits) {
        Watch watch = new Watch(tree, sandbox, limits);
        Thread thread = new Thread(watch::look, "cell-watch");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    /** From now on a cell has this long. */
    void timeCell(Duration allowed) {
        cell = new Deadline(System.nanoTime() + allowed.toNanos(), allowed, cpuNow());
    }

    /** The cell has ended; what it may have left undone for want of disk space is its end too. */
    @Nullable
    Ending cellEnds() {
        cell = null;
        isUp = true;
        return filled();
    }

    /** The processor time of the whole tree when it was last looked at. */
    Duration processorTime() {
        return cpu;
    }

    /** A buried process takes its time with it where nobody waited for it, so the sum never counts back. */
    private synchronized Duration cpuNow() {
        Duration now = tree.processorTime();
        cpu = now.compareTo(cpu) > 0 ? now : cpu;
        return cpu;
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
                Ending reason = reason(tick);
                if (reason != null) {
                    kill(reason);
                }
                TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // A process that nobody can watch has no limits any more.
            kill(new Ending(Status.KERNEL_DIED, "The process could not be watched, and was ended."));
        }
    }

    private @Nullable Ending reason(int tick) {
        Ending reason = late();
        if (reason == null && tick % TICKS_PER_SAMPLE == 0) {
            reason = usedUp();
        }
        return reason == null && tick % TICKS_PER_COUNT == 0 ? littered() : reason;
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
        Duration worked = cpuNow();
        Deadline running = cell;
        if (worked.compareTo(limits.resources().cpu()) > 0) {
            return workedOut();
        }
        if (running != null && worked.minus(running.cpuBefore()).compareTo(limits.cellCpu()) > 0) {
            return new Ending(
                    Status.TIMEOUT, "The cell used more than " + seconds(limits.cellCpu()) + " of processor time.");
        }
        long most = limits.resources().memoryBytes();
        if (tree.memoryBytes() > most) {
            return new Ending(Status.KILLED_MEMORY, "The process used more than " + (most >> 20) + " MiB of memory.");
        }
        return filled();
    }

    private @Nullable Ending filled() {
        return !isUp
                ? null
                : sandbox.scratch(tree)
                        .full()
                        .map(what -> new Ending(Status.KILLED_DISK, "The notebook " + what + "."))
                        .orElse(null);
    }

    private @Nullable Ending littered() {
        int most = limits.resources().files();
        return isUp && sandbox.scratch(tree).holdsMoreThan(most)
                ? new Ending(Status.KILLED_DISK, "The notebook made more than " + most + " files.")
                : null;
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
