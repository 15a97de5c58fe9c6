package practicum.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import practicum.plot.Layering.Stop;
import practicum.plot.Shape.Anchor;
import practicum.plot.Shape.Point;

/** A circuit as a drawing in layers: the input below, the output above, the weight of each link in its width. */
final class CircuitPlot {
    private static final double HIGHEST_ROW = 86;
    private static final double LOWEST_ROW = 48;
    private static final double HEIGHT = 520;
    private static final double BOX = 24;
    private static final double BEND = 18;
    private static final double GAP = 16;
    private static final double THINNEST = 1;
    private static final double THICKEST = 7;
    private static final int CURVE = 14;
    private static final int MOST = 150;
    private static final int LABELLED = 16;
    private static final int NAMED = 60;

    private final List<Link> links;
    private final Layering layering;
    private final double reach;
    private final double width;
    /** From one row to the next. */
    private final double pitch;

    private final Map<Stop, Double> places = new HashMap<>();
    private final Canvas canvas = new Canvas();

    private CircuitPlot(List<Link> links, Layering layering) {
        this.links = links;
        this.layering = layering;
        this.reach = links.stream()
                .mapToDouble(link -> Math.abs(link.weight()))
                .max()
                .orElse(1);
        this.width = Math.max(
                Theme.CONTENT,
                layering.rows().stream().mapToDouble(this::needed).max().orElse(0));
        double fitting = HEIGHT / Math.max(1, layering.rows().size() - 1);
        this.pitch = Math.max(LOWEST_ROW, Math.min(HIGHEST_ROW, fitting));
        place();
    }

    static Figure of(List<Link> links, Map<String, Integer> layers) {
        Require.some(Require.all(links, "links").size(), "links");
        Require.that(
                links.size() <= MOST,
                "%d links cannot be told apart in one drawing; keep the %d strongest.",
                links.size(),
                MOST);
        long distinct = links.stream()
                .map(link -> List.of(link.from(), link.to()))
                .distinct()
                .count();
        Require.that(distinct == links.size(), "Two links join the same parts; add their weights up first.");
        Layering layering = Layering.of(links, Require.given(layers, "layers"));
        return Figure.of(new CircuitPlot(links, layering).draw(), twin(links), "Circuit");
    }

    private double needed(List<Stop> row) {
        return row.stream().mapToDouble(stop -> size(stop) + GAP).sum() - GAP;
    }

    private static double size(Stop stop) {
        return stop.isBend() ? BEND : Theme.TOKEN.width(TokenText.label(stop.part)) + 18;
    }

    /** Every row begins evenly spread; then each stop moves towards its neighbours as far as its row allows. */
    private void place() {
        for (List<Stop> row : layering.rows()) {
            double air = (width - needed(row) - GAP) / (row.size() + 1);
            double x = GAP / 2 + air;
            for (Stop stop : row) {
                places.put(stop, x + size(stop) / 2);
                x += size(stop) + GAP + air;
            }
        }
        Map<Stop, List<Stop>> neighbours = new HashMap<>();
        for (List<Stop> route : layering.routes()) {
            for (int i = 1; i < route.size(); i++) {
                neighbours
                        .computeIfAbsent(route.get(i), none -> new ArrayList<>())
                        .add(route.get(i - 1));
                neighbours
                        .computeIfAbsent(route.get(i - 1), none -> new ArrayList<>())
                        .add(route.get(i));
            }
        }
        for (int round = 0; round < 20; round++) {
            layering.rows().forEach(row -> settle(row, neighbours));
        }
    }

    private void settle(List<Stop> row, Map<Stop, List<Stop>> neighbours) {
        for (int i = 0; i < row.size(); i++) {
            Stop stop = row.get(i);
            double wanted = neighbours.getOrDefault(stop, List.of()).stream()
                    .mapToDouble(this::x)
                    .average()
                    .orElse(x(stop));
            double least = i == 0 ? size(stop) / 2 : x(row.get(i - 1)) + apart(row.get(i - 1), stop);
            double most =
                    i == row.size() - 1 ? width - size(stop) / 2 : x(row.get(i + 1)) - apart(stop, row.get(i + 1));
            places.put(stop, Math.max(least, Math.min(most, wanted)));
        }
    }

    private static double apart(Stop left, Stop right) {
        return size(left) / 2 + GAP + size(right) / 2;
    }

    private double x(Stop stop) {
        return Objects.requireNonNull(places.get(stop));
    }

    private double y(Stop stop) {
        return (layering.rows().size() - 1 - stop.row) * pitch + BOX / 2 + 2;
    }

