package practicum.plot;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import practicum.tensor.Tensor;

/** Maps of numbers as images: the features of a convolution, its filters, or saliency laid over the pictures. */
final class MapsPlot {
    private final double[] values;
    private final int height;
    private final int width;
    private final Scale scale;

    private MapsPlot(Tensor maps, Scale scale) {
        this.values = maps.toDoubleArray();
        this.height = maps.size(1);
        this.width = maps.size(2);
        this.scale = scale;
    }

    static Figure of(Tensor maps, List<String> labels, @Nullable Scale scale) {
        MapsPlot plot = plot(maps, labels, scale);
        List<ImageGrid.Tile> tiles = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            tiles.add(plot.tile(i, null));
        }
        return plot.figure(tiles, labels, plot.described(labels), Integer.MAX_VALUE, plot.twin(labels));
    }

    /** Each picture beside the same one in grey with its map over it. */
    static Figure over(Tensor pictures, Tensor maps, List<String> labels, @Nullable Scale scale) {
        PixelSource source = PixelSource.of(Require.given(pictures, "pictures"));
        MapsPlot plot = plot(maps, labels, scale);
        Require.that(
                source.count() == labels.size() && source.height() == plot.height && source.width() == plot.width,
                "A map is laid over a picture of its size, but there are %d pictures of %d × %d pixels and %d maps of"
                        + " %d × %d.",
                source.count(),
                source.width(),
                source.height(),
                labels.size(),
                plot.width,
                plot.height);
        List<ImageGrid.Tile> tiles = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> hints = new ArrayList<>();
        List<String> described = plot.described(labels);
        for (int i = 0; i < labels.size(); i++) {
            tiles.add(ImageGrid.Tile.of(source.image(i)));
            tiles.add(plot.tile(i, source));
            names.addAll(List.of(labels.get(i), plot.scale.label()));
            hints.addAll(List.of("picture %d: %s".formatted(i, labels.get(i)), described.get(i)));
        }
        int perRow = 2 * Math.max(1, (int) Math.min(3, Math.ceil(Math.sqrt(labels.size()))));
        return plot.figure(tiles, names, hints, perRow, plot.twin(labels));
    }

    private static MapsPlot plot(Tensor maps, List<String> labels, @Nullable Scale scale) {
        Require.that(Require.given(maps, "maps").rank() == 3, "Expected maps [map, y, x], but got %s.", maps);
        Require.some(maps.size(0), "maps");
        Require.same(maps.size(0), "maps", Require.all(labels, "labels").size(), "labels");
        double[] values = maps.toDoubleArray();
        Require.finite(values, "maps");
        return new MapsPlot(maps, scale == null ? Scale.of("value", values) : scale);
    }

    private Figure figure(
            List<ImageGrid.Tile> tiles, List<String> labels, List<String> hints, int perRow, String twin) {
        Picture grid = ImageGrid.of(tiles, labels, hints, perRow);
        Picture legend = ColorBar.of(scale);
        Picture picture = new Canvas()
                .place(0, 0, grid)
                .place(0, grid.height() + 12, legend)
                .sized(Math.max(grid.width(), legend.width()), grid.height() + 12 + legend.height());
        return Figure.of(picture, twin, "");
    }

    /** By night the picture below stays as it is, and the colours over it are those of the legend by night. */
    private ImageGrid.Tile tile(int map, @Nullable PixelSource below) {
        return new ImageGrid.Tile(image(map, below, scale::color), image(map, below, v -> Night.of(scale.color(v))));
    }

    private BufferedImage image(int map, @Nullable PixelSource below, DoubleFunction<Rgb> colors) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < height * width; at++) {
            double value = values[map * height * width + at];
            Rgb color = colors.apply(value);
            if (below != null) {
                color = grey(below.grey(map, at)).mix(color, strength(value));
            }
            image.setRGB(at % width, at / width, color.packed());
        }
        return image;
    }

    /** What matters most hides the picture most, and what does not matter leaves it as it is. */
    private double strength(double value) {
        double part = scale.diverging()
                ? Math.abs(value) / scale.high()
                : (value - scale.low()) / (scale.high() - scale.low());
        return 0.85 * Math.sqrt(Math.max(0, Math.min(1, part)));
    }

    /** Grey in the middle of the range, so that a pale and a dark colour both stand out. */
    private static Rgb grey(double brightness) {
        int level = (int) Math.round(255 * (0.35 + 0.6 * brightness));
        return new Rgb(level, level, level);
    }

    private List<String> described(List<String> labels) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            int peak = peak(i);
            words.add("%s: %s to %s, strongest at row %d, column %d"
                    .formatted(
                            labels.get(i),
                            Digits.brief(extreme(i, -1)),
                            Digits.brief(extreme(i, 1)),
                            peak / width,
                            peak % width));
        }
        return words;
    }

    private int peak(int map) {
        int peak = 0;
        for (int at = 1; at < height * width; at++) {
            double value = Math.abs(values[map * height * width + at]);
            peak = value > Math.abs(values[map * height * width + peak]) ? at : peak;
        }
        return peak;
    }

    private double extreme(int map, int sign) {
        double extreme = values[map * height * width];
        for (int at = 1; at < height * width; at++) {
            double value = values[map * height * width + at];
            extreme = sign * value > sign * extreme ? value : extreme;
        }
        return extreme;
    }

    private String twin(List<String> labels) {
        return "%d maps of %d × %d, %s:\n%s"
                .formatted(labels.size(), width, height, scale.label(), String.join("\n", described(labels)));
    }
}
