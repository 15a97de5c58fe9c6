package practicum.plot;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import practicum.plot.Shape.Anchor;
import practicum.tensor.Tensor;

/** Small pictures side by side, each under its label, with sharp pixels. */
final class PicturesPlot {
    private static final double GAP = 10;
    private static final double LABEL = 18;
    private static final int SMALLEST = 72;

    private PicturesPlot() {}

    /** Pictures [picture, channel, y, x] of numbers 0 to 1. */
    static Figure of(Tensor pictures, List<String> labels) {
        int count = pictures.size(0);
        Require.some(count, "pictures");
        Require.same(count, "pictures", labels.size(), "labels");
        Require.that(
                pictures.size(1) == 1 || pictures.size(1) == 3,
                "A picture has 1 or 3 channels to show, but these have %d: %s.",
                pictures.size(1),
                pictures);
        float[] values = pictures.toFloatArray();
        for (int i = 0; i < values.length; i++) {
            Require.that(
                    values[i] >= 0 && values[i] <= 1,
                    "Pixels are 0 to 1 to be shown, but number %d is %s; scale them first.",
                    i,
                    values[i]);
        }
        int zoom = Math.max(1, (int) Math.ceil((double) SMALLEST / Math.max(pictures.size(2), pictures.size(3))));
        int width = zoom * pictures.size(3);
        int height = zoom * pictures.size(2);
        int columns = Math.max(1, Math.min(count, (int) ((Theme.CONTENT + GAP) / (width + GAP))));
        Canvas canvas = new Canvas();
        for (int i = 0; i < count; i++) {
            double x = i % columns * (width + GAP);
            double y = i / columns * (height + LABEL + GAP);
            String label = Theme.SMALL.fit(labels.get(i), width);
            canvas.text(x + width / 2.0, y + 0.74 * LABEL, label, Theme.SMALL, Theme.INK, Anchor.MIDDLE);
            BufferedImage image = image(pictures, values, i);
            canvas.add(new Shape.Painting(x, y + LABEL, width, height, surface -> {
                surface.setRenderingHint(
                        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
                surface.drawImage(image, 0, 0, width, height, null);
            }));
            canvas.hint(x, y, width, height + LABEL, "picture " + i + ": " + labels.get(i));
        }
        int rows = (count + columns - 1) / columns;
        return Figure.of(
                canvas.sized(columns * (width + GAP) - GAP, rows * (height + LABEL + GAP) - GAP),
                twin(pictures, labels),
                "");
    }

    private static BufferedImage image(Tensor pictures, float[] values, int picture) {
        int channels = pictures.size(1);
        int height = pictures.size(2);
        int width = pictures.size(3);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < height * width; at++) {
            int rgb = 0;
            for (int c = 0; c < 3; c++) {
                int channel = channels == 1 ? 0 : c;
                float value = values[(picture * channels + channel) * height * width + at];
                rgb = rgb << 8 | Math.round(255 * value);
            }
            image.setRGB(at % width, at / width, rgb);
        }
        return image;
    }

    private static String twin(Tensor pictures, List<String> labels) {
        return "%d pictures of %d × %d pixels: %s"
                .formatted(labels.size(), pictures.size(3), pictures.size(2), String.join(", ", labels));
    }
}
