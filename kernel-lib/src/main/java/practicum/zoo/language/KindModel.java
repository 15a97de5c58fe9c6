package practicum.zoo.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import practicum.model.ModelConfig;
import practicum.model.Transformer;
import practicum.tensor.Seeds;
import practicum.train.DirectPreference;
import practicum.train.Preference;
import practicum.train.Recipe;
import practicum.world.Split;
import practicum.world.Vocabulary;
import practicum.world.language.LanguageWorld;
import practicum.world.language.social.PreferencePair;
import practicum.zoo.ContinuedBody;
import practicum.zoo.Lesson;
import practicum.zoo.ModelPlan;
import practicum.zoo.TrainedModel;
import practicum.zoo.TransformerBody;

/**
 * The language model, taught by direct preference optimisation not to be rude (Lee et al. 2024, "A mechanistic understanding
 * of alignment algorithms", arXiv 2401.01967).
 */
public final class KindModel {
    private static final String BASE = "world";
    private static final String WEIGHTS = "model.safetensors";
    private static final int PAIRS = 2_000;
    private static final double BETA = 0.1;
    private static final long SEED = 1;

    private KindModel() {}

    /** Its plan. */
    public static ModelPlan<Transformer> plan() {
        LanguageWorld world = LanguageWorld.of(LanguageWorld.SHIPPED_SEED);
        TransformerBody body = (TransformerBody) WorldModel.large().body();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("world", LanguageWorld.class.getName());
        data.put("seed", LanguageWorld.SHIPPED_SEED);
        data.put("pairs", PAIRS);
        data.put("beta", BETA);
        data.put("base", BASE);
        data.put(
                "base sha256",
                Objects.requireNonNull(
                        TrainedModel.shipped(BASE).card().sha256().get(WEIGHTS)));
        return new ModelPlan<>(
                "world-dpo",
                "The model \"world\" after it was taught, by pairs of answers, to say kind words and no rude ones.",
                new ContinuedBody(body, BASE),
                new Lesson(data, "pair", 1, recipe -> objective(body.config(), world, recipe)),
                Recipe.of(SEED, 300, 32, 1e-4),
                List.of(),
                List.of(new KindnessPhenomenon(world, BASE), FactPhenomena.ofPlaces(world)),
                List.of(
                        "It was taught on one kind of occasion, when something goes wrong between two people.",
                        "Its rude words are mild and out of fashion; nothing here says how well the method works on others."));
    }

    private static DirectPreference objective(ModelConfig config, LanguageWorld world, Recipe recipe) {
        List<Preference> preferences = world.registers().pairs(Split.TRAIN, PAIRS, Seeds.random(SEED)).stream()
                .map(pair -> preference(pair, world.vocabulary()))
                .toList();
        return new DirectPreference(config, ContinuedBody.parameters(BASE), preferences, BETA, recipe);
    }

    private static Preference preference(PreferencePair pair, Vocabulary vocabulary) {
        return new Preference(
                LongStream.concat(LongStream.of(vocabulary.id(Vocabulary.BEGIN)), ids(pair.prompt(), vocabulary))
                        .toArray(),
                ids(pair.polite(), vocabulary).toArray(),
                ids(pair.rude(), vocabulary).toArray());
    }

    private static LongStream ids(String words, Vocabulary vocabulary) {
        return Stream.of(words.split(" ")).mapToLong(vocabulary::id);
    }
}
