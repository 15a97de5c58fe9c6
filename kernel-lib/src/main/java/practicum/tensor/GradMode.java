package practicum.tensor;

import ai.djl.pytorch.jni.JniUtils;

/**
 * Whether operations on this thread are recorded for differentiation, set for a block and restored after it.
 *
 * <p>PyTorch keeps this per thread, and a new thread starts with recording on, whatever the thread that made it had.
 */
public final class GradMode implements AutoCloseable {
    private final boolean before;

    private GradMode(boolean enabled) {
        Torch.manager();
        before = JniUtils.isGradMode();
        JniUtils.setGradMode(enabled);
    }

    /** Records operations until closed. */
    public static GradMode on() {
        return new GradMode(true);
    }

    /** Records nothing until closed. */
    public static GradMode off() {
        return new GradMode(false);
    }

    @Override
    public void close() {
        JniUtils.setGradMode(before);
    }
}
