package practicum.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import practicum.plot.Shape.Anchor;

/** Labelled points in the plane; a label that finds no free place beside its point is left to the tooltip. */
final class ScatterPlot {
    private static final double WIDTH = 600;
    private static final double HEIGHT = 400;
    private static final double LEFT = 48;
    private static final double DOT = 4.5;

    private final double[][] points;
    private final List<String> labels;
    private final List<String> groups;
    private final List<String> groupNames;
    private final double[] low;
    private final double[] span;
    private final Canvas canvas = new Canvas();

    private ScatterPlot(double[][] points, List<String> labels, List<String> groups) {
        this.points = points;
        this.labels = TokenText.labels(labels);
        this.groups = groups;
        this.groupNames = groups.stream().distinct().toList();
        this.low = new double[] {edge(0, false), edge(1, false)};
        this.span = new double[] {edge(0, true) - low[0], edge(1, true) - low[1]};
    }

    static Figure of(float[][] points, List<String> labels, List<String> groups) {
        double[][] valid = Require.matrix(points, labels, List.of("x", "y"), "points");
        Require.same(Require.all(groups, "groups").size(), "groups", points.length, "points");
        var plot = new ScatterPlot(valid, labels, groups);
        long distinct = groups.stream().distinct().count();
        Require.that(
                distinct <= Palette.categories(),
                "There are %d groups, and no more than %d colours can be told apart.",
                distinct,
                Palette.categories());
        return Figure.of(plot.draw(), plot.twin(), "");
    }

    private Picture draw() {
        boolean grouped = groupNames.size() > 1;
        Picture legend = Legend.of(groupNames, Theme.CONTENT);
        double top = grouped ? legend.height() + 12 : 4;
        if (grouped) {
            canvas.place(LEFT, 0, legend);
        }
        axes(top);
        List<Rectangle2D> taken = new ArrayList<>();
        for (double[] point : points) {
            taken.add(new Rectangle2D.Double(x(point) - DOT, y(point, top) - DOT, 2 * DOT, 2 * DOT));
        }
        for (int i = 0; i < points.length; i++) {
            double x = x(points[i]);
            double y = y(points[i], top);
            Rgb color = Palette.categorical(groupNames.indexOf(groups.get(i)));
            canvas.add(new Shape.Disc(x, y, DOT, color, Theme.PAPER));
            String place = "(%s, %s)".formatted(Digits.exact(points[i][0]), Digits.exact(points[i][1]));
            canvas.hint(x - 7, y - 7, 14, 14, labels.get(i) + " " + place);
        }
        for (int i = 0; i < points.length; i++) {
            label(labels.get(i), x(points[i]), y(points[i], top), top, taken);
        }
        return canvas.sized(LEFT + WIDTH + 8, top + HEIGHT + 22);
    }

    private void axes(double top) {
        double bottom = top + HEIGHT;
        for (double tick : Ticks.between(low[0], low[0] + span[0], 7)) {
            double x = LEFT + (tick - low[0]) / span[0] * WIDTH;
            canvas.line(x, top, x, bottom, Theme.GRID);
            canvas.text(x, bottom + 16, Digits.tick(tick), Theme.SMALL, Theme.MUTED, Anchor.MIDDLE);
        }
        for (double tick : Ticks.between(low[1], low[1] + span[1], 5)) {
            double y = bottom - (tick - low[1]) / span[1] * HEIGHT;
            canvas.line(LEFT, y, LEFT + WIDTH, y, Theme.GRID);
            canvas.text(LEFT - 6, y + 4, Digits.tick(tick), Theme.SMALL, Theme.MUTED, Anchor.END);
        }
        canvas.frame(LEFT, top, WIDTH, HEIGHT, Theme.RIM);
    }

    /** Tries right, left, above and below. */
    private void label(String label, double x, double y, double top, List<Rectangle2D> taken) {
        String fitted = Theme.SMALL.fit(label, 140);
        double w = Theme.SMALL.width(fitted);
        double gap = DOT + 3;
        double[][] places = {{x + gap, y + 4}, {x - gap - w, y + 4}, {x - w / 2, y - gap}, {x - w / 2, y + gap + 9}};
        for (double[] place : places) {
            var box = new Rectangle2D.Double(place[0] - 1, place[1] - 10, w + 2, 13);
            boolean inside =
                    box.x >= LEFT && box.getMaxX() <= LEFT + WIDTH && box.y >= top && box.getMaxY() <= top + HEIGHT;
            if (inside && taken.stream().noneMatch(box::intersects)) {
                taken.add(box);
                canvas.text(place[0], place[1], fitted, Theme.SMALL, Theme.INK, Anchor.START);
                return;
            }
        }
    }

    private double x(double[] point) {
        return LEFT + (point[0] - low[0]) / span[0] * WIDTH;
    }

    private double y(double[] point, double top) {
        return top + HEIGHT - (point[1] - low[1]) / span[1] * HEIGHT;
    }

    /** The end of an axis: the outermost point and a margin. */
    private double edge(int axis, boolean upper) {
        double least = Arrays.stream(points).mapToDouble(p -> p[axis]).min().orElse(0);
        double most = Arrays.stream(points).mapToDouble(p -> p[axis]).max().orElse(0);
        double margin = most == least ? Math.max(1, Math.abs(most)) : 0.07 * (most - least);
        return upper ? most + margin : least - margin;
    }

    private String twin() {
        boolean grouped = groupNames.size() > 1;
        TextTable table = new TextTable().row("", grouped ? List.of("x", "y", "group") : List.of("x", "y"));
        for (int i = 0; i < points.length; i++) {
            String x = Digits.brief(points[i][0]);
            String y = Digits.brief(points[i][1]);
            table.row(labels.get(i), grouped ? List.of(x, y, groups.get(i)) : List.of(x, y));
        }
        return table.toString();
    }
}
