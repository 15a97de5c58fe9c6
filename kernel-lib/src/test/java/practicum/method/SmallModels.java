package practicum.method;

import practicum.model.ModelConfig;
import practicum.model.RandomModels;
import practicum.model.Transformer;

/** Models small enough to work out by hand. */
final class SmallModels {
    private SmallModels() {}

    /** Two layers of attention and no MLP; the logits are linear in the last stream. */
    static Transformer attentionOnly(long seed) {
        ModelConfig config = ModelConfig.shape("attention only", 2, 12, 3, 0, 9, 8)
                .noFinalNorm()
                .tied(false)
                .build();
        return RandomModels.of(config, seed);
    }
}
