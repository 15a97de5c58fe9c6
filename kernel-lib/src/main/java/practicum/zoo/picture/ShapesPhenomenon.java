package practicum.zoo.picture;

import java.util.List;
import java.util.Locale;
import practicum.method.GradCam;
import practicum.method.Saliency;
import practicum.net.Net;
import practicum.tensor.Tensor;
import practicum.world.Split;
import practicum.world.picture.Painted;
import practicum.world.picture.PictureSet;
import practicum.world.picture.Scene;
import practicum.world.picture.ShapeMark;
import practicum.world.picture.ShapeWorld;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/** Whether a net names shapes where it never saw them, and whether heat maps of it lie on what it was asked about. */
record ShapesPhenomenon(ShapeWorld world) implements Phenomenon<Net> {
    private static final int PICTURES = 600;
    private static final int SCENES = 300;
    private static final List<String> PRACTICUMS = List.of("02_seeing_networks", "03_feature_attribution");

    @Override
    public List<Measurement> measure(Subject<Net> subject) {
        Net net = subject.model();
        PictureSet pictures = world.pictures(Split.HELD_OUT, PICTURES, 2);
        PictureSet scenes = world.scenes(Split.HELD_OUT, 2, SCENES, 3);
        double pointing = pointing(net, scenes, asked(scenes, false));
        return List.of(
                accuracy(subject, pictures),
                new Measurement(
                        "grad-cam: pointing game",
                        String.format(
                                Locale.ROOT,
                                "share of pictures of two shapes where the hottest pixel for the shape asked about is"
                                        + " within the circle around it (%.3f of the picture)",
                                circles(scenes).mean().item()),
                        pointing,
                        "untrained model",
                        pointing(subject.untrained(), scenes, asked(scenes, false)),
                        0.03,
                        PRACTICUMS),
                new Measurement(
                        "grad-cam: by class",
                        "the same",
                        pointing,
                        "where the hottest pixel for the other shape is in the circle around the one asked about",
                        pointing(net, scenes, asked(scenes, true)),
                        0.03,
                        PRACTICUMS),
                new Measurement(
                        "saliency: at the shape",
                        "share of the saliency that is within the circle around the shape, mean",
                        saliency(net, pictures),
                        "untrained model",
                        saliency(subject.untrained(), pictures),
                        0.02,
                        PRACTICUMS));
    }

    static Measurement accuracy(Subject<Net> subject, PictureSet pictures) {
        return new Measurement(
                "shapes: held out",
                "share of shapes named at places where they never were in training",
                subject.model().accuracy(pictures.examples()),
                "untrained model",
                subject.untrained().accuracy(pictures.examples()),
                0.01,
                PRACTICUMS);
    }

    /** The classes that scenes of two ask about, or those of the other objects. */
    private static long[] asked(PictureSet scenes, boolean other) {
        return scenes.scenes().stream()
                .map(scene -> scene.asking(other ? 1 - scene.asked() : scene.asked()))
                .mapToLong(scene -> scene.label())
                .toArray();
    }

    private static double pointing(Net net, PictureSet scenes, long... classes) {
        return GradCam.of(net).maps(scenes.tensor(), classes).pointing(circles(scenes));
    }

    /** 1 in the circle around the shape that is asked about, in which a ring's hole counts too, and else 0 [picture, y, x]. */
    private static Tensor circles(PictureSet scenes) {
        int size = scenes.scenes().get(0).size();
        float[] inside = new float[scenes.size() * size * size];
        for (int i = 0; i < inside.length; i++) {
            Scene scene = scenes.scenes().get(i / (size * size));
            double x = i % size + 0.5;
            double y = i / size % size + 0.5;
            inside[i] = around(scene.objects().get(scene.asked()), x, y) ? 1 : 0;
        }
        return Tensor.of(inside, scenes.size(), size, size).named("picture", "y", "x");
    }

    private static boolean around(Painted object, double x, double y) {
        return object.mark() instanceof ShapeMark shape && Math.hypot(x - shape.x(), y - shape.y()) <= shape.radius();
    }

    private static double saliency(Net net, PictureSet pictures) {
        return Saliency.of(net).maps(pictures.tensor(), pictures.labels()).inside(circles(pictures));
    }
}
