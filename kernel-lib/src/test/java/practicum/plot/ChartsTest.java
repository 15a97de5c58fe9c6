package practicum.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import practicum.tensor.Tensor;

/** Bars, tokens, lines, columns and points. */
class ChartsTest {
    @Test
    void barsAreAsLongAsTheirValues() {
        List<Shape.Box> bars = bars(Plot.bars(List.of(" a", " b", " c"), new double[] {0.6, 0.3, 0}));
        assertThat(bars.get(1).width()).isCloseTo(bars.get(0).width() / 2, within(1e-9));
        assertThat(bars.get(2).width()).isZero();
    }

    @Test
    void negativeBarsReachToTheOtherSideInTheOtherColour() {
        List<Shape.Box> bars = bars(Plot.bars(List.of("a", "b"), new double[] {2, -1}));
        assertThat(bars.get(1).x() + bars.get(1).width()).isCloseTo(bars.get(0).x(), within(1e-9));
        assertThat(bars.get(1).fill()).isNotEqualTo(bars.get(0).fill());
    }

    @Test
    void barsOfNothingButZerosAreDrawn() {
        assertThat(Plot.bars(List.of("a", "b"), new double[] {0, 0}).text()).contains("a  0", "b  0");
    }

    @Test
    void anIntervalMustHoldItsValue() {
        assertThatThrownBy(() -> Plot.bars(List.of("a"), new double[] {1}, new double[] {1.5}, new double[] {2}))
                .hasMessage("The interval of \"a\" runs from 1.5 to 2.0, which does not hold its value 1.0.");
        assertThatThrownBy(() -> Series.of("s", 1, 2).band(new double[] {0, 3}, new double[] {2, 4}))
                .hasMessage(
                        "The interval of series \"s\" at 1 runs from 3.0 to 4.0, which does not hold its value 2.0.");
        assertThatThrownBy(() -> Series.of("s", 1).errors(-1)).hasMessageContaining("does not hold");
    }

    @Test
    void everyLabelHasAValue() {
        assertThatThrownBy(() -> Plot.bars(List.of("a"), new double[] {1, 2}))
                .hasMessage("There are 1 labels but 2 values; there must be one for each.");
        assertThatThrownBy(() -> Plot.bars(List.of(), new double[0]))
                .hasMessage("Nothing to draw: there are no values.");
        assertThatThrownBy(() -> Plot.tokens(List.of("a", "b"), new double[] {1}))
                .hasMessage("There are 2 tokens but 1 values; there must be one for each.");
        assertThatThrownBy(() -> Plot.tokens(List.of("a"), new double[] {Double.NaN}, Scale.probability()))
                .hasMessage("values[0] is NaN; a figure needs finite numbers.");
    }

    @Test
    void tokensWrapAndBreakWhereTheTextDoes() {
        List<String> tokens = Collections.nCopies(200, " word");
        Figure figure = Plot.tokens(tokens, new double[200]);
        assertThat(figure.card().width()).isLessThanOrEqualTo(Theme.WIDTH);
        List<Shape.Text> two = FigureTest.texts(
                Plot.tokens(List.of("a\n", "b"), new double[] {0, 1}).card());
        assertThat(two.get(1).y()).isGreaterThan(two.get(0).y() + 20);
        assertThat(two.get(0).text()).isEqualTo("a↵");
    }

    @Test
    void tokensOfATensorAreColouredByItsValues() {
        Figure figure = Plot.tokens(List.of("a", "b"), Tensor.of(-1.0, 0.5));
        assertThat(figure.svg())
                .isEqualTo(
                        Plot.tokens(List.of("a", "b"), new double[] {-1, 0.5}).svg());
        assertThat(figure.svg())
                .contains(Palette.diverging(-1).hex(), Palette.diverging(0.5).hex());
    }

    @Test
    void linesAreNamedInALegendAndInWords() {
        Figure figure = Plot.line(
                "step",
                "loss",
                Series.of("train", 4, 2, 1),
                Series.of("test", 5, 3, 2).dashed());
        assertThat(GridPlotsTest.words(figure)).contains("train", "test", "loss");
        assertThat(figure.text()).startsWith("loss by step").contains("train  4.00  →  1.00", "lowest 2.00 at 2");
    }

    @Test
    void aLineLeavesInkInItsColourAndItsBandAVeil() throws Exception {
        double[] y = IntStream.range(0, 9).mapToDouble(i -> i).toArray();
        BufferedImage plain = image(Plot.line("x", "y", Series.of("a", y)));
        BufferedImage veiled = image(Plot.line("x", "y", Series.of("a", y).errors(2, 2, 2, 2, 2, 2, 2, 2, 2)));
        assertThat(count(plain, Palette.categorical(0))).isGreaterThan(500);
        Rgb veil = new Rgb(209, 229, 240);
        assertThat(count(plain, veil)).isLessThan(500);
        assertThat(count(veiled, veil)).isGreaterThan(20_000);
    }

