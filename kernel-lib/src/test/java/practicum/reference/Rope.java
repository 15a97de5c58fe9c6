package practicum.reference;

/**
 * Rotary positions (Su et al. 2021, arXiv 2104.09864): pair i of a head's first coordinates turns by the position times
 * the i-th frequency. GPT-J pairs neighbours, everybody else coordinate i with i + (number of pairs).
 */
final class Rope implements Rotation {
    /** One frequency (radians per position) for each pair, given the length of the row. */
    @FunctionalInterface
    interface Frequencies {
        double[] of(int length);
    }

    private final Frequencies frequencies;
    private final double magnitude;
    private final boolean neighbours;

    Rope(Frequencies frequencies, double magnitude, boolean neighbours) {
        this.frequencies = frequencies;
        this.magnitude = magnitude;
        this.neighbours = neighbours;
    }

    /** The plain frequencies for the first {@code size} coordinates of a head. */
    static double[] frequencies(double theta, int size) {
        double[] frequencies = new double[size / 2];
        for (int i = 0; i < frequencies.length; i++) {
            frequencies[i] = Math.pow(theta, -2.0 * i / size);
        }
        return frequencies;
    }

    double[] frequencies(int length) {
        return frequencies.of(length);
    }

    double magnitude() {
        return magnitude;
    }

    @Override
    public double[] turn(double[] head, int position, int length) {
        double[] f = frequencies.of(length);
        double[] turned = head.clone();
        for (int pair = 0; pair < f.length; pair++) {
            int a = neighbours ? 2 * pair : pair;
            int b = neighbours ? 2 * pair + 1 : pair + f.length;
            double cos = magnitude * Math.cos(position * f[pair]);
            double sin = magnitude * Math.sin(position * f[pair]);
            turned[a] = head[a] * cos - head[b] * sin;
            turned[b] = head[b] * cos + head[a] * sin;
        }
        return turned;
    }
}
