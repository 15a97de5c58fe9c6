package practicum.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.hook.Intervention;
import practicum.model.Gradients;
import practicum.model.Metric;
import practicum.model.ModelException;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.progress.Progress;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/**
 * The search for a small part of a model that does a task: units are held at their means, those first that matter least,
 * for as long as the task's loss stays under a target. How small the part gets measures how far a model can be read (Gao
 * et al. 2025, "Weight-sparse transformers have interpretable circuits", arXiv 2511.13653).
 *
 * <p>A unit is one number of what a matrix reads or writes, at all positions: of the normalised stream, a query, a key, a
 * value, a neuron, or what a block adds to the stream. Its mean is over all tokens of the prompts. How much it matters is
 * estimated to first order, in the circuit as it is by then: |Σ over positions of (mean − value) · gradient|, a mean over
 * the prompts. Gao et al. learn which to keep, with a mask for each unit; the estimate needs no training, and finds circuits
 * that may be larger. No search shows that there is no smaller circuit, and one that holds units at their means need not
 * tell how the whole model works: look at what the circuit does where its other units take values of other prompts.
 */
public final class CircuitPruning {
    private static final double BOLDEST = 0.3;
    /** How many units in a row, the least important first, must be needed before the search ends. */
    private static final int PATIENCE = 6;

    private static final List<HookPoint> POINTS = List.of(
            HookPoint.LN1_NORMALIZED,
            HookPoint.Q,
            HookPoint.K,
            HookPoint.V,
            HookPoint.ATTN_OUT,
            HookPoint.LN2_NORMALIZED,
            HookPoint.MLP_POST,
            HookPoint.MLP_OUT);

    private final Transformer model;
    private final Tokens tokens;
    private final Metric loss;
    private final List<Hook> hooks;
    private final Map<Hook, Tensor> means;

    private CircuitPruning(Transformer model, Tokens tokens, Metric loss) {
        this.model = model;
        this.tokens = tokens;
        this.loss = loss;
        this.hooks = hooks(model);
        try (Scope scope = Scope.open()) {
            Run run = model.run(tokens, Recording.of(hooks.toArray(Hook[]::new)));
            means = new LinkedHashMap<>();
            Tensor weights = weights(tokens);
            hooks.forEach(hook -> means.put(hook, scope.keep(mean(run.get(hook), weights))));
        }
    }

    /**
     * A search on some prompts.
     *
     * @param loss what is to stay small: a mean over the prompts is taken
     */
    public static CircuitPruning of(Transformer model, Tokens tokens, Metric loss) {
        return new CircuitPruning(model, tokens, loss);
    }

    /** A choice's loss: −log of the answer's probability among answer and foil, in nats; by chance log 2. */
    public static Metric choice(long[] answers, long[] foils) {
        Metric difference = Metric.logitDiff(answers, foils);
        return new Metric("loss of the choice", difference.positions(), logits -> difference
                .reading()
                .apply(logits)
                .sigmoid()
                .add(1e-30)
                .log()
                .neg());
    }

    private static List<Hook> hooks(Transformer model) {
        List<Hook> all = new ArrayList<>();
        for (int layer = 0; layer < model.config().nLayers(); layer++) {
            for (HookPoint point : POINTS) {
                all.add(new Hook(point, layer));
            }
        }
        all.add(Hook.lnFinalNormalized());
        all.retainAll(model.config().hooks());
        return List.copyOf(all);
    }

    /** One over how many tokens there are at each that is no padding, else 0 [batch · pos, 1]. */
    private static Tensor weights(Tokens tokens) {
        float[] real = new float[tokens.batch() * tokens.length()];
        for (int row = 0; row < tokens.batch(); row++) {
            Arrays.fill(real, row * tokens.length() + tokens.padding(row), (row + 1) * tokens.length(), 1);
        }
        Tensor all = Tensor.of(real, real.length, 1);
        return all.div(all.sum());
    }

    /** The mean over all tokens, in the shape of one token's value. */
    private static Tensor mean(Tensor value, Tensor weights) {
        long[] shape = Arrays.copyOfRange(value.shape(), 2, value.rank());
        return value.reshape(weights.size(0), -1).mul(weights).sum(0).reshape(shape);
    }

    /** The loss of the whole model. */
    public double wholeLoss() {
        return loss(kept(true));
    }

    /** The loss with every unit at its mean. */
    public double emptyLoss() {
        return loss(kept(false));
    }

    /**
     * A small circuit whose loss is at most the target.
     *
     * @throws ModelException if the whole model's loss is above it
     */
    public PrunedCircuit under(double target) {
        return search(target, this::importance, PATIENCE);
    }

