package practicum.net;

import practicum.tensor.Tensor;

/**
 * How a convolution's channels are made smaller after it.
 *
 * @param kind of what each square keeps
 * @param size of a square
 * @param stride from one square to the next
 */
public record Pool(Kind kind, int size, int stride) {
    /** What a square keeps. */
    public enum Kind {
        /** Everything: there is no pooling. */
        NONE,
        /** Its largest value. */
        MAX,
        /** The mean of its values. */
        MEAN
    }

    public Pool {
        if (size < 1 || stride < 1) {
            throw new NetException("A pool's size and stride are at least 1; got " + size + " and " + stride + ".");
        }
    }

    /** No pooling. */
    public static Pool none() {
        return new Pool(Kind.NONE, 1, 1);
    }

    /** The largest value of each square, side by side. */
    public static Pool max(int size) {
        return new Pool(Kind.MAX, size, size);
    }

    /** The mean of each square, side by side. */
    public static Pool mean(int size) {
        return new Pool(Kind.MEAN, size, size);
    }

    boolean isThere() {
        return kind != Kind.NONE;
    }

    /** The size of what is left of {@code size} places; 0 or less if no square fits. */
    int left(int places) {
        return isThere() ? Math.floorDiv(places - size, stride) + 1 : places;
    }

    /** What is left of channels [batch, channel, y, x]. */
    Tensor of(Tensor channels) {
        return switch (kind) {
            case NONE -> channels;
            case MAX -> channels.maxPool2d(size, stride);
            case MEAN -> channels.meanPool2d(size, stride);
        };
    }
}
