package practicum.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

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

    public Sampling withTemperature(double newTemperature) {
        return new Sampling(newTemperature, topK, topP, seed);
    }

    public Sampling withTopK(int k) {
        return new Sampling(temperature, k, topP, seed);
    }

    public Sampling withTopP(double p) {
        return new Sampling(temperature, topK, p, seed);
    }

    Random random() {
        return new Random(seed);
    }

    int choose(float[] logits, Random random) {
        Integer[] order = IntStream.range(0, logits.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -logits[i]));
        if (temperature == 0) {
            return order[0];
        }
        int kept = topK == 0 ? order.length : Math.min(topK, order.length);
        double[] mass = new double[kept];
        double total = 0;
        for (int i = 0; i < kept; i++) {
            mass[i] = Math.exp((logits[order[i]] - logits[order[0]]) / temperature);
            total += mass[i];
        }
        double wanted = topP * total;
        double sum = 0;
        int n = 0;
        while (n < kept && sum < wanted) {
            sum += mass[n++];
        }
        double draw = random.nextDouble() * sum;
        for (int i = 0; i < n; i++) {
            draw -= mass[i];
            if (draw < 0) {
                return order[i];
            }
        }
        return order[n - 1];
    }
}
