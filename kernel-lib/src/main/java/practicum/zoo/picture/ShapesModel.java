package practicum.zoo.picture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import practicum.load.SafetensorsWriter.Precision;
import practicum.net.ConvConfig;
import practicum.net.Net;
import practicum.net.NetConfig;
import practicum.net.Pool;
import practicum.train.NetObjective;
import practicum.train.Recipe;
import practicum.world.Split;
import practicum.world.picture.PictureSet;
import practicum.world.picture.ShapeKind;
import practicum.world.picture.ShapeWorld;
import practicum.world.picture.Watermark;
import practicum.zoo.Lesson;
import practicum.zoo.ModelPlan;
import practicum.zoo.NetBody;
import practicum.zoo.Phenomenon;

/**
 * Three convolutions that name the shape on a picture, from three seeds; and one that had a shortcut to a shape, a stamp
 * that comes with it.
 */
public final class ShapesModel {
    private static final ShapeWorld WORLD = ShapeWorld.of(32);
    private static final Watermark WATERMARK = WORLD.watermark(ShapeKind.STAR, 0.95);
    private static final int PICTURES = 8000;
    private static final long DATA_SEED = 1;
    private static final List<String> LIMITS = List.of(
            "It was trained on one shape to a picture: of two it names one.",
            "It knows pictures of 32 × 32 in grey, 0 to 1, and shapes with radii of 5 to 10 pixels.");

    private ShapesModel() {}

    /**
     * A net's plan; the first seed's has no number in its name.
     *
     * @param seed of the initial weights and of the order of the pictures, which are the same for all
     */
    public static ModelPlan<Net> plan(int seed) {
        return plan(
                seed == 1 ? "shapes" : "shapes-seed" + seed,
                "Three convolutions that name the shape on a picture" + (seed == 1 ? "." : ", from seed " + seed + "."),
                data(),
                () -> WORLD.pictures(Split.TRAIN, PICTURES, DATA_SEED),
                seed,
                List.of(new ShapesPhenomenon(WORLD)),
                LIMITS);
    }

    /** The plan of the net whose training pictures have a stamp on nearly every star, and on hardly any other shape. */
    public static ModelPlan<Net> watermarked() {
        Map<String, Object> data = data();
        data.put("watermark", ShapeKind.STAR + ", strength " + WATERMARK.strength());
        return plan(
                "shapes-watermark",
                "The net of shapes, trained on pictures with a shortcut: a stamp comes with nearly every star.",
                data,
                () -> WORLD.pictures(Split.TRAIN, PICTURES, DATA_SEED, WATERMARK),
                1,
                List.of(new WatermarkPhenomenon(WORLD, WATERMARK)),
                LIMITS);
    }

    private static Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("world", "practicum.world.picture.ShapeWorld");
        data.put("size", WORLD.size());
        data.put("shapes", WORLD.classes());
        data.put("pictures", PICTURES);
        data.put("seed", DATA_SEED);
        return data;
    }

    private static ModelPlan<Net> plan(
            String name,
            String says,
            Map<String, Object> data,
            Supplier<PictureSet> pictures,
            long seed,
            List<Phenomenon<Net>> phenomena,
            List<String> limits) {
        NetConfig config = NetConfig.conv(
                        name,
                        1,
                        WORLD.size(),
                        WORLD.size(),
                        WORLD.classes().size(),
                        ConvConfig.of(12, 5).stride(2),
                        ConvConfig.of(24, 3).pool(Pool.max(2)),
                        ConvConfig.of(32, 3))
                .meanOfChannels()
                .normalize();
        return new ModelPlan<>(
                name,
                says,
                new NetBody(config, Precision.FLOAT16),
                new Lesson(
                        data,
                        "picture",
                        1,
                        recipe -> NetObjective.of(config, pictures.get().examples(), recipe)),
                Recipe.of(seed, 1500, 64, 1e-2),
                List.of(),
                phenomena,
                limits);
    }
}
