package practicum.tensor;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import org.jspecify.annotations.Nullable;

/** The C library's allocator, which keeps freed blocks until it is asked to hand them back (glibc only). */
final class Malloc {
    private static final @Nullable Function TRIM = find();

    private Malloc() {}

    /** Hands unused memory back to the system; elsewhere than on glibc it does nothing. */
    static void trim() {
        if (TRIM != null) {
            TRIM.invokeInt(new Object[] {0L});
        }
    }

    private static @Nullable Function find() {
        try {
            return Platform.isLinux() ? NativeLibrary.getInstance("c").getFunction("malloc_trim") : null;
        } catch (LinkageError e) { // another C library, or JNA cannot unpack its own
            return null;
        }
    }
}
