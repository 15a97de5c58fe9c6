package practicum.reference;

/** A function of one position's vector. */
@FunctionalInterface
interface Pointwise {
    Pointwise IDENTITY = x -> x;

    double[] apply(double[] x);

    default Pointwise then(Pointwise next) {
        return x -> next.apply(apply(x));
    }

    /** The same function at every position. */
    default double[][] everywhere(double[][] x) {
        double[][] y = new double[x.length][];
        for (int position = 0; position < x.length; position++) {
            y[position] = apply(x[position]);
        }
        return y;
    }

    /** Multiplication by a number. */
    static Pointwise times(double factor) {
        return x -> {
            double[] y = x.clone();
            for (int i = 0; i < y.length; i++) {
                y[i] *= factor;
            }
            return y;
        };
    }

    /** A soft limit: {@code cap * tanh(x / cap)}; an infinite cap changes nothing. */
    static Pointwise softCap(double cap) {
        return x -> {
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                y[i] = Double.isInfinite(cap) ? x[i] : cap * Math.tanh(x[i] / cap);
            }
            return y;
        };
    }
}
