package practicum.tensor;

import org.jspecify.annotations.Nullable;

/**
 * Counts what the thread that opens it allocates and frees until it is closed. What other threads do meanwhile does not
 * count; neither does what the garbage collector frees, which happens on a thread of its own.
 */
public final class MemoryMeter implements AutoCloseable {
    private static final ThreadLocal<@Nullable MemoryMeter> OPEN = new ThreadLocal<>();

    private long held;
    private long peak;

    private MemoryMeter() {}

    /**
     * Begins to count.
     *
     * @throws IllegalStateException if this thread counts already
     */
    public static MemoryMeter open() {
        if (OPEN.get() != null) {
            throw new IllegalStateException("This thread counts its memory already: close that meter first.");
        }
        MemoryMeter meter = new MemoryMeter();
        OPEN.set(meter);
        return meter;
    }

    /** Bytes allocated less bytes freed; below zero if the thread freed older tensors. */
    public long heldBytes() {
        return held;
    }

    /** The most bytes held at once. */
    public long peakBytes() {
        return peak;
    }

    @Override
    public void close() {
        OPEN.remove();
    }

    /** Something was allocated, or freed if less than zero. */
    static void count(long bytes) {
        MemoryMeter meter = OPEN.get();
        if (meter != null) {
            meter.held += bytes;
            meter.peak = Math.max(meter.peak, meter.held);
        }
    }
}
