package practicum.model;

import java.util.List;

/**
 * The shape of a transformer and the choices its family makes.
 *
 * @param name what to call the model
 * @param nLayers blocks
 * @param dModel width of the residual stream
 * @param nHeads attention heads per block
 * @param dHead width of a head
 * @param dMlp neurons per block
 * @param dVocab tokens the embedding knows
 * @param nCtx the most positions a prompt may have
 * @param epsilon what layer normalisation adds to the variance
 * @param activation the neurons' function
 * @param attnScale for each layer, what q·k is multiplied by: 1/√d_head in GPT-2, 1 in GPT-Neo
 * @param window for each layer, how many positions back (its own included) attention sees; 0 means all
 * @param tied whether the unembedding is the embedding transposed
 */
public record ModelConfig(
        String name,
        int nLayers,
        int dModel,
        int nHeads,
        int dHead,
        int dMlp,
        int dVocab,
        int nCtx,
        double epsilon,
        Activation activation,
        List<Double> attnScale,
        List<Integer> window,
        boolean tied) {
    public ModelConfig {
        attnScale = List.copyOf(attnScale);
        window = List.copyOf(window);
        if (attnScale.size() != nLayers || window.size() != nLayers) {
            throw new ModelException(
                    "A model of " + nLayers + " layers needs as many attention scales and windows, got "
                            + attnScale.size() + " and " + window.size() + ".");
        }
    }

    /** This configuration under another name. */
    public ModelConfig withName(String newName) {
        return new ModelConfig(
                newName,
                nLayers,
                dModel,
                nHeads,
                dHead,
                dMlp,
                dVocab,
                nCtx,
                epsilon,
                activation,
                attnScale,
                window,
                tied);
    }
}
