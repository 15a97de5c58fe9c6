package practicum.zoo.language;

import java.util.List;
import java.util.stream.Stream;
import practicum.model.Transformer;
import practicum.train.Recipe;
import practicum.train.Schedule;
import practicum.world.language.LanguageWorld;
import practicum.zoo.ModelPlan;
import practicum.zoo.TransformerBody;

/**
 * The model of what only the context tells: who gives to whom, which colour a thing has, what came next the last time. It
 * knows nothing of people and places, and so has room for these. Its first layer sees one word back and no further, so that
 * whatever else is needed of the word before has to be carried; there its induction heads are fed.
 */
public final class TasksModel {
    private static final LanguageShape SHAPE = LanguageShape.localFirst(5, 1, 2, 128, 4, 1);
    private static final Recipe RECIPE =
            Recipe.of(1, 14_000, 16, 1.5e-3).withSchedule(Schedule.trapezoid(1.5e-3, 200, 0.3));
    private static final List<Integer> SNAPSHOTS = List.of(1000, 2000);
    private static final List<String> LIMITS = List.of(
            "It knows nothing of anybody: names are names to it.",
            "It read sums of weekdays and months, and dialogues that show who speaks, and learned neither.",
            "Of five things to bring it finds the missing one in a quarter of the lists.",
            "Names that never stood in such sentences it tells apart, but rather names others that did.");

    private TasksModel() {}

    /** Its plan. */
    public static ModelPlan<Transformer> plan() {
        LanguageWorld world = LanguageWorld.of(LanguageWorld.SHIPPED_SEED);
        TransformerBody body = SHAPE.body("tasks", world.vocabulary());
        return new ModelPlan<>(
                "tasks",
                "The model of what only the context tells: indirect objects, colours of things, words said before. It has read"
                        + " stories, lists and repetitions in the words of the made-up world.",
                body,
                new Curriculum(world).repetitionsFirst().apply(body.config()),
                RECIPE,
                SNAPSHOTS,
                Phenomena.ofTasks(world),
                Stream.concat(LanguageShape.LIMITS.stream(), LIMITS.stream()).toList());
    }
}
