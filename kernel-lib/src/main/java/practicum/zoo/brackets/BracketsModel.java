package practicum.zoo.brackets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import practicum.load.SafetensorsWriter.Precision;
import practicum.model.Activation;
import practicum.model.ModelConfig;
import practicum.model.Transformer;
import practicum.train.NextToken;
import practicum.train.Recipe;
import practicum.train.Schedule;
import practicum.train.Sparsity;
import practicum.world.brackets.CodeWorld;
import practicum.zoo.Family;
import practicum.zoo.Lesson;
import practicum.zoo.ModelPlan;
import practicum.zoo.Phenomenon;
import practicum.zoo.TransformerBody;

/**
 * Models of small code with quotes and brackets, of one shape: one whose weights are all free, and one of which only few may
 * be other than zero (Gao et al. 2025, arXiv 2511.13653), so that what it does can be read.
 */
public final class BracketsModel {
    static final String DENSE = "brackets";
    static final double KEPT = 0.05;

    private static final int CONTEXT = 64;
    private static final long SEED = 1;
    private static final long FIRST_BATCH = 1;
    private static final CodeWorld WORLD = CodeWorld.of(SEED);

    private BracketsModel() {}

    /** The plan of the model whose weights are all free. */
    public static ModelPlan<Transformer> dense() {
        return plan(
                DENSE,
                "Two layers that close the quotes and brackets of small code; every weight is free.",
                recipe(2000, 3e-3),
                List.of(new CircuitPhenomenon(WORLD)),
                List.of());
    }

    /** The plan of the model most of whose weights are zero. */
    public static ModelPlan<Transformer> sparse() {
        return plan(
                "brackets-sparse",
                "The same two layers on the same code, of whose weights nineteen in twenty are zero: what it does can be"
                        + " read.",
                recipe(3000, 5e-3).withSparsity(new Sparsity(KEPT, 0.1, 0.6)),
                List.of(new SparsityPhenomenon(WORLD), new SmallerCircuitPhenomenon(WORLD)),
                List.of(
                        "Its embedding and unembedding are as sparse as its other matrices, and biases and norms are not"
                                + " sparse at all.",
                        "Its training shared two cores with a dozen other programs: most of the seconds on its card it"
                                + " waited. Alone it takes about three minutes of one core."));
    }

    private static Recipe recipe(int steps, double rate) {
        return Recipe.of(SEED, steps, 32, rate).withSchedule(Schedule.trapezoid(rate, 100, 0.4));
    }

    private static ModelPlan<Transformer> plan(
            String name, String says, Recipe recipe, List<Phenomenon<Transformer>> own, List<String> ownLimits) {
        ModelConfig config = ModelConfig.shape(
                        name, 2, 64, 4, 256, WORLD.vocabulary().size(), CONTEXT)
                .attnScale(1)
                .attnBias(false, true)
                .mlp(Activation.RELU, true)
                .tied(false)
                .build();
        TransformerBody body = new TransformerBody(
                Family.GPT_NEO, config, WORLD.vocabulary(), "print ( names [ 1 ] , 'red", Precision.FLOAT16);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("world", "practicum.world.brackets.CodeWorld");
        data.put("seed", SEED);
        data.put("context", CONTEXT);
        data.put("first batch", FIRST_BATCH);
        return new ModelPlan<>(
                name,
                says,
                body.withWideEmbeddings(10),
                new Lesson(data, "token", CONTEXT, each -> new NextToken(config, WORLD.stream(CONTEXT), each)
                        .from(FIRST_BATCH)),
                recipe,
                List.of(),
                Stream.concat(CodePhenomena.of(WORLD).stream(), own.stream()).toList(),
                Stream.concat(
                                Stream.of(
                                        "It reads lines of at most 64 tokens, made of the words of its world.",
                                        "It was trained on lines no deeper than 3; deeper ones it closes less surely.",
                                        "It did not learn which variable was made a set and which a string: that"
                                                + " question it answers by chance."),
                                ownLimits.stream())
                        .toList());
    }
}
