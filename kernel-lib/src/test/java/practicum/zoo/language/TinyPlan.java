package practicum.zoo.language;

import java.util.List;
import practicum.model.Transformer;
import practicum.train.Recipe;
import practicum.train.Schedule;
import practicum.world.language.LanguageWorld;
import practicum.zoo.ModelPlan;

/** The world's plan, shrunk until it trains in a second; its name is the shipped one's, so that a card finds its plan. */
public final class TinyPlan {
    private TinyPlan() {}

    public static ModelPlan<Transformer> of(int steps) {
        Recipe recipe = Recipe.of(5, steps, 4, 3e-3).withSchedule(Schedule.trapezoid(3e-3, 5, 0.4));
        LanguageWorld world = LanguageWorld.of(3);
        ModelPlan<Transformer> plan = WorldModel.plan(
                "world",
                "",
                world,
                LanguageShape.localFirst(3, 1, 4, 16, 2, 10),
                recipe,
                List.of(),
                new Curriculum(world).namesFirst(),
                List.of());
        return new ModelPlan<>(
                plan.name(),
                "A model too small to know anything.",
                plan.body(),
                plan.lesson(),
                recipe,
                List.of(0, steps / 2),
                plan.phenomena(),
                List.of("It knows nothing."));
    }
}
