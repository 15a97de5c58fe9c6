package practicum.jupyter;

import ai.djl.huggingface.tokenizers.jni.LibUtils;
import practicum.tensor.Tensor;

/** A program that loads the native libraries, which unpacks them where they are not, and adds two numbers with them. */
final class NativeLoading {
    private NativeLoading() {}

    /** Exits with 0 if they work; else prints one sentence that says why not. */
    public static void main(String[] args) {
        try {
            LibUtils.checkStatus();
            float sum = Tensor.of(1.0, 2.0).sum().item();
            if (sum != 3) {
                throw new IllegalStateException("1 + 2 gave " + sum);
            }
            System.exit(0);
        } catch (RuntimeException | LinkageError e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }
}