    @Test
    void columnsShowErrorsButNotLopsidedIntervals() {
        Series lopsided = Series.of("s", 1).band(new double[] {0}, new double[] {4});
        assertThatThrownBy(() -> Plot.bar("y", List.of("a"), lopsided))
                .hasMessageContaining("not symmetric")
                .hasMessageContaining("Plot.bars");
        assertThat(Plot.bar("y", List.of("a"), Series.of("s", 1).errors(0.5)).text())
                .contains("1.00 ± 0.50");
    }

    @Test
    void seriesMustDifferInNameAndAgreeInLength() {
        assertThatThrownBy(() -> Plot.line("x", "y", Series.of("a", 1), Series.of("a", 2)))
                .hasMessage("Two series have the same name: [a, a].");
        assertThatThrownBy(() -> Series.of("a", new double[] {1}, new double[] {1, 2}))
                .hasMessage("Series \"a\": 1 x values but 2 y values.");
        assertThatThrownBy(() -> Series.of("a", 1, Double.POSITIVE_INFINITY)).hasMessageContaining("y[1] is Infinity");
        assertThatThrownBy(() -> Plot.line("x", "y")).hasMessage("Nothing to draw: there are no series.");
        assertThatThrownBy(() -> Plot.bar("y", List.of("a", "b"), Series.of("s", 1)))
                .hasMessageContaining("1 values in series \"s\" but 2 categories");
    }

    @Test
    void linesThroughOnePointAndThroughConstantsAreDrawn() throws Exception {
        assertThat(count(image(Plot.line("x", "y", Series.of("a", 3))), Palette.categorical(0)))
                .isPositive();
        assertThat(count(image(Plot.line("x", "y", Series.of("a", 3, 3, 3))), Palette.categorical(0)))
                .isPositive();
    }

    @Test
    void aChartOfXChartsOwnIsAFigureToo() throws Exception {
        XYChart chart = new XYChart(500, 300);
        chart.setTitle("Mine");
        chart.setXAxisTitle("time");
        chart.addSeries("speed", new double[] {0, 1, 2}, new double[] {3, 1, 2});
        Figure figure = Plot.chart(chart);
        assertThat(figure.title()).isEqualTo("Mine");
        assertThat(figure.text()).contains("value by time", "speed  3.00  →  2.00");
        assertThat(count(image(figure), Palette.categorical(0))).isPositive();
    }

    @Test
    void aPointsLabelGivesWayRatherThanCoverAnother() {
        float[][] crowd = new float[40][];
        for (int i = 0; i < crowd.length; i++) {
            crowd[i] = new float[] {i % 3 * 0.001f, 0};
        }
        crowd[39] = new float[] {9, 9};
        List<String> labels = IntStream.range(0, 40).mapToObj(i -> "point" + i).toList();
        Figure figure = Plot.scatter(crowd, labels);
        assertThat(GridPlotsTest.words(figure)).contains("point39").doesNotContain("point38");
        assertThat(figure.card().hints()).anyMatch(hint -> hint.text().startsWith("point38 "));
        assertThat(figure.text()).contains("point38");
    }

    @Test
    void pointsNeedTwoCoordinatesAndFewGroups() {
        assertThatThrownBy(() -> Plot.scatter(new float[][] {{1, 2, 3}}, List.of("a")))
                .hasMessageContaining("Row 0 of the points has 3 values");
        List<String> nine = IntStream.range(0, 9).mapToObj(Integer::toString).toList();
        assertThatThrownBy(() -> Plot.scatter(new float[9][2], nine, nine)).hasMessageContaining("9 groups");
    }

    private static List<Shape.Box> bars(Figure figure) {
        return figure.card().shapes().stream()
                .filter(Shape.Box.class::isInstance)
                .map(Shape.Box.class::cast)
                .filter(box -> box.height() == 16)
                .toList();
    }

    private static BufferedImage image(Figure figure) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(figure.png()));
    }

    /** How many pixels have this colour, up to rounding. */
    private static int count(BufferedImage image, Rgb color) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                count += near(rgb >> 16, color.red()) && near(rgb >> 8, color.green()) && near(rgb, color.blue())
                        ? 1
                        : 0;
            }
        }
        return count;
    }

    private static boolean near(int packed, int channel) {
        return Math.abs((packed & 0xff) - channel) <= 2;
    }
}
