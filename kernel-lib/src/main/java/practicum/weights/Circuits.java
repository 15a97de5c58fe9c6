package practicum.weights;

import java.util.ArrayList;
import java.util.List;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * A head's two circuits: where it looks is decided by W_Q·W_Kᵀ, and what it moves by W_V·W_O, each a map from stream to
 * stream that does not depend on the other. With the embeddings in front and behind they become maps from token to token.
 *
 * <p>Normalisations stand between these matrices in the model, and their scales are not part of the products: read
 * {@code Folding.layerNorms(model).model()}, where the scales lie inside the matrices. Rotary positions and norms of
 * queries and keys are left out. Where several heads share keys and values, heads are numbered as their queries are.
 *
 * <p>Source: Elhage et al. 2021, "A Mathematical Framework for Transformer Circuits".
 */
public final class Circuits {
    private Circuits() {}

    /** Where a head looks: W_Q·W_Kᵀ [d_model of the query, d_model of the key], before scaling. */
    public static FactoredMatrix qk(Transformer model, int layer, int head) {
        return new FactoredMatrix(model.W_Q(layer, head), model.W_K(layer, head).t());
    }

    /** What a head moves: W_V·W_O [d_model read, d_model written]. */
    public static FactoredMatrix ov(Transformer model, int layer, int head) {
        return new FactoredMatrix(model.W_V(layer, head), model.W_O(layer, head));
    }

    /** The same for all heads of a layer at once: a batch of n_heads. */
    public static FactoredMatrix qk(Transformer model, int layer) {
        return stacked(heads(model, (l, h) -> qk(model, l, h), layer));
    }

    /** The same for all heads of a layer at once: a batch of n_heads. */
    public static FactoredMatrix ov(Transformer model, int layer) {
        return stacked(heads(model, (l, h) -> ov(model, l, h), layer));
    }

    /** How much each token wants to look at each other: W_E·W_Q·W_Kᵀ·W_Eᵀ [d_vocab of the query, d_vocab of the key]. */
    public static FactoredMatrix fullQk(Transformer model, int layer, int head) {
        Tensor embedding = embedding(model);
        return qk(model, layer, head).after(embedding).times(embedding.t());
    }

    /** What looking at each token does to each logit: W_E·W_V·W_O·W_U [d_vocab looked at, d_vocab said]. */
    public static FactoredMatrix fullOv(Transformer model, int layer, int head) {
        return ov(model, layer, head).after(embedding(model)).times(model.W_U());
    }

    /** Token embeddings as they enter the stream. */
    private static Tensor embedding(Transformer model) {
        double scale = model.config().stream().scale();
        return scale == 1 ? model.W_E() : model.W_E().mul(scale);
    }

    private interface OfHead {
        FactoredMatrix at(int layer, int head);
    }

    private static List<FactoredMatrix> heads(Transformer model, OfHead circuit, int layer) {
        List<FactoredMatrix> all = new ArrayList<>();
        for (int h = 0; h < model.config().nHeads(); h++) {
            all.add(circuit.at(layer, h));
        }
        return all;
    }

    private static FactoredMatrix stacked(List<FactoredMatrix> matrices) {
        try (Scope scope = Scope.open()) {
            Tensor a = Tensor.stack(0, matrices.stream().map(FactoredMatrix::a).toList());
            Tensor b = Tensor.stack(0, matrices.stream().map(FactoredMatrix::b).toList());
            return new FactoredMatrix(scope.keep(a), scope.keep(b));
        }
    }
}
