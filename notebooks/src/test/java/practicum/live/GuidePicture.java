package practicum.live;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A picture of the real thing for the guides. Each run of the browser's tests takes them anew, into a folder of its own;
 * {@code -Dguide.pictures=DIR} says another one, such as the guides' {@code docs/images}.
 */
final class GuidePicture {
    private static final Path FOLDER = Path.of(System.getProperty("guide.pictures", "target/screenshots/guide"));
    private static final int COLOURS = 256;

    private GuidePicture() {}

    /** Saves what a browser showed as a PNG of few colours, a fraction of the size. */
    static void save(byte[] png, String name) throws IOException {
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(png));
        Files.createDirectories(FOLDER);
        ImageIO.write(ofFewColours(shown), "png", file(name).toFile());
    }

    /** Where a picture is kept. */
    static Path file(String name) {
        return FOLDER.resolve(name);
    }

    private static BufferedImage ofFewColours(BufferedImage shown) {
        int[] palette = palette(shown);
        var model = new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
        var image = new BufferedImage(shown.getWidth(), shown.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < shown.getHeight(); y++) {
            for (int x = 0; x < shown.getWidth(); x++) {
                int index = nearest.computeIfAbsent(shown.getRGB(x, y) & 0xffffff, rgb -> nearest(palette, rgb));
                image.getRaster().setSample(x, y, 0, index);
            }
        }
        return image;
    }

    /** The colours that the picture has most of; a page has few of them, and many shades at the edges of letters. */
    private static int[] palette(BufferedImage shown) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < shown.getHeight(); y++) {
            for (int x = 0; x < shown.getWidth(); x++) {
                counts.merge(shown.getRGB(x, y) & 0xffffff, 1, Integer::sum);
            }
        }
        List<Map.Entry<Integer, Integer>> entries = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS)
                .toList();
        return entries.stream().mapToInt(Map.Entry::getKey).toArray();
    }

    private static int nearest(int[] palette, int rgb) {
        int best = 0;
        for (int i = 1; i < palette.length; i++) {
            best = distance(palette[i], rgb) < distance(palette[best], rgb) ? i : best;
        }
        return best;
    }

    private static int distance(int one, int other) {
        int red = (one >> 16) - (other >> 16);
        int green = (one >> 8 & 0xff) - (other >> 8 & 0xff);
        int blue = (one & 0xff) - (other & 0xff);
        return red * red + green * green + blue * blue;
    }
}
