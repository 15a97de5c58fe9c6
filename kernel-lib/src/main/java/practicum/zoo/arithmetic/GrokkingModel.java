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
 * One layer that adds modulo a prime and groks: it memorises its sums within a hundred steps and finds the rule much
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
                        "grokking", 1, 64, 4, 128, world.vocabulary().size(), 3)
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
                Recipe.of(SEED, 2500, sums, 2e-3)
                        .withSchedule(Schedule.trapezoid(2e-3, 10, 0.2))
                        .withOptimiser(new AdamW.Settings(0.9, 0.98, 1e-8, 4, 1))
                        .decaying(".*W_.*") // had the normalisation's scales to decay too, the logits would stay small
                        .withThreads(1),
                List.of(0, 50, 100, 200, 300, 400, 450, 500, 550, 600, 650, 700, 750, 800, 900, 1000, 1250, 1500, 2000),
                List.of(new GrokkingPhenomenon(world), new FourierPhenomenon(world)),
                List.of(
                        "It knows numbers below 53 and \"=\", and prompts of three tokens.",
                        "It groks within a thousand steps because its matrices decay eight times as fast as the paper's, whose"
                                + " model adds modulo 113, has no normalisation and trains for 40,000 steps.",
                        "Such decay at a constant rate makes it forget now and then: at checkpoint 1500 it knows three"
                                + " quarters of its sums. The falling rate of the last 500 steps ends that."));
    }
}
