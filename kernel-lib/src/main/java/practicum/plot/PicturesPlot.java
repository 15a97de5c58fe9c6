package practicum.plot;

import java.util.List;
import java.util.stream.IntStream;
import practicum.tensor.Tensor;

/** Small pictures side by side, each under its label. */
final class PicturesPlot {
    private PicturesPlot() {}

    static Figure of(Tensor pictures, List<String> labels) {
        PixelSource source = PixelSource.of(Require.given(pictures, "pictures"));
        Require.same(source.count(), "pictures", Require.all(labels, "labels").size(), "labels");
        List<String> hints = IntStream.range(0, source.count())
                .mapToObj(i -> "picture " + i + ": " + labels.get(i))
                .toList();
        List<ImageGrid.Tile> tiles = IntStream.range(0, source.count())
                .mapToObj(i -> ImageGrid.Tile.of(source.image(i)))
                .toList();
        Picture picture = ImageGrid.of(tiles, labels, hints, Integer.MAX_VALUE);
        String twin = "%d pictures of %d × %d pixels: %s"
                .formatted(labels.size(), source.width(), source.height(), String.join(", ", labels));
        return Figure.of(picture, twin, "");
    }
}
