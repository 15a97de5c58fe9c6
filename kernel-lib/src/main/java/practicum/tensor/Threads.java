package practicum.tensor;

import ai.djl.pytorch.jni.JniUtils;

/** How many cores one operation may use. Sums are split among them, so another number may change the last bits. */
public final class Threads {
    private Threads() {}

    /** Lets every operation from now on use this many threads. */
    public static void use(int count) {
        if (count < 1) {
            throw new TensorException("An operation needs at least one thread, got " + count + ".");
        }
        Torch.manager();
        JniUtils.setNumThreads(count);
    }

    /** The number in use. */
    public static int inUse() {
        Torch.manager();
        return JniUtils.getNumThreads();
    }
}
