package practicum.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.Goldens;
import practicum.model.ModelException;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.wired.HandWired;
import practicum.wired.Wired;

class TokenPairsTest {
    /** Every number of the whole matrix, sorted, as nobody would do it for a large vocabulary. */
    private static List<TokenPair> sorted(Transformer m, Tensor map, boolean different) {
        float[][] all = map.toMatrix();
        List<TokenPair> pairs = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            for (int j = 0; j < all.length; j++) {
                if (!different || i != j) {
                    pairs.add(new TokenPair(m.label(i), m.label(j), all[i][j]));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(pair -> -pair.value()));
        return pairs;
    }

    @Test
    void thePairsAreTheLargestNumbersOfTheWholeMap() {
        Transformer m = Goldens.model("gpt2");
        FactoredMatrix map = Circuits.fullOv(m, 1, 2);
        assertThat(TokenPairs.largest(m, map, 50).pairs())
                .isEqualTo(sorted(m, map.toTensor(), false).subList(0, 50));
        assertThat(TokenPairs.largestOfDifferent(m, map, 50).pairs())
                .isEqualTo(sorted(m, map.toTensor(), true).subList(0, 50));
        int all = m.config().dVocab() * m.config().dVocab();
        assertThat(TokenPairs.largest(m, map, all + 7).pairs()).hasSize(all);
    }

    @Test
    void aHeadThatCopiesSaysEveryWordToItself() {
        Wired wired = HandWired.previousToken();
        int words = 40;
        TokenPairs pairs = TokenPairs.largest(wired.model(), Circuits.fullOv(wired.model(), 0, 1), words);
        assertThat(pairs.pairs()).hasSize(words).allSatisfy(pair -> {
            assertThat(pair.from()).isEqualTo(pair.to());
            assertThat(pair.value()).isEqualTo(10);
        });
        assertThat(pairs.toString()).contains("cat → cat");
        assertThat(pairs.table().rowCount()).isEqualTo(words);
        assertThat(TokenPairs.largestOfDifferent(wired.model(), Circuits.fullOv(wired.model(), 0, 1), 3)
                        .pairs())
                .allSatisfy(pair -> assertThat(pair.value()).isZero());
    }

    @Test
    void aMapOfAnotherSizeIsRefused() {
        Transformer m = Goldens.model("gpt2");
        assertThatThrownBy(() -> TokenPairs.largest(m, Circuits.ov(m, 0, 0), 5))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("Circuits.fullOv");
        assertThatThrownBy(() -> TokenPairs.largest(m, Circuits.fullOv(m, 0, 0), 0))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("at least 1");
    }
}
