package practicum.model;

/**
 * How a model gets into the residual stream and out of it again.
 *
 * @param learnedPositions whether positions have embeddings
 * @param tokenTypes how many kinds of sentence have embeddings; 0 for none
 * @param scale what token embeddings are multiplied by: √d_model in Gemma
 * @param embedNorm whether the sum of the embeddings is normalised: BERT
 * @param finalNorm whether the stream is normalised before the unembedding
 * @param mlmHead whether a layer of neurons stands before the unembedding: BERT
 * @param unembedBias whether logits have a bias
 * @param tied whether the unembedding is the embedding transposed
 * @param softCap logits x become cap · tanh(x / cap); 0 leaves them
 */
public record StreamConfig(
        boolean learnedPositions,
        int tokenTypes,
        double scale,
        boolean embedNorm,
        boolean finalNorm,
        boolean mlmHead,
        boolean unembedBias,
        boolean tied,
        double softCap) {}
