package practicum.zoo.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import practicum.method.HeadDetectors;
import practicum.method.HeadScores;
import practicum.model.Transformer;
import practicum.wired.HandWired;
import practicum.wired.Wired;

/** On a model in which it is known what lives on what, because it was put there. */
class FeedingPhenomenonTest {
    private static final Wired WIRED = HandWired.induction();
    private static final Transformer MODEL = WIRED.model();
    private static final int PREVIOUS = WIRED.part("previous-token head").index();
    private static final HeadScores.Entry INDUCTION =
            HeadDetectors.of(MODEL).induction().best();

    @Test
    void withoutThePreviousTokenHeadTheInductionHeadFindsNothing() {
        double[] lost =
                FeedingPhenomenon.lost(MODEL, INDUCTION, 3, "cat dog fish cat dog fish", "dog cat bird dog cat bird");
        for (int head = 0; head < lost.length; head++) {
            if (head == PREVIOUS) {
                assertThat(lost[head]).isGreaterThan(0.99);
            } else {
                assertThat(lost[head]).as("an idle head").isZero();
            }
        }
    }

    @Test
    void theInductionHeadsKeysReadThePreviousTokenHeadAndNoOther() {
        double[] read = FeedingPhenomenon.read(MODEL, INDUCTION);
        for (int head = 0; head < read.length; head++) {
            if (head != PREVIOUS) {
                assertThat(read[head]).isLessThan(read[PREVIOUS] / 3);
            }
        }
    }
}
