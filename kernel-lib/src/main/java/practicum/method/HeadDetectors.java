package practicum.method;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.model.ModelConfig;
import practicum.model.ModelException;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;
import practicum.weights.Circuits;
import practicum.weights.Eigenvalues;
import practicum.weights.Folding;
import practicum.weights.FoldingStep;

/**
 * Finds heads by what they do on random tokens said twice, where words mean nothing and only the repetition does: a
 * score is the mean attention from a position to the one that this kind of head looks at, from 0 to 1.
 *
 * <p>Tokens are drawn from the model's own vocabulary, seeded; a beginning-of-sequence token stands in front if the
 * tokenizer has one. Each score has a bootstrap interval over the texts, and a control: for heads that use the repetition,
 * the same positions where the second half has the same tokens in another order; else the model with its weights shuffled.
 *
 * <p>A score says where a head looks on such texts and not what it is for.
 *
 * <p>Source: Olsson et al. 2022, arXiv 2209.11895; TransformerLens's head detector.
 */
public final class HeadDetectors {
    private static final int SEQUENCES = 16;
    private static final int PERIOD = 20;
    private static final long SEED = 1;

    private final Transformer model;
    private final RepeatedTokens texts;
    private final long seed;

    private HeadDetectors(Transformer model, RepeatedTokens texts, long seed) {
        this.model = model;
        this.texts = texts;
        this.seed = seed;
    }

    /** Detectors on 16 texts of 20 tokens said twice, or fewer where the model's context or vocabulary is small. */
    public static HeadDetectors of(Transformer model) {
        ModelConfig c = model.config();
        int most = Math.min((c.nCtx() - 1) / 2, c.dVocab() / 2);
        return of(model, SEQUENCES, Math.min(PERIOD, most), SEED);
    }

    /**
     * Detectors on texts of one's choice.
     *
     * @param sequences how many texts
     * @param period how many tokens are said twice
     * @param seed decides which
     */
    public static HeadDetectors of(Transformer model, int sequences, int period, long seed) {
        if (!model.config().attention().causal()) {
            throw new ModelException("\"" + model.config().name()
                    + "\" sees a whole text at once: heads that look back at a repetition are not defined for it.");
        }
        if (sequences < 2) {
            throw new ModelException("An interval over texts needs at least 2 of them, got " + sequences + ".");
        }
        List<Long> all = LongStream.range(0, model.config().dVocab()).boxed().toList();
        return new HeadDetectors(model, RepeatedTokens.of(model, all, sequences, period, seed), seed);
    }

    /**
     * The same number of texts of the same length, made of these tokens only: for a model that knows repetition of some
     * words and not of others. Each must be one token.
     */
    public HeadDetectors withWords(List<String> words) {
        if (words.isEmpty()) {
            throw new ModelException("Give words to make texts of.");
        }
        List<Long> ids = words.stream().map(model.tokenizer()::id).distinct().toList();
        int sequences = texts.repeated().batch();
        return new HeadDetectors(model, RepeatedTokens.of(model, ids, sequences, texts.period(), seed), seed);
    }

    /** How much each head looks at the token before. */
    public HeadScores previousToken() {
        return detect(Detector.PREVIOUS_TOKEN);
    }

    /** How much each head looks at the same token earlier. */
    public HeadScores duplicateToken() {
        return detect(Detector.DUPLICATE_TOKEN);
    }

    /** How much each head looks at what followed the same token earlier. */
    public HeadScores induction() {
        return detect(Detector.INDUCTION);
    }

    /** The scores of one kind of head. */
    public HeadScores detect(Detector detector) {
        String says = detector.name().toLowerCase(Locale.ROOT).replace('_', '-') + " score";
        double[][][] scores = attention(model, texts.repeated(), detector);
        return detector == Detector.PREVIOUS_TOKEN
                ? HeadScores.of(
                        says,
                        "weights shuffled",
                        scores,
                        attention(ShuffledWeights.of(model, seed), texts.repeated(), detector),
                        seed)
                : HeadScores.of(says, "repeats shuffled", scores, attention(model, texts.shuffled(), detector), seed);
    }

    /**
     * How much each head, looking at a token, makes the model say that token: Σ λ / Σ |λ| over the eigenvalues of its
     * circuit W_E·W_V·W_O·W_U, from −1 to 1, with normalisations' scales folded in where the family allows. It needs no
     * text, so its interval is a point. The control is the model with its weights shuffled.
     *
     * <p>Source: Elhage et al. 2021, "A Mathematical Framework for Transformer Circuits".
     */
    public HeadScores copying() {
        return HeadScores.of(
                "copying score",
                "weights shuffled",
                positivity(model),
                positivity(ShuffledWeights.of(model, seed)),
                seed);
    }

    private static double[][][] positivity(Transformer model) {
        ModelConfig c = model.config();
        double[][][] scores = new double[c.nLayers()][c.nHeads()][1];
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            boolean folds = FoldingStep.LAYER_NORMS.allows(c);
            Transformer plain = folds ? Folding.layerNorms(model).model() : model;
            // The eigenvalues of E·V·O·U are those of V·O·U·E, and U·E is the same for every head.
            Tensor back = plain.W_U().matMul(plain.W_E()); // [d_model, d_model]
            for (int l = 0; l < c.nLayers(); l++) {
                Eigenvalues values = Circuits.ov(plain, l).times(back).eigenvalues(); // of each head
                double[] sums = values.real().sum(-1).toDoubleArray();
                double[] sizes = values.magnitudes().sum(-1).toDoubleArray();
                for (int h = 0; h < c.nHeads(); h++) {
                    scores[l][h][0] = sizes[h] == 0 ? 0 : sums[h] / sizes[h];
                }
            }
        }
        return scores;
    }

    /** The mean attention to the places that a detector names [layer][head][text]. */
    private double[][][] attention(Transformer subject, Tokens tokens, Detector detector) {
        ModelConfig c = subject.config();
        double[][][] scores = new double[c.nLayers()][c.nHeads()][tokens.batch()];
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            Run run = subject.run(tokens, Recording.of(HookPoint.PATTERN));
            int n = tokens.length();
            int[] positions = detector.positions(texts.period()).toArray();
            for (int l = 0; l < scores.length; l++) {
                float[] pattern = run.get(Hook.pattern(l)).toFloatArray(); // [batch, head, query_pos, key_pos]
                for (int row = 0; row < tokens.batch(); row++) {
                    for (int h = 0; h < c.nHeads(); h++) {
                        int matrix = (row * c.nHeads() + h) * n * n;
                        for (int p : positions) {
                            int query = texts.begin() + p;
                            int key = texts.begin() + detector.target(p, texts.period());
                            scores[l][h][row] += pattern[matrix + query * n + key] / positions.length;
                        }
                    }
                }
            }
        }
        return scores;
    }

    @Override
    public String toString() {
        return "HeadDetectors[" + model.config().name() + ", "
                + texts.repeated().batch() + " texts of " + texts.period() + " tokens, twice]";
    }
}
