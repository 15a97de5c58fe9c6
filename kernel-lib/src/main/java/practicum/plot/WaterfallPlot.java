package practicum.plot;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import practicum.plot.Shape.Anchor;

/** How parts add up to a whole: each bar begins where the one before it ended. */
final class WaterfallPlot {
    private static final double ROW = 23;
    private static final double BAR = 15;
    private static final double LONGEST = 200;
    private static final double NUMBER = 56;
    private static final double STRONG = 0.68;

    private final List<String> labels;
    private final double[] parts;
    private final double[] ends;
    private final String total;
    private final DoubleFunction<String> number;
    private final double left;
    private final Span span;
    private final Canvas canvas = new Canvas();

    private WaterfallPlot(List<String> labels, double[] parts, String total) {
        this.labels = TokenText.labels(labels);
        this.parts = parts;
        this.total = total;
        this.ends = parts.clone();
        Arrays.parallelPrefix(ends, Double::sum);
        this.number = Digits.alike(3, parts);
        double widest = Math.max(Theme.TOKEN.toBold().width(total), Grid.widest(this.labels, Theme.TOKEN));
        this.left = 8 + Math.min(LONGEST, widest);
        double low = Math.min(0, Arrays.stream(ends).min().orElse(0));
        double high = Math.max(0, Arrays.stream(ends).max().orElse(0));
        this.span = new Span(low, low == high ? low + 1 : high);
    }

    static Figure of(List<String> labels, double[] parts, String total) {
        Require.some(Require.given(parts, "parts").length, "parts");
        Require.same(Require.all(labels, "labels").size(), "labels", parts.length, "parts");
        Require.finite(parts, "parts");
        Require.given(total, "name of the total");
        var plot = new WaterfallPlot(labels, parts, total);
        return Figure.of(plot.draw(), plot.twin(), "");
    }

    private Picture draw() {
        double start = 0;
        for (int i = 0; i < parts.length; i++) {
            double middle = i * ROW + ROW / 2;
            Rgb color = Palette.diverging(parts[i] < 0 ? -STRONG : STRONG);
            row(labels.get(i), start, ends[i], middle, color, Theme.TOKEN);
            double edge = number(i, start, middle);
            String hint = "%s: %s, %s so far".formatted(labels.get(i), signed(parts[i]), Digits.exact(ends[i]));
            canvas.hint(0, i * ROW, edge, ROW, hint);
            canvas.line(x(ends[i]), middle + BAR / 2, x(ends[i]), middle + ROW - BAR / 2, Theme.AXIS);
            start = ends[i];
        }
        double bottom = parts.length * ROW + 4;
        double middle = bottom + ROW / 2;
        row(total, 0, start, middle, Theme.INK, Theme.TOKEN.toBold());
        String sum = number.apply(start);
        canvas.text(Math.max(x(0), x(start)) + 6, middle + 4, sum, Theme.SMALL.toBold(), Theme.INK, Anchor.START);
        canvas.line(x(0), 0, x(0), bottom + ROW, Theme.AXIS);
        return canvas.sized(Theme.CONTENT, bottom + ROW);
    }

    private void row(String label, double from, double to, double middle, Rgb color, Font font) {
        canvas.text(left - 8, middle + 4, font.fit(label, LONGEST), font, Theme.INK, Anchor.END);
        double x = Math.min(x(from), x(to));
        canvas.box(x, middle - BAR / 2, Math.max(1, Math.abs(x(to) - x(from))), BAR, color);
    }

    /** Writes a part's number beyond its bar. */
    private double number(int i, double start, double middle) {
        double beyond = Math.max(x(start), x(ends[i])) + 6;
        canvas.text(beyond, middle + 4, signed(parts[i]), Theme.SMALL, Theme.MUTED, Anchor.START);
        return beyond + NUMBER;
    }

    private double x(double value) {
        double length = Theme.CONTENT - left - NUMBER;
        return left + (value - span.low()) / (span.high() - span.low()) * length;
    }

    private String signed(double value) {
        return (value > 0 ? "+" : "") + number.apply(value);
    }

    private String twin() {
        TextTable table = new TextTable().row("", "part", "so far");
        for (int i = 0; i < parts.length; i++) {
            table.row(labels.get(i), signed(parts[i]), number.apply(ends[i]));
        }
        return table.row(total, "", number.apply(ends[ends.length - 1])).toString();
    }
}
