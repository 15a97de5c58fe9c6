package practicum.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static practicum.plot.GridPlotsTest.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import practicum.plot.Layering.Stop;

class CircuitPlotTest {
    private static final List<Link> LINKS = List.of(
            Link.of("embed", "L0H3", 0.8),
            Link.of("L0H3", "L1H1", -0.9),
            Link.of("embed", "L1H1", 0.1),
            Link.of("L1H1", "logits", 1.2));

    @Test
    void everyPartIsNamedAndTheInputIsBelowTheOutput() {
        Figure figure = Plot.circuit(LINKS);
        assertThat(words(figure)).contains("embed", "L0H3", "L1H1", "logits", "1.20", "-0.90");
        assertThat(y(figure, "embed")).isGreaterThan(y(figure, "L0H3"));
        assertThat(y(figure, "L0H3")).isGreaterThan(y(figure, "L1H1"));
        assertThat(y(figure, "L1H1")).isGreaterThan(y(figure, "logits"));
    }

    @Test
    void theWeightIsInTheWidthAndTheSignInTheColour() {
        List<Shape.Path> edges = PartsPlotsTest.paths(Plot.circuit(LINKS)).stream()
                .sorted(Comparator.comparingDouble(Shape.Path::width))
                .toList();
        assertThat(edges).hasSize(4);
        assertThat(edges.get(3).width()).isEqualTo(7);
        assertThat(edges.get(3).stroke()).isEqualTo(Palette.diverging(1));
        Rgb negative = edges.get(2).stroke();
        assertThat(negative).isNotNull();
        assertThat(negative.blue()).isGreaterThan(negative.red());
    }

    @Test
    void theStrongestLinksAreNamedFirstInWords() {
        assertThat(Plot.circuit(LINKS).text())
                .containsSubsequence("L1H1 → logits   1.20", "L0H3 → L1H1    -0.90", "embed → L1H1    0.10");
    }

    @Test
    void layersMayBeGiven() {
        Figure figure =
                Plot.circuit(List.of(Link.of("a", "c", 1), Link.of("b", "c", 1)), Map.of("a", 0, "b", 1, "c", 2));
        assertThat(y(figure, "a")).isGreaterThan(y(figure, "b"));
    }

    @Test
    void whatNothingReadsStandsOnTop() {
        Layering layering =
                Layering.of(List.of(Link.of("a", "b", 1), Link.of("b", "c", 1), Link.of("a", "logits", 1)), Map.of());
        assertThat(layering.rows().get(2).stream().map(stop -> stop.part)).containsExactlyInAnyOrder("c", "logits");
    }

    @Test
    void aTangleThatCanBeUndoneIsUndone() {
        List<Link> crossed = List.of(
                Link.of("a", "z", 1),
                Link.of("b", "y", 1),
                Link.of("c", "x", 1),
                Link.of("z", "top", 1),
                Link.of("y", "top", 1),
                Link.of("x", "top", 1));
        assertThat(crossings(Layering.of(crossed, Map.of()))).isZero();
    }

    @Test
    void fortyLinksStayInTheColumnAndEachHasATooltip() {
        Figure figure = Plot.circuit(Samples.fortyLinks());
        assertThat(figure.card().width()).isLessThanOrEqualTo(Theme.WIDTH);
        assertThat(figure.card().hints().stream().filter(hint -> hint.text().contains(" → ")))
                .hasSize(40);
        List<Shape.Box> parts = figure.card().shapes().stream()
                .filter(Shape.Box.class::isInstance)
                .map(Shape.Box.class::cast)
                .filter(box -> box.radius() == 5)
                .toList();
        for (Shape.Box a : parts) {
            assertThat(parts)
                    .noneMatch(b -> b != a
                            && Math.abs(b.y() - a.y()) < 1
                            && b.x() < a.x() + a.width()
                            && a.x() < b.x() + b.width());
        }
    }

    @Test
    void whatIsNoCircuitIsRefused() {
        assertThatThrownBy(() -> Plot.circuit(List.of(Link.of("a", "b", 1), Link.of("b", "a", 1))))
                .hasMessageContaining("run in a circle")
                .hasMessageContaining("[a, b]");
        assertThatThrownBy(() -> Link.of("a", "a", 1)).hasMessageContaining("\"a\" with itself");
        assertThatThrownBy(() -> Link.of("a", "b", Double.NaN)).hasMessageContaining("must be finite");
        assertThatThrownBy(() -> Plot.circuit(List.of(Link.of("a", "b", 1), Link.of("a", "b", 2))))
                .hasMessageContaining("add their weights up");
        assertThatThrownBy(() -> Plot.circuit(List.of(Link.of("a", "b", 1)), Map.of("a", 3, "b", 3)))
                .hasMessageContaining("does not run upward");
        assertThatThrownBy(() -> Plot.circuit(List.of(Link.of("a", "b", 1)), Map.of("A", 3)))
                .hasMessageContaining("[A], which no link joins");
        assertThatThrownBy(() -> Plot.circuit(List.of())).hasMessage("Nothing to draw: there are no links.");
    }

    private static double y(Figure figure, String part) {
        return FigureTest.texts(figure.card()).stream()
                .filter(text -> text.text().equals(part))
                .findFirst()
                .orElseThrow()
                .y();
    }

    private static int crossings(Layering layering) {
        List<Stop[]> steps = new ArrayList<>();
        for (List<Stop> route : layering.routes()) {
            for (int i = 1; i < route.size(); i++) {
                steps.add(new Stop[] {route.get(i - 1), route.get(i)});
            }
        }
        int count = 0;
        for (Stop[] a : steps) {
            for (Stop[] b : steps) {
                if (a[0].row == b[0].row
                        && place(layering, a[0]) < place(layering, b[0])
                        && place(layering, a[1]) > place(layering, b[1])) {
                    count++;
                }
            }
        }
        return count;
    }

    private static int place(Layering layering, Stop stop) {
        return layering.rows().get(stop.row).indexOf(stop);
    }
}
