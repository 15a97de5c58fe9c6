package practicum.reference;

/**
 * What a row of tokens gave.
 *
 * @param resid [0..layers][position][width]: the embeddings, then each block's output, before any final norm
 * @param normalized the last of them after the final norm, where the family has one
 * @param pattern [layer][head][query][key]
 * @param logits [position][vocabulary]
 */
public record ReferenceRun(double[][][] resid, double[][] normalized, double[][][][] pattern, double[][] logits) {
    /** The hidden states as Hugging Face counts them: the last is after the final norm. */
    public double[][] hidden(int index) {
        return index == resid.length - 1 ? normalized : resid[index];
    }
}
