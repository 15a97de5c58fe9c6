package practicum.tensor;

import java.lang.management.ManagementFactory;
import java.lang.ref.Cleaner;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Counts the bytes that live tensors hold outside the Java heap and keeps them under a budget.
 *
 * <p>The garbage collector does not see native memory, so it is asked to look when the count has doubled since it last
 * did. When the budget cannot be met even so, the next tensor is an error and not a process that the system kills.
 * The budget is half of the machine's memory, or {@code -Dpracticum.tensor.budget=BYTES}. Weights that are mapped from
 * a file do not count: they are the system's file cache, which it shrinks whenever it needs to.
 */
public final class NativeMemory {
    static final Cleaner CLEANER = Cleaner.create();

    private static final long MUCH = 256L << 20;
    private static final long BUDGET = Long.getLong("practicum.tensor.budget", physicalMemory() / 2);
    private static final AtomicLong LIVE = new AtomicLong();
    private static final AtomicLong COLLECT_AT = new AtomicLong(Math.min(MUCH, BUDGET));

    private NativeMemory() {}

    /** Bytes held by tensors that have not been freed. */
    public static long liveBytes() {
        return LIVE.get();
    }

    /** The most bytes that tensors may hold. */
    public static long budgetBytes() {
        return BUDGET;
    }

    /**
     * Makes sure, before a computation, that it fits; unreachable tensors are freed first if they stand in the way.
     *
     * @param bytes how much it will hold at once, besides what is held already
     * @param what the computation, as the beginning of a sentence: "A run with everything recorded"
     * @throws TensorException if it does not fit
     */
    public static void require(long bytes, String what) {
        require(bytes, what, NativeMemory::advice);
    }

    /**
     * As {@link #require(long, String)}, with advice of one's own.
     *
     * @param advice what to do, in a sentence
     */
    public static void require(long bytes, String what, Supplier<String> advice) {
        if (bytes > BUDGET - LIVE.get()) {
            collect();
        }
        long free = Math.max(0, BUDGET - LIVE.get());
        if (bytes > free) {
            throw new TensorException(String.format(
                    Locale.ROOT,
                    "%s needs %,d MB, but %,d MB are free of the budget of %,d MB. %s",
                    what,
                    megabytes(bytes),
                    free >> 20,
                    BUDGET >> 20,
                    advice.get()));
        }
    }

    /**
     * Frees tensors at once, without waiting for the garbage collector, and gives the memory back to the system if it
     * is much. Reading one of them afterwards is an error; views of them that were made before stay whole.
     */
    public static void release(Collection<Tensor> tensors) {
        long before = LIVE.get();
        tensors.forEach(Tensor::free);
        if (before - LIVE.get() >= MUCH) {
            trim();
        }
    }

    /**
     * Asks the C library to hand freed memory back to the system. Happens by itself when {@link #release} has freed
     * much, and when much was freed and then nothing for two seconds; does nothing where the C library is not glibc.
     */
    public static void trim() {
        Malloc.trim();
    }

    static void allocated(long bytes) {
        long live = LIVE.addAndGet(bytes);
        MemoryMeter.count(bytes);
        if (live > COLLECT_AT.get()) {
            collectOnce();
            requireBudget();
        }
    }

    static void freed(long bytes) {
        LIVE.addAndGet(-bytes);
        MemoryMeter.count(-bytes);
        Malloc.freed(bytes);
    }

    private static synchronized void collectOnce() {
        if (LIVE.get() > COLLECT_AT.get()) { // else another thread has just done it
            collect();
        }
    }

    private static synchronized void collect() {
        long before = LIVE.get();
        System.gc();
        waitForCleaner(before);
        long live = LIVE.get();
        COLLECT_AT.set(Math.min(Math.max(MUCH, 2 * live), BUDGET));
    }

    private static void requireBudget() {
        long live = LIVE.get();
        if (live > BUDGET) {
            throw new TensorException(String.format(
                    Locale.ROOT,
                    "Tensors hold %,d MB, more than the budget of %,d MB. %s",
                    megabytes(live),
                    BUDGET >> 20,
                    advice()));
        }
    }

    private static String advice() {
        return "Let go of runs that you no longer need (close them or assign null), record fewer hooks, give fewer or"
                + " shorter prompts at once, or raise -Dpracticum.tensor.budget=BYTES.";
    }

    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
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