    private Picture draw() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> Math.abs(links.get(i).weight())));
        List<List<Point>> curves = layering.routes().stream().map(this::curve).toList();
        for (int i : order) {
            canvas.add(new Shape.Path(curves.get(i), null, color(links.get(i)), thickness(links.get(i)), 0.75, false));
        }
        List<Rectangle2D> taken = new ArrayList<>();
        layering.rows().forEach(row -> row.forEach(stop -> draw(stop, taken)));
        for (int k = order.size() - 1; k >= 0; k--) {
            int i = order.get(k);
            weigh(links.get(i), curves.get(i), order.size() - k <= LABELLED, taken);
        }
        double height = (layering.rows().size() - 1) * pitch + BOX + 4;
        Picture legend = ColorBar.of(Scale.of("weight of a link", weights()));
        canvas.place(0, height + 14, legend);
        return canvas.sized(width, height + 14 + legend.height());
    }

    private double[] weights() {
        return links.stream().mapToDouble(Link::weight).toArray();
    }

    /** Even the weakest link can be seen, in colours from a fifth of the scale on. */
    private Rgb color(Link link) {
        double part = 0.2 + 0.8 * Math.abs(link.weight()) / Math.max(reach, Double.MIN_NORMAL);
        boolean signed = links.stream().anyMatch(each -> each.weight() < 0);
        return signed ? Palette.diverging(link.weight() < 0 ? -part : part) : Palette.sequential(part);
    }

    private double thickness(Link link) {
        return THINNEST + (THICKEST - THINNEST) * Math.abs(link.weight()) / Math.max(reach, Double.MIN_NORMAL);
    }

    private void draw(Stop stop, List<Rectangle2D> taken) {
        if (stop.isBend()) {
            return;
        }
        double size = size(stop);
        double x = x(stop) - size / 2;
        double y = y(stop) - BOX / 2;
        canvas.add(new Shape.Box(x, y, size, BOX, 5, Theme.PAPER, Theme.AXIS));
        canvas.text(x(stop), y(stop) + 4, TokenText.label(stop.part), Theme.TOKEN, Theme.INK, Anchor.MIDDLE);
        double in = links.stream().filter(link -> link.to().equals(stop.part)).count();
        double out =
                links.stream().filter(link -> link.from().equals(stop.part)).count();
        canvas.hint(x, y, size, BOX, "%s: reads %.0f links, is read by %.0f".formatted(stop.part, in, out));
        taken.add(new Rectangle2D.Double(x, y, size, BOX));
    }

    /** A tooltip on the middle of a link, and its weight in figures where it is strong and there is room. */
    private void weigh(Link link, List<Point> curve, boolean strong, List<Rectangle2D> taken) {
        Point middle = curve.get(curve.size() / 2);
        canvas.hint(
                middle.x() - 8,
                middle.y() - 8,
                16,
                16,
                "%s → %s: %s".formatted(link.from(), link.to(), Digits.exact(link.weight())));
        String number = Digits.brief(link.weight());
        double size = Theme.SMALL.width(number) + 4;
        for (int at = curve.size() / 2; strong && at < curve.size() - 2; at++) {
            Point point = curve.get(at);
            var box = new Rectangle2D.Double(point.x() - size / 2, point.y() - 8, size, 14);
            if (taken.stream().noneMatch(box::intersects) && box.x >= 0 && box.getMaxX() <= width) {
                taken.add(box);
                canvas.add(new Shape.Box(box.x, box.y, size, 14, 3, Theme.PAPER, null));
                canvas.text(point.x(), point.y() + 3, number, Theme.SMALL, Theme.INK, Anchor.MIDDLE);
                return;
            }
        }
    }

    /** Leaves upward and arrives upward at every stop. */
    private List<Point> curve(List<Stop> route) {
        List<Point> points = new ArrayList<>();
        for (int i = 1; i < route.size(); i++) {
            Stop from = route.get(i - 1);
            Stop to = route.get(i);
            double start = y(from) - (from.isBend() ? 0 : BOX / 2);
            double end = y(to) + (to.isBend() ? 0 : BOX / 2);
            for (int k = i == 1 ? 0 : 1; k <= CURVE; k++) {
                double t = (double) k / CURVE;
                double ease = t * t * (3 - 2 * t);
                points.add(new Point(x(from) + (x(to) - x(from)) * ease, start + (end - start) * t));
            }
        }
        return points;
    }

    private static String twin(List<Link> links) {
        TextTable table = new TextTable();
        links.stream()
                .sorted(Comparator.comparingDouble(link -> -Math.abs(link.weight())))
                .limit(NAMED)
                .forEach(link -> table.row(link.from() + " → " + link.to(), List.of(Digits.brief(link.weight()))));
        return "Links, the strongest first:\n"
                + table
                + (links.size() > NAMED ? "… and %d more".formatted(links.size() - NAMED) : "");
    }
}
