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
    private final String xLabel;
    private final String yLabel;
    private final Canvas canvas = new Canvas();

    private ScatterPlot(double[][] points, List<String> labels, List<String> groups, String xLabel, String yLabel) {
        this.points = points;
        this.labels = TokenText.labels(labels);
        this.groups = groups;
        this.groupNames = groups.stream().distinct().toList();
        this.xLabel = Require.given(xLabel, "name of the lower axis, which may be empty");
        this.yLabel = Require.given(yLabel, "name of the upright axis, which may be empty");
    }

    static Figure of(double[][] points, List<String> labels, List<String> groups, String xLabel, String yLabel) {
        double[][] valid = Require.matrix(points, labels, List.of("x", "y"), "points");
        Require.same(Require.all(groups, "groups").size(), "groups", points.length, "points");
        var plot = new ScatterPlot(valid, labels, groups, xLabel, yLabel);
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
        if (!yLabel.isEmpty()) {
            canvas.text(0, top + 9, yLabel, Theme.LABEL, Theme.MUTED, Anchor.START);
            top += 20;
        }
        Plane plane = new Plane(canvas, LEFT, top, WIDTH, HEIGHT, span(0), span(1));
        plane.plumbs(7).levels(5).named(xLabel);
        canvas.frame(LEFT, top, WIDTH, HEIGHT, Theme.RIM);
        List<Rectangle2D> taken = new ArrayList<>();
        for (double[] point : points) {
            taken.add(new Rectangle2D.Double(plane.x(point[0]) - DOT, plane.y(point[1]) - DOT, 2 * DOT, 2 * DOT));
        }
        for (int i = 0; i < points.length; i++) {
            double x = plane.x(points[i][0]);
            double y = plane.y(points[i][1]);
            Rgb color = Palette.categorical(groupNames.indexOf(groups.get(i)));
            canvas.add(new Shape.Disc(x, y, DOT, color, Theme.PAPER));
            String place = "(%s, %s)".formatted(Digits.exact(points[i][0]), Digits.exact(points[i][1]));
            canvas.hint(x - 7, y - 7, 14, 14, labels.get(i) + " " + place);
        }
        for (int i = 0; i < points.length; i++) {
            label(labels.get(i), plane.x(points[i][0]), plane.y(points[i][1]), plane, taken);
        }
        return canvas.sized(LEFT + WIDTH + 8, plane.bottom() + (xLabel.isEmpty() ? 22 : 42));
    }

    /** Tries right, left, above and below. */
    private void label(String label, double x, double y, Plane plane, List<Rectangle2D> taken) {
        String fitted = Theme.SMALL.fit(label, 140);
        double w = Theme.SMALL.width(fitted);
        double gap = DOT + 3;
        double[][] places = {{x + gap, y + 4}, {x - gap - w, y + 4}, {x - w / 2, y - gap}, {x - w / 2, y + gap + 9}};
        for (double[] place : places) {
            var box = new Rectangle2D.Double(place[0] - 1, place[1] - 10, w + 2, 13);
            boolean inside = box.x >= plane.left()
                    && box.getMaxX() <= plane.right()
                    && box.y >= plane.top()
                    && box.getMaxY() <= plane.bottom();
            if (inside && taken.stream().noneMatch(box::intersects)) {
                taken.add(box);
                canvas.text(place[0], place[1], fitted, Theme.SMALL, Theme.INK, Anchor.START);
                return;
            }
        }
    }

    /** An axis: from the outermost point on either side, and a margin. */
    private Span span(int axis) {
        double least = Arrays.stream(points).mapToDouble(p -> p[axis]).min().orElse(0);
        double most = Arrays.stream(points).mapToDouble(p -> p[axis]).max().orElse(0);
        double margin = most == least ? Math.max(1, Math.abs(most)) : 0.07 * (most - least);
        return new Span(least - margin, most + margin);
    }

    private String twin() {
        boolean grouped = groupNames.size() > 1;
        String x = xLabel.isEmpty() ? "x" : xLabel;
        String y = yLabel.isEmpty() ? "y" : yLabel;
        TextTable table = new TextTable().row("", grouped ? List.of(x, y, "group") : List.of(x, y));
        for (int i = 0; i < points.length; i++) {
            String across = Digits.brief(points[i][0]);
            String up = Digits.brief(points[i][1]);
            table.row(labels.get(i), grouped ? List.of(across, up, groups.get(i)) : List.of(across, up));
        }
        return table.toString();
    }
}
