package practicum.world.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import practicum.net.Examples;
import practicum.world.Split;

class KnownFunctionTest {
    private static final KnownFunction F = KnownFunction.of(5)
            .plus(0.7)
            .plus(2, 0)
            .plus(-1.5, 1, 1)
            .plus(3, 1, 2)
            .plus(0.5, 0, 0, 3)
            .plus(-2, 0, 1, 3)
            .plus(1.2, 2, 2, 3, 3)
            .correlated(1, 2, 0.6)
            .correlated(0, 3, -0.4);

    private static final double[] X = {0.8, -1.3, 0.4, 1.7, 2.0};
    private static final double[] BASELINE = {-0.2, 0.5, 1.1, 0.3, -1.0};

    /** What F is, written out. */
    private static double f(double[] x) {
        return 0.7
                + 2 * x[0]
                - 1.5 * x[1] * x[1]
                + 3 * x[1] * x[2]
                + 0.5 * x[0] * x[0] * x[3]
                - 2 * x[0] * x[1] * x[3]
                + 1.2 * x[2] * x[2] * x[3] * x[3];
    }

    @Test
    void theValueIsTheSumOfTheTermsAndTheGradientItsSlope() {
        assertThat(F.value(X)).isCloseTo(f(X), within(1e-12));
        double[] gradient = F.gradient(X);
        for (int i = 0; i < 5; i++) {
            double[] up = X.clone();
            double[] down = X.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            assertThat(gradient[i]).isCloseTo((f(up) - f(down)) / 2e-5, within(1e-7));
        }
    }

    /** Shapley's definition: a player's gain, averaged over all 120 orders. */
    private static double[] shapleyByOrders(ToDoubleFunction<Set<Integer>> game) {
        double[] values = new double[5];
        List<List<Integer>> orders = orders(List.of(0, 1, 2, 3, 4));
        for (List<Integer> order : orders) {
            Set<Integer> coalition = new HashSet<>();
            double before = game.applyAsDouble(coalition);
            for (int player : order) {
                coalition.add(player);
                double after = game.applyAsDouble(coalition);
                values[player] += (after - before) / orders.size();
                before = after;
            }
        }
        return values;
    }

