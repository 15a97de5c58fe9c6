package practicum.zoo.sequence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import practicum.load.SafetensorsWriter.Precision;
import practicum.model.ModelConfig;
import practicum.model.Rotary;
import practicum.model.RotaryScaling;
import practicum.model.Transformer;
import practicum.train.Recipe;
import practicum.train.Schedule;
import practicum.world.sequence.ChainWorld;
import practicum.zoo.Family;
import practicum.zoo.Lesson;
import practicum.zoo.ModelPlan;
import practicum.zoo.TransformerBody;

/**
 * Attention-only models of two layers, in which induction heads form, and of one, in which they cannot (Elhage et al. 2021;
 * Olsson et al. 2022, arXiv 2209.11895). Both learn the same text.
 */
public final class InductionModel {
    private static final int CONTEXT = 64;
    private static final int WIDTH = 64;
    private static final int HEADS =
            2; // wide ones: of 16 numbers, a head could not say which of 64 syllables was before
    private static final long SEED = 1;

    private InductionModel() {}

    /** The plan of the model with two layers. */
    public static ModelPlan<Transformer> twoLayers() {
        return plan(
                "induction",
                "Two layers of attention and no MLPs, on syllables said twice: a head of the first looks at the syllable before,"
                        + " and one of the second finds by it what comes next.",
                2,
                List.of(
                        "Its positions are rotary. With learned ones, as GPT-2 has, all heads of the first layer looked back"
                                + " with a third of their attention each, and no single one was needed."),
                List.of(0, 500, 700, 750, 800, 850, 900, 950, 1000, 1250, 1750));
    }

    /** The plan of its control. */
    public static ModelPlan<Transformer> oneLayer() {
        return plan(
                "induction-1-layer",
                "One layer of attention on the same syllables: the control in which no induction head can form.",
                1,
                List.of(
                        "No head of it looks at the syllable before, nor at what followed the same syllable: with one layer"
                                + " the first is of little use and the second out of reach."),
                List.of());
    }

    private static ModelPlan<Transformer> plan(
            String name, String says, int layers, List<String> ownLimits, List<Integer> snapshots) {
        ChainWorld world = ChainWorld.of(SEED);
        ModelConfig config = ModelConfig.shape(
                        name, layers, WIDTH, HEADS, 0, world.vocabulary().size(), CONTEXT)
                .rotary(new Rotary(WIDTH / HEADS, false, 10_000, new RotaryScaling.None()))
                .attnBias(false, false)
                .tied(false)
                .build();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("world", "practicum.world.sequence.ChainWorld");
        data.put("seed", SEED);
        data.put("context", CONTEXT);
        return new ModelPlan<>(
                name,
                says,
                new TransformerBody(
                        Family.GPT_NEOX, config, world.vocabulary(), world.repeated(8, 1), Precision.FLOAT16),
                Lesson.text(data, config, world.stream(CONTEXT), CONTEXT),
                Recipe.of(SEED, 2500, 32, 3e-3).withSchedule(Schedule.trapezoid(3e-3, 100, 0.4)),
                snapshots,
                List.of(new InductionPhenomenon(world)),
                Stream.concat(
                                Stream.of(
                                        "It knows 64 syllables and reads 64 tokens.",
                                        "Six of ten passages of its text are said twice, far more than of any text that"
                                                + " people wrote."),
                                ownLimits.stream())
                        .toList());
    }
}
