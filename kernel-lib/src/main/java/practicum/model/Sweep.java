package practicum.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import practicum.hook.Hook;
import practicum.hook.HookException;
import practicum.hook.HookPoint;
import practicum.hook.Intervention;
import practicum.tensor.GradMode;
import practicum.tensor.NativeMemory;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/**
 * A metric of many runs that differ from one base run in one change each: every head ablated in turn, the stream patched
 * at each layer and position.
 *
 * <p>{@link #metrics} gives what {@link #metricsOneByOne} gives, several times as fast. Nothing before a change is computed
 * again: a run restarts in the block of its change, and, in a causal model, at the position of its change, with the
 * base run's keys and values before it. All restarted runs walk through the blocks together, and only positions that the
 * metric reads are unembedded.
 */
public final class Sweep {
    /** More rows than fit in this make matrix products no faster. */
    private static final long ENOUGH_BYTES = 512L << 20;

    private final Transformer model;
    private final Tokens tokens;
    private final Metric metric;
    private final List<Intervention> always;

    private Sweep(Transformer model, Tokens tokens, Metric metric, List<Intervention> always) {
        this.model = model;
        this.tokens = tokens;
        this.metric = metric;
        this.always = always;
    }

    /**
     * A sweep over changes to a run on tokens.
     *
     * @param always changes that the base run has and each of the others too, such as noise in the embeddings
     */
    public static Sweep of(Transformer model, Tokens tokens, Metric metric, Intervention... always) {
        if (model == null || tokens == null || metric == null || always == null) {
            throw new ModelException("A sweep needs a model, tokens and a metric; one of them is null.");
        }
        return new Sweep(model, tokens, metric, Arrays.asList(always));
    }

    /** The metric of the base run [batch]. */
    public Tensor base() {
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            Baseline base = Baseline.of(model, tokens, always, metric, Set.of());
            return scope.keep(metric.of(base.run().logits()));
        }
    }

    /** The metric of each change [change, batch]. A change that changes nothing gives the base run's. */
    public Tensor metrics(List<Intervention> changes) {
        return metrics(changes, done -> {});
    }

    /**
     * The metric of each change [change, batch].
     *
     * @param progress told how many more are done
     * @throws HookException if the model does not compute a hook, or one is not in a block or before
     * @throws ModelException if the base run is changed inside its blocks, which {@link #metricsOneByOne} can do; or if a
     *     metric is no number
     */
    public Tensor metrics(List<Intervention> changes, IntConsumer progress) {
        requireSomething(changes);
        always.forEach(this::requireBeforeBlocks);
        Set<HookPoint> points = EnumSet.noneOf(HookPoint.class);
        for (Intervention change : changes) {
            Hook hook = change.site().hook();
            requireSweepable(hook);
            points.addAll(Entrance.reads(hook.point(), model.config()));
        }
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            Baseline base = Baseline.of(model, tokens, always, metric, points);
            float[] unchanged = metric.values(base.run().logits()).toFloatArray();
            float[] metrics = new float[changes.size() * tokens.batch()];
            for (List<Integer> chunk : chunks(changes, base.positions().length)) {
                Map<Integer, float[]> found = metrics(base, changes, chunk);
                chunk.forEach(i -> System.arraycopy(
                        found.getOrDefault(i, unchanged), 0, metrics, i * tokens.batch(), tokens.batch()));
                progress.accept(chunk.size());
            }
            return scope.keep(tensor(metrics, changes));
        }
    }

    private Map<Integer, float[]> metrics(Baseline base, List<Intervention> changes, List<Integer> chunk) {
        try (Scope scope = Scope.open()) {
            Map<Integer, Tensor> metrics = new RollingBatch(base, metric).metrics(changes, chunk);
            return metrics.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue()
                    .toFloatArray()));
        }
    }

    /** The same by the plain way: one whole run after the other, each with its change. */
    public Tensor metricsOneByOne(List<Intervention> changes, IntConsumer progress) {
        requireSomething(changes);
        List<Tensor> metrics = new ArrayList<>();
        try (Scope scope = Scope.open()) {
            for (Intervention change : changes) {
                List<Intervention> all = new ArrayList<>(always);
                all.add(change.ifDifferent());
                try (Scope each = Scope.open()) {
                    Run run = model.run(tokens, Recording.none(), all.toArray(Intervention[]::new));
                    metrics.add(each.keep(metric.of(run)));
                }
                progress.accept(1);
            }
            return scope.keep(tensor(Tensor.concat(0, metrics).toFloatArray(), changes));
        }
    }

    private Tensor tensor(float[] metrics, List<Intervention> changes) {
        for (int i = 0; i < metrics.length; i++) {
            if (!Float.isFinite(metrics[i])) {
                throw new ModelException("The metric \"" + metric + "\" is no finite number for \""
                        + changes.get(i / tokens.batch()) + "\" but " + metrics[i] + ".");
            }
        }
        return Tensor.of(metrics, changes.size(), tokens.batch()).named("change", "batch");
    }

    /** Changes in the order of their layers, in portions whose lanes fit into memory together. */
    private List<List<Integer>> chunks(List<Intervention> changes, int positions) {
        long room = (NativeMemory.budgetBytes() - NativeMemory.liveBytes()) / 4;
        int most = (int) Math.max(1, Math.min(ENOUGH_BYTES, room) / bytesOfOne(positions));
        List<Integer> order = IntStream.range(0, changes.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                        i -> Entrance.block(changes.get(i).site().hook())))
                .toList();
        List<List<Integer>> chunks = new ArrayList<>();
        for (int from = 0; from < order.size(); from += most) {
            chunks.add(order.subList(from, Math.min(order.size(), from + most)));
        }
        return chunks;
    }

    /** What a change holds at once while it passes a block, or is unembedded. */
    private long bytesOfOne(int positions) {
        ModelConfig c = model.config();
        long heads = (long) c.dHead() * (c.nHeads() + 2 * c.nKvHeads());
        long row = 6L * c.dModel() + 3 * heads + 4L * c.dMlp();
        long attention = 4L * c.nHeads() * tokens.length() * tokens.length();
        long block = row * tokens.length() + attention;
        return 4L * tokens.batch() * Math.max(block, 3L * positions * c.dVocab());
    }

    // ---------------------------------------------------------------- requirements

    private void requireSomething(List<Intervention> changes) {
        if (changes == null || changes.isEmpty() || changes.stream().anyMatch(Objects::isNull)) {
            throw new ModelException(
                    "A sweep needs at least one change, and none of them may be null; got " + changes + ".");
        }
        Intervention.requireOrigins(changes, model.anatomy());
    }

    private void requireBeforeBlocks(Intervention change) {
        if (change.site().hook().layer() >= 0) {
            throw new ModelException(
                    "\"" + change + "\" changes the base run inside its blocks, which a fast sweep takes"
                            + " over as they are. Change the embeddings, or use the plain way.");
        }
    }

    private void requireSweepable(Hook hook) {
        model.config().require(hook);
        if (hook.point() == HookPoint.LN_FINAL_SCALE || hook.point() == HookPoint.LN_FINAL_NORMALIZED) {
            throw new HookException("A sweep changes embeddings and blocks, but " + hook
                    + " comes after them. Use the plain way, or Hook.residPost("
                    + (model.config().nLayers() - 1) + ").");
        }
    }

    @Override
    public String toString() {
        return "Sweep[" + model.config().name() + ", " + metric + "]";
    }
}
