package practicum.model;

import practicum.tensor.Tensor;

/**
 * A transformer's parameters under the literature's names. Matrices multiply from the right (x · W) and are views: nothing
 * is copied. Where several heads share keys and values, a head is numbered as its queries are. A bias that the family does
 * not have is zeros.
 */
public abstract sealed class WeightViews permits StackedWeights {
    private final ModelConfig config;
    private final Weights weights;

    WeightViews(ModelConfig config, Weights weights) {
        this.config = config;
        this.weights = weights;
    }

    /** The model's shape and the choices of its family. */
    public ModelConfig config() {
        return config;
    }

    /** The parameters as they are stored. */
    public Weights weights() {
        return weights;
    }

    /** Token embeddings [d_vocab, d_model]. */
    public Tensor W_E() {
        return weights.get(Parameter.W_E).named("d_vocab", "d_model");
    }

    /** Positional embeddings [n_ctx, d_model]. */
    public Tensor W_pos() {
        if (!config.stream().learnedPositions()) {
            throw new ModelException("\"" + config.name() + "\" has no position embeddings: its attention turns queries"
                    + " and keys by their position.");
        }
        return weights.get(Parameter.W_POS).named("n_ctx", "d_model");
    }

    /** The unembedding [d_model, d_vocab]. */
    public Tensor W_U() {
        return weights.unembedding().w().named("d_model", "d_vocab");
    }

    /** The logits' bias [d_vocab]. */
    public Tensor b_U() {
        return bias(Parameter.B_U, config.dVocab()).named("d_vocab");
    }

    /** A head's query matrix [d_model, d_head]. */
    public Tensor W_Q(int layer, int head) {
        return columns(layer, head(head));
    }

    /** A head's key matrix [d_model, d_head]. */
    public Tensor W_K(int layer, int head) {
        return columns(layer, config.nHeads() + group(head));
    }

    /** A head's value matrix [d_model, d_head]. */
    public Tensor W_V(int layer, int head) {
        return columns(layer, config.nHeads() + config.nKvHeads() + group(head));
    }

    /** A head's output matrix [d_head, d_model]. */
    public Tensor W_O(int layer, int head) {
        int d = config.dHead();
        int h = head(head);
        return get(layer, "attn.W_O").narrow(0, h * d, (h + 1) * d).named("d_head", "d_model");
    }

    /** What a gated MLP's neurons read through their function [d_model, d_mlp]. */
    public Tensor W_gate(int layer) {
        if (config.dMlp() > 0 && !config.mlp().gated()) {
            throw new ModelException("The MLPs of \"" + config.name() + "\" have no gate; see W_in.");
        }
        return get(layer, "mlp.W_gate").named("d_model", "d_mlp");
    }

    /** What neurons read [d_model, d_mlp]. */
    public Tensor W_in(int layer) {
        return get(layer, "mlp.W_in").named("d_model", "d_mlp");
    }

    /** What neurons write [d_mlp, d_model]. */
    public Tensor W_out(int layer) {
        return get(layer, "mlp.W_out").named("d_mlp", "d_model");
    }

    /** A head's query bias [d_head]. */
    public Tensor b_Q(int layer, int head) {
        return columnsOfBias(layer, head(head));
    }

    /** A head's key bias [d_head]. */
    public Tensor b_K(int layer, int head) {
        return columnsOfBias(layer, config.nHeads() + group(head));
    }

    /** A head's value bias [d_head]. */
    public Tensor b_V(int layer, int head) {
        return columnsOfBias(layer, config.nHeads() + config.nKvHeads() + group(head));
    }

    /** What attention adds to the stream besides its heads [d_model]. */
    public Tensor b_O(int layer) {
        return bias(name(layer, "attn.b_O"), config.dModel()).named("d_model");
    }

    /** The bias of a gated MLP's gate [d_mlp]. */
    public Tensor b_gate(int layer) {
        return bias(name(layer, "mlp.b_gate"), config.dMlp()).named("d_mlp");
    }

    /** The neurons' bias [d_mlp]. */
    public Tensor b_in(int layer) {
        return bias(name(layer, "mlp.b_in"), config.dMlp()).named("d_mlp");
    }

    /** What the MLP adds to the stream besides its neurons [d_model]. */
    public Tensor b_out(int layer) {
        return bias(name(layer, "mlp.b_out"), config.dModel()).named("d_model");
    }

    /** The scale of the normalisation before attention [d_model]. */
    public Tensor ln1_w(int layer) {
        return get(layer, "ln1.w").named("d_model");
    }

    /** The shift of the normalisation before attention [d_model]. */
    public Tensor ln1_b(int layer) {
        return bias(name(layer, "ln1.b"), config.dModel()).named("d_model");
    }

    /** The scale of the normalisation before the MLP [d_model]. */
    public Tensor ln2_w(int layer) {
        return get(layer, "ln2.w").named("d_model");
    }

    /** The shift of the normalisation before the MLP [d_model]. */
    public Tensor ln2_b(int layer) {
        return bias(name(layer, "ln2.b"), config.dModel()).named("d_model");
    }

    /** The scale of the final normalisation [d_model]. */
    public Tensor lnFinal_w() {
        return weights.get(Parameter.LN_FINAL + ".w").named("d_model");
    }

    /** The shift of the final normalisation [d_model]. */
    public Tensor lnFinal_b() {
        return bias(Parameter.LN_FINAL + ".b", config.dModel()).named("d_model");
    }

    /** The final normalisation of a residual stream [.., d_model]; the stream itself where the model has none. */
    public Tensor lnFinal(Tensor resid) {
        Norm norm = weights.finalNorm();
        return norm == null ? resid : norm.of(resid);
    }

    /** Logits [.., d_vocab] of an already normalised stream [.., d_model]. */
    public Tensor unembed(Tensor normalized) {
        return Forward.unembed(config, weights, normalized);
    }

    private Tensor columns(int layer, int block) {
        int d = config.dHead();
        return get(layer, "attn.W_QKV").narrow(1, block * d, (block + 1) * d).named("d_model", "d_head");
    }

    private Tensor columnsOfBias(int layer, int block) {
        int d = config.dHead();
        int all = (config.nHeads() + 2 * config.nKvHeads()) * d;
        return bias(name(layer, "attn.b_QKV"), all)
                .narrow(0, block * d, (block + 1) * d)
                .named("d_head");
    }

    private Tensor bias(String name, int size) {
        return weights.has(name) ? weights.get(name) : Tensor.zeros(size);
    }

    private Tensor get(int layer, String what) {
        return weights.get(name(layer, what));
    }

    private String name(int layer, String what) {
        if (layer < 0 || layer >= config.nLayers()) {
            throw new ModelException("There is no layer " + layer + ": \"" + config.name() + "\" has layers 0–"
                    + (config.nLayers() - 1) + ".");
        }
        return "blocks." + layer + "." + what;
    }

    private int head(int head) {
        if (head < 0 || head >= config.nHeads()) {
            throw new ModelException("There is no head " + head + ": \"" + config.name() + "\" has heads 0–"
                    + (config.nHeads() - 1) + ".");
        }
        return head;
    }

    /** The head of keys and values that a head of queries uses. */
    private int group(int head) {
        return head(head) / (config.nHeads() / config.nKvHeads());
    }
}
