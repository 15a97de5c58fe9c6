package practicum.plot;

import java.awt.image.BufferedImage;
import practicum.tensor.Tensor;

/** Pictures [picture, channel, y, x] of numbers 0 to 1, with one grey channel or red, green and blue. */
final class PixelSource {
    private final float[] values;
    private final int channels;
    private final int height;
    private final int width;

    private PixelSource(Tensor pictures) {
        this.values = pictures.toFloatArray();
        this.channels = pictures.size(1);
        this.height = pictures.size(2);
        this.width = pictures.size(3);
    }

    static PixelSource of(Tensor pictures) {
        Require.that(
                pictures.rank() == 3 || pictures.rank() == 4,
                "Expected pictures [picture, channel, y, x] or [picture, y, x], but got %s.",
                pictures);
        Tensor four = pictures.rank() == 3 ? pictures.unsqueeze(1) : pictures;
        Require.some(four.size(0), "pictures");
        Require.that(
                four.size(1) == 1 || four.size(1) == 3,
                "A picture has 1 or 3 channels to show, but these have %d: %s.",
                four.size(1),
                pictures);
        var source = new PixelSource(four);
        for (int i = 0; i < source.values.length; i++) {
            Require.that(
                    source.values[i] >= 0 && source.values[i] <= 1,
                    "Pixels are 0 to 1 to be shown, but number %d is %s; scale them first.",
                    i,
                    source.values[i]);
        }
        return source;
    }

    int count() {
        return values.length / (channels * height * width);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Rgb color(int picture, int at) {
        int[] rgb = new int[3];
        for (int c = 0; c < 3; c++) {
            int channel = channels == 1 ? 0 : c;
            rgb[c] = Math.round(255 * values[(picture * channels + channel) * height * width + at]);
        }
        return new Rgb(rgb[0], rgb[1], rgb[2]);
    }

    /** One picture's grey, 0 to 1, as bright as its colours are to the eye. */
    double grey(int picture, int at) {
        Rgb color = color(picture, at);
        return (0.299 * color.red() + 0.587 * color.green() + 0.114 * color.blue()) / 255;
    }

    BufferedImage image(int picture) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < height * width; at++) {
            image.setRGB(at % width, at / width, color(picture, at).packed());
        }
        return image;
    }
}
