package practicum.reference;

/** {@code y = W x + b} with W stored [out][in]; a bias of zeros where the family has none. */
final class Linear implements Pointwise {
    private final double[][] weight;
    private final double[] bias;

    Linear(double[][] weight, double[] bias) {
        this.weight = weight;
        this.bias = bias;
    }

    Linear(double[][] weight) {
        this(weight, new double[weight.length]);
    }

    @Override
    public double[] apply(double[] x) {
        double[] y = new double[weight.length];
        for (int out = 0; out < y.length; out++) {
            y[out] = Vectors.dot(weight[out], x) + bias[out];
        }
        return y;
    }
}
