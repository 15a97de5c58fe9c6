package practicum.method;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.model.ModelConfig;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Tensor;

/**
 * What each head or neuron of a layer writes into the stream. Where the layer normalises what it writes (Gemma 2, OLMo 2),
 * each gets its share with the scale held at what it was in the run.
 */
final class WrittenBy {
    private WrittenBy() {}

    static void heads(Run run, int layer, Parts parts) {
        Transformer model = run.model();
        ModelConfig c = model.config();
        Tensor results = run.hooks().contains(Hook.result(layer))
                ? run.get(Hook.result(layer)).permute(2, 0, 1, 3)
                : results(run, layer); // [head, batch, pos, d_model]
        StreamNorm after = after(run, HookPoint.LN1_POST_SCALE, layer, "ln1_post");
        parts.addAll(
                IntStream.range(0, c.nHeads())
                        .mapToObj(h -> "L" + layer + "H" + h)
                        .toList(),
                after == null ? results : after.linear(results));
        bias(layer + "_attn_bias", c.attention().outBias() ? model.b_O(layer) : null, after, results, parts);
    }

    private static Tensor results(Run run, int layer) {
        ModelConfig c = run.model().config();
        Tensor matrices = run.model()
                .weights()
                .get("blocks." + layer + ".attn.W_O")
                .reshape(c.nHeads(), 1, c.dHead(), c.dModel());
        return run.get(Hook.z(layer)).permute(2, 0, 1, 3).matMul(matrices);
    }

    static void neurons(Run run, int layer, Parts parts) {
        Transformer model = run.model();
        ModelConfig c = model.config();
        Tensor active = run.get(Hook.mlpPost(layer)).permute(2, 0, 1).unsqueeze(3); // [neuron, batch, pos, 1]
        Tensor written = active.mul(model.W_out(layer).reshape(c.dMlp(), 1, 1, c.dModel()));
        StreamNorm after = after(run, HookPoint.LN2_POST_SCALE, layer, "ln2_post");
        parts.addAll(neuronLabels(c, layer), after == null ? written : after.linear(written));
        bias(layer + "_mlp_bias", c.mlp().bias() ? model.b_out(layer) : null, after, written, parts);
    }

    static List<String> neuronLabels(ModelConfig c, int layer) {
        return IntStream.range(0, c.dMlp()).mapToObj(n -> "L" + layer + "N" + n).toList();
    }

    /** The normalisation of what a layer writes, if there is one. */
    static @Nullable StreamNorm after(Run run, HookPoint scale, int layer, String name) {
        return run.model().config().computes(scale)
                ? StreamNorm.of(run, scale, layer, "blocks." + layer + "." + name)
                : null;
    }

    private static void bias(
            String label, @Nullable Tensor bias, @Nullable StreamNorm after, Tensor like, Parts parts) {
        Tensor sum = bias;
        if (after != null) {
            Tensor through = bias == null ? null : after.linear(everywhere(bias, like));
            Tensor shift = after.shift();
            sum = through == null ? shift : shift == null ? through : through.add(shift);
        }
        if (sum != null) {
            parts.add(label, everywhere(sum, like));
        }
    }

    /** [batch, pos, d_model] */
    private static Tensor everywhere(Tensor vector, Tensor like) {
        return vector.expand(like.size(1), like.size(2), like.size(3));
    }
}
