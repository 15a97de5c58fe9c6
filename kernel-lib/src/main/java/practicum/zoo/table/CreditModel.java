package practicum.zoo.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import practicum.load.SafetensorsWriter.Precision;
import practicum.net.Net;
import practicum.net.NetConfig;
import practicum.train.NetObjective;
import practicum.train.Recipe;
import practicum.world.Split;
import practicum.world.table.CreditWorld;
import practicum.zoo.Lesson;
import practicum.zoo.ModelPlan;
import practicum.zoo.NetBody;

/** A dense net that learned from a table who does not pay back, where the true risk and its reasons are known. */
public final class CreditModel {
    private static final double NOISE = 0.25;
    private static final int CASES = 30_000;
    private static final long SEED = 1;

    private CreditModel() {}

    /** Its plan. */
    public static ModelPlan<Net> plan() {
        CreditWorld world = CreditWorld.of(NOISE);
        NetConfig config = NetConfig.dense("credit", world.columns().size(), 1, 32, 16);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("world", "practicum.world.table.CreditWorld");
        data.put("noise", NOISE);
        data.put("cases", CASES);
        data.put("seed", SEED);
        return new ModelPlan<>(
                "credit",
                "A dense net that learned from a table who will not pay back.",
                new NetBody(config, Precision.FLOAT32),
                new Lesson(
                        data,
                        "case",
                        1,
                        recipe ->
                                NetObjective.of(config, world.examples(world.cases(Split.TRAIN, CASES, SEED)), recipe)),
                Recipe.of(SEED, 4000, 128, 5e-3),
                List.of(),
                List.of(new CreditPhenomenon(world)),
                List.of(
                        "Its columns are parts of their ranges, 0 to 1, as CreditWorld.tensor gives them.",
                        "Nothing makes it monotone: here and there it says less risk where there is more."));
    }
}
