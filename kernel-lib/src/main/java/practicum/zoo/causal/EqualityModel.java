package practicum.zoo.causal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import practicum.hook.Hook;
import practicum.load.SafetensorsWriter.Precision;
import practicum.net.Net;
import practicum.net.NetConfig;
import practicum.train.AdamW;
import practicum.train.Recipe;
import practicum.world.causal.HierarchicalEquality;
import practicum.zoo.ModelPlan;
import practicum.zoo.NetBody;

/**
 * A net that says whether two pairs are alike in being equal, by way of both pairs' equality (Geiger et al. 2023, arXiv
 * 2303.02536). Decay keeps the pairs apart in its activations, mostly: nets from other seeds answer as well, but in some of
 * them fewer interchanges succeed.
 */
public final class EqualityModel {
    private static final long SEED = 1;
    private static final long NET_SEED = 2;
    private static final int TRAINED = 3000;
    private static final int HELD_OUT = 500;
    private static final int DIMENSIONS = 4;
    private static final int INPUTS = 60_000;

    private EqualityModel() {}

    /** Its plan. */
    public static ModelPlan<Net> plan() {
        HierarchicalEquality world = HierarchicalEquality.of(TRAINED, HELD_OUT, DIMENSIONS, SEED);
        CausalTask task = new CausalTask(
                HierarchicalEquality.model(),
                world::tensor,
                (split, count) -> world.inputs(split, count, SEED),
                (model, variable, split, count) -> world.interchanges(model, variable, split, count, SEED));
        NetConfig config = NetConfig.dense("equality", 4 * DIMENSIONS, 2, 24, 24, 24);
        return new ModelPlan<>(
                "equality",
                "Three hidden layers that read four objects and say whether both pairs are equal, or both unequal.",
                new NetBody(config, Precision.FLOAT32),
                task.lesson(data(), config, INPUTS),
                Recipe.of(NET_SEED, 3000, 256, 5e-3).withOptimiser(new AdamW.Settings(0.9, 0.98, 1e-8, 0.1, 1)),
                List.of(),
                List.of(
                        new AnswersPhenomenon(task, "objects"),
                        new AlignmentPhenomenon(
                                task,
                                HierarchicalEquality.model(),
                                List.of(HierarchicalEquality.firstObject()),
                                Hook.layerPost(1),
                                8)),
                List.of(
                        "An object is any vector of four numbers; two that are near each other it may take for one.",
                        "Its layers have 24 units, those of the paper 16.",
                        "Of five nets trained so, with this decay or three times as much, all answered as well, but in two only"
                                + " 87 and 95 % of the interchanges succeeded: the same answers by another alignment."));
    }

    private static Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("world", "practicum.world.causal.HierarchicalEquality");
        data.put("trained objects", TRAINED);
        data.put("held-out objects", HELD_OUT);
        data.put("dimensions", DIMENSIONS);
        data.put("seed", SEED);
        return data;
    }
}
