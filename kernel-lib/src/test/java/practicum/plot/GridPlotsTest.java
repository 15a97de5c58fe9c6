package practicum.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.tensor.Tensor;

/** Attention patterns, heat maps and the logit lens. */
class GridPlotsTest {
    private static final List<String> TOKENS = List.of("A", " b", "\n");
    private static final float[][] PATTERN = {{1, 0, 0}, {0.25f, 0.75f, 0}, {0.5f, 0.1f, 0.4f}};

    @Test
    void attentionShowsEveryTokenOnBothSidesWithItsSpace() {
        assertThat(words(Plot.attention(PATTERN, TOKENS))).containsSubsequence("A", "·b", "↵");
        assertThat(words(Plot.attention(PATTERN, TOKENS)).stream().filter("·b"::equals))
                .hasSize(2);
    }

    @Test
    void attentionToTheFutureIsNotDrawnWhereThereIsNone() {
        assertThat(Plot.attention(PATTERN, TOKENS).card().hints()).hasSize(6);
        float[][] bidirectional = {{0.5f, 0.5f}, {0.5f, 0.5f}};
        assertThat(Plot.attention(bidirectional, List.of("a", "b")).card().hints())
                .hasSize(4);
    }

    @Test
    void moreAttentionIsDarker() {
        Picture card = Plot.attention(PATTERN, TOKENS).card();
        assertThat(under(card, "↵ → A: 0.5").luminance())
                .isLessThan(under(card, "↵ → ↵: 0.4").luminance());
        assertThat(under(card, "↵ → ↵: 0.4").luminance())
                .isLessThan(under(card, "↵ → ·b: 0.1").luminance());
    }

    @Test
    void attentionInWordsNamesWhereEachTokenLooks() {
        assertThat(Plot.attention(PATTERN, TOKENS).text()).contains("↵ → A 0.50, ↵ 0.40, ·b 0.10");
    }

    @Test
    void attentionWeightsMustBeProbabilities() {
        assertThatThrownBy(() -> Plot.attention(new float[][] {{1, 0}, {-3, 4}}, List.of("a", "b")))
                .hasMessageContaining("row 1, column 0 is -3")
                .hasMessageContaining("Plot.heatmap");
    }

    @Test
    void attentionAndTokensMustFit() {
        assertThatThrownBy(() -> Plot.attention(PATTERN, List.of("a", "b")))
                .hasMessage("There are 3 attention pattern rows but 2 row labels; there must be one for each.");
        assertThatThrownBy(() -> Plot.attention(new float[][] {{1, 0}, {1}}, List.of("a", "b")))
                .hasMessage("Row 1 of the attention pattern has 1 values but there are 2 column labels; "
                        + "there must be one for each.");
        assertThatThrownBy(() -> Plot.attention(new float[0][], List.of())).hasMessageContaining("Nothing to draw");
    }

    @Test
    void aTensorOfOneHeadMayKeepItsBatchAxis() {
        Tensor pattern = Tensor.of(new float[] {1, 0, 0.5f, 0.5f}, 1, 1, 2, 2);
        Figure figure = Plot.attention(pattern, List.of("a", "b"));
        assertThat(figure.svg())
                .isEqualTo(Plot.attention(new float[][] {{1, 0}, {0.5f, 0.5f}}, List.of("a", "b"))
                        .svg());
        assertThatThrownBy(() -> Plot.attention(Tensor.zeros(3, 2, 2), List.of("a", "b")))
                .hasMessageContaining("[query, key]");
    }

    @Test
    void aTensorOfHeadsBecomesAPanelForEach() {
        Tensor heads = Tensor.of(new float[] {1, 0, 0.5f, 0.5f, 1, 0, 0.1f, 0.9f}, 1, 2, 2, 2);
        Figure figure = Plot.attentionGrid(heads, List.of("a", "b"));
        assertThat(words(figure)).contains("head 0", "head 1");
        assertThat(figure.card().hints()).hasSize(6);
    }

    @Test
    void theHeadsPatternThatIsWrongIsNamed() {
        float[][][] patterns = {{{1}}, {{Float.NaN}}};
        assertThatThrownBy(() -> Plot.attentionGrid(patterns, List.of("a"), List.of("4.7", "4.8")))
                .hasMessage("The pattern of 4.8 at row 0, column 0 is NaN; a figure needs finite numbers.");
        assertThatThrownBy(() -> Plot.attentionGrid(patterns, List.of("a"), List.of("4.7")))
                .hasMessage("There are 1 head names but 2 patterns; there must be one for each.");
    }

