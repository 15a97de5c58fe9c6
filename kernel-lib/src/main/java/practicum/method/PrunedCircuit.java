package practicum.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.hook.Intervention;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A part of a model that does a task by itself: some of its units; all others are held at their means. Made by {@link
 * CircuitPruning}.
 */
public final class PrunedCircuit {
    private final Transformer model;
    private final Map<Hook, boolean[]> kept;
    private final Map<Hook, Tensor> means;
    private final double loss;

    PrunedCircuit(Transformer model, Map<Hook, boolean[]> kept, Map<Hook, Tensor> means, double loss) {
        this.model = model;
        this.kept = Collections.unmodifiableMap(new LinkedHashMap<>(kept));
        this.means = means;
        this.loss = loss;
    }

    /** What the task loses in the circuit, in the units of the pruning's metric. */
    public double loss() {
        return loss;
    }

    /** How many units it has. */
    public int nodes() {
        return kept.keySet().stream().mapToInt(hook -> units(hook).length).sum();
    }

    /** The units it has at a hook, in order: numbers of the value there, heads after one another. None at other hooks. */
    public int[] units(Hook hook) {
        boolean[] here = kept.getOrDefault(hook, new boolean[0]);
        return IntStream.range(0, here.length).filter(unit -> here[unit]).toArray();
    }

    /**
     * How many weights other than zero lead from one of its units to another, in the matrices of attention and MLPs; those
     * of the embedding and the unembedding are not counted.
     */
    public long edges() {
        long edges = 0;
        for (int layer = 0; layer < model.config().nLayers(); layer++) {
            for (Matrix matrix : matrices(layer)) {
                edges += matrix.edges();
            }
        }
        return edges;
    }

    /** The changes that make the model into the circuit: add them to a run. */
    public List<Intervention> interventions() {
        List<Intervention> changes = new ArrayList<>();
        kept.forEach((hook, here) -> changes.add(hold(hook, here, Objects.requireNonNull(means.get(hook)))));
        return List.copyOf(changes);
    }

    /** Holds the units that are not kept at their means. */
    static Intervention hold(Hook hook, boolean[] kept, Tensor mean) {
        float[] mask = new float[kept.length];
        for (int unit = 0; unit < mask.length; unit++) {
            mask[unit] = kept[unit] ? 1 : 0;
        }
        Tensor stay = Tensor.of(mask, mean.shape());
        Tensor held = mean.mul(stay.neg().add(1));
        return hook.edit(x -> x.mul(stay).add(held)).ifDifferent();
    }

    /** A matrix of one block with the units that it reads and writes. */
    private record Matrix(float[] weights, boolean[] from, boolean[] to) {
        long edges() {
            long edges = 0;
            for (int i = 0; i < from.length; i++) {
                for (int j = 0; from[i] && j < to.length; j++) {
                    edges += to[j] && weights[i * to.length + j] != 0 ? 1 : 0;
                }
            }
            return edges;
        }
    }

    private List<Matrix> matrices(int layer) {
        boolean[] stream = at(HookPoint.LN1_NORMALIZED, layer, model.config().dModel());
        boolean[] values = at(
                HookPoint.V, layer, model.config().nKvHeads() * model.config().dHead());
        List<Matrix> all = new ArrayList<>();
        all.add(matrix(layer, "attn.W_QKV", stream, queriesKeysValues(layer, values)));
        all.add(matrix(
                layer,
                "attn.W_O",
                forEachHead(values),
                at(HookPoint.ATTN_OUT, layer, model.config().dModel())));
        if (model.config().dMlp() > 0) {
            boolean[] read = at(HookPoint.LN2_NORMALIZED, layer, model.config().dModel());
            boolean[] neurons = at(HookPoint.MLP_POST, layer, model.config().dMlp());
            if (model.config().mlp().gated()) {
                all.add(matrix(layer, "mlp.W_gate", read, neurons));
            }
            all.add(matrix(layer, "mlp.W_in", read, neurons));
            all.add(matrix(
                    layer,
                    "mlp.W_out",
                    neurons,
                    at(HookPoint.MLP_OUT, layer, model.config().dModel())));
        }
        return all;
    }

    private Matrix matrix(int layer, String name, boolean[] from, boolean[] to) {
        return new Matrix(model.weights().get("blocks." + layer + "." + name).toFloatArray(), from, to);
    }

    private boolean[] queriesKeysValues(int layer, boolean[] values) {
        boolean[] queries =
                at(HookPoint.Q, layer, model.config().nHeads() * model.config().dHead());
        boolean[] keys = at(HookPoint.K, layer, values.length);
        boolean[] all = new boolean[queries.length + 2 * values.length];
        System.arraycopy(queries, 0, all, 0, queries.length);
        System.arraycopy(keys, 0, all, queries.length, keys.length);
        System.arraycopy(values, 0, all, queries.length + keys.length, values.length);
        return all;
    }

    /** Values by the head that reads them, where several share one. */
    private boolean[] forEachHead(boolean[] values) {
        int width = model.config().dHead();
        int share = model.config().nHeads() / model.config().nKvHeads();
        boolean[] all = new boolean[model.config().nHeads() * width];
        for (int i = 0; i < all.length; i++) {
            all[i] = values[i / width / share * width + i % width];
        }
        return all;
    }

    /** The units kept at a hook; all of them where the model has none there. */
    private boolean[] at(HookPoint point, int layer, int units) {
        boolean[] all = new boolean[units];
        Arrays.fill(all, true);
        return kept.getOrDefault(new Hook(point, layer), all);
    }

    /** A row for each hook: how many units there are, and how many are in the circuit. */
    public Table table() {
        Table table = Table.create(
                "circuit", StringColumn.create("hook"), IntColumn.create("units"), IntColumn.create("kept"));
        kept.forEach((hook, here) -> {
            table.stringColumn("hook").append(hook.toString());
            table.intColumn("units").append(here.length);
            table.intColumn("kept").append(units(hook).length);
        });
        return table;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "PrunedCircuit[%d nodes, %,d edges, loss %.3f]", nodes(), edges(), loss);
    }
}
