package practicum.plot;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import practicum.plot.Shape.Anchor;

/** Small images side by side, each under its label, with sharp pixels. */
final class ImageGrid {
    private static final double GAP = 10;
    private static final double LABEL = 18;
    private static final int SMALLEST = 72;

    /** One image on light paper and on dark. */
    record Tile(BufferedImage day, BufferedImage night) {
        /** An image that is what it is, such as a photograph. */
        static Tile of(BufferedImage image) {
            return new Tile(image, image);
        }
    }

    private ImageGrid() {}

    /** Images of one size, as many in a row as fit or as said. */
    static Picture of(List<Tile> tiles, List<String> labels, List<String> hints, int perRow) {
        BufferedImage first = tiles.get(0).day();
        int zoom = Math.max(1, (int) Math.ceil((double) SMALLEST / Math.max(first.getWidth(), first.getHeight())));
        int width = zoom * first.getWidth();
        int height = zoom * first.getHeight();
        int fitting = Math.max(1, (int) ((Theme.CONTENT + GAP) / (width + GAP)));
        int columns = Math.max(1, Math.min(tiles.size(), Math.min(perRow, fitting)));
        Canvas canvas = new Canvas();
        for (int i = 0; i < tiles.size(); i++) {
            double x = i % columns * (width + GAP);
            double y = Math.floorDiv(i, columns) * (height + LABEL + GAP);
            String label = Theme.SMALL.fit(labels.get(i), width);
            canvas.text(x + width / 2.0, y + 0.74 * LABEL, label, Theme.SMALL, Theme.INK, Anchor.MIDDLE);
            Shape.Painter day = painter(tiles.get(i).day(), width, height);
            Shape.Painter night = painter(tiles.get(i).night(), width, height);
            canvas.add(new Shape.Painting(x, y + LABEL, width, height, day, night));
            canvas.hint(x, y, width, height + LABEL, hints.get(i));
        }
        int rows = (tiles.size() + columns - 1) / columns;
        return canvas.sized(columns * (width + GAP) - GAP, rows * (height + LABEL + GAP) - GAP);
    }

    private static Shape.Painter painter(BufferedImage image, int width, int height) {
        return surface -> {
            surface.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
            surface.drawImage(image, 0, 0, width, height, null);
        };
    }
}
