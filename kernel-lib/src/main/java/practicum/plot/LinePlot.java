package practicum.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import practicum.plot.Shape.Anchor;
import practicum.plot.Shape.Point;

/** Lines through points, with a veil over each interval, and with marked places and levels. */
final class LinePlot {
    private static final double HEIGHT = 250;
    private static final int LEVELS = 5;
    private static final int PLACES = 8;
    private static final double VEIL = 0.18;
    /** With more points than this, points are not drawn and tell nothing each. */
    private static final int FEW = 40;

    private final String xLabel;
    private final List<Series> series;
    private final List<Marker> markers;
    private final Canvas canvas = new Canvas();

    private LinePlot(String xLabel, List<Series> series, List<Marker> markers) {
        this.xLabel = xLabel;
        this.series = series;
        this.markers = markers;
    }

    static Figure of(String xLabel, String yLabel, List<Series> series, List<Marker> markers) {
        Series.requireDistinctNames(series);
        Require.all(markers, "markers");
        Require.given(xLabel, "name of the lower axis, which may be empty");
        Require.given(yLabel, "name of the upright axis, which may be empty");
        var plot = new LinePlot(xLabel, series, markers);
        return Figure.of(plot.draw(yLabel), ChartText.lines(xLabel, yLabel, series) + plot.marked(), "");
    }

    private Picture draw(String yLabel) {
        double y = 0;
        if (series.size() > 1) {
            Picture legend = Legend.ofSeries(series, Theme.CONTENT);
            canvas.place(0, 0, legend);
            y = legend.height() + 12;
        }
        if (!yLabel.isEmpty()) {
            canvas.text(0, y + 11, yLabel, Theme.LABEL, Theme.MUTED, Anchor.START);
            y += 24;
        }
        Flags flags = new Flags(places(), plane(0));
        Plane plane = plane(y + flags.height());
        plane.levels(LEVELS).floor(PLACES, whole()).named(xLabel);
        flags.draw(plane);
        IntStream.range(0, series.size()).forEach(i -> drawBand(plane, series.get(i), Palette.categorical(i)));
        drawLevels(plane);
        IntStream.range(0, series.size()).forEach(i -> drawLine(plane, series.get(i), Palette.categorical(i)));
        return canvas.sized(Theme.CONTENT, plane.bottom() + (xLabel.isEmpty() ? 22 : 40));
    }

    private Plane plane(double top) {
        Span up = Span.of(DoubleStream.concat(
                        series.stream().flatMapToDouble(each -> Arrays.stream(each.reach())),
                        markers.stream().filter(Marker::level).mapToDouble(Marker::at))
                .toArray());
        double left = Plane.gutter(up, LEVELS);
        return new Plane(canvas, left, top, Theme.CONTENT - left - 14, HEIGHT, across(), up);
    }

    private Span across() {
        double[] places = DoubleStream.concat(
                        series.stream().flatMapToDouble(each -> Arrays.stream(each.x())),
                        places().stream().mapToDouble(Marker::at))
                .toArray();
        double low = Arrays.stream(places).min().orElse(0);
        double high = Arrays.stream(places).max().orElse(1);
        double air = low == high ? 0.5 : 0.015 * (high - low);
        return new Span(low - air, high + air);
    }

    private boolean whole() {
        return series.stream().flatMapToDouble(each -> Arrays.stream(each.x())).allMatch(x -> x == Math.rint(x));
    }

    private void drawBand(Plane plane, Series each, Rgb color) {
        if (!each.hasInterval()) {
            return;
        }
        List<Point> outline = new ArrayList<>(points(plane, each.x(), each.high()));
        List<Point> below = points(plane, each.x(), each.low());
        for (int i = below.size() - 1; i >= 0; i--) {
            outline.add(below.get(i));
        }
        canvas.area(outline, color, VEIL);
    }

    private void drawLine(Plane plane, Series each, Rgb color) {
        List<Point> points = points(plane, each.x(), each.y());
        canvas.trail(points, color, 2, each.isDashed());
        if (points.size() > FEW) {
            return;
        }
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (!each.isDashed() || points.size() == 1) {
                canvas.add(new Shape.Disc(point.x(), point.y(), 3.5, color, Theme.PAPER));
            }
            String interval = each.hasInterval()
                    ? " [%s, %s]".formatted(Digits.exact(each.low()[i]), Digits.exact(each.high()[i]))
                    : "";
            String hint = "%s at %s: %s%s"
                    .formatted(each.name(), Digits.tick(each.x()[i]), Digits.exact(each.y()[i]), interval);
            canvas.hint(point.x() - 7, point.y() - 7, 14, 14, hint);
        }
    }

    private static List<Point> points(Plane plane, double[] x, double[] y) {
        return IntStream.range(0, x.length).mapToObj(i -> plane.at(x[i], y[i])).toList();
    }

    private void drawLevels(Plane plane) {
        for (Marker level : markers) {
            if (level.level()) {
                double y = plane.y(level.at());
                canvas.trail(List.of(new Point(plane.left(), y), new Point(plane.right(), y)), Theme.MUTED, 1, true);
                canvas.text(plane.right(), y - 5, level.label(), Theme.SMALL, Theme.MUTED, Anchor.END);
            }
        }
    }

    private List<Marker> places() {
        return markers.stream()
                .filter(marker -> !marker.level())
                .sorted((a, b) -> Double.compare(a.at(), b.at()))
                .toList();
    }

    private String marked() {
        return markers.stream()
                .map(marker -> "%s: %s%s\n"
                        .formatted(marker.label(), marker.level() ? "level " : "at ", Digits.tick(marker.at())))
                .collect(Collectors.joining());
    }
}
