package practicum.method;

import java.util.Map;
import practicum.model.ModelConfig;
import practicum.model.ModelException;
import practicum.model.Transformer;
import practicum.progress.Progress;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.weights.Circuits;
import practicum.weights.Folding;
import practicum.weights.FoldingStep;
import practicum.weights.TokenPairs;

/**
 * What heads do to words, read from their weights alone (MAPS): a head maps each token to logits by M = E·W_V·W_O·U, one
 * row per token looked at. It holds a relation, such as country → capital, as far as each source's row has the target
 * among its k largest numbers. The score is the share of the pairs for which it has, from 0 to 1; a target that shares
 * its rank with others counts as the last of them.
 *
 * <p>A head suppresses a relation as far as −M holds it. Each score has a bootstrap interval over the pairs, and as its
 * control the same sources with the targets of others: a head that says all capitals to every country has the control's
 * score too.
 *
 * <p>M knows what the head would write if it looked at the token's embedding. Where it looks, and what layers before it
 * have made of the token, M does not know; {@link #withInputs} gives it other vectors to read. Scales of normalisations
 * are folded into the matrices where the family allows; biases, and the lengths that normalisations divide by, are left
 * out.
 *
 * <p>Source: Elhelo and Geva 2024, "Inferring Functionality of Attention Heads from their Parameters", arXiv 2412.11965.
 */
public final class HeadFunctions {
    private static final long SEED = 1;

    private final Transformer model;
    private final Transformer plain;
    private final Tensor inputs;

    private HeadFunctions(Transformer model, Transformer plain, Tensor inputs) {
        this.model = model;
        this.plain = plain;
        this.inputs = inputs;
    }

    /** What the heads of a model do to its tokens' embeddings. */
    public static HeadFunctions of(Transformer model) {
        boolean folds = FoldingStep.LAYER_NORMS.allows(model.config());
        Transformer plain = folds ? Folding.layerNorms(model).model() : model;
        double scale = model.config().stream().scale();
        return new HeadFunctions(
                model, plain, scale == 1 ? model.W_E() : model.W_E().mul(scale));
    }

    /**
     * The same with other vectors in place of the embeddings: what an early layer makes of each token alone, say.
     *
     * @param vectors one for each token [d_vocab, d_model]
     */
    public HeadFunctions withInputs(Tensor vectors) {
        ModelConfig c = model.config();
        if (vectors.rank() != 2 || vectors.size(0) != c.dVocab() || vectors.size(1) != c.dModel()) {
            throw new ModelException("Give a vector for each token [" + c.dVocab() + ", " + c.dModel()
                    + "], but this is " + vectors + ".");
        }
        return new HeadFunctions(model, plain, vectors);
    }

    /**
     * How far each head holds a relation.
     *
     * @param pairs targets by source, each one token
     * @param k how far down a source's row its target may be
     */
    public HeadScores promoted(Map<String, String> pairs, int k) {
        return scores("relation score", pairs, k, 1);
    }

    /** How far each head suppresses a relation: the score of −M. */
    public HeadScores suppressed(Map<String, String> pairs, int k) {
        return scores("suppression score", pairs, k, -1);
    }

    private HeadScores scores(String says, Map<String, String> pairs, int k, int sign) {
        ModelConfig c = model.config();
        if (pairs.size() < 2) {
            throw new ModelException("A relation has at least 2 pairs, got " + pairs.size() + ".");
        }
        if (k < 1 || k > c.dVocab()) {
            throw new ModelException("k is from 1 to " + c.dVocab() + ", the number of tokens; got " + k + ".");
        }
        int[] sources = pairs.keySet().stream().mapToInt(this::id).toArray();
        int[] targets = pairs.values().stream().mapToInt(this::id).toArray();
        int[] others = others(targets);
        double[][][] hits = new double[c.nLayers()][c.nHeads()][];
        double[][][] controls = new double[c.nLayers()][c.nHeads()][];
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open();
                Progress progress = Progress.start("Reading heads' weights", (long) c.nLayers() * c.nHeads())) {
            Tensor from = inputs.take(0, sources);
            for (int l = 0; l < c.nLayers(); l++) {
                for (int h = 0; h < c.nHeads(); h++) {
                    float[][] rows = Circuits.ov(plain, l, h)
                            .from(from)
                            .matMul(plain.W_U())
                            .mul(sign)
                            .toMatrix();
                    hits[l][h] = hits(rows, targets, k);
                    controls[l][h] = hits(rows, others, k);
                    progress.advance(1);
                }
            }
        }
        return HeadScores.of(says, "targets of other sources", hits, controls, SEED);
    }

    private int id(String word) {
        return Math.toIntExact(model.tokenizer().id(word));
    }

    /** For each pair the target of the next one that has another. */
    private static int[] others(int[] targets) {
        int[] others = new int[targets.length];
        for (int i = 0; i < targets.length; i++) {
            int next = i;
            do {
                next = (next + 1) % targets.length;
            } while (targets[next] == targets[i] && next != i);
            if (next == i) {
                throw new ModelException(
                        "A relation needs at least 2 different targets: with one, no other can be the control.");
            }
            others[i] = targets[next];
        }
        return others;
    }

    /** For each row 1 if the target is among its k largest numbers, else 0. */
    private static double[] hits(float[][] rows, int[] targets, int k) {
        double[] hits = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int before = -1; // the target itself is counted below
            for (float value : rows[i]) {
                before += value >= rows[i][targets[i]] ? 1 : 0;
            }
            hits[i] = before < k ? 1 : 0;
        }
        return hits;
    }

    /** The largest numbers of a head's M: a description of what it does that nobody asked for. */
    public TokenPairs salient(int layer, int head, int count) {
        return TokenPairs.largest(
                model, Circuits.ov(plain, layer, head).after(inputs).times(plain.W_U()), count);
    }

    /** The largest numbers of a head's −M: what it suppresses. */
    public TokenPairs suppressedMost(int layer, int head, int count) {
        return TokenPairs.largest(
                model,
                Circuits.ov(plain, layer, head).after(inputs).times(plain.W_U()).scaled(-1),
                count);
    }

    @Override
    public String toString() {
        return "HeadFunctions[" + model.config().name() + "]";
    }
}
