package practicum.tensor;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The C library's allocator, which keeps freed blocks until it is asked to hand them back (glibc only).
 *
 * <p>Asking costs 60 ms for a gigabyte, and getting the memory again costs several times that. So it is asked when much
 * has been freed and the program has come to rest, and a loop that drops what it makes never pays.
 */
final class Malloc {
    private static final long MUCH = 256L << 20;
    private static final int REST_SECONDS = 2;
    private static final @Nullable Function TRIM = function("malloc_trim");
    private static final AtomicLong FREED = new AtomicLong();
    private static final AtomicBoolean WATCHING = new AtomicBoolean();

    private Malloc() {}

    /** Hands unused memory back to the system now; elsewhere than on glibc it does nothing. */
    static void trim() {
        FREED.set(0);
        if (TRIM != null) {
            TRIM.invokeInt(new Object[] {0L});
        }
    }

    /** Notes that memory was freed, and hands it back when it is much and no more follows. */
    static void freed(long bytes) {
        long total = FREED.addAndGet(bytes);
        if (total >= MUCH && TRIM != null && WATCHING.compareAndSet(false, true)) {
            lookAgain(total);
        }
    }

    private static void lookAgain(long before) {
        CompletableFuture.delayedExecutor(REST_SECONDS, TimeUnit.SECONDS).execute(() -> {
            long now = FREED.get();
            if (now != before) {
                lookAgain(now);
                return;
            }
            WATCHING.set(false);
            trim();
        });
    }

    /**
     * Lets PyTorch ask for large pages for large tensors, unless the user has said something else. The system makes
     * memory present page by page when it is first written: for 100 MB of logits that is 50 ms with small pages and 10
     * with large ones. It works only before PyTorch has been loaded, because PyTorch looks once.
     */
    static void useLargePages() {
        Function set = function("setenv");
        if (set != null) {
            set.invokeInt(new Object[] {"THP_MEM_ALLOC_ENABLE", "1", 0});
        }
    }

    private static @Nullable Function function(String name) {
        try {
            return Platform.isLinux() ? NativeLibrary.getInstance("c").getFunction(name) : null;
        } catch (LinkageError e) { // another C library, or JNA cannot unpack its own
            return null;
        }
    }
}
