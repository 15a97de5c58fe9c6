package practicum.weights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import practicum.model.ModelException;
import practicum.model.Transformer;
import practicum.tensor.GradMode;
import practicum.tensor.Linalg;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * The space in which a vector is read as one number for each token: x·Eᵀ, for the embeddings E. Parameters that live in
 * different models, whose dimensions have nothing to do with each other, can be compared and exchanged there, because
 * the tokens are the same.
 *
 * <p>A vector returns from it by the pseudo-inverse, so that x of one model becomes x·E₁ᵀ·(E₂ᵀ)⁺ of another: the vector
 * whose products with the other's embeddings come nearest to those of x with its own. Embeddings must have at least as many
 * tokens as dimensions for a vector to survive the way.
 *
 * <p>Source: Dar, Geva, Gupta and Berant 2022, "Analyzing Transformers in Embedding Space", arXiv 2209.02535.
 */
public final class EmbeddingSpace {
    private final Transformer model;

    /** A token and how much of a vector points to it. */
    public record Word(String label, float value) {}

    private EmbeddingSpace(Transformer model) {
        this.model = model;
    }

    /** The space of a model's embeddings. */
    public static EmbeddingSpace of(Transformer model) {
        return new EmbeddingSpace(model);
    }

    /** Vectors [.., d_model] as one number for each token [.., d_vocab]. */
    public Tensor project(Tensor vectors) {
        requireWidth(vectors);
        return vectors.matMul(model.W_E().t());
    }

    /** The tokens that a vector [d_model] points to most, the first the most; for the least, give {@code vector.neg()}. */
    public List<Word> words(Tensor vector, int count) {
        if (vector.rank() != 1) {
            throw new ModelException("Words are of one vector [d_model], but this is " + vector + ".");
        }
        float[] values = project(vector).toFloatArray();
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -values[i]))
                .limit(count)
                .map(i -> new Word(model.label(i), values[i]))
                .toList();
    }

    /**
     * Vectors [n, d_model] of this model as vectors [n, d_model of the other] of another that knows the same tokens.
     *
     * @throws ModelException if the two do not know the same tokens, or the other has more dimensions than tokens
     */
    public Tensor translate(Tensor vectors, EmbeddingSpace other) {
        requireSameTokens(other);
        if (vectors.rank() != 2) {
            throw new ModelException("Give vectors [n, d_model], but this is " + vectors + ".");
        }
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            Tensor products = project(vectors).t(); // [d_vocab, n]
            return scope.keep(Linalg.leastSquares(other.model.W_E(), products).t());
        }
    }

    private void requireSameTokens(EmbeddingSpace other) {
        int mine = model.config().dVocab();
        int theirs = other.model.config().dVocab();
        List<Long> different = new ArrayList<>();
        for (long id = 0; id < Math.min(mine, theirs) && different.isEmpty(); id++) {
            if (!model.label(id).equals(other.model.label(id))) {
                different.add(id);
            }
        }
        if (mine != theirs || !different.isEmpty()) {
            String how = different.isEmpty()
                    ? mine + " tokens against " + theirs
                    : "token " + different.get(0) + " is \"" + model.label(different.get(0)) + "\" here and \""
                            + other.model.label(different.get(0)) + "\" there";
            throw new ModelException("\"" + model.config().name() + "\" and \""
                    + other.model.config().name() + "\" do not know the same tokens (" + how
                    + "): there is no space that they share.");
        }
        if (other.model.config().dModel() > theirs) {
            throw new ModelException("\"" + other.model.config().name() + "\" has more dimensions ("
                    + other.model.config().dModel() + ") than tokens (" + theirs
                    + "), so that many vectors of it look alike from its embeddings.");
        }
    }

    private void requireWidth(Tensor vectors) {
        if (vectors.rank() == 0 || vectors.size(-1) != model.config().dModel()) {
            throw new ModelException("\"" + model.config().name() + "\" has vectors of "
                    + model.config().dModel() + " numbers, but this is " + vectors + ".");
        }
    }

    @Override
    public String toString() {
        return "EmbeddingSpace[" + model.config().name() + ", " + model.config().dVocab() + " tokens]";
    }
}
