package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import practicum.Goldens;
import practicum.load.Models;
import practicum.model.ModelException;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.wired.HandWired;
import practicum.wired.Wired;

class HeadFunctionsTest {
    private static Map<String, String> each(List<String> words) {
        Map<String, String> pairs = new LinkedHashMap<>();
        words.forEach(word -> pairs.put(word, word));
        return pairs;
    }

    @Test
    void nameMoversPromoteNamesAndTheNegativeOneSuppressesThem() {
        Wired ioi = HandWired.miniatureIoi();
        HeadFunctions functions = HeadFunctions.of(ioi.model());
        HeadScores promoted = functions.promoted(each(HandWired.ioiNames()), 1);
        HeadScores suppressed = functions.suppressed(each(HandWired.ioiNames()), 1);
        for (Wired.Part part : ioi.parts()) {
            assertThat(promoted.get(part.layer(), part.index()).score())
                    .as(part.toString())
                    .isEqualTo(part.role().equals("name mover") ? 1 : 0);
            assertThat(suppressed.get(part.layer(), part.index()).score())
                    .as(part.toString())
                    .isEqualTo(part.role().equals("negative name mover") ? 1 : 0);
        }
        assertThat(promoted.best().control()).isZero();
        assertThat(promoted.best().low()).isEqualTo(1);
    }

    /** A head that writes nothing gives every token the same number, which is no function of any. */
    @Test
    void tiesCountAgainstTheTarget() {
        Wired wired = HandWired.previousToken();
        HeadScores scores = HeadFunctions.of(wired.model()).promoted(each(List.of("cat", "dog", "owl")), 20);
        assertThat(scores.get(0, 1).score()).isEqualTo(1);
        assertThat(scores.get(0, 0).score()).isZero();
        assertThat(scores.get(0, 0).control()).isZero();
    }

    @Test
    void scoresAreThoseOfTheWholeMatrixCountedInDoublePrecision() {
        Transformer m = Models.load("induction");
        List<String> words = List.of("ba", "be", "bi", "bo", "da", "de", "di", "do");
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            pairs.put(words.get(i), words.get(i + 1));
        }
        HeadScores scores = HeadFunctions.of(m).promoted(pairs, 25);
        for (int l = 0; l < 2; l++) {
            for (int h = 0; h < 2; h++) {
                int hits = 0;
                for (var pair : pairs.entrySet()) {
                    double[] said = said(m, l, h, (int) m.tokenizer().id(pair.getKey()));
                    double target = said[(int) m.tokenizer().id(pair.getValue())];
                    int before = 0;
                    for (double value : said) {
                        before += value > target ? 1 : 0;
                    }
                    hits += before < 25 ? 1 : 0;
                }
                assertThat(scores.get(l, h).score()).isCloseTo(hits / 4.0, within(1e-9));
            }
        }
        assertThat(scores.values().sum().item()).isPositive();
    }

    /** One row of M, with the normalisations' scales, in plain loops. */
    private static double[] said(Transformer m, int layer, int head, int token) {
        float[] x = m.W_E().get(token).toFloatArray();
        float[] first = m.ln1_w(layer).toFloatArray();
        double[] read = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            read[i] = x[i] * first[i];
        }
        double[] written = times(times(read, m.W_V(layer, head)), m.W_O(layer, head));
        float[] last = m.lnFinal_w().toFloatArray();
        for (int i = 0; i < written.length; i++) {
            written[i] *= last[i];
        }
        return times(written, m.W_U());
    }

    private static double[] times(double[] x, Tensor matrix) {
        float[][] rows = matrix.toMatrix();
        double[] y = new double[rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < y.length; j++) {
                y[j] += x[i] * rows[i][j];
            }
        }
        return y;
    }

    @Test
    void otherInputsTakeTheEmbeddingsPlace() {
        Wired wired = HandWired.previousToken();
        Transformer m = wired.model();
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < m.config().dVocab(); i++) {
            rows.add((i + 1) % m.config().dVocab());
        }
        Tensor next = m.W_E().take(0, rows.stream().mapToInt(i -> i).toArray()); // each word as the one after it
        HeadFunctions functions = HeadFunctions.of(m).withInputs(next);
        Map<String, String> following = Map.of("apple", "bell", "bell", "bird");
        assertThat(functions.promoted(following, 1).get(0, 1).score()).isEqualTo(1);
        assertThat(functions
                        .promoted(each(List.of("apple", "bell")), 1)
                        .get(0, 1)
                        .score())
                .isZero();
        assertThat(functions.salient(0, 1, 60).pairs())
                .anySatisfy(pair -> assertThat(pair.from() + pair.to()).isEqualTo("applebell"));
    }

    @Test
    void badRelationsAreRefused() {
        HeadFunctions functions = HeadFunctions.of(HandWired.previousToken().model());
        assertThatThrownBy(() -> functions.promoted(Map.of("cat", "dog"), 1))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("at least 2 pairs");
        assertThatThrownBy(() -> functions.promoted(Map.of("cat", "dog", "owl", "dog"), 1))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("different targets");
        assertThatThrownBy(() -> functions.promoted(Map.of("cat", "dog", "owl", "cat"), 0))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("k is from 1");
        assertThatThrownBy(() -> functions.withInputs(Tensor.zeros(3, 3)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("a vector for each token");
        assertThatThrownBy(() -> HeadFunctions.of(Goldens.model("gpt2"))
                        .promoted(Map.of("no such token at all", "x", "y", "z"), 1))
                .isInstanceOf(RuntimeException.class);
    }
}
