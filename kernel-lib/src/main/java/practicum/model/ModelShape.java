package practicum.model;

import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import practicum.model.AttentionConfig.QkNorm;

/** A configuration being written down: what differs from GPT-2 is said, then {@link #build}. */
public final class ModelShape {
    private final String name;
    private final int nLayers;
    private final int dModel;
    private final int nHeads;
    private final int dMlp;
    private final int dVocab;
    private final int nCtx;

    private int nKvHeads;
    private int dHead;
    private BlockLayout layout = BlockLayout.SEQUENTIAL;
    private NormConfig norm = new NormConfig(NormConfig.Kind.LAYER, 1e-5, true);
    private List<Double> scale = List.of();
    private List<Integer> window;
    private List<Rotary> rotary = List.of();
    private double scoreCap;
    private boolean causal = true;
    private boolean qkvBias = true;
    private boolean outBias = true;
    private QkNorm qkNorm = QkNorm.NONE;
    private MlpConfig mlp = new MlpConfig(Activation.GELU_TANH, false, true);
    private boolean learnedPositions = true;
    private int tokenTypes;
    private double embedScale = 1;
    private boolean embedNorm;
    private boolean finalNorm = true;
    private boolean mlmHead;
    private boolean unembedBias;
    private boolean tied = true;
    private double logitCap;

    ModelShape(String name, int nLayers, int dModel, int nHeads, int dMlp, int dVocab, int nCtx) {
        this.name = name;
        this.nLayers = nLayers;
        this.dModel = dModel;
        this.nHeads = nHeads;
        this.dMlp = dMlp;
        this.dVocab = dVocab;
        this.nCtx = nCtx;
        this.nKvHeads = nHeads;
        this.dHead = nHeads < 1 ? 0 : dModel / nHeads;
        this.window = Collections.nCopies(nLayers, 0);
    }

    /** How many heads keys and values have, where several queries share one. */
    public ModelShape kvHeads(int count) {
        nKvHeads = count;
        return this;
    }

    /** A head's width, where it is not d_model / heads. */
    public ModelShape headWidth(int width) {
        dHead = width;
        return this;
    }

    /** Where a block normalises. */
    public ModelShape layout(BlockLayout value) {
        layout = value;
        return this;
    }

    /** Layer normalisation with scale and shift. */
    public ModelShape layerNorm(double epsilon) {
        norm = new NormConfig(NormConfig.Kind.LAYER, epsilon, true);
        return this;
    }

    /** Division by the root mean square, with a scale and no shift. */
    public ModelShape rmsNorm(double epsilon) {
        norm = new NormConfig(NormConfig.Kind.RMS, epsilon, false);
        return this;
    }

    /** For each layer, what q·k is multiplied by; 1/√d_head if it is not said. */
    public ModelShape attnScale(List<Double> perLayer) {
        scale = List.copyOf(perLayer);
        return this;
    }

    /** What q·k is multiplied by in every layer. */
    public ModelShape attnScale(double value) {
        return attnScale(Collections.nCopies(nLayers, value));
    }

    /** For each layer, how many positions back (its own included) attention sees; 0 means all. */
    public ModelShape window(List<Integer> perLayer) {
        window = List.copyOf(perLayer);
        return this;
    }

    /** Rotary positions in every layer, instead of learned ones. */
    public ModelShape rotary(Rotary value) {
        return rotary(l -> value);
    }

    /** Rotary positions that differ between layers, instead of learned ones. */
    public ModelShape rotary(IntFunction<Rotary> perLayer) {
        rotary = IntStream.range(0, nLayers).mapToObj(perLayer).toList();
        learnedPositions = false;
        return this;
    }

    /** No position embeddings at all. */
    public ModelShape noPositions() {
        learnedPositions = false;
        return this;
    }

    /** Attention scores s become cap · tanh(s / cap). */
    public ModelShape scoreCap(double cap) {
        scoreCap = cap;
        return this;
    }

    /** Every position sees every other. */
    public ModelShape bidirectional() {
        causal = false;
        return this;
    }

    /** Whether queries, keys and values have biases, and whether attention's output has one. */
    public ModelShape attnBias(boolean qkv, boolean out) {
        qkvBias = qkv;
        outBias = out;
        return this;
    }

    /** How queries and keys are normalised. */
    public ModelShape qkNorm(QkNorm value) {
        qkNorm = value;
        return this;
    }

    /** activation(x · W_in) · W_out. */
    public ModelShape mlp(Activation activation, boolean bias) {
        mlp = new MlpConfig(activation, false, bias);
        return this;
    }

    /** (activation(x · W_gate) · (x · W_in)) · W_out. */
    public ModelShape gatedMlp(Activation activation, boolean bias) {
        mlp = new MlpConfig(activation, true, bias);
        return this;
    }

    /** Embeddings for kinds of sentence. */
    public ModelShape tokenTypes(int count) {
        tokenTypes = count;
        return this;
    }

    /** What token embeddings are multiplied by. */
    public ModelShape embedScale(double value) {
        embedScale = value;
        return this;
    }

    /** Normalises the sum of the embeddings. */
    public ModelShape embedNorm() {
        embedNorm = true;
        return this;
    }

    /** No normalisation before the unembedding. */
    public ModelShape noFinalNorm() {
        finalNorm = false;
        return this;
    }

    /** A layer of neurons before the unembedding, as BERT has. */
    public ModelShape mlmHead() {
        mlmHead = true;
        return this;
    }

    /** Whether logits have a bias. */
    public ModelShape unembedBias(boolean value) {
        unembedBias = value;
        return this;
    }

    /** Whether the unembedding is the embedding transposed. */
    public ModelShape tied(boolean value) {
        tied = value;
        return this;
    }

    /** Logits x become cap · tanh(x / cap). */
    public ModelShape logitCap(double cap) {
        logitCap = cap;
        return this;
    }

    /**
     * The configuration.
     *
     * @throws ModelException if its parts do not fit together
     */
    public ModelConfig build() {
        List<Double> scales = scale.isEmpty() ? Collections.nCopies(nLayers, 1 / Math.sqrt(dHead)) : scale;
        return new ModelConfig(
                name,
                nLayers,
                dModel,
                nHeads,
                nKvHeads,
                dHead,
                dMlp,
                dVocab,
                nCtx,
                layout,
                norm,
                new AttentionConfig(scales, window, rotary, scoreCap, causal, qkvBias, outBias, qkNorm),
                mlp,
                new StreamConfig(
                        learnedPositions,
                        tokenTypes,
                        embedScale,
                        embedNorm,
                        finalNorm,
                        mlmHead,
                        unembedBias,
                        tied,
                        logitCap));
    }
}
