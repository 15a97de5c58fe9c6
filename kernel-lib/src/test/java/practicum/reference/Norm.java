package practicum.reference;

import java.util.Arrays;

/** Normalisations of a vector. */
final class Norm {
    private Norm() {}

    /** LayerNorm (Ba et al. 2016, arXiv 1607.06450), with the biased variance. */
    static Pointwise layer(double[] weight, double[] bias, double epsilon) {
        return x -> {
            double mean = Arrays.stream(x).average().orElseThrow();
            double variance =
                    Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                y[i] = (x[i] - mean) / Math.sqrt(variance + epsilon) * weight[i] + bias[i];
            }
            return y;
        };
    }

    /** RMSNorm (Zhang and Sennrich 2019, arXiv 1910.07467); Gemma stores its weights minus one. */
    static Pointwise rms(double[] weight, double offset, double epsilon) {
        return x -> {
            double square = Arrays.stream(x).map(v -> v * v).average().orElseThrow();
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                y[i] = x[i] / Math.sqrt(square + epsilon) * (offset + weight[i]);
            }
            return y;
        };
    }
}
