package practicum.tensor;

import java.lang.management.ManagementFactory;
import java.lang.ref.Cleaner;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the bytes that live tensors hold outside the Java heap and keeps them under a budget.
 *
 * <p>The garbage collector does not see native memory, so it is asked to look when the count has doubled since it last
 * did. When the budget cannot be met even so, the next tensor is an error and not a process that the system kills.
 * The budget is half of the machine's memory, or {@code -Dpracticum.tensor.budget=BYTES}.
 */
public final class NativeMemory {
    static final Cleaner CLEANER = Cleaner.create();

    private static final long FIRST_COLLECTION = 256L << 20;
    private static final long BUDGET = Long.getLong("practicum.tensor.budget", physicalMemory() / 2);
    private static final AtomicLong LIVE = new AtomicLong();
    private static final AtomicLong COLLECT_AT = new AtomicLong(Math.min(FIRST_COLLECTION, BUDGET));

    private NativeMemory() {}

    /** Bytes held by tensors that have not been freed. */
    public static long liveBytes() {
        return LIVE.get();
    }

    /** The most bytes that tensors may hold. */
    public static long budgetBytes() {
        return BUDGET;
    }

    static void allocated(long bytes) {
        if (LIVE.addAndGet(bytes) > COLLECT_AT.get()) {
            collect();
        }
    }

    static void freed(long bytes) {
        LIVE.addAndGet(-bytes);
    }

    private static synchronized void collect() {
        if (LIVE.get() <= COLLECT_AT.get()) {
            return; // another thread has just done it
        }
        long before = LIVE.get();
        System.gc();
        waitForCleaner(before);
        long live = LIVE.get();
        COLLECT_AT.set(Math.min(Math.max(FIRST_COLLECTION, 2 * live), BUDGET));
        if (live > BUDGET) {
            throw new TensorException(String.format(
                    Locale.ROOT,
                    "Tensors hold %,d MB, more than the budget of %,d MB. Let go of runs that you no longer need"
                            + " (assign null), record fewer hooks, or raise -Dpracticum.tensor.budget.",
                    live >> 20,
                    BUDGET >> 20));
        }
    }

    /** The cleaner frees on its own thread: give it up to 300 ms, and stop when it has stopped. */
    private static void waitForCleaner(long before) {
        long last = before;
        for (int i = 0; i < 30; i++) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            long now = LIVE.get();
            if (now < before / 2 || (now == last && now < before)) {
                return;
            }
            last = now;
        }
    }

    private static long physicalMemory() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            return system.getTotalMemorySize();
        }
        return 4L << 30;
    }
}
