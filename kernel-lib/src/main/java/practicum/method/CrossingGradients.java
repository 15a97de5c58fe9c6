package practicum.method;

import java.util.ArrayList;
import java.util.List;
import practicum.hook.Hook;
import practicum.hook.Intervention;
import practicum.model.ModelConfig;
import practicum.model.Run;
import practicum.progress.Progress;
import practicum.tensor.NativeMemory;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * Edge attribution between positions. What a key or value changes through one position that looks at it is its gradient
 * where at all other positions attention is held: no gradient comes back through them. Each such position is a copy of the
 * prompts in one batch, or in a few where memory is short.
 */
record CrossingGradients(RunPair pair, int steps, PathRule rule) {
    /** More than fits in this makes copies no faster. */
    private static final long ENOUGH_BYTES = 1L << 30;

    EdgeCrossings attributed() {
        ModelConfig config = pair.model().config();
        Nodes nodes = Nodes.of(config);
        try (Scope scope = Scope.open();
                Progress progress = Progress.start(
                        "Edges between positions",
                        (long) config.nLayers() * pair.base().length())) {
            EdgeWriting writing = new EdgeWriting(pair.model());
            List<Hook> writers = writing.hooks();
            List<Tensor> differences = writing.difference(writers, pair.baseRun(writers), pair.sourceRun(writers));
            Tensor written = Tensor.concat(0, differences)
                    .reshape(
                            nodes.writers().size(),
                            pair.base().batch(),
                            pair.base().length(),
                            -1);
            List<Tensor> layers = new ArrayList<>();
            int partsOfBlock = config.dMlp() > 0 ? 2 : 1;
            for (int l = 0; l < config.nLayers(); l++) {
                Tensor before = written.narrow(0, 0, nodes.writersBefore(l * partsOfBlock));
                layers.add(padded(ofLayer(l, before, progress), nodes.writers().size()));
            }
            Tensor whole = Tensor.concat(1, layers).named("writer", "reader", "query_pos", "key_pos");
            return new EdgeCrossings(nodes, pair.positionLabels(), scope.keep(whole));
        }
    }

    /** The scores of a layer's keys and values [writer, reader, query_pos, key_pos]. */
    private Tensor ofLayer(int layer, Tensor written, Progress progress) {
        int length = pair.base().length();
        int atOnce = copiesAtOnce();
        List<Tensor> parts = new ArrayList<>();
        for (int from = 0; from < length; from += atOnce) {
            int to = Math.min(length, from + atOnce);
            try (Scope scope = Scope.open()) {
                parts.add(scope.keep(Tensor.einsum("qbprm,wbpm->wrqp", read(layer, from, to), written)
                        .div(pair.base().batch())));
            }
            progress.advance(to - from);
        }
        return Tensor.concat(2, parts);
    }

    /** Gradients of what keys and values read, by each of some positions [query_pos, batch, key_pos, reader, d_model]. */
    private Tensor read(int layer, int from, int to) {
        ModelConfig config = pair.model().config();
        RunPair copies = pair.copies(to - from, onlyOnePosition(layer, from, to));
        Hook start = Hook.residPre(0);
        Run base = copies.baseRun(List.of(start));
        Run source = copies.sourceRun(List.of(start));
        Tensor all = new EdgeReading(copies, steps, rule).attention(layer, base, source, start);
        return all.narrow(2, config.nHeads(), all.size(2))
                .reshape(to - from, pair.base().batch(), pair.base().length(), -1, config.dModel());
    }

    /** Lets gradients through what attention makes at one position, in each copy another. */
    private Intervention onlyOnePosition(int layer, int from, int to) {
        int batch = pair.base().batch();
        int length = pair.base().length();
        return new Intervention(Hook.z(layer).site(), "hold", z -> {
                    int rows = z.size(0);
                    float[] open = new float[rows * length];
                    for (int r = 0; r < rows; r++) {
                        open[r * length + from + r / batch % (to - from)] = 1;
                    }
                    Tensor mask = Tensor.of(open, rows, length, 1, 1);
                    Tensor held = z.detach();
                    return z.sub(held).mul(mask).add(held);
                })
                .ifDifferent();
    }

    /** Zeros for writers that come after. */
    private static Tensor padded(Tensor scores, int writers) {
        long[] shape = scores.shape();
        if (shape[0] == writers) {
            return scores;
        }
        shape[0] = writers - shape[0];
        return Tensor.concat(0, List.of(scores, Tensor.zeros(shape)));
    }

    private int copiesAtOnce() {
        long one = 2 * pair.model().differentiate(pair.base()).bytes();
        long room = (NativeMemory.budgetBytes() - NativeMemory.liveBytes()) / 2;
        return (int) Math.max(1, Math.min(pair.base().length(), Math.min(ENOUGH_BYTES, room) / one));
    }
}
