package practicum.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static practicum.plot.GridPlotsTest.words;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import practicum.tensor.Tensor;

/** Rules, shape functions, maps, saliency and cards of features. */
class FeaturePlotsTest {
    @Test
    void aRuleSaysItsConditionsItsOutcomeAndHowOftenItIsRight() {
        Figure figure = Plot.rules(List.of(
                DecisionRule.of(List.of("x > 1", "y = 2"), "yes", 40, 30), DecisionRule.of(List.of(), "no", 20, 20)));
        assertThat(words(figure)).contains("x > 1 and y = 2", "yes", "30 of 40", "otherwise", "no");
        assertThat(figure.text())
                .contains(
                        "if x > 1 and y = 2: yes; right in 30 of 40 cases (75 %)", "otherwise: no; right in 20 of 20");
        Shape.Box right = PartsPlotsTest.boxes(figure, Palette.categorical(0)).stream()
                .filter(box -> box.height() == 14)
                .findFirst()
                .orElseThrow();
        Shape.Box other = PartsPlotsTest.boxes(figure, Palette.categorical(1)).stream()
                .filter(box -> box.height() == 14)
                .findFirst()
                .orElseThrow();
        assertThat(right.width()).isCloseTo(1.5 * other.width(), within(1e-9));
        assertThatThrownBy(() -> DecisionRule.of(List.of(), "no", 3, 4)).hasMessageContaining("4 of 3");
    }

    @Test
    void shapeFunctionsShareOneUprightScale() {
        Figure figure = Plot.additive(
                "log odds",
                List.of(
                        ShapeFunction.of("age", new double[] {20, 60}, new double[] {-1, 1}),
                        ShapeFunction.of("debt", new double[] {0, 1}, new double[] {1, -1})));
        List<Shape.Path> lines = PartsPlotsTest.paths(figure);
        assertThat(lines.get(0).points().get(0).y())
                .isEqualTo(lines.get(1).points().get(1).y());
        assertThat(words(figure)).contains("age", "debt", "what each feature adds to the log odds");
        assertThat(figure.text()).contains("age (2.00 from lowest to highest)");
    }

    @Test
    void aSteppedFunctionIsLevelBetweenItsValues() {
        ShapeFunction trees = ShapeFunction.of("debt", new double[] {0, 1, 2}, new double[] {1, 5, 2})
                .steps();
        List<Shape.Point> line =
                PartsPlotsTest.paths(Plot.additive("", List.of(trees))).get(0).points();
        for (int i = 1; i < line.size(); i++) {
            boolean level = line.get(i).y() == line.get(i - 1).y();
            boolean upright = line.get(i).x() == line.get(i - 1).x();
            assertThat(level || upright).isTrue();
        }
    }

    @Test
    void shapeFunctionsRefuseWhatCannotBeDrawn() {
        assertThatThrownBy(() -> ShapeFunction.of("x", new double[] {2, 1}, new double[] {0, 0}))
                .hasMessageContaining("1.0 follows 2.0");
        assertThatThrownBy(() -> ShapeFunction.of("x", List.of("a"), new double[] {0, 1}))
                .hasMessageContaining("1 categories but 2 effects");
        assertThatThrownBy(() ->
                        ShapeFunction.of("x", List.of("a"), new double[] {0}).seen(3))
                .hasMessageContaining("categories");
    }

    @Test
    void aMapsPixelsHaveTheScalesColours() throws Exception {
        Tensor map = Tensor.of(new float[] {0, 1, 1, 0}, 1, 2, 2);
        Figure figure = Plot.maps(map, List.of("m"), Scale.sequential("s", 0, 1));
        assertThat(count(figure, Palette.sequential(0))).isGreaterThan(2 * 70 * 70);
        assertThat(count(figure, Palette.sequential(1))).isGreaterThan(2 * 70 * 70);
        assertThat(figure.text()).contains("m: 0 to 1.00, strongest at row 0, column 1");
    }

    @Test
    void saliencyLeavesThePictureGreyWhereNothingMatters() throws Exception {
        Tensor picture = Tensor.of(new float[] {1, 1, 1, 1}, 1, 2, 2);
        Figure nothing =
                Plot.saliency(picture, Tensor.zeros(1, 2, 2), List.of("white"), Scale.sequential("saliency", 0, 1));
        Rgb grey = new Rgb(242, 242, 242);
        assertThat(count(nothing, grey)).isGreaterThanOrEqualTo(4 * 72 * 72);
        Figure all = Plot.saliency(picture, Tensor.ones(1, 2, 2), List.of("white"), Scale.sequential("saliency", 0, 1));
        assertThat(count(all, grey)).isLessThan(4 * 72 * 72);
        assertThat(words(all)).contains("white", "saliency");
    }

    @Test
    void aMapMustFitItsPicture() {
        assertThatThrownBy(() -> Plot.saliency(Tensor.zeros(1, 4, 4), Tensor.zeros(1, 2, 2), List.of("a")))
                .hasMessageContaining("1 pictures of 4 × 4 pixels and 1 maps of 2 × 2");
        assertThatThrownBy(() -> Plot.maps(Tensor.zeros(2, 2), List.of("a"))).hasMessageContaining("[map, y, x]");
        assertThatThrownBy(() -> Plot.maps(Tensor.zeros(2, 2, 2), List.of("a")))
                .hasMessageContaining("2 maps but 1 labels");
    }

    @Test
    void aFeatureCardTellsWhereTheFeatureIsActiveAndWhatItSays() {
        Figure figure = Samples.feature().plot();
        assertThat(figure.title()).isEqualTo("Feature 1203");
        assertThat(figure.text())
                .contains("active at 1.20 % of 20,000 places")
                .contains("raises the logits of: ·John 2.10, ·Mary 1.70")
                .contains("lowers the logits of: ·the -0.90")
                .contains("7.20  When·Mary·and[·John]");
        assertThat(words(figure)).containsSubsequence("·John", "·Mary", "·Tom");
    }

    @Test
    void aFeatureThatIsNeverActiveHasACardToo() {
        FeatureCard dead = FeatureCard.of("dead", 0, 0, 0);
        assertThat(dead.density()).isZero();
        assertThat(dead.plot().text()).contains("active at 0.00 % of 3 places");
        assertThatThrownBy(() -> FeatureCard.of("f")).hasMessage("Nothing to draw: there are no activations.");
        assertThatThrownBy(() -> dead.logits(Map.of("a", Double.NaN), Map.of())).hasMessageContaining("NaN");
    }

    private static int count(Figure figure, Rgb color) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(figure.png()));
        int count = 0;
        for (int at = 0; at < image.getWidth() * image.getHeight(); at++) {
            int rgb = image.getRGB(at % image.getWidth(), at / image.getWidth()) & 0xffffff;
            count += rgb == color.packed() ? 1 : 0;
        }
        return count;
    }
}
