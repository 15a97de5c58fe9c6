package practicum.zoo.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import practicum.load.SafetensorsWriter.Precision;
import practicum.net.Examples;
import practicum.net.Net;
import practicum.net.NetConfig;
import practicum.train.NetObjective;
import practicum.train.Recipe;
import practicum.world.Split;
import practicum.world.table.Application;
import practicum.world.table.ScreenWorld;
import practicum.zoo.Lesson;
import practicum.zoo.ModelPlan;
import practicum.zoo.NetBody;
import practicum.zoo.Phenomenon;

/** Dense nets that screen applications: one learned decisions with a bias of known strength, its twin merit alone. */
public final class ScreenModel {
    private static final ScreenWorld WORLD = ScreenWorld.biased();
    private static final int APPLICATIONS = 8000;
    private static final long SEED = 1;

    private ScreenModel() {}

    private interface Labels {
        Examples of(List<Application> applications);
    }

    /** The plan of the net that learned what was decided, bias and all. */
    public static ModelPlan<Net> biased() {
        return plan(
                "screen",
                "A dense net that learned from decisions with a bias against women whom to invite.",
                "as decided",
                WORLD::examples,
                new BiasPhenomenon(WORLD),
                "Chance had a part in the decisions: nothing foretells more of them than the truth, but by luck.");
    }

    /** The plan of its twin, that learned who is qualified from the same applications. */
    public static ModelPlan<Net> fair() {
        return plan(
                "screen-fair",
                "The control of screen: the same net on the same applications, that learned who is qualified.",
                "by merit alone",
                WORLD::fairExamples,
                new MeritPhenomenon(WORLD),
                "It was told merit itself, which nobody can be told outside of a generated world.");
    }

    private static ModelPlan<Net> plan(
            String name, String says, String labels, Labels labelling, Phenomenon<Net> phenomenon, String limit) {
        NetConfig config = NetConfig.dense(name, WORLD.columns().size(), 1, 16, 16);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("world", "practicum.world.table.ScreenWorld");
        data.put("direct", WORLD.direct());
        data.put("proxy", WORLD.proxy());
        data.put("typicality", WORLD.typicality());
        data.put("noise", WORLD.noise());
        data.put("labels", labels);
        data.put("applications", APPLICATIONS);
        data.put("seed", SEED);
        return new ModelPlan<>(
                name,
                says,
                new NetBody(config, Precision.FLOAT32),
                new Lesson(
                        data,
                        "application",
                        1,
                        recipe -> NetObjective.of(
                                config, labelling.of(WORLD.applications(Split.TRAIN, APPLICATIONS, SEED)), recipe)),
                Recipe.of(SEED, 1000, 128, 5e-3),
                List.of(),
                List.of(phenomenon),
                List.of("Its columns are those of ScreenWorld.tensor; the group itself is one of them.", limit));
    }
}