    private static List<List<Integer>> orders(List<Integer> players) {
        if (players.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (Integer first : players) {
            List<Integer> rest = new ArrayList<>(players);
            rest.remove(first);
            for (List<Integer> order : orders(rest)) {
                List<Integer> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                orders.add(whole);
            }
        }
        return orders;
    }

    @Test
    void shapleyValuesAgainstABaselineAreMeanGainsOverAllOrders() {
        double[] brute = shapleyByOrders(coalition -> {
            double[] mixed = BASELINE.clone();
            coalition.forEach(i -> mixed[i] = X[i]);
            return f(mixed);
        });
        double[] exact = F.shapley(X, BASELINE);
        assertThat(exact).containsExactly(brute, within(1e-9));
        assertThat(Arrays.stream(exact).sum()).isCloseTo(f(X) - f(BASELINE), within(1e-9));
        assertThat(exact[4]).isZero();
    }

    @Test
    void marginalShapleyValuesAreMeanGainsOverAllOrders() {
        double[] brute = shapleyByOrders(coalition -> F.expected(X, coalition, Missing.MARGINAL));
        assertThat(F.shapley(X)).containsExactly(brute, within(1e-9));
        assertThat(Arrays.stream(F.shapley(X)).sum()).isCloseTo(f(X) - F.mean(), within(1e-9));
    }

    /** Expected values against draws: a feature that is given is set; its partner follows it, or does not. */
    @Test
    void expectedValuesAreMeansOverDraws() {
        List<Set<Integer>> coalitions = List.of(Set.of(), Set.of(1), Set.of(0, 2), Set.of(3, 2), Set.of(0, 1, 2, 3));
        for (Missing missing : Missing.values()) {
            for (Set<Integer> given : coalitions) {
                Random random = new Random(11);
                int draws = 60_000;
                double sum = 0;
                double squares = 0;
                for (int d = 0; d < draws; d++) {
                    double[] drawn = drawn(given, missing, random);
                    double value = f(drawn);
                    sum += value;
                    squares += value * value;
                }
                double mean = sum / draws;
                double error = Math.sqrt(Math.max(0, squares / draws - mean * mean) / draws);
                assertThat(F.expected(X, given, missing))
                        .as("%s given %s", missing, given)
                        .isCloseTo(mean, within(5 * error + 1e-8));
            }
        }
    }

    private static double[] drawn(Set<Integer> given, Missing missing, Random random) {
        double[] x = new double[5];
        x[4] = random.nextGaussian();
        for (int[] pair : new int[][] {{1, 2}, {0, 3}}) {
            double correlation = pair[0] == 1 ? 0.6 : -0.4;
            double rest = Math.sqrt(1 - correlation * correlation);
            double a = random.nextGaussian();
            double b = correlation * a + rest * random.nextGaussian();
            if (missing == Missing.CONDITIONAL && given.contains(pair[0])) {
                b = correlation * X[pair[0]] + rest * random.nextGaussian();
            }
            if (missing == Missing.CONDITIONAL && given.contains(pair[1])) {
                a = correlation * X[pair[1]] + rest * random.nextGaussian();
            }
            x[pair[0]] = a;
            x[pair[1]] = b;
        }
        given.forEach(i -> x[i] = X[i]);
        return x;
    }

    @Test
    void integratedGradientsAreTheMeanSlopeAlongTheLine() {
        int steps = 20_000;
        double[] numeric = new double[5];
        for (int s = 0; s < steps; s++) {
            double part = (s + 0.5) / steps;
            for (int i = 0; i < 5; i++) {
                double[] up = new double[5];
                double[] down = new double[5];
                for (int j = 0; j < 5; j++) {
                    up[j] = BASELINE[j] + part * (X[j] - BASELINE[j]) + (i == j ? 1e-4 : 0);
                    down[j] = BASELINE[j] + part * (X[j] - BASELINE[j]) - (i == j ? 1e-4 : 0);
                }
                numeric[i] += (f(up) - f(down)) / 2e-4 / steps * (X[i] - BASELINE[i]);
            }
        }
        double[] exact = F.integratedGradients(X, BASELINE);
        assertThat(exact).containsExactly(numeric, within(1e-6));
        assertThat(Arrays.stream(exact).sum()).isCloseTo(f(X) - f(BASELINE), within(1e-9));
        // They are not Shapley values where a square meets another feature.
        assertThat(Math.abs(exact[0] - F.shapley(X, BASELINE)[0])).isGreaterThan(0.01);
    }

    @Test
    void rowsAreStandardNormalAndCorrelatedAsSaid() {
        int count = 20_000;
        float[][] rows = F.sample(Split.TRAIN, count, 1).toMatrix();
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                double product = 0;
                for (float[] row : rows) {
                    product += (double) row[i] * row[j] / count;
                }
                Set<Integer> pair = Set.copyOf(new HashSet<>(List.of(i, j)));
                double expected = i == j ? 1 : pair.equals(Set.of(1, 2)) ? 0.6 : pair.equals(Set.of(0, 3)) ? -0.4 : 0;
                assertThat(product).isCloseTo(expected, within(5 * Math.sqrt(2.0 / count)));
            }
        }
    }

    @Test
    void examplesAreTheFunctionPlusNoiseAndHeldOutRowsAreOthers() {
        Examples clean = F.examples(Split.TRAIN, 500, 0, 2);
        float[][] rows = clean.inputs().toMatrix();
        float[] targets = clean.targets().toFloatArray();
        for (int r = 0; r < rows.length; r++) {
            float[] row = rows[r];
            double[] x = {row[0], row[1], row[2], row[3], row[4]};
            assertThat((double) targets[r]).isCloseTo(f(x), within(1e-4 * (1 + Math.abs(f(x)))));
        }
        Examples noisy = F.examples(Split.TRAIN, 500, 0.5, 2);
        assertThat(noisy.inputs().toFloatArray()).isEqualTo(clean.inputs().toFloatArray());
        double square = noisy.targets().sub(clean.targets()).pow(2).mean().item();
        assertThat(square).isCloseTo(0.25, within(5 * 0.25 * Math.sqrt(2.0 / 500)));
        List<List<Float>> trained = lists(rows);
        assertThat(Collections.disjoint(
                        trained, lists(F.sample(Split.HELD_OUT, 500, 2).toMatrix())))
                .isTrue();
    }

    private static List<List<Float>> lists(float[][] rows) {
        return Arrays.stream(rows)
                .map(row -> List.of(row[0], row[1], row[2], row[3], row[4]))
                .toList();
    }

    @Test
    void whatIsNoSuchFunctionIsRefused() {
        assertThatThrownBy(() -> F.plus(1, 5)).hasMessageContaining("no feature 5");
        assertThatThrownBy(() -> F.plus(1, 0, 0, 0)).hasMessageContaining("power 1 or 2");
        assertThatThrownBy(() -> F.correlated(1, 4, 0.1)).hasMessageContaining("in no pair yet");
        assertThatThrownBy(() -> KnownFunction.of(3).correlated(0, 1, 1)).hasMessageContaining("between −1 and 1");
        assertThatThrownBy(() -> F.value(1, 2)).hasMessageContaining("5 features; got 2");
        assertThatThrownBy(() -> F.examples(Split.TRAIN, 5, -1, 1)).hasMessageContaining("at least 0");
        assertThatThrownBy(() -> KnownFunction.of(0)).hasMessageContaining("1 to 30");
    }
}
