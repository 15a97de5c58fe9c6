package practicum.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.hook.Intervention;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/**
 * A run that many others differ from in one change each, with all that they take over from it: the stream before each
 * block, keys and values of every position, and whatever stands before a change.
 *
 * @param run values at the hooks; its logits are those of the metric's positions only
 * @param passage where its positions stand
 * @param positions those that the metric reads
 * @param seen keys as attention sees them and values, for each block [b, k, kv, d]
 * @param ends the stream after the last block at the metric's positions [b, positions, d_model]
 */
record Baseline(Run run, Passage passage, int[] positions, List<KeyValueCache.Entry> seen, Tensor ends) {
    static Baseline of(
            Transformer model, Tokens tokens, List<Intervention> always, Metric metric, Set<HookPoint> points) {
        ModelConfig config = model.config();
        model.requireRunnable(tokens);
        Set<HookPoint> recorded = EnumSet.of(HookPoint.RESID_PRE, HookPoint.K, HookPoint.V);
        recorded.addAll(points);
        Recording recording = Recording.of(recorded.toArray(HookPoint[]::new));
        Tap tap = new Tap(recording, always, model.anatomy());
        Passage passage = new Passage(config, tokens);
        try (Scope scope = Scope.open()) {
            Forward forward = new Forward(config, model.weights(), tap, passage);
            int[] positions = metric.positions(tokens.length());
            Tensor ends = scope.keep(forward.stream().take(1, positions));
            Tensor logits = model.unembed(forward.normalized(ends));
            tap.requireEffects();
            Run run = new Run(model, tokens, logits, recording, tap.recorded(), tap.receipts());
            run.keep(scope);
            List<KeyValueCache.Entry> seen = seen(run, passage);
            seen.forEach(entry -> scope.keep(entry.keys()));
            return new Baseline(run, passage, positions, seen, ends);
        }
    }

    private static List<KeyValueCache.Entry> seen(Run run, Passage passage) {
        ModelConfig config = run.model().config();
        Attention attention = new Attention(config, run.model().weights(), Tap.silent(config), passage);
        List<KeyValueCache.Entry> seen = new ArrayList<>();
        for (int l = 0; l < config.nLayers(); l++) {
            Tensor keys = attention.keys(l, run.get(Hook.k(l)));
            seen.add(new KeyValueCache.Entry(keys, run.get(Hook.v(l))));
        }
        return seen;
    }

    Transformer model() {
        return run.model();
    }

    ModelConfig config() {
        return run.model().config();
    }

    Tensor get(HookPoint point, int layer) {
        return run.get(new Hook(point, layer));
    }

    int batch() {
        return run.tokens().batch();
    }

    int length() {
        return run.tokens().length();
    }

    /** The last position that the metric reads: in a causal model nothing after it matters. */
    int lastRead() {
        return Arrays.stream(positions).max().orElseThrow();
    }
}
