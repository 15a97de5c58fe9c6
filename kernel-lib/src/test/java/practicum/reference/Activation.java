package practicum.reference;

import java.util.function.DoubleUnaryOperator;

/** The nonlinearities by the names that configuration files give them (transformers: activations.py). */
final class Activation {
    private Activation() {}

    static Pointwise named(String name) {
        DoubleUnaryOperator f =
                switch (name) {
                    case "gelu" -> x -> 0.5 * x * (1 + erf(x / Math.sqrt(2)));
                    case "gelu_new", "gelu_fast", "gelu_pytorch_tanh" -> Activation::geluTanh;
                    case "relu" -> x -> Math.max(x, 0);
                    case "silu", "swish" -> x -> x / (1 + Math.exp(-x));
                    default -> throw new IllegalArgumentException("the reference has no activation " + name);
                };
        return x -> {
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                y[i] = f.applyAsDouble(x[i]);
            }
            return y;
        };
    }

    private static double geluTanh(double x) {
        return 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
    }

    /** The error function by the series with positive terms only (Abramowitz and Stegun 7.1.6). */
    static double erf(double x) {
        if (Math.abs(x) > 6) {
            return Math.signum(x); // within 1e-16
        }
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }
}
