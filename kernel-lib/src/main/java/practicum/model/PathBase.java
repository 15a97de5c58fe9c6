package practicum.model;

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
 * The run whose attention and MLPs are held while a change goes along a path.
 *
 * @param run what each part writes, and the stream before each block
 * @param end the stream after the last block [b, n, d_model]
 */
record PathBase(Run run, Tensor end) {
    static PathBase of(Transformer model, Tokens tokens, Metric metric, List<Intervention> senders) {
        ModelConfig config = model.config();
        model.requireRunnable(tokens);
        Set<HookPoint> points =
                EnumSet.of(HookPoint.RESID_PRE, HookPoint.ATTN_OUT, HookPoint.RESID_MID, HookPoint.MLP_OUT);
        points.removeIf(p -> !config.computes(p)); // not every layout has all of them
        senders.forEach(s -> points.add(s.site().hook().point()));
        Recording recording = Recording.of(points.toArray(HookPoint[]::new));
        Tap tap = new Tap(recording, List.of(), config);
        try (Scope scope = Scope.open()) {
            Forward forward = new Forward(config, model.weights(), tap, new Passage(config, tokens));
            Tensor end = scope.keep(forward.stream());
            Tensor read = end.take(1, metric.positions(tokens.length()));
            Tensor logits = model.unembed(forward.normalized(read));
            Run run = new Run(model, tokens, logits, recording, tap.recorded(), tap.receipts());
            run.keep(scope);
            return new PathBase(run, end);
        }
    }

    /** The stream before a block [b, n, d_model]; after the last one, where there is no such block. */
    Tensor stream(int layer) {
        return layer < run.model().config().nLayers() ? run.get(Hook.residPre(layer)) : end;
    }
}
