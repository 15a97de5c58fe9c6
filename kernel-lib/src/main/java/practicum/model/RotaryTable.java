package practicum.model;

import practicum.tensor.Tensor;
import practicum.token.Tokens;

/**
 * Cosines and sines of the angles by which each position's queries and keys are turned.
 *
 * @param cos [b or 1, p, 1, dims]
 * @param sin the same shape
 */
record RotaryTable(Tensor cos, Tensor sin) {
    static RotaryTable of(Rotary rotary, Tokens tokens, int start) {
        int rows = tokens.isPadded() ? tokens.batch() : 1;
        int positions = tokens.length() - start;
        int dims = rotary.dims();
        float[] cos = new float[rows * positions * dims];
        float[] sin = new float[cos.length];
        for (int r = 0; r < rows; r++) {
            double[] frequencies = rotary.frequencies(tokens.length() - tokens.padding(r));
            for (int p = 0; p < positions; p++) {
                int position = Math.max(0, start + p - tokens.padding(r));
                int at = (r * positions + p) * dims;
                for (int pair = 0; pair < dims / 2; pair++) {
                    // The reference multiplies in single precision; far into a prompt that can be seen.
                    double angle = (float) frequencies[pair] * (float) position;
                    float c = (float) (Math.cos(angle) * rotary.scaling().magnitude());
                    float s = (float) (Math.sin(angle) * rotary.scaling().magnitude());
                    int first = at + (rotary.interleaved() ? 2 * pair : pair);
                    int second = at + (rotary.interleaved() ? 2 * pair + 1 : pair + dims / 2);
                    cos[first] = c;
                    cos[second] = c;
                    sin[first] = s;
                    sin[second] = s;
                }
            }
        }
        long[] shape = {rows, positions, 1, dims};
        return new RotaryTable(Tensor.of(cos, shape), Tensor.of(sin, shape));
    }
}
