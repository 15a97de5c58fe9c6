package practicum.train;

import java.util.List;
import practicum.world.LanguageWorld;

/** The world's plan, shrunk until it trains in a second. */
final class TinyPlan {
    private TinyPlan() {}

    static ModelPlan of(int steps) {
        int words = LanguageWorld.of(3).vocabulary().size();
        return new ModelPlan(
                "tiny",
                "A model too small to know anything.",
                "GPTNeoForCausalLM",
                ModelPlan.neo("tiny", 3, 1, 4, 16, 2, words, 64),
                3,
                new Recipe(5, steps, 4, 24, 3e-3, 5, 0.4, new AdamW.Settings(0.9, 0.98, 1e-8, 0.01, 1), 1),
                List.of("It knows nothing."));
    }
}
