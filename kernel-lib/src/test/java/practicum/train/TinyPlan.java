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
                24,
                Recipe.of(5, steps, 4, 3e-3).withSchedule(Schedule.trapezoid(3e-3, 5, 0.4)),
                List.of("It knows nothing."));
    }
}
