package practicum.method;

import java.util.Arrays;
import java.util.List;
import practicum.model.ModelException;
import practicum.plot.Figure;
import practicum.plot.Plot;
import practicum.tensor.Tensor;

/**
 * How much each pixel of some pictures matters, at least 0 [picture, y, x]; and, where it is known what should matter, how
 * well it is found.
 *
 * @param values [picture, y, x]
 */
public record HeatMaps(Tensor values) {
    public HeatMaps {
        if (values.rank() != 3) {
            throw new ModelException("Heat maps are [picture, y, x]; got " + values + ".");
        }
    }

    /**
     * The pointing game (Zhang et al. 2016, arXiv 1608.00507): the share of pictures whose hottest pixel, the first where
     * there are several, is in the mask. A map that is nowhere above 0 points at nothing and misses.
     *
     * @param masks 1 where the object is and else 0 [picture, y, x]
     */
    public double pointing(Tensor masks) {
        float[][] maps = rows(values);
        float[][] inside = rows(requireFitting(masks));
        int hits = 0;
        for (int i = 0; i < maps.length; i++) {
            int hottest = hottest(maps[i]);
            hits += maps[i][hottest] > 0 && inside[i][hottest] > 0 ? 1 : 0;
        }
        return (double) hits / maps.length;
    }

    /** The share of the heat that is in the mask, averaged over pictures; a map without heat counts as 0. */
    public double inside(Tensor masks) {
        float[][] maps = rows(values);
        float[][] inside = rows(requireFitting(masks));
        double shares = 0;
        for (int i = 0; i < maps.length; i++) {
            double in = 0;
            double all = 0;
            for (int at = 0; at < maps[i].length; at++) {
                in += inside[i][at] > 0 ? maps[i][at] : 0;
                all += maps[i][at];
            }
            shares += all > 0 ? in / all : 0;
        }
        return shares / maps.length;
    }

    /**
     * The maps side by side: white is the hottest pixel of each, black is no heat.
     *
     * @param labels what to write above each
     */
    public Figure plot(List<String> labels) {
        float[][] maps = rows(values);
        float[] shown = values.toFloatArray();
        for (int i = 0; i < shown.length; i++) {
            float[] map = maps[i / maps[0].length];
            shown[i] /= Math.max(map[hottest(map)], Float.MIN_NORMAL);
        }
        return Plot.pictures(Tensor.of(shown, values.size(0), values.size(1), values.size(2)), labels);
    }

    private static int hottest(float[] map) {
        int hottest = 0;
        for (int at = 1; at < map.length; at++) {
            hottest = map[at] > map[hottest] ? at : hottest;
        }
        return hottest;
    }

    private Tensor requireFitting(Tensor masks) {
        if (!Arrays.equals(masks.shape(), values.shape())) {
            throw new ModelException(
                    "Masks are " + values + ", as the maps are; got " + masks + ". Take masks of the same pictures.");
        }
        return masks;
    }

    private static float[][] rows(Tensor maps) {
        return maps.reshape(maps.size(0), -1).toMatrix();
    }

    @Override
    public String toString() {
        return "HeatMaps[" + values + "]";
    }
}
