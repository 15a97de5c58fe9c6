package practicum.method;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import practicum.hook.Hook;
import practicum.hook.Intervention;
import practicum.model.Gradients;
import practicum.model.ModelConfig;
import practicum.model.Run;
import practicum.tensor.Tensor;

/**
 * Gradients of what the parts of a model read from the stream: in the base run, or averaged along a path from it.
 *
 * <p>The gradient of what a single head reads is worked out from those of queries, keys and values, so that no head needs
 * a stream of its own.
 *
 * @param steps how many places of the path are averaged; 0 for the base run alone
 */
record EdgeReading(RunPair pair, int steps, PathRule rule) {
    /** Makes one value of a gradient at each step [step · batch, ..]. */
    private interface Average {
        Tensor of(Tensor gradient);
    }

    /** For each attention and each MLP in turn, and the end [reader, batch · pos · d_model]. */
    List<Tensor> everywhere(Run base, Run source, Hook moved) {
        ModelConfig config = pair.model().config();
        List<Hook> hooks = new ArrayList<>();
        for (int l = 0; l < config.nLayers(); l++) {
            hooks.addAll(ofAttention(l));
            if (config.dMlp() > 0) {
                hooks.add(Hook.mlpIn(l));
            }
        }
        hooks.add(Hook.residPost(config.nLayers() - 1));
        return along(base, source, moved, hooks, this::readers);
    }

    /** What each head's queries, keys and values of one layer read [batch, pos, reader, d_model]. */
    Tensor attention(int layer, Run base, Run source, Hook moved) {
        return along(
                        base,
                        source,
                        moved,
                        ofAttention(layer),
                        (gradients, average) -> List.of(average.of(headInputs(layer, gradients))))
                .get(0);
    }

    private static List<Hook> ofAttention(int layer) {
        return List.of(Hook.residPre(layer), Hook.q(layer), Hook.k(layer), Hook.v(layer));
    }

    private List<Tensor> along(
            Run base, Run source, Hook moved, List<Hook> hooks, BiFunction<Gradients, Average, List<Tensor>> reading) {
        if (steps > 0) {
            return new StraightPath(pair, base, source, List.of(moved), steps, rule)
                    .sums(
                            hooks,
                            (gradients, weights) ->
                                    reading.apply(gradients, each -> StraightPath.weighted(each, weights)));
        }
        Gradients gradients = pair.model()
                .differentiate(pair.base())
                .with(pair.baseChanges().toArray(Intervention[]::new))
                .gradients(pair.metric(), hooks);
        return reading.apply(gradients, each -> each);
    }

    private List<Tensor> readers(Gradients gradients, Average average) {
        ModelConfig config = pair.model().config();
        List<Tensor> readers = new ArrayList<>();
        for (int l = 0; l < config.nLayers(); l++) {
            Tensor heads = average.of(headInputs(l, gradients));
            readers.add(heads.permute(2, 0, 1, 3).reshape(heads.size(2), -1));
            if (config.dMlp() > 0) {
                readers.add(average.of(gradients.get(Hook.mlpIn(l))).reshape(1, -1));
            }
        }
        Tensor end = gradients.get(Hook.residPost(config.nLayers() - 1));
        readers.add(average.of(end).reshape(1, -1));
        return readers;
    }

    private Tensor headInputs(int l, Gradients gradients) {
        ModelConfig config = pair.model().config();
        int heads = config.nHeads() + 2 * config.nKvHeads();
        Tensor projected =
                Tensor.concat(2, List.of(gradients.get(Hook.q(l)), gradients.get(Hook.k(l)), gradients.get(Hook.v(l))));
        Tensor matrices = pair.model()
                .weights()
                .get("blocks." + l + ".attn.W_QKV")
                .reshape(config.dModel(), heads, config.dHead());
        Tensor read = Tensor.einsum("bphd,mhd->bphm", projected, matrices);
        return NormGradient.ofAttention(pair.model(), l)
                .before(read, gradients.run().get(Hook.residPre(l)));
    }
}
