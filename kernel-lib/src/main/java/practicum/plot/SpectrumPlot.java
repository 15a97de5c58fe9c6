package practicum.plot;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import practicum.plot.Shape.Anchor;

/** The power at each frequency from 0 on; the few that hold most of it are named. */
final class SpectrumPlot {
    private static final double HEIGHT = 200;
    private static final int LEVELS = 4;
    /** A frequency with this share of all power is named, if it is among the strongest. */
    private static final double KEY = 0.04;

    private static final int MOST_KEYS = 10;

    private SpectrumPlot() {}

    static Figure of(double[] power) {
        Require.that(
                Require.given(power, "power").length >= 2,
                "A spectrum has the power at frequencies 0, 1, 2 …, but there are %d.",
                power.length);
        Require.finite(power, "power");
        for (int k = 0; k < power.length; k++) {
            Require.that(power[k] >= 0, "The power at frequency %d is %s, but power is not negative.", k, power[k]);
        }
        double all = Arrays.stream(power).sum();
        Require.that(all > 0, "There is no power at any frequency.");
        double[] share = Arrays.stream(power).map(p -> p / all).toArray();
        List<Integer> keys = IntStream.range(0, power.length)
                .boxed()
                .filter(k -> share[k] >= KEY)
                .sorted(Comparator.comparingDouble(k -> -share[k]))
                .limit(MOST_KEYS)
                .toList();
        return Figure.of(draw(share, keys), twin(share, keys), "Spectrum");
    }

    private static Picture draw(double[] share, List<Integer> keys) {
        Canvas canvas = new Canvas();
        canvas.text(0, 11, "share of the power", Theme.LABEL, Theme.MUTED, Anchor.START);
        Span up = Span.fromZero(share);
        double left = Plane.gutter(up, LEVELS);
        Span across = new Span(-0.6, share.length - 0.4);
        Plane plane = new Plane(canvas, left, 30, Theme.CONTENT - left - 4, HEIGHT, across, up);
        plane.levels(LEVELS).floor(12, true).named("frequency");
        double width = Math.max(1, Math.min(16, 0.7 * plane.width() / share.length));
        for (int k = 0; k < share.length; k++) {
            double x = plane.x(k);
            boolean key = keys.contains(k);
            Rgb color = key ? Palette.categorical(1) : Palette.categorical(0);
            canvas.box(x - width / 2, plane.y(share[k]), width, plane.bottom() - plane.y(share[k]), color);
            if (key) {
                canvas.text(x, plane.y(share[k]) - 5, "" + k, Theme.SMALL, Theme.INK, Anchor.MIDDLE);
            }
            double slot = Math.max(width, plane.width() / share.length);
            canvas.hint(x - slot / 2, plane.top(), slot, HEIGHT, "frequency %d: %s".formatted(k, percent(share[k])));
        }
        return canvas.sized(Theme.CONTENT, plane.bottom() + 40);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String twin(double[] share, List<Integer> keys) {
        TextTable table = new TextTable();
        keys.forEach(k -> table.row("frequency " + k, percent(share[k])));
        double held = keys.stream().mapToDouble(k -> share[k]).sum();
        String words = keys.isEmpty()
                ? "No frequency holds as much as %s of the power.\n".formatted(percent(KEY))
                : "%d of %d frequencies hold %s of the power:\n".formatted(keys.size(), share.length, percent(held));
        return words + table + "all  " + ChartText.spark(share);
    }
}
