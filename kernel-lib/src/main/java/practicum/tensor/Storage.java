package practicum.tensor;

import ai.djl.ndarray.NDArray;
import java.util.concurrent.atomic.AtomicInteger;

/** A stretch of native memory that a tensor and its views share: it counts until the last of them is freed. */
final class Storage {
    private final long bytes;
    private final AtomicInteger holders = new AtomicInteger();

    private Storage(long bytes) {
        this.bytes = bytes;
    }

    /** Memory that holds these numbers and nothing else. */
    static Storage of(NDArray array) {
        return new Storage(array.getShape().size() * array.getDataType().getNumOfBytes());
    }

    /** Memory of something else than a tensor. */
    static Storage ofBytes(long bytes) {
        return new Storage(bytes);
    }

    /** Memory that the system can take back whenever it needs it, such as a file's. */
    static Storage uncounted() {
        return new Storage(0);
    }

    boolean isLarge() {
        return bytes >= 1 << 20 || bytes == 0;
    }

    void hold() {
        if (holders.getAndIncrement() == 0) {
            NativeMemory.allocated(bytes);
        }
    }

    void release() {
        if (holders.decrementAndGet() == 0) {
            NativeMemory.freed(bytes);
        }
    }
}
