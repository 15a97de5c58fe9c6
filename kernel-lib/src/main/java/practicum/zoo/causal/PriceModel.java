package practicum.zoo.causal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import practicum.hook.Hook;
import practicum.load.SafetensorsWriter.Precision;
import practicum.model.Activation;
import practicum.net.Net;
import practicum.net.NetConfig;
import practicum.train.Recipe;
import practicum.world.causal.PriceInterval;
import practicum.zoo.ModelPlan;
import practicum.zoo.NetBody;

/** A net that says whether a price lies between two others, by two comparisons (after Wu et al. 2023, arXiv 2305.08809). */
public final class PriceModel {
    private static final long SEED = 1;
    private static final int INPUTS = 40_000;

    private PriceModel() {}

    /** Its plan. */
    public static ModelPlan<Net> plan() {
        PriceInterval world = PriceInterval.of(SEED);
        CausalTask task = new CausalTask(
                PriceInterval.bothBoundaries(),
                PriceInterval::tensor,
                (split, count) -> world.inputs(split, count, SEED),
                (model, variable, split, count) -> world.interchanges(model, variable, split, count, SEED));
        NetConfig config = NetConfig.dense("price", 3, 1, 16, 16).activation(Activation.TANH);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("world", "practicum.world.causal.PriceInterval");
        data.put("seed", SEED);
        return new ModelPlan<>(
                "price",
                "Two hidden layers that read two bounds and a price and say whether it lies between: two comparisons.",
                new NetBody(config, Precision.FLOAT32),
                task.lesson(data, config, INPUTS),
                Recipe.of(SEED, 3000, 256, 5e-3),
                List.of(),
                List.of(
                        new AnswersPhenomenon(task, "bounds"),
                        new AlignmentPhenomenon(
                                task,
                                PriceInterval.bothBoundaries(),
                                List.of(PriceInterval.midpoint(), PriceInterval.bracketIdentity()),
                                Hook.layerPost(1),
                                1)),
                List.of(
                        "It reads prices from 0 to 9.99 dollars, divided by ten, and errs where a price is within a few"
                                + " cents of a bound.",
                        "The causal model \"lower boundary\" cannot be told from \"both boundaries\": its one variable is"
                                + " the latter's first.",
                        "It is its second layer that compares. In its first layer \"midpoint\" fits as well as \"both boundaries\":"
                                + " sum and difference of the distances to both bounds are directions there.",
                        "In the paper the model is a large language model that reads the question as text."));
    }
}
