package practicum.model;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import practicum.tensor.Tensor;

/**
 * The parameters of all layers and heads in one tensor, as TransformerLens has them. They are copies, which are large in
 * large models; what {@link WeightViews} gives of one head is not.
 */
public abstract sealed class StackedWeights extends WeightViews permits Transformer {
    StackedWeights(ModelConfig config, Weights weights) {
        super(config, weights);
    }

    /** A layer's query matrices [head, d_model, d_head]. */
    public Tensor W_Q(int layer) {
        return heads(h -> W_Q(layer, h));
    }

    /** A layer's key matrices [head, d_model, d_head], one for each head of queries. */
    public Tensor W_K(int layer) {
        return heads(h -> W_K(layer, h));
    }

    /** A layer's value matrices [head, d_model, d_head], one for each head of queries. */
    public Tensor W_V(int layer) {
        return heads(h -> W_V(layer, h));
    }

    /** A layer's output matrices [head, d_head, d_model]. */
    public Tensor W_O(int layer) {
        return heads(h -> W_O(layer, h));
    }

    /** All query matrices [layer, head, d_model, d_head]. */
    public Tensor W_Q() {
        return layers(this::W_Q);
    }

    /** All key matrices [layer, head, d_model, d_head], one for each head of queries. */
    public Tensor W_K() {
        return layers(this::W_K);
    }

    /** All value matrices [layer, head, d_model, d_head], one for each head of queries. */
    public Tensor W_V() {
        return layers(this::W_V);
    }

    /** All output matrices [layer, head, d_head, d_model]. */
    public Tensor W_O() {
        return layers(this::W_O);
    }

    /** What the neurons of all layers read [layer, d_model, d_mlp]. */
    public Tensor W_in() {
        return layers(this::W_in);
    }

    /** What the neurons of all layers write [layer, d_mlp, d_model]. */
    public Tensor W_out() {
        return layers(this::W_out);
    }

    private Tensor heads(IntFunction<Tensor> ofHead) {
        return stacked("head", config().nHeads(), ofHead);
    }

    private Tensor layers(IntFunction<Tensor> ofLayer) {
        return stacked("layer", config().nLayers(), ofLayer);
    }

    private static Tensor stacked(String axis, int count, IntFunction<Tensor> part) {
        List<Tensor> parts = IntStream.range(0, count).mapToObj(part).toList();
        return Tensor.stack(0, parts).named(names(axis, parts.get(0)));
    }

    private static String[] names(String axis, Tensor part) {
        return Stream.concat(Stream.of(axis), part.axes().stream()).toArray(String[]::new);
    }
}
