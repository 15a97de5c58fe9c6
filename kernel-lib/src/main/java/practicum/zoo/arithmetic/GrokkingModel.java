package practicum.zoo.arithmetic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import practicum.load.SafetensorsWriter.Precision;
import practicum.model.Activation;
import practicum.model.ModelConfig;
import practicum.model.Transformer;
import practicum.train.AdamW;
import practicum.train.LastToken;
import practicum.train.Recipe;
import practicum.train.Schedule;
import practicum.world.Split;
import practicum.world.arithmetic.ModularAddition;
import practicum.zoo.Family;
import practicum.zoo.Lesson;
import practicum.zoo.ModelPlan;
import practicum.zoo.TransformerBody;

/**
 * One layer that adds modulo a prime and groks: it memorises its sums within some hundred steps and finds the rule much
 * later (Power et al. 2022, arXiv 2201.02177; Nanda et al. 2023, arXiv 2301.05217).
 */
public final class GrokkingModel {
    private static final int MODULUS = 53;
    private static final double TRAIN_SHARE = 0.4;
    private static final long SEED = 1;

    private GrokkingModel() {}

    /** Its plan. */
    public static ModelPlan<Transformer> plan() {
        ModularAddition world = ModularAddition.of(MODULUS, TRAIN_SHARE, SEED);
        ModelConfig config = ModelConfig.shape(
                        "grokking", 1, 128, 4, 512, world.vocabulary().size(), 3)
                .mlp(Activation.RELU, true)
                .attnScale(1)
                .attnBias(false, true)
                .tied(false)
                .build();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("world", "practicum.world.arithmetic.ModularAddition");
        data.put("modulus", MODULUS);
        data.put("train share", TRAIN_SHARE);
        data.put("seed", SEED);
        int sums = world.sums(Split.TRAIN).size();
        return new ModelPlan<>(
                "grokking",
                "One layer that adds modulo 53: it memorises its sums first and finds the rule much later.",
                new TransformerBody(Family.GPT_NEO, config, world.vocabulary(), "7 50 =", Precision.FLOAT16),
                new Lesson(
                        data,
                        "sum",
                        1,
                        recipe ->
                                new LastToken(config, world.prompts(Split.TRAIN), world.answers(Split.TRAIN), recipe)),
                Recipe.of(SEED, 12000, sums, 1e-3)
                        .withSchedule(Schedule.trapezoid(1e-3, 10, 0))
                        .withOptimiser(new AdamW.Settings(0.9, 0.98, 1e-8, 1, 1))
                        .decaying(".*")
                        .withThreads(1),
                List.of(0, 100, 500, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 10000),
                List.of(new GrokkingPhenomenon(world)),
                List.of(
                        "It knows numbers below 53 and \"=\", and prompts of three tokens.",
                        "The model of the paper adds modulo 113, has no normalisation and trains for 40,000 steps."));
    }
}
