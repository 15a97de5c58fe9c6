package practicum.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static practicum.plot.GridPlotsTest.words;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import practicum.tensor.Tensor;

/** Confusion, similarity, principal components and spectra. */
class MatrixPlotsTest {
    @Test
    void confusionCountsWhatWasTakenForWhat() {
        Figure figure = Plot.confusion(List.of("cat", "cat", "dog", "cat"), List.of("cat", "dog", "dog", "cat"));
        assertThat(figure.text()).contains("right: 3 of 4 (75.0 %)", "cat    2    1", "dog    0    1");
        assertThat(figure.card().hints().stream().map(Hint::text))
                .contains("truth cat, predicted dog: 1 of 3 (33.3 %)");
    }

    @Test
    void confusionNeedsACountForEveryPairAndAPredictionForEveryTruth() {
        assertThatThrownBy(() -> Plot.confusion(List.of("a", "b"), List.of("a")))
                .hasMessageContaining("1 predicted labels but 2 true labels");
        assertThatThrownBy(() -> Plot.confusion(new long[][] {{1, 2}}, List.of("a", "b")))
                .hasMessageContaining("1 rows of counts but 2 labels");
        assertThatThrownBy(() -> Plot.confusion(new long[][] {{-1}}, List.of("a")))
                .hasMessageContaining("Row 0 has the count -1");
    }

    @Test
    void similarityIsTheCosineWhateverTheLength() {
        Tensor vectors = Tensor.of(new float[] {1, 0, 5, 0, -2, 0, 0, 3}, 4, 2);
        Figure figure = Plot.similarity(vectors, List.of("a", "a five", "minus a", "b"));
        List<String> hints = figure.card().hints().stream().map(Hint::text).toList();
        assertThat(hints).contains("a, a five: 1", "a, minus a: -1", "a five, b: 0");
        assertThatThrownBy(() -> Plot.similarity(Tensor.zeros(1, 3), List.of("nothing")))
                .hasMessageContaining("\"nothing\" is the zero vector");
    }

    @Test
    void componentsFindTheDirectionsOfALine() {
        // Points on a line in five dimensions, a little bent: nearly all variance is on the first component.
        float[] vectors = new float[20 * 5];
        for (int i = 0; i < 20; i++) {
            vectors[i * 5 + 1] = 3 * (i - 9.5f);
            vectors[i * 5 + 4] = i % 2 == 0 ? 1 : -1;
        }
        List<String> names = IntStream.range(0, 20).mapToObj(i -> "p" + i).toList();
        Figure figure = Plot.components(Tensor.of(vectors, 20, 5), names);
        assertThat(words(figure)).contains("component 1 (100 % of the variance)", "component 2 (0 % of the variance)");
        List<Double> x = figure.card().shapes().stream()
                .filter(Shape.Disc.class::isInstance)
                .map(disc -> ((Shape.Disc) disc).x())
                .toList();
        List<Double> sorted = x.stream().sorted().toList();
        assertThat(x.equals(sorted) || x.equals(reversed(sorted))).isTrue();
        assertThat(sorted.get(19) - sorted.get(18)).isCloseTo(sorted.get(1) - sorted.get(0), offset());
    }

    private static Offset<Double> offset() {
        return Offset.offset(0.5);
    }

    private static List<Double> reversed(List<Double> values) {
        return values.stream().sorted((a, b) -> Double.compare(b, a)).toList();
    }

    @Test
    void componentsNeedVectorsThatDiffer() {
        assertThatThrownBy(() -> Plot.components(Tensor.ones(4, 3), List.of("a", "b", "c", "d")))
                .hasMessageContaining("All 4 vectors are the same");
        assertThatThrownBy(() -> Plot.components(Tensor.ones(2, 3), List.of("a", "b")))
                .hasMessageContaining("at least 3 vectors");
    }

    @Test
    void aSpectrumNamesTheFrequenciesThatHoldThePower() {
        Figure figure = Plot.spectrum(new double[] {0, 1, 60, 1, 38});
        assertThat(figure.text())
                .contains("2 of 5 frequencies hold 98.0 % of the power", "frequency 2  60.0 %", "frequency 4  38.0 %");
        assertThat(PartsPlotsTest.boxes(figure, Palette.categorical(1))).hasSize(2);
        assertThatThrownBy(() -> Plot.spectrum(new double[] {1, -2})).hasMessageContaining("frequency 1 is -2.0");
        assertThatThrownBy(() -> Plot.spectrum(new double[] {0, 0})).hasMessageContaining("no power");
    }
}
