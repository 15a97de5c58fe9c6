package practicum.world.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A product of features with a weight, such as 2 · x0 · x3².
 *
 * @param weight its factor
 * @param powers the power of each feature in it, 1 or 2, by the feature's number; at most three features
 */
public record Term(double weight, Map<Integer, Integer> powers) {
    public Term {
        powers = Collections.unmodifiableMap(new TreeMap<>(powers));
        boolean possible = powers.size() <= 3
                && powers.values().stream().allMatch(power -> power == 1 || power == 2)
                && powers.keySet().stream().allMatch(feature -> feature >= 0);
        if (!possible || !Double.isFinite(weight)) {
            throw new IllegalArgumentException("A term has a finite weight and at most three features, each to the"
                    + " power 1 or 2; got weight " + weight + " and powers " + powers + ".");
        }
    }

    /** The product of these features; one that is named twice is squared. */
    static Term of(double weight, int... factors) {
        Map<Integer, Integer> powers = new TreeMap<>();
        for (int factor : factors) {
            powers.merge(factor, 1, Integer::sum);
        }
        return new Term(weight, powers);
    }

    /** The numbers of its features. */
    List<Integer> features() {
        return List.copyOf(powers.keySet());
    }

    int power(int feature) {
        return powers.getOrDefault(feature, 0);
    }

    double value(double[] x) {
        double product = weight;
        for (int feature : powers.keySet()) {
            product *= Math.pow(x[feature], power(feature));
        }
        return product;
    }

    /** How it changes with one feature. */
    double slope(double[] x, int feature) {
        double slope = weight * power(feature) * (power(feature) == 2 ? x[feature] : 1);
        for (int other : powers.keySet()) {
            slope *= other == feature ? 1 : Math.pow(x[other], power(other));
        }
        return slope;
    }

    /** The value of a coalition of the term's features, each bit for one of them in order. */
    interface Game {
        double value(int coalition);
    }

    /** Each feature's Shapley value in a game of this term's features alone: all others are dummies in it. */
    double[] shapley(Game game) {
        int players = powers.size();
        double[] values = new double[players];
        for (int player = 0; player < players; player++) {
            for (int without = 0; without < 1 << players; without++) {
                if ((without >> player & 1) == 0) {
                    double gain = game.value(without | 1 << player) - game.value(without);
                    values[player] += share(Integer.bitCount(without), players) * gain;
                }
            }
        }
        return values;
    }

    /** The part of all orders in which so many players come before a given one: 1 / (n · (n−1 choose before)). */
    private static double share(int before, int players) {
        double choices = 1;
        for (int i = 0; i < before; i++) {
            choices = choices * (players - 1 - i) / (i + 1);
        }
        return 1 / (players * choices);
    }

    @Override
    public String toString() {
        List<String> factors = new ArrayList<>();
        powers.forEach((feature, power) -> factors.add("x" + feature + (power == 2 ? "²" : "")));
        return weight + factors.stream().map(factor -> " · " + factor).collect(Collectors.joining());
    }
}
