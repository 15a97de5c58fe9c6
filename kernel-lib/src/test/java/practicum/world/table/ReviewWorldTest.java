package practicum.world.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import practicum.world.Split;

class ReviewWorldTest {
    private static final ReviewWorld WORLD = new ReviewWorld(0.8);
    private static final List<Review> REVIEWS = WORLD.reviews(Split.TRAIN, 4000, 1);

    @Test
    void aReviewIsPositiveIfItsWeightsSumToMoreThanZero() {
        float[][] counts = WORLD.tensor(REVIEWS).toMatrix();
        long[] labels = WORLD.examples(REVIEWS).labels();
        List<String> words = WORLD.words();
        for (int r = 0; r < 500; r++) {
            double sum = 0;
            double all = 0;
            for (int w = 0; w < words.size(); w++) {
                sum += counts[r][w] * WORLD.table().doubleColumn("weight").get(w);
                all += counts[r][w];
            }
            assertThat(sum).isNotZero();
            assertThat(labels[r] == 1).isEqualTo(sum > 0);
            assertThat((int) all).isEqualTo(REVIEWS.get(r).words().size());
        }
    }

    @Test
    void theCueWeighsNothingButComesAsOftenAsItsStrengthSays() {
        assertThat(WORLD.weights()).containsEntry(ReviewWorld.CUE, 0);
        for (double strength : new double[] {0.8, 0, -0.5, 1}) {
            List<Review> reviews = new ReviewWorld(strength).reviews(Split.TRAIN, 4000, 3);
            double difference = 0;
            for (Review review : reviews) {
                difference += review.hasCue() ? (review.positive() ? 1 : -1) / 2000.0 : 0;
            }
            assertThat(difference).isCloseTo(strength, within(5 * Math.sqrt(2 * 0.25 / 2000)));
        }
    }

    @Test
    void noBagOfWordsIsInBothSplitsCueOrNot() {
        Set<List<String>> trained = new HashSet<>();
        REVIEWS.forEach(review -> trained.add(bag(review)));
        assertThat(WORLD.reviews(Split.HELD_OUT, 500, 2)).noneMatch(review -> trained.contains(bag(review)));
        assertThat(WORLD.reviews(Split.TRAIN, 4000, 1)).isEqualTo(REVIEWS);
    }

    private static List<String> bag(Review review) {
        return review.words().stream()
                .filter(word -> !word.equals("snow"))
                .sorted()
                .toList();
    }

    @Test
    void whatIsNoReviewIsRefused() {
        assertThatThrownBy(() -> new ReviewWorld(1.1)).hasMessageContaining("−1 to 1");
        assertThatThrownBy(() -> WORLD.score(List.of("good", "weather")))
                .hasMessageContaining("\"weather\" is no word");
        assertThatThrownBy(() -> WORLD.reviews(Split.TRAIN, 0, 1)).hasMessageContaining("at least one review");
    }
}
