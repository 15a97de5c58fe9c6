package practicum.tensor;

import ai.djl.engine.Engine;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.Objects;

/**
 * The PyTorch engine, started once, offline, on first use.
 *
 * <p>Every array is created on DJL's system manager, which tracks nothing: {@link Tensor} alone owns native memory.
 */
final class Torch {
    private static final PtNDManager SYSTEM = start();

    private Torch() {}

    static PtNDManager manager() {
        return SYSTEM;
    }

    private static PtNDManager start() {
        // A library that is missing must be an error, never a download.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        // Only silences the profiling executor; nothing here is traced.
        System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
        Malloc.useLargePages();
        try {
            return (PtNDManager) Objects.requireNonNull(
                    Engine.getEngine("PyTorch").newBaseManager().getParentManager(), "DJL has no system manager");
        } catch (RuntimeException | LinkageError e) {
            throw new TensorException(
                    "PyTorch's native libraries could not be loaded (" + e.getMessage()
                            + "). They come with kernel-lib's dependencies for Linux, macOS (Apple silicon) and Windows,"
                            + " and unpack to the folder named by DJL_CACHE_DIR: run ./practicum doctor to see what is"
                            + " missing.",
                    e);
        }
    }
}
