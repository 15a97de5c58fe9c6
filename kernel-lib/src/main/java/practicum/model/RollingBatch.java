package practicum.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import practicum.hook.Hook;
import practicum.hook.Intervention;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * Many changes to one base run, computed in one walk through the blocks: what changes in a block joins the batch there,
 * and all that has joined passes the next block together.
 */
final class RollingBatch {
    private final Baseline base;
    private final Metric metric;
    private final List<Integer> members = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private @Nullable Lanes lanes;
    private @Nullable Tensor stream;

    RollingBatch(Baseline base, Metric metric) {
        this.base = base;
        this.metric = metric;
    }

    /**
     * The metric [batch] of each change, by its number in the list. Those that make no difference at any position that the
     * metric depends on are left out.
     */
    Map<Integer, Tensor> metrics(List<Intervention> changes, List<Integer> numbers) {
        Map<Hook, List<Integer>> byHook = new LinkedHashMap<>();
        numbers.forEach(i -> byHook.computeIfAbsent(changes.get(i).site().hook(), h -> new ArrayList<>())
                .add(i));
        int layers = base.config().nLayers();
        for (int l = 0; l <= layers; l++) {
            for (Map.Entry<Hook, List<Integer>> group : byHook.entrySet()) {
                if (Entrance.block(group.getKey()) == l) {
                    join(group.getKey(), changes, group.getValue(), l == layers);
                }
            }
            if (l < layers) {
                pass(l);
            }
        }
        return read();
    }

    // ---------------------------------------------------------------- joining

    private void join(Hook hook, List<Intervention> changes, List<Integer> numbers, boolean atEnd) {
        Lanes entering;
        Tensor rows;
        try (Scope scope = Scope.open()) {
            Tensor value = base.run().get(hook);
            List<Tensor> changed = new ArrayList<>();
            List<Integer> from = new ArrayList<>();
            for (int number : numbers) {
                Tensor with = changes.get(number).apply(value);
                int start = firstDifference(hook, with, value);
                if (start <= base.lastRead()) {
                    members.add(number);
                    from.add(start);
                    changed.add(with);
                }
            }
            if (changed.isEmpty()) {
                return;
            }
            starts.addAll(from);
            entering = new Lanes(base, from);
            Tensor all = new Entrance(base, entering, hook).stream(changed);
            rows = scope.keep(atEnd ? all.take(0, entering.read()) : all);
        }
        stream = stream == null ? rows : Tensor.concat(0, List.of(stream, rows));
        lanes = new Lanes(base, starts);
    }

    /** The first position whose value differs in any prompt; past the last where none does. */
    private int firstDifference(Hook hook, Tensor changed, Tensor value) {
        Tensor most = changed.sub(value).abs();
        List<String> axes = hook.point().axes();
        for (int axis = axes.size() - 1; axis >= 0; axis--) {
            boolean isPosition = axes.get(axis).equals("pos") || axes.get(axis).equals("query_pos");
            most = isPosition ? most : most.max(axis);
        }
        float[] differences = most.toFloatArray();
        for (int p = 0; p < differences.length; p++) {
            if (differences[p] != 0) { // or is no number
                return base.config().attention().causal() ? p : 0;
            }
        }
        return base.length();
    }

    // ---------------------------------------------------------------- passing, reading

    private void pass(int l) {
        if (lanes == null || stream == null) {
            return;
        }
        try (Scope scope = Scope.open()) {
            Blocks blocks = new Blocks(base.config(), base.model().weights(), Tap.silent(base.config()), lanes);
            stream = scope.keep(
                    l < base.config().nLayers() - 1 ? blocks.block(l, stream) : last(blocks, l, stream, lanes.read()));
        }
    }

    /** The stream after a block at some rows only: every row gives keys and values, but only those go on. */
    private static Tensor last(Blocks blocks, int l, Tensor stream, Tensor rows) {
        Tensor read = blocks.read(l, stream);
        Tensor mixed = blocks.attention().mixed(l, stream, read).take(0, rows);
        Tensor out = blocks.attention().written(l, mixed);
        return blocks.afterAttention(l, stream.take(0, rows), read.take(0, rows), out);
    }

    private Map<Integer, Tensor> read() {
        Map<Integer, Tensor> metrics = new LinkedHashMap<>();
        if (lanes == null || stream == null) {
            return metrics;
        }
        Transformer model = base.model();
        Tensor logits = model.unembed(model.lnFinal(lanes.ends(stream))); // [lane, positions, d_vocab]
        int batch = base.batch();
        for (int i = 0; i < members.size(); i++) {
            metrics.put(members.get(i), metric.values(logits.narrow(0, i * batch, (i + 1) * batch)));
        }
        return metrics;
    }
}