    /** A control: the same with units in random order, the most that can go before the loss is above the target. */
    public PrunedCircuit randomUnder(double target, long seed) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, units()).boxed().toList());
        Collections.shuffle(order, Seeds.random(seed));
        double[] ranks = order.stream().mapToDouble(Integer::doubleValue).toArray();
        return search(target, kept -> ranks, 1);
    }

    /** How many units the model has in all. */
    public int units() {
        return means.values().stream().mapToInt(mean -> (int) mean.count()).sum();
    }

    /** Takes units away, many at once where that does no harm, one by one where it does. */
    private PrunedCircuit search(double target, Function<Map<Hook, boolean[]>, double[]> ranking, int patience) {
        Map<Hook, boolean[]> circuit = kept(true);
        double reached = loss(circuit);
        if (!(reached <= target)) {
            throw new ModelException(String.format(
                    Locale.ROOT,
                    "The whole model's loss is %.4f, so no part of it need have one of %.4f: ask for a target above the"
                            + " whole model's.",
                    reached,
                    target));
        }
        double share = BOLDEST;
        int failures = 0;
        Set<Integer> needed = new HashSet<>();
        double[] ranks = ranking.apply(circuit);
        int left = units();
        try (Progress progress = Progress.start("Pruning", 0)) {
            while (failures < patience) {
                List<Integer> next = removable(circuit, ranks, needed);
                if (next.isEmpty()) {
                    break;
                }
                int count = Math.max(1, (int) (share * next.size()));
                Map<Hook, boolean[]> smaller = without(circuit, next.subList(0, count));
                double then = loss(smaller);
                if (then <= target) {
                    circuit = smaller;
                    reached = then;
                    ranks = ranking.apply(circuit);
                    share = Math.min(BOLDEST, 2 * share);
                    failures = 0;
                    left -= count;
                } else if (count == 1) {
                    needed.add(next.get(0));
                    failures++;
                } else {
                    share /= 2;
                }
                progress.advance(1);
                progress.note(String.format(Locale.ROOT, "%,d units left, loss %.4f", left, reached));
            }
        }
        return new PrunedCircuit(model, circuit, means, reached);
    }

    private Map<Hook, boolean[]> kept(boolean all) {
        Map<Hook, boolean[]> kept = new LinkedHashMap<>();
        means.forEach((hook, mean) -> {
            boolean[] units = new boolean[(int) mean.count()];
            Arrays.fill(units, all);
            kept.put(hook, units);
        });
        return kept;
    }

    /** The units still there that may go, the least important first, numbered through all hooks. */
    private static List<Integer> removable(Map<Hook, boolean[]> circuit, double[] ranks, Set<Integer> needed) {
        List<Integer> units = new ArrayList<>();
        int from = 0;
        for (boolean[] here : circuit.values()) {
            for (int i = 0; i < here.length; i++) {
                if (here[i] && !needed.contains(from + i)) {
                    units.add(from + i);
                }
            }
            from += here.length;
        }
        units.sort(Comparator.comparingDouble(unit -> ranks[unit]));
        return units;
    }

    private static Map<Hook, boolean[]> without(Map<Hook, boolean[]> circuit, Collection<Integer> gone) {
        Set<Integer> leaving = new HashSet<>(gone);
        Map<Hook, boolean[]> smaller = new LinkedHashMap<>();
        int from = 0;
        for (Map.Entry<Hook, boolean[]> entry : circuit.entrySet()) {
            boolean[] units = entry.getValue().clone();
            for (int i = 0; i < units.length; i++) {
                units[i] &= !leaving.contains(from + i);
            }
            smaller.put(entry.getKey(), units);
            from += units.length;
        }
        return smaller;
    }

    private Intervention[] changes(Map<Hook, boolean[]> circuit) {
        return circuit.entrySet().stream()
                .map(entry -> PrunedCircuit.hold(
                        entry.getKey(), entry.getValue(), Objects.requireNonNull(means.get(entry.getKey()))))
                .toArray(Intervention[]::new);
    }

    private double loss(Map<Hook, boolean[]> circuit) {
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            return loss.of(model.run(tokens, Recording.none(), changes(circuit)))
                    .mean()
                    .item();
        }
    }

    /** For each unit how much the loss would change without it, to first order. */
    private double[] importance(Map<Hook, boolean[]> circuit) {
        double[] all = new double[units()];
        try (Scope scope = Scope.open()) {
            Gradients gradients =
                    model.differentiate(tokens).with(changes(circuit)).gradients(loss, hooks);
            int at = 0;
            for (Hook hook : hooks) {
                Tensor value = gradients.run().get(hook);
                Tensor effect =
                        value.sub(Objects.requireNonNull(means.get(hook))).mul(gradients.get(hook));
                for (float each : effect.sum(1).abs().mean(0).toFloatArray()) {
                    all[at++] = each;
                }
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return "CircuitPruning[" + model.config().name() + ", " + tokens.batch() + " prompts, " + units() + " units, "
                + loss.says() + "]";
    }
}
