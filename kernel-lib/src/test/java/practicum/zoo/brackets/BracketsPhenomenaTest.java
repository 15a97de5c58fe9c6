package practicum.zoo.brackets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.load.Models;
import practicum.method.CircuitPruning;
import practicum.model.Transformer;
import practicum.world.brackets.CodeWorld;
import practicum.zoo.Measurement;
import practicum.zoo.Subject;

class BracketsPhenomenaTest {
    private static final CodeWorld WORLD = CodeWorld.of(1);
    private static final Transformer UNTRAINED = BracketsModel.dense().untrained();

    @Test
    void aCutModelHasItsShareOfWeights() {
        Transformer cut = SparsityPhenomenon.cut(UNTRAINED, 0.1);
        long left = 0;
        long all = 0;
        for (float weight : cut.weights().get("blocks.0.mlp.W_in").toFloatArray()) {
            all++;
            left += weight == 0 ? 0 : 1;
        }
        assertThat((double) left / all).isCloseTo(0.1, within(1e-3));
        assertThat(cut.weights().get("ln_final.w").toFloatArray())
                .isEqualTo(UNTRAINED.weights().get("ln_final.w").toFloatArray());
    }

    @Test
    void whoKnowsNothingChoosesQuotesByChance() {
        CircuitPruning pruning = QuoteTask.pruning(UNTRAINED, WORLD);
        assertThat(pruning.wholeLoss()).isCloseTo(Math.log(2), within(0.05));
        assertThat(pruning.emptyLoss()).isCloseTo(Math.log(2), within(0.05));
    }

    /** All words alike: one in as many as there are. */
    @Test
    void whoKnowsNothingForeseesNothing() {
        Measurement text = new TextPhenomenon(WORLD)
                .measure(new Subject<>(UNTRAINED, UNTRAINED, List.of(), step -> UNTRAINED))
                .get(0);
        assertThat(text.value()).isCloseTo(1.0 / WORLD.vocabulary().size(), within(0.003));
        assertThat(text.control()).isEqualTo(text.value());
    }

    @Test
    void theDenseModelsCircuitIsAsLargeAsItself() {
        Transformer dense = Models.load(BracketsModel.DENSE);
        Measurement smaller = new SmallerCircuitPhenomenon(WORLD)
                .measure(new Subject<>(dense, UNTRAINED, List.of(), step -> UNTRAINED))
                .get(0);
        assertThat(smaller.value()).isEqualTo(1);
        assertThat(smaller.control()).isBetween(1.0, 2.0);
    }
}
