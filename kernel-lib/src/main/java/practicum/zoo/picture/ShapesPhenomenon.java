package practicum.zoo.picture;

import java.util.List;
import java.util.Locale;
import practicum.method.GradCam;
import practicum.method.Saliency;
import practicum.net.Net;
import practicum.world.Split;
import practicum.world.picture.PictureSet;
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
                                "share of pictures of two shapes where the hottest pixel for the shape asked about is on"
                                        + " it (it covers %.3f of the picture)",
                                scenes.masks().mean().item()),
                        pointing,
                        "untrained model",
                        pointing(subject.untrained(), scenes, asked(scenes, false)),
                        0.03,
                        PRACTICUMS),
                new Measurement(
                        "grad-cam: by class",
                        "the same",
                        pointing,
                        "where the hottest pixel for the other shape is on the one asked about",
                        pointing(net, scenes, asked(scenes, true)),
                        0.03,
                        PRACTICUMS),
                new Measurement(
                        "saliency: on the shape",
                        "share of the saliency that is on the shape, mean",
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
        return GradCam.of(net).maps(scenes.tensor(), classes).pointing(scenes.masks());
    }

    private static double saliency(Net net, PictureSet pictures) {
        return Saliency.of(net).maps(pictures.tensor(), pictures.labels()).inside(pictures.masks());
    }
}
