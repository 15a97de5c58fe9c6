package practicum.model;

import java.util.Arrays;
import java.util.Random;
import practicum.tensor.Seeds;

/**
 * How the next token is chosen from the logits.
 *
 * @param temperature 0 takes the likeliest; 1 draws from the model's distribution; more flattens it
 * @param topK draw only among the k likeliest; 0 means all
 * @param topP draw only among the fewest that together have this probability; 1 means all
 * @param seed of the draws
 */
public record Sampling(double temperature, int topK, double topP, long seed) {
    public Sampling {
        if (!(temperature >= 0) || topK < 0 || !(topP > 0 && topP <= 1)) {
            throw new ModelException("Sampling needs temperature ≥ 0, top-k ≥ 0 and top-p in (0, 1]; got " + temperature
                    + ", " + topK + ", " + topP + ".");
        }
    }

    /** The likeliest token each time. */
    public static Sampling greedy() {
        return new Sampling(0, 0, 1, 0);
    }

    /** Draws from the model's own distribution. */
    public static Sampling seeded(long seed) {
        return new Sampling(1, 0, 1, seed);
    }

    /** The same at another temperature. */
    public Sampling withTemperature(double newTemperature) {
        return new Sampling(newTemperature, topK, topP, seed);
    }

    /** The same among the {@code k} likeliest; 0 means all. */
    public Sampling withTopK(int k) {
        return new Sampling(temperature, k, topP, seed);
    }

    /** The same among the fewest that together have this probability; 1 means all. */
    public Sampling withTopP(double p) {
        return new Sampling(temperature, topK, p, seed);
    }

    Random random() {
        return Seeds.random(seed);
    }

    int choose(float[] logits, Random random) {
        if (temperature == 0) {
            return likeliest(logits, 1)[0];
        }
        int[] order = likeliest(logits, topK == 0 ? logits.length : Math.min(topK, logits.length));
        double[] mass = new double[order.length];
        double total = 0;
        for (int i = 0; i < mass.length; i++) {
            mass[i] = Math.exp((logits[order[i]] - logits[order[0]]) / temperature);
            total += mass[i];
        }
        return order[drawn(mass, topP * total, random)];
    }

    /** An index in proportion to its mass, among the first that together have the mass wanted. */
    private static int drawn(double[] mass, double wanted, Random random) {
        double sum = 0;
        int n = 0;
        while (n < mass.length && sum < wanted) {
            sum += mass[n++];
        }
        double draw = random.nextDouble() * sum;
        for (int i = 0; i < n; i++) {
            draw -= mass[i];
            if (draw < 0) {
                return i;
            }
        }
        return n - 1;
    }

    /**
     * Where the {@code count} largest logits stand, in falling order, equal ones in the order of the vocabulary. Each is a
     * number that sorts so, with its place in the lower half; of those seen, only about {@code count} are held and sorted.
     */
    private static int[] likeliest(float[] logits, int count) {
        long[] held = new long[Math.min(2 * count, logits.length)];
        int n = 0;
        long worst = Long.MAX_VALUE;
        for (int i = 0; i < logits.length; i++) {
            int bits = Float.floatToIntBits(-logits[i]);
            long rank = (long) (bits ^ (bits >> 31 & Integer.MAX_VALUE)) << 32 | i;
            if (rank < worst) {
                if (n == held.length) {
                    Arrays.sort(held);
                    n = count;
                    worst = held[count - 1];
                }
                if (rank < worst) {
                    held[n++] = rank;
                }
            }
        }
        Arrays.sort(held, 0, n);
        return Arrays.stream(held, 0, count).mapToInt(rank -> (int) rank).toArray();
    }
}
