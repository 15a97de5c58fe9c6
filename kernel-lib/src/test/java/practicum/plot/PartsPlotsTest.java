package practicum.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static practicum.plot.GridPlotsTest.words;

import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.tensor.Tensor;

/** Overviews, strips, shares, sums, rankings and marked lines. */
class PartsPlotsTest {
    private static final List<String> AB = List.of("a", "b");

    @Test
    void anOverviewHasAPanelForEveryHeadOfEveryLayer() {
        float[][] first = {{1, 0}, {1, 0}};
        float[][] self = {{1, 0}, {0.1f, 0.9f}};
        Figure figure = Plot.attentionOverview(new float[][][][] {{first, self}, {self, self}}, AB);
        assertThat(figure.card().hints().stream().map(Hint::text))
                .containsExactly(
                        "layer 0, head 0: none: all weight is on the token itself or on the first",
                        "layer 0, head 1: none: all weight is on the token itself or on the first",
                        "layer 1, head 0: none: all weight is on the token itself or on the first",
                        "layer 1, head 1: none: all weight is on the token itself or on the first");
        assertThat(boxes(figure, Palette.sequential(1))).as("weights of one").hasSize(2 + 3);
        assertThat(figure.text()).contains("L0H0", "L1H1");
    }

    @Test
    void anOverviewOfTensorsIsTheSame() {
        Tensor layer = Tensor.of(new float[] {1, 0, 0.5f, 0.5f, 1, 0, 0.2f, 0.8f}, 1, 2, 2, 2);
        float[][][] heads = {{{1, 0}, {0.5f, 0.5f}}, {{1, 0}, {0.2f, 0.8f}}};
        assertThat(Plot.attentionOverview(List.of(layer, layer), AB).svg())
                .isEqualTo(Plot.attentionOverview(new float[][][][] {heads, heads}, AB)
                        .svg());
    }

    @Test
    void everyLayerOfAnOverviewHasAsManyHeads() {
        float[][] one = {{1}};
        assertThatThrownBy(() -> Plot.attentionOverview(new float[][][][] {{one, one}, {one}}, List.of("a")))
                .hasMessage("There are 1 heads in layer 1 but 2 heads in layer 0; there must be one for each.");
    }

    @Test
    void stripsColourEachTokenOncePerValueAndBreakWithTheText() {
        Scale scale = Scale.diverging("effect", 1);
        Figure figure =
                Plot.tokens(List.of("a\n", " b"), scale, Series.of("first", 1, -1), Series.of("second", 0.5, 0));
        assertThat(boxes(figure, Palette.diverging(1)).get(0).y())
                .isLessThan(boxes(figure, Palette.diverging(-1)).get(0).y());
        assertThat(words(figure)).containsSubsequence("first", "second", "a↵", "first", "second", "·b");
        assertThat(figure.card().hints().stream().map(Hint::text)).contains("·b (position 1), first: -1");
        assertThatThrownBy(() -> Plot.tokens(AB, scale, Series.of("short", 1)))
                .hasMessage("There are 1 values of \"short\" but 2 tokens; there must be one for each.");
    }

    @Test
    void probabilitiesShowWhatIsLeftToAllOtherTokens() {
        Figure figure = Plot.probabilities(List.of(" Rome", "\n"), new double[] {0.5, 0.25});
        List<Shape.Box> bars = boxes(figure, Palette.categorical(0));
        assertThat(bars.get(1).width()).isCloseTo(bars.get(0).width() / 2, within(1e-9));
        assertThat(words(figure)).contains("·Rome", "50 %", "↵", "25 %", "all other tokens");
        assertThat(figure.text()).contains("all other tokens  25 %");
    }

    @Test
    void whatIsNoDistributionIsRefused() {
        assertThatThrownBy(() -> Plot.probabilities(AB, new double[] {0.7, 0.7}))
                .hasMessageContaining("add up to 1.4");
        assertThatThrownBy(() -> Plot.probabilities(AB, new double[] {3.5, -2}))
                .hasMessageContaining("The probability of \"a\" is 3.5")
                .hasMessageContaining("Plot.bars");
    }

    @Test
    void eachPartOfAWaterfallBeginsWhereTheOneBeforeEnded() {
        Figure figure = Plot.waterfall(List.of("x", "y", "z"), new double[] {2, -3, 4}, "sum");
        Shape.Box up = boxes(figure, Palette.diverging(0.68)).get(0);
        Shape.Box down = boxes(figure, Palette.diverging(-0.68)).get(0);
        Shape.Box last = boxes(figure, Palette.diverging(0.68)).get(1);
        Shape.Box total = boxes(figure, Theme.INK).get(0);
        assertThat(down.x() + down.width()).isCloseTo(up.x() + up.width(), within(1e-6));
        assertThat(last.x()).isCloseTo(down.x(), within(1e-6));
        assertThat(last.x() + last.width()).isCloseTo(total.x() + total.width(), within(1e-6));
        assertThat(total.width()).isCloseTo(1.5 * up.width(), within(1e-6));
        assertThat(figure.text()).contains("sum             3");
    }

