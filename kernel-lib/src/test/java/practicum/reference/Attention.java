package practicum.reference;

import java.util.Arrays;

/**
 * Softmax attention over one row: queries share a key head with their group's neighbours.
 *
 * @param q gives all query heads of a position, one after the other; k and v those of the keys
 * @param qNorm of one head, before it is turned
 * @param softCap on the scores, infinite for none
 */
record Attention(
        Pointwise q,
        Pointwise k,
        Pointwise v,
        Pointwise o,
        int heads,
        int keyHeads,
        Pointwise qNorm,
        Pointwise kNorm,
        Rotation rotation,
        double scale,
        double softCap,
        Mask mask) {

    /** Attention with neither norms on heads nor a cap. */
    static Attention plain(
            Pointwise q,
            Pointwise k,
            Pointwise v,
            Pointwise o,
            int heads,
            int keyHeads,
            Rotation rotation,
            double scale,
            Mask mask) {
        return new Attention(
                q,
                k,
                v,
                o,
                heads,
                keyHeads,
                Pointwise.IDENTITY,
                Pointwise.IDENTITY,
                rotation,
                scale,
                Double.POSITIVE_INFINITY,
                mask);
    }

    Attention withHeadNorms(Pointwise qNorm, Pointwise kNorm) {
        return new Attention(q, k, v, o, heads, keyHeads, qNorm, kNorm, rotation, scale, softCap, mask);
    }

    Attention withSoftCap(double softCap) {
        return new Attention(q, k, v, o, heads, keyHeads, qNorm, kNorm, rotation, scale, softCap, mask);
    }

    /** Fills {@code pattern} [head][query][key] and returns what the layer adds [position][width]. */
    double[][] apply(double[][] x, boolean[] real, double[][][] pattern) {
        double[][][] values = split(v.everywhere(x), keyHeads);
        double[][][] queries = turned(split(q.everywhere(x), heads), qNorm);
        double[][][] keys = turned(split(k.everywhere(x), keyHeads), kNorm);
        double[][] z = new double[x.length][0];
        for (int head = 0; head < heads; head++) {
            int keyHead = head / (heads / keyHeads);
            pattern[head] = new double[x.length][];
            for (int query = 0; query < x.length; query++) {
                pattern[head][query] = weights(queries[head][query], keys[keyHead], query, real);
                z[query] = concat(z[query], mixed(pattern[head][query], values[keyHead]));
            }
        }
        return o.everywhere(z);
    }

    private double[] weights(double[] query, double[][] keys, int position, boolean[] real) {
        double[] weights = new double[keys.length];
        for (int key = 0; key < keys.length; key++) {
            double score = scale * Vectors.dot(query, keys[key]);
            double capped = Double.isInfinite(softCap) ? score : softCap * Math.tanh(score / softCap);
            weights[key] = mask.sees(position, key) && real[key] ? capped : Double.NEGATIVE_INFINITY;
        }
        double max = Arrays.stream(weights).max().orElseThrow();
        double[] exponentials =
                Arrays.stream(weights).map(w -> Math.exp(w - max)).toArray();
        double sum = Arrays.stream(exponentials).sum();
        return Arrays.stream(exponentials).map(e -> e / sum).toArray();
    }

    private static double[] mixed(double[] weights, double[][] values) {
        double[] sum = new double[values[0].length];
        for (int key = 0; key < weights.length; key++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weights[key] * values[key][i];
            }
        }
        return sum;
    }

    private double[][][] turned(double[][][] byHead, Pointwise norm) {
        double[][][] turned = new double[byHead.length][][];
        for (int head = 0; head < byHead.length; head++) {
            turned[head] = norm.everywhere(byHead[head]);
            for (int position = 0; position < turned[head].length; position++) {
                turned[head][position] = rotation.turn(turned[head][position], position, turned[head].length);
            }
        }
        return turned;
    }

    /** [position][heads * size] to [head][position][size]. */
    private static double[][][] split(double[][] x, int heads) {
        int size = x[0].length / heads;
        double[][][] byHead = new double[heads][x.length][];
        for (int head = 0; head < heads; head++) {
            for (int position = 0; position < x.length; position++) {
                byHead[head][position] = Arrays.copyOfRange(x[position], head * size, (head + 1) * size);
            }
        }
        return byHead;
    }

    private static double[] concat(double[] a, double[] b) {
        double[] joined = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }
}