    @Test
    void aHeatMapWithNegativeValuesIsWhiteAtZero() {
        Picture card = Plot.heatmap(new float[][] {{-2, 0, 1}}, List.of("r"), List.of("a", "b", "c"))
                .card();
        assertThat(under(card, "r, b: 0")).isEqualTo(Palette.diverging(0));
        assertThat(under(card, "r, a: -2")).isEqualTo(Palette.diverging(-1));
        assertThat(under(card, "r, c: 1")).isEqualTo(Palette.diverging(0.5));
    }

    @Test
    void oneScaleMakesTwoHeatMapsComparable() {
        Scale scale = Scale.sequential("accuracy", 0, 1);
        Axis one = Axis.numbered("layer", 1);
        Picture pale = Plot.heatmap(new float[][] {{0.2f}}, one, one, scale).card();
        Picture dark = Plot.heatmap(new float[][] {{0.9f}}, one, one, scale).card();
        assertThat(under(pale, "layer 0, layer 0: 0.2")).isEqualTo(Palette.sequential(0.2f));
        assertThat(under(dark, "layer 0, layer 0: 0.9")).isEqualTo(Palette.sequential(0.9f));
    }

    @Test
    void numbersInAHeatMapHaveAsManyDecimalsAsTheirNeighbours() {
        Figure figure = Plot.heatmap(new float[][] {{0.5f, -0.001f}, {12, 3}}, List.of("p", "q"), List.of("a", "b"));
        assertThat(words(figure)).contains("0.5", "0.0", "12.0", "3.0");
        Figure counts = Plot.heatmap(new float[][] {{41, 3}}, List.of("p"), List.of("a", "b"));
        assertThat(words(counts)).contains("41", "3");
    }

    @Test
    void aLargeHeatMapStaysInTheColumnAndThinsItsLabels() {
        Figure figure = Plot.heatmap(new float[90][100], Axis.numbered("row", 90), Axis.numbered("column", 100));
        assertThat(figure.card().width()).isLessThanOrEqualTo(Theme.WIDTH);
        assertThat(words(figure)).contains("98").doesNotContain("97");
        assertThat(figure.html()).doesNotContain("<area");
        assertThat(figure.text()).contains("of 90 rows");
    }

    @Test
    void theLensHasTheLastLayerOnTopAndTheInputBelow() {
        Picture card = lens().card();
        assertThat(baseline(card, "·cat")).isLessThan(baseline(card, "·dog"));
        assertThat(baseline(card, "·dog")).isLessThan(baseline(card, "in"));
    }

    @Test
    void theLensPrintsBoldWhatTheLastLayerWillSay() {
        List<Shape.Text> bold = FigureTest.texts(lens().card()).stream()
                .filter(text -> text.font().bold() && text.font().face() == Font.Face.MONO)
                .toList();
        assertThat(bold).singleElement().extracting(Shape.Text::text).isEqualTo("·x");
    }

    @Test
    void theLensNeedsATopTokenForEveryCell() {
        assertThatThrownBy(() -> Plot.lens(List.of("a"), List.of("0", "1"), List.of(List.of("x")), new float[2][1]))
                .hasMessage("There are 1 rows of top tokens but 2 layers; there must be one for each.");
        assertThatThrownBy(() -> Plot.lens(List.of("a"), List.of("0"), List.of(List.of()), new float[1][1]))
                .hasMessage("There are 0 top tokens in row 0 but 1 positions; there must be one for each.");
        assertThatThrownBy(() -> Plot.lens(List.of("a"), List.of("0"), List.of(List.of("x")), new float[1][2]))
                .hasMessageContaining("Row 0 of the probability has 2 values");
    }

    private static Figure lens() {
        return Plot.lens(
                List.of("in", "put"),
                List.of("0", "1"),
                List.of(List.of(" dog", " x"), List.of(" cat", " x")),
                new float[][] {{0.1f, 0.2f}, {0.9f, 0.8f}});
    }

    private static double baseline(Picture card, String word) {
        return FigureTest.texts(card).stream()
                .filter(text -> text.text().equals(word))
                .findFirst()
                .orElseThrow()
                .y();
    }

    static List<String> words(Figure figure) {
        return FigureTest.texts(figure.card()).stream().map(Shape.Text::text).toList();
    }

    /** The colour of the cell whose tooltip this is. */
    private static Rgb under(Picture card, String hint) {
        Hint found = card.hints().stream()
                .filter(each -> each.text().equals(hint))
                .findFirst()
                .orElseThrow(() -> new AssertionError(hint + " is not among " + card.hints()));
        List<Rgb> fills = new ArrayList<>();
        for (Shape shape : card.shapes()) {
            if (shape instanceof Shape.Box box && box.x() == found.x() && box.y() == found.y()) {
                fills.add(box.fill());
            }
        }
        return fills.get(0);
    }
}
