package practicum.zoo.language;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import practicum.load.SafetensorsWriter.Precision;
import practicum.model.ModelConfig;
import practicum.model.Transformer;
import practicum.train.Recipe;
import practicum.train.Schedule;
import practicum.world.LanguageWorld;
import practicum.zoo.Family;
import practicum.zoo.Lesson;
import practicum.zoo.ModelPlan;
import practicum.zoo.TransformerBody;

/**
 * The model of the language world, in GPT-Neo's shape: scores are not scaled, and the first layers look only a few tokens
 * back. With global attention everywhere so small a model looks facts up in its first layer, at the last token; then no
 * layer has anything to show.
 */
public final class WorldModel {
    private static final int CONTEXT = 64;

    private WorldModel() {}

    /** Its plan. */
    public static ModelPlan<Transformer> plan() {
        return plan("world", LanguageWorld.SHIPPED_SEED, new Size(5, 2, 4, 128, 4), CONTEXT, recipe());
    }

    /** Layers, how many of them are local and how far those see, width, heads. */
    record Size(int layers, int localLayers, int window, int width, int heads) {
        ModelConfig config(String name, int words, int context) {
            return ModelConfig.shape(name, layers, width, heads, 4 * width, words, context)
                    .attnScale(1)
                    .attnBias(false, true)
                    .window(Stream.concat(
                                    Collections.nCopies(localLayers, window).stream(),
                                    Collections.nCopies(layers - localLayers, 0).stream())
                            .toList())
                    .build();
        }
    }

    /** A plan of any size: the shipped one, or one that trains in a second. */
    static ModelPlan<Transformer> plan(String name, long worldSeed, Size size, int context, Recipe recipe) {
        LanguageWorld world = LanguageWorld.of(worldSeed);
        ModelConfig config = size.config(name, world.vocabulary().size(), CONTEXT);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("world", "practicum.world.LanguageWorld");
        data.put("seed", worldSeed);
        data.put("context", context);
        return new ModelPlan<>(
                name,
                "A small language model of a made-up world of people, cities and things, in English words.",
                new TransformerBody(
                        Family.GPT_NEO,
                        config,
                        world.vocabulary(),
                        "When Mary and John went to the store, John gave a drink to",
                        Precision.FLOAT16),
                Lesson.text(data, config, world.stream(context), context),
                recipe,
                List.of(),
                Phenomena.of(world),
                List.of(
                        "It knows the words of its world and no others: a prompt with another word is an error.",
                        "It reads at most 64 tokens and was trained on sentences of a few patterns; outside them it guesses.",
                        "People are invented; only countries, capitals, languages and cities are true of the real world.",
                        "After some pairs of a relation it completes pairs that it saw in such lists; others it seldom completes.",
                        "With names that it never saw in such sentences, it still finds the indirect object less often.",
                        "It is one seed of one size: nothing here says what larger models do.",
                        "It was trained when seeds still made other numbers: its command makes another model of the"
                                + " same plan, and not these weights."));
    }

    private static Recipe recipe() {
        return Recipe.of(1, 4000, 32, 1.5e-3)
                .withSchedule(Schedule.trapezoid(1.5e-3, 100, 0.4))
                .withThreads(2);
    }
}
