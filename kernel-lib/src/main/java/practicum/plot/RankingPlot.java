package practicum.plot;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import practicum.plot.Shape.Anchor;

/** The strongest of many, such as heads or neurons, over a strip that shows where they stand among all. */
final class RankingPlot {
    private static final double STRIP = 520;
    private static final double TICK = 14;

    private RankingPlot() {}

    static Figure of(List<String> labels, double[] values, int most) {
        Require.some(Require.given(values, "values").length, "values");
        Require.same(Require.all(labels, "labels").size(), "labels", values.length, "values");
        Require.finite(values, "values");
        Require.that(most > 0, "A ranking shows at least one, not %d.", most);
        List<Integer> order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(values[i])))
                .toList();
        List<Integer> best = order.subList(0, Math.min(most, order.size()));
        List<Integer> rest = order.subList(best.size(), order.size());
        double[] shown = best.stream().mapToDouble(i -> values[i]).toArray();
        List<String> names = best.stream().map(labels::get).toList();
        Figure bars = BarsPlot.of(names, shown, shown, shown);
        if (rest.isEmpty()) {
            return bars;
        }
        String words = "The %d strongest of %d; the others lie between %s and %s."
                .formatted(
                        best.size(),
                        values.length,
                        Digits.brief(
                                rest.stream().mapToDouble(i -> values[i]).min().orElse(0)),
                        Digits.brief(
                                rest.stream().mapToDouble(i -> values[i]).max().orElse(0)));
        Picture strip = strip(values, best, words);
        Picture above = bars.body();
        Picture picture = new Canvas()
                .place(0, 0, above)
                .place(0, above.height() + 16, strip)
                .sized(Math.max(above.width(), strip.width()), above.height() + 16 + strip.height());
        return Figure.of(picture, bars.text() + "\n" + words, "");
    }

    /** Every value as a tick on one axis, the ranked ones in colour. */
    private static Picture strip(double[] values, List<Integer> best, String words) {
        Canvas canvas = new Canvas();
        Span span = Span.fromZero(values);
        Plane plane = new Plane(canvas, 12, 0, STRIP, TICK, span, new Span(0, 1));
        plane.floor(6, false);
        for (int i = 0; i < values.length; i++) {
            if (!best.contains(i)) {
                canvas.line(plane.x(values[i]), 2, plane.x(values[i]), TICK, Theme.AXIS);
            }
        }
        for (int i : best) {
            double x = plane.x(values[i]);
            canvas.add(new Shape.Line(x, 0, x, TICK, Palette.categorical(values[i] < 0 ? 0 : 1), 2));
        }
        canvas.text(12, TICK + 36, words, Theme.SMALL, Theme.MUTED, Anchor.START);
        return canvas.sized(Math.max(STRIP + 30, 12 + Theme.SMALL.width(words)), TICK + 42);
    }
}