    @Test
    void aRankingKeepsTheLargestWhateverTheirSign() {
        Figure figure = Plot.ranking(List.of("a", "b", "c", "d"), new double[] {0.1, -5, 3, -0.2}, 2);
        assertThat(words(figure)).containsSubsequence("b", "c").doesNotContain("a", "d");
        assertThat(figure.text()).endsWith("The 2 strongest of 4; the others lie between -0.20 and 0.10.");
        Figure all = Plot.ranking(AB, new double[] {1, 2}, 9);
        assertThat(words(all)).containsSubsequence("b", "a");
        assertThat(all.text()).doesNotContain("others");
    }

    @Test
    void headsOfAScoreMatrixAreNamedByLayerAndHead() {
        Figure figure = Plot.ranking(Tensor.of(new float[] {0, 1, 2, 3, 9, 5}, 2, 3), 1);
        assertThat(words(figure)).contains("L1H1", "9");
    }

    @Test
    void markersStandAtTheirPlacesAndLevelsAcross() {
        Figure figure = Plot.line(
                "step",
                "loss",
                List.of(Series.of("s", 0, 1, 2, 3, 4)),
                List.of(Marker.at(2, "here"), Marker.level(3, "chance")));
        assertThat(words(figure)).contains("here", "chance");
        Shape.Line upright = figure.card().shapes().stream()
                .filter(Shape.Line.class::isInstance)
                .map(Shape.Line.class::cast)
                .filter(line -> line.x1() == line.x2() && line.y2() - line.y1() > 200)
                .findFirst()
                .orElseThrow();
        List<Shape.Point> line = paths(figure).stream()
                .filter(path -> Palette.categorical(0).equals(path.stroke()))
                .findFirst()
                .orElseThrow()
                .points();
        assertThat(upright.x1()).isCloseTo(line.get(2).x(), within(1e-6));
        Shape.Path level =
                paths(figure).stream().filter(Shape.Path::dashed).findFirst().orElseThrow();
        assertThat(level.points())
                .allSatisfy(p -> assertThat(p.y()).isCloseTo(line.get(3).y(), within(1e-6)));
        assertThat(figure.text()).contains("here: at 2", "chance: level 3");
    }

    @Test
    void noMarkersNameIsCrossedByAMarkersLine() {
        List<Marker> close = List.of(
                Marker.at(1, "a rather long name"),
                Marker.at(1.2, "another long name"),
                Marker.at(1.4, "and a third one"),
                Marker.at(9.99, "at the very end of it all"));
        double[] values = new double[11];
        Picture card =
                Plot.line("x", "y", List.of(Series.of("s", values)), close).card();
        List<Shape.Text> names = FigureTest.texts(card).stream()
                .filter(text -> close.stream().anyMatch(marker -> marker.label().equals(text.text())))
                .toList();
        assertThat(names).hasSize(4);
        for (Shape shape : card.shapes()) {
            if (shape instanceof Shape.Line line && line.x1() == line.x2()) {
                assertThat(names).noneMatch(name -> crosses(line, name));
            }
        }
    }

    private static boolean crosses(Shape.Line line, Shape.Text name) {
        double width = name.font().width(name.text());
        double left = name.anchor() == Shape.Anchor.END ? name.x() - width : name.x();
        return line.x1() > left && line.x1() < left + width && line.y1() < name.y() && line.y2() > name.y() - 8;
    }

    @Test
    void aProbeStandsBesideItsControlAndChance() {
        Figure figure = Plot.probe(Series.of("tense", 0.6, 0.9), Series.of("control", 0.5, 0.52), 0.5);
        assertThat(words(figure)).contains("tense", "control", "chance", "layer", "accuracy");
        assertThat(paths(figure).stream().filter(Shape.Path::dashed)).hasSize(2);
    }

    static List<Shape.Box> boxes(Figure figure, Rgb fill) {
        return figure.card().shapes().stream()
                .filter(Shape.Box.class::isInstance)
                .map(Shape.Box.class::cast)
                .filter(box -> fill.equals(box.fill()) && box.height() > 0 && box.width() > 4.1)
                .toList();
    }

    static List<Shape.Path> paths(Figure figure) {
        return figure.card().shapes().stream()
                .filter(Shape.Path.class::isInstance)
                .map(Shape.Path.class::cast)
                .toList();
    }
}
