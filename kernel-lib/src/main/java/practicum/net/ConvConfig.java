package practicum.net;

/**
 * A convolution with square filters, and what follows it.
 *
 * @param channels filters, and so channels out
 * @param kernel rows and columns of a filter
 * @param stride how far the filters move
 * @param padding zeros around what it reads
 * @param pool how its channels are made smaller
 */
public record ConvConfig(int channels, int kernel, int stride, int padding, Pool pool) {
    public ConvConfig {
        if (channels < 1 || kernel < 1 || stride < 1 || padding < 0) {
            throw new NetException("A convolution's channels, kernel and stride are at least 1 and its padding at least"
                    + " 0; got " + channels + ", " + kernel + ", " + stride + " and " + padding + ".");
        }
    }

    /** A convolution that keeps the picture's size where its kernel is odd, without pooling. */
    public static ConvConfig of(int channels, int kernel) {
        return new ConvConfig(channels, kernel, 1, kernel / 2, Pool.none());
    }

    /** This convolution with another stride. */
    public ConvConfig stride(int newStride) {
        return new ConvConfig(channels, kernel, newStride, padding, pool);
    }

    /** This convolution with other padding. */
    public ConvConfig padding(int newPadding) {
        return new ConvConfig(channels, kernel, stride, newPadding, pool);
    }

    /** This convolution with a pool after it. */
    public ConvConfig pool(Pool newPool) {
        return new ConvConfig(channels, kernel, stride, padding, newPool);
    }

    /** Places along an edge after the filters and the pool, of so many before; 0 or less if nothing fits. */
    int left(int places) {
        return pool.left(Math.floorDiv(places + 2 * padding - kernel, stride) + 1);
    }
}
