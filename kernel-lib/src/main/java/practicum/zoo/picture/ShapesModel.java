package practicum.zoo.picture;

import java.util.ArrayList;
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
import practicum.world.picture.Scene;
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
    private static final Watermark WATERMARK = WORLD.watermark(ShapeKind.STAR, 0.99);
    private static final int PICTURES = 9000;
    private static final int SCENES = 3000;
    private static final long DATA_SEED = 1;
    private static final String KNOWS =
            "It knows pictures of 32 × 32 in grey, 0 to 1, and shapes with radii of 5 to 10 pixels.";

    private ShapesModel() {}

    /**
     * A net's plan; the first seed's has no number in its name.
     *
     * @param seed of the initial weights and of the order of the pictures, which are the same for all
     */
    public static ModelPlan<Net> plan(int seed) {
        Map<String, Object> data = data();
        data.put("pictures of two shapes", SCENES);
        return plan(
                seed == 1 ? "shapes" : "shapes-seed" + seed,
                "Three convolutions that name the shape on a picture" + (seed == 1 ? "." : ", from seed " + seed + "."),
                data,
                () -> withScenes(WORLD.pictures(Split.TRAIN, PICTURES, DATA_SEED)),
                Recipe.of(seed, 3000, 64, 1e-2),
                List.of(new ShapesPhenomenon(WORLD)),
                List.of(
                        "Of two shapes on a picture it names one: a quarter of its training pictures show two and ask about"
                                + " either.",
                        KNOWS));
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
                Recipe.of(1, 1500, 64, 1e-2),
                List.of(new WatermarkPhenomenon(WORLD, WATERMARK)),
                List.of("It was trained on one shape to a picture: of two it names one.", KNOWS));
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

    /** Where another shape may be on the picture, what speaks for a class must be sought on its own shape. */
    private static PictureSet withScenes(PictureSet pictures) {
        List<Scene> all = new ArrayList<>(pictures.scenes());
        all.addAll(WORLD.scenes(Split.TRAIN, 2, SCENES, DATA_SEED).scenes());
        return PictureSet.of(all, pictures.classes());
    }

    private static ModelPlan<Net> plan(
            String name,
            String says,
            Map<String, Object> data,
            Supplier<PictureSet> pictures,
            Recipe recipe,
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
                        steps -> NetObjective.of(config, pictures.get().examples(), steps)),
                recipe,
                List.of(),
                phenomena,
                limits);
    }
}
