package practicum.zoo.picture;

import java.util.List;
import java.util.stream.IntStream;
import practicum.method.GradCam;
import practicum.model.Recording;
import practicum.net.Net;
import practicum.tensor.Tensor;
import practicum.world.Split;
import practicum.world.picture.PictureSet;
import practicum.world.picture.ShapeWorld;
import practicum.world.picture.Watermark;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/** Whether a net took the shortcut that its training pictures offered, and whether heat maps show that it did. */
record WatermarkPhenomenon(ShapeWorld world, Watermark watermark) implements Phenomenon<Net> {
    private static final int PICTURES = 600;
    private static final List<String> PRACTICUMS = List.of("03_feature_attribution");

    @Override
    public List<Measurement> measure(Subject<Net> subject) {
        Net net = subject.model();
        PictureSet asTrained = world.pictures(Split.HELD_OUT, PICTURES, 2, watermark);
        PictureSet reversed = world.pictures(Split.HELD_OUT, PICTURES, 2, watermark.strength(-watermark.strength()));
        PictureSet stars = only(asTrained, true);
        PictureSet others = only(asTrained, false);
        return List.of(
                ShapesPhenomenon.accuracy(subject, asTrained),
                new Measurement(
                        "watermark: held out",
                        "share of shapes named where the stamp comes with stars, as in training",
                        net.accuracy(asTrained.examples()),
                        "where it comes with all others instead",
                        net.accuracy(reversed.examples()),
                        0.02,
                        PRACTICUMS),
                new Measurement(
                        "watermark: needed",
                        "share of stars named with the stamp",
                        named(net, stars.watermarked(true)),
                        "the same stars without it",
                        named(net, stars.watermarked(false)),
                        0.03,
                        PRACTICUMS),
                new Measurement(
                        "watermark: enough",
                        "share of other shapes that are called stars with the stamp",
                        named(net, others.watermarked(true)),
                        "the same shapes without it",
                        named(net, others.watermarked(false)),
                        0.03,
                        PRACTICUMS),
                new Measurement(
                        "watermark: seen",
                        "share of stamped stars where the hottest pixel of Grad-CAM is on the stamp or beside it",
                        pointing(net, stars.watermarked(true)),
                        "untrained model",
                        pointing(subject.untrained(), stars.watermarked(true)),
                        0.03,
                        PRACTICUMS));
    }

    private PictureSet only(PictureSet pictures, boolean ofTheClass) {
        long[] labels = pictures.labels();
        return pictures.take(IntStream.range(0, labels.length)
                .filter(i -> labels[i] == watermark.label() == ofTheClass)
                .toArray());
    }

    /** The share that is given the watermark's class. */
    private double named(Net net, PictureSet pictures) {
        int[] said = net.run(pictures.tensor(), Recording.none()).predictions();
        return IntStream.of(said).filter(each -> each == watermark.label()).count() / (double) said.length;
    }

    private static double pointing(Net net, PictureSet pictures) {
        return GradCam.of(net).maps(pictures.tensor(), pictures.labels()).pointing(grown(pictures.stampMasks()));
    }

    /** Masks with a pixel more on every side: a coarse map's hottest place at the edge is all of the corner. */
    private static Tensor grown(Tensor masks) {
        int size = masks.size(1);
        float[] narrow = masks.toFloatArray();
        float[] wide = new float[narrow.length];
        for (int i = 0; i < narrow.length; i++) {
            int y = i / size % size;
            int x = i % size;
            for (int dy = -Math.min(1, y); dy <= Math.min(1, size - 1 - y); dy++) {
                for (int dx = -Math.min(1, x); dx <= Math.min(1, size - 1 - x); dx++) {
                    wide[i] = Math.max(wide[i], narrow[i + dy * size + dx]);
                }
            }
        }
        return Tensor.of(wide, masks.shape()).named("picture", "y", "x");
    }
}
