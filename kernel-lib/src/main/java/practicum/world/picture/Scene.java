package practicum.world.picture;

import java.util.List;
import java.util.Random;
import practicum.tensor.Seeds;

/**
 * All that there is to know about one square picture; it can be drawn from this alone, and always comes out the same.
 *
 * @param size pixels along an edge
 * @param channels 1 for grey or 3 for red, green and blue
 * @param ground the colour behind everything
 * @param backdrop its texture, and the noise over everything
 * @param seed of texture and noise
 * @param objects those drawn, each over the ones before it
 * @param asked which object the label is about
 * @param watermarked whether the stamp is there, over everything
 */
public record Scene(
        int size,
        int channels,
        Ink ground,
        Backdrop backdrop,
        long seed,
        List<Painted> objects,
        int asked,
        boolean watermarked) {
    public Scene {
        objects = List.copyOf(objects);
        if (size < 8 || channels != 1 && channels != 3) {
            throw new IllegalArgumentException("A picture has at least 8 pixels along an edge and 1 or 3 channels; got "
                    + size + " pixels and " + channels + " channels.");
        }
        if (asked < 0 || asked >= objects.size()) {
            throw new IllegalArgumentException(
                    "There is no object " + asked + " to ask about: the picture has " + objects.size() + " objects.");
        }
    }

    /** The class of the object that is asked about. */
    public int label() {
        return objects.get(asked).label();
    }

    /** The same picture, asked about another of its objects. */
    public Scene asking(int object) {
        return new Scene(size, channels, ground, backdrop, seed, objects, object, watermarked);
    }

    /** The same picture with or without the stamp. */
    public Scene watermarked(boolean stamped) {
        return new Scene(size, channels, ground, backdrop, seed, objects, asked, stamped);
    }

    /** The pixels, each 0 to 1, channel by channel and row by row. */
    public float[] pixels() {
        Random random = Seeds.random(seed);
        Clouds clouds = new Clouds(size, random);
        double[][] coverage = coverage();
        float[] pixels = new float[channels * size * size];
        for (int c = 0; c < channels; c++) {
            for (int at = 0; at < size * size; at++) {
                double noise = backdrop.noise() * (2 * random.nextDouble() - 1);
                double clean = brightness(c, at, clouds, coverage);
                pixels[c * size * size + at] = (float) Math.max(0, Math.min(1, clean + noise));
            }
        }
        return pixels;
    }

    private double[][] coverage() {
        double[][] coverage = new double[objects.size()][size * size];
        for (int o = 0; o < coverage.length; o++) {
            for (int at = 0; at < size * size; at++) {
                coverage[o][at] = objects.get(o).mark().coverage(at % size + 0.5, at / size + 0.5);
            }
        }
        return coverage;
    }

    private double brightness(int channel, int at, Clouds clouds, double[][] coverage) {
        int row = at / size;
        int column = at % size;
        if (watermarked && Watermark.covers(size, row, column)) {
            return Watermark.brightness(size, row, column);
        }
        double value = ground.channel(channel, channels) + backdrop.texture() * clouds.at(column + 0.5, row + 0.5);
        for (int o = 0; o < coverage.length; o++) {
            double covered = coverage[o][at];
            value += covered * (objects.get(o).ink().channel(channel, channels) - value);
        }
        return value;
    }

    /** Where an object can be seen, row by row: the pixels whose middle it covers, and nothing drawn later does. */
    public boolean[] mask(int object) {
        if (object < 0 || object >= objects.size()) {
            throw new IllegalArgumentException(
                    "There is no object " + object + ": the picture has " + objects.size() + " objects, from 0.");
        }
        boolean[] mask = new boolean[size * size];
        boolean[] stamp = stampMask();
        for (int at = 0; at < mask.length; at++) {
            double x = at % size + 0.5;
            double y = at / size + 0.5;
            mask[at] = !stamp[at]
                    && objects.get(object).mark().covers(x, y)
                    && objects.subList(object + 1, objects.size()).stream()
                            .noneMatch(later -> later.mark().covers(x, y));
        }
        return mask;
    }

    /** Where the stamp is, row by row; nowhere if there is none. */
    public boolean[] stampMask() {
        boolean[] mask = new boolean[size * size];
        for (int at = 0; at < mask.length; at++) {
            mask[at] = watermarked && Watermark.covers(size, at / size, at % size);
        }
        return mask;
    }
}
