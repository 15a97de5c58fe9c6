package practicum.train;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import practicum.model.ModelConfig;
import practicum.model.Transformer;
import practicum.model.Weights;
import practicum.tensor.Tensor;
import practicum.token.Tokenizer;
import practicum.world.LanguageWorld;
import practicum.world.TokenizerFile;

/**
 * Everything that a shipped model follows from: its shape, its world, its recipe.
 *
 * @param name what {@code Models.load} calls it
 * @param says what it is, in a sentence
 * @param architecture the family, as {@code config.json} names it
 * @param config its shape
 * @param worldSeed the world that it learns
 * @param context tokens in a sequence of its text
 * @param recipe how it is trained
 * @param limits what it cannot do, in sentences
 */
public record ModelPlan(
        String name,
        String says,
        String architecture,
        ModelConfig config,
        long worldSeed,
        int context,
        Recipe recipe,
        List<String> limits) {
    public ModelPlan {
        limits = List.copyOf(limits);
    }

    /** The model of the language world. */
    public static ModelPlan world() {
        LanguageWorld world = LanguageWorld.of(LanguageWorld.SHIPPED_SEED);
        return new ModelPlan(
                "world",
                "A small language model of a made-up world of people, cities and things, in English words.",
                "GPTNeoForCausalLM",
                neo("world", 5, 2, 4, 128, 4, world.vocabulary().size(), 64),
                LanguageWorld.SHIPPED_SEED,
                64,
                Recipe.of(1, 4000, 32, 1.5e-3)
                        .withSchedule(Schedule.trapezoid(1.5e-3, 100, 0.4))
                        .withThreads(2),
                List.of(
                        "It knows the words of its world and no others: a prompt with another word is an error.",
                        "It reads at most 64 tokens and was trained on sentences of a few patterns; outside them it guesses.",
                        "People are invented; only countries, capitals, languages and cities are true of the real world.",
                        "After some pairs of a relation it completes pairs that it saw in such lists; others it seldom completes.",
                        "With names that it never saw in such sentences, it still finds the indirect object less often.",
                        "It is one seed of one size: nothing here says what larger models do."));
    }

    /** Every model that can be trained. */
    public static List<ModelPlan> all() {
        return List.of(world());
    }

    /**
     * The plan of a model.
     *
     * @throws TrainingException if there is none; the message names those there are
     */
    public static ModelPlan named(String name) {
        return all().stream()
                .filter(plan -> plan.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new TrainingException("There is no plan for a model \"" + name
                        + "\"; there is one for "
                        + String.join(", ", all().stream().map(ModelPlan::name).toList()) + "."));
    }

    /**
     * GPT-Neo's shape: scores are not scaled, and the first layers look only a few tokens back. With global attention
     * everywhere so small a model looks facts up in its first layer, at the last token; then no layer has anything to show.
     */
    static ModelConfig neo(
            String name, int layers, int localLayers, int window, int width, int heads, int vocabulary, int context) {
        return ModelConfig.shape(name, layers, width, heads, 4 * width, vocabulary, context)
                .attnScale(1)
                .attnBias(false, true)
                .window(Stream.concat(
                                Collections.nCopies(localLayers, window).stream(),
                                Collections.nCopies(layers - localLayers, 0).stream())
                        .toList())
                .build();
    }

    /** The world that the model learns. */
    public LanguageWorld languageWorld() {
        return LanguageWorld.of(worldSeed);
    }

    /** This plan with another recipe. */
    public ModelPlan withRecipe(Recipe newRecipe) {
        return new ModelPlan(name, says, architecture, config, worldSeed, context, newRecipe, limits);
    }

    /** Tokens that the whole training sees. */
    public long tokens() {
        return recipe.examples() * context;
    }

    /** A training that has not made a step. */
    public Training begin() {
        return Training.begin(recipe, objective(), initial());
    }

    /** The training that a checkpoint interrupted. */
    public Training resume(Checkpoint checkpoint) {
        return Training.resume(recipe, objective(), checkpoint);
    }

    /** What trains it, with progress. */
    public Trainer trainer() {
        return Trainer.of(recipe, objective()).named(name);
    }

    /** The model of some trained parameters. */
    public Transformer model(Map<String, Tensor> trained) {
        Map<String, Tensor> all = new LinkedHashMap<>();
        trained.forEach((name, tensor) -> all.put(name, tensor.detach()));
        Tokenizer tokenizer =
                Tokenizer.parse(TokenizerFile.json(languageWorld().vocabulary()).getBytes(StandardCharsets.UTF_8));
        return new Transformer(config, Weights.of(config, all), tokenizer);
    }

    /** The model before training: the control of everything that is said of the trained one. */
    public Transformer untrained() {
        return model(initial());
    }

    private Objective objective() {
        return new NextToken(config, languageWorld().stream(context), recipe);
    }

    /** The parameters before training. */
    Map<String, Tensor> initial() {
        return InitialWeights.of(config, recipe.seed());
    }
}
