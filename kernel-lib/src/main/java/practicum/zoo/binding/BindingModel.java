package practicum.zoo.binding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import practicum.load.SafetensorsWriter.Precision;
import practicum.model.ModelConfig;
import practicum.model.Transformer;
import practicum.train.NextToken;
import practicum.train.Recipe;
import practicum.train.Schedule;
import practicum.world.Mixture;
import practicum.world.TextSource;
import practicum.world.TextStream;
import practicum.world.binding.BindingSplit;
import practicum.world.binding.BindingWorld;
import practicum.zoo.Family;
import practicum.zoo.Lesson;
import practicum.zoo.ModelPlan;
import practicum.zoo.TransformerBody;

/** A model of a world in which nothing is true for long: it must read what is bound to what. */
public final class BindingModel {
    private static final long SEED = 1;
    private static final long FIRST_BATCH = 1;
    private static final double REST = 0.1;
    /** How much of the text there is of contexts, boxes, beliefs and capitals. */
    private static final List<Double> SHARES = List.of(0.6, 0.2, 0.2, 0.02);

    private BindingModel() {}

    /** Its plan. */
    public static ModelPlan<Transformer> plan() {
        BindingWorld world = world();
        ModelConfig config = ModelConfig.shape(
                        "binding", 4, 64, 4, 256, world.vocabulary().size(), BindingWorld.TOKENS)
                .attnScale(1)
                .attnBias(false, true)
                .window(List.of(8, 0, 0, 0))
                .build();
        TransformerBody body = new TransformerBody(
                Family.GPT_NEO,
                config,
                world.vocabulary(),
                "Alice lives in France . Bob lives in Peru . the home of Bob is in",
                Precision.FLOAT16);
        return new ModelPlan<>(
                "binding",
                "Four layers that read what belongs to whom, what is in which box, and who knows of it.",
                body.withWideEmbeddings(10),
                lesson(world, config),
                Recipe.of(SEED, 15_000, 16, 3e-3).withSchedule(Schedule.trapezoid(3e-3, 100, 0.4)),
                List.of(),
                BindingPhenomena.of(world),
                List.of(
                        "It knows the words of its world and no others, and reads at most 96 tokens.",
                        "It was trained on contexts of two to four entities, and on at most one operation on boxes.",
                        "It has learned a little of which pairs of words training never binds: of questions about those that"
                                + " the world holds out it answers 0.85, 0.82 and 0.85 among two, three and four entities.",
                        "What a character did not see it calls unknown in about four stories of ten only.",
                        "It binds an attribute to the name itself, at the attribute's token; no abstract mark of the first,"
                                + " second or third entity was found.",
                        "After something was moved it names the object in a box in 0.88 of the questions; whether a box is"
                                + " empty it answers by chance."));
    }

    static BindingWorld world() {
        return BindingWorld.of(BindingSplit.of(List.of(2, 3, 4), List.of(0, 1), 5, SEED));
    }

    private static Lesson lesson(BindingWorld world, ModelConfig config) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("world", "practicum.world.binding.BindingWorld");
        data.put("split", world.split().toString());
        data.put("seed", SEED);
        data.put("context", BindingWorld.TOKENS);
        data.put("first batch", FIRST_BATCH);
        data.put("shares of contexts, boxes, beliefs, capitals", SHARES);
        data.put("weight of tokens that are no answers", REST);
        TextStream text = new TextStream(mixture(world), world.vocabulary(), BindingWorld.TOKENS);
        return new Lesson(data, "token", BindingWorld.TOKENS, recipe -> new NextToken(config, text, recipe)
                .from(FIRST_BATCH)
                .weighted(AnswerWeights.of(world.vocabulary(), REST)));
    }

    private static Mixture mixture(BindingWorld world) {
        Map<TextSource, Double> shares = new LinkedHashMap<>();
        List<TextSource> sources = List.copyOf(world.text().shares().keySet());
        for (int i = 0; i < sources.size(); i++) {
            shares.put(sources.get(i), SHARES.get(i));
        }
        return new Mixture(shares);
    }
}
