package practicum.plot;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import practicum.plot.Shape.Anchor;

/** Labelled values as horizontal bars from zero, each with its number and, if there is one, its interval. */
final class BarsPlot {
    private static final double ROW = 24;
    private static final double BAR = 16;
    private static final double LENGTH = 340;
    private static final double LONGEST_LABEL = 220;
    private static final double LONGEST_NUMBER = 52;
    private static final double STRONG = 0.68;
    private static final int TEXT_BAR = 30;

    private final List<String> labels;
    private final double[] values;
    private final double[] low;
    private final double[] high;
    private final double least;
    private final double most;
    private final double start;
    private final DoubleFunction<String> number;
    private final Canvas canvas = new Canvas();

    private BarsPlot(List<String> labels, double[] values, double[] low, double[] high) {
        this.labels = TokenText.labels(labels);
        this.values = values;
        this.low = low;
        this.high = high;
        this.least = Math.min(0, Arrays.stream(low).min().orElse(0));
        double above = Math.max(0, Arrays.stream(high).max().orElse(0));
        this.most = above == least ? least + 1 : above;
        double left = Math.min(LONGEST_LABEL, Grid.widest(this.labels, Theme.TOKEN)) + 8;
        // A negative bar bears its number on its left.
        this.start = left + (least < 0 ? LONGEST_NUMBER : 0);
        this.number = Digits.alike(3, values);
    }

    static Figure of(List<String> labels, double[] values, double[] low, double[] high) {
        Require.some(Require.given(values, "values").length, "values");
        Require.same(Require.all(labels, "labels").size(), "labels", values.length, "values");
        Require.same(Require.given(low, "lower bounds").length, "lower bounds", values.length, "values");
        Require.same(Require.given(high, "upper bounds").length, "upper bounds", values.length, "values");
        Require.finite(values, "values");
        for (int i = 0; i < values.length; i++) {
            Require.within(values[i], low[i], high[i], "\"" + labels.get(i) + "\"");
        }
        var plot = new BarsPlot(labels, values, low, high);
        return Figure.of(plot.draw(), plot.twin(), "");
    }

    private Picture draw() {
        for (int i = 0; i < values.length; i++) {
            draw(i, i * ROW + ROW / 2);
        }
        canvas.line(at(0), 0, at(0), values.length * ROW, Theme.AXIS);
        return canvas.sized(start + LENGTH + LONGEST_NUMBER, values.length * ROW);
    }

    private void draw(int i, double middle) {
        boolean negative = values[i] < 0;
        double end = at(values[i]);
        Rgb color = least == 0 ? Palette.categorical(0) : Palette.diverging(negative ? -STRONG : STRONG);
        canvas.box(Math.min(at(0), end), middle - BAR / 2, Math.abs(end - at(0)), BAR, color);
        if (low[i] < high[i]) {
            whisker(at(low[i]), at(high[i]), middle);
        }
        double left = start - (least < 0 ? LONGEST_NUMBER : 0) - 8;
        String label = Theme.TOKEN.fit(labels.get(i), LONGEST_LABEL);
        canvas.text(left, middle + 4, label, Theme.TOKEN, Theme.INK, Anchor.END);
        double tip = negative ? at(low[i]) - 6 : at(high[i]) + 6;
        Anchor anchor = negative ? Anchor.END : Anchor.START;
        canvas.text(tip, middle + 4, number.apply(values[i]), Theme.SMALL, Theme.MUTED, anchor);
        canvas.hint(0, middle - ROW / 2, start + LENGTH + LONGEST_NUMBER, ROW, labels.get(i) + ": " + exactly(i));
    }

    private void whisker(double from, double to, double y) {
        canvas.add(new Shape.Line(from, y, to, y, Theme.INK, 1.5));
        canvas.add(new Shape.Line(from, y - 4, from, y + 4, Theme.INK, 1.5));
        canvas.add(new Shape.Line(to, y - 4, to, y + 4, Theme.INK, 1.5));
    }

    private double at(double value) {
        return start + (value - least) / (most - least) * LENGTH;
    }

    private String exactly(int i) {
        String value = Digits.exact(values[i]);
        return low[i] < high[i] ? "%s [%s, %s]".formatted(value, Digits.exact(low[i]), Digits.exact(high[i])) : value;
    }

    private String twin() {
        double reach =
                Math.max(1e-300, Arrays.stream(values).map(Math::abs).max().orElse(0));
        TextTable table = new TextTable();
        for (int i = 0; i < values.length; i++) {
            String interval =
                    low[i] < high[i] ? " [%s, %s]".formatted(number.apply(low[i]), number.apply(high[i])) : "";
            int length = (int) Math.round(TEXT_BAR * Math.abs(values[i]) / reach);
            table.row(labels.get(i), List.of(number.apply(values[i]) + interval))
                    .tail("  " + (values[i] < 0 ? "▒" : "█").repeat(length));
        }
        return table.toString();
    }
}
