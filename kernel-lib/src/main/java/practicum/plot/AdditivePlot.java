package practicum.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import practicum.plot.Shape.Anchor;
import practicum.plot.Shape.Point;

/** The shape functions of an additive model side by side, all on one upright scale so that their sizes compare. */
final class AdditivePlot {
    private static final int PER_ROW = 3;
    private static final double GAP = 22;
    private static final double HEIGHT = 130;
    private static final double TITLE = 20;
    private static final double FOOT = 36;
    private static final int LEVELS = 6;
    private static final int MOST_TICKS = 80;

    private final List<ShapeFunction> functions;
    private final Span up;
    private final Canvas canvas = new Canvas();

    private AdditivePlot(List<ShapeFunction> functions) {
        this.functions = functions;
        this.up = Span.fromZero(functions.stream()
                .flatMapToDouble(each -> Arrays.stream(each.effect().reach()))
                .toArray());
    }

    static Figure of(String score, List<ShapeFunction> functions) {
        Require.given(score, "name of the score, which may be empty");
        Require.some(Require.all(functions, "shape functions").size(), "shape functions");
        var plot = new AdditivePlot(functions);
        return Figure.of(plot.draw(score), twin(score, functions), "Additive model");
    }

    private Picture draw(String score) {
        String words = score.isEmpty() ? "what each feature adds" : "what each feature adds to the " + score;
        canvas.text(0, 11, words, Theme.LABEL, Theme.MUTED, Anchor.START);
        int perRow = Math.min(PER_ROW, functions.size());
        double gutter = Plane.gutter(up, LEVELS);
        double width = (Theme.CONTENT - gutter - (perRow - 1) * GAP) / perRow;
        int rows = (functions.size() + perRow - 1) / perRow;
        for (int i = 0; i < functions.size(); i++) {
            double x = gutter + i % perRow * (width + GAP);
            double y = 30 + Math.floorDiv(i, perRow) * (TITLE + HEIGHT + FOOT);
            draw(functions.get(i), x, y, width, i % perRow == 0);
        }
        return canvas.sized(Theme.CONTENT, 30 + rows * (TITLE + HEIGHT + FOOT) - 12);
    }

    private void draw(ShapeFunction function, double x, double y, double width, boolean first) {
        Font bold = Theme.LABEL.toBold();
        canvas.text(x, y + 10, bold.fit(function.feature(), width), bold, Theme.INK, Anchor.START);
        Plane plane = new Plane(canvas, x, y + TITLE, width, HEIGHT, across(function), up);
        for (double tick : Ticks.between(up.low(), up.high(), LEVELS)) {
            canvas.line(x, plane.y(tick), plane.right(), plane.y(tick), tick == 0 ? Theme.AXIS : Theme.GRID);
            if (first) {
                canvas.text(x - 7, plane.y(tick) + 4, Digits.tick(tick), Theme.SMALL, Theme.MUTED, Anchor.END);
            }
        }
        if (function.categories().isEmpty()) {
            plane.floor(4, false);
            curve(function, plane);
        } else {
            columns(function, plane);
        }
    }

    private static Span across(ShapeFunction function) {
        double[] x = function.effect().x();
        if (!function.categories().isEmpty()) {
            return new Span(-0.5, x.length - 0.5);
        }
        double low = Math.min(x[0], Arrays.stream(function.seen()).min().orElse(x[0]));
        double last = x[x.length - 1];
        double ahead = function.isStepped() && x.length > 1 ? last + (last - x[x.length - 2]) / 2 : last;
        double high = Math.max(ahead, Arrays.stream(function.seen()).max().orElse(last));
        return low == high ? new Span(low - 0.5, high + 0.5) : new Span(low, high);
    }

    private void curve(ShapeFunction function, Plane plane) {
        Series effect = function.effect();
        Rgb color = Palette.categorical(0);
        if (effect.hasInterval()) {
            List<Point> outline = points(function, plane, effect.high());
            List<Point> below = points(function, plane, effect.low());
            for (int i = below.size() - 1; i >= 0; i--) {
                outline.add(below.get(i));
            }
            canvas.area(outline, color, 0.18);
        }
        canvas.trail(points(function, plane, effect.y()), color, 2, false);
        double[] seen = Arrays.stream(function.seen()).sorted().toArray();
        for (int k = 0; k < Math.min(seen.length, MOST_TICKS); k++) {
            // Evenly from the sorted values, so that a thinned rug is as dense where the values are.
            double value = seen[(int) ((k + 0.5) * seen.length / Math.min(seen.length, MOST_TICKS))];
            canvas.line(plane.x(value), plane.bottom() - 6, plane.x(value), plane.bottom(), Theme.MUTED);
        }
        for (int i = 0; i < effect.x().length; i++) {
            hint(function, i, plane.x(effect.x()[i]) - 4, plane.top(), 8);
        }
    }

    private static List<Point> points(ShapeFunction function, Plane plane, double[] y) {
        double[] x = function.effect().x();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            if (i > 0 && function.isStepped()) {
                points.add(plane.at(x[i], y[i - 1]));
            }
            points.add(plane.at(x[i], y[i]));
        }
        if (function.isStepped()) {
            points.add(plane.at(plane.across().high(), y[y.length - 1]));
        }
        return points;
    }

    private void columns(ShapeFunction function, Plane plane) {
        Series effect = function.effect();
        int n = effect.y().length;
        double slot = plane.width() / n;
        for (int i = 0; i < n; i++) {
            double x = plane.x(i);
            double y = plane.y(effect.y()[i]);
            canvas.box(
                    x - 0.32 * slot,
                    Math.min(y, plane.y(0)),
                    0.64 * slot,
                    Math.abs(y - plane.y(0)),
                    Palette.categorical(0));
            if (effect.hasInterval()) {
                canvas.add(new Shape.Line(x, plane.y(effect.low()[i]), x, plane.y(effect.high()[i]), Theme.INK, 1.5));
            }
            String label = Theme.SMALL.fit(function.categories().get(i), slot - 4);
            canvas.text(x, plane.bottom() + 17, label, Theme.SMALL, Theme.MUTED, Anchor.MIDDLE);
            hint(function, i, x - slot / 2, plane.top(), slot);
        }
    }

    private void hint(ShapeFunction function, int i, double x, double y, double width) {
        String effect = Digits.exact(function.effect().y()[i]);
        canvas.hint(x, y, width, HEIGHT, "%s %s: %s".formatted(function.feature(), function.place(i), effect));
    }

    private static String twin(String score, List<ShapeFunction> functions) {
        StringBuilder text =
                new StringBuilder("What each feature adds%s:\n".formatted(score.isEmpty() ? "" : " to the " + score));
        for (ShapeFunction function : functions) {
            TextTable table = new TextTable();
            double[] y = function.effect().y();
            IntStream.range(0, y.length)
                    .filter(i -> y.length <= 12 || i % ((y.length + 11) / 12) == 0 || i == y.length - 1)
                    .forEach(i -> table.row("  " + function.place(i), List.of(Digits.brief(y[i]))));
            text.append("%s (%s from lowest to highest)\n%s"
                    .formatted(function.feature(), Digits.brief(function.reach()), table));
        }
        return text.toString();
    }
}
