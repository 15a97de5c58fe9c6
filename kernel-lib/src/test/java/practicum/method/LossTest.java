package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import practicum.Goldens;
import practicum.load.Models;
import practicum.model.Recording;
import practicum.model.Transformer;
import practicum.token.Tokens;

class LossTest {
    private final Transformer model = Goldens.model("gpt2");

    /** −log of the softmax by hand, in double precision, of the token at {@code position} given those before. */
    private double naive(long[] context, long token) {
        float[] logits = model.run(Tokens.ofIds(context), Recording.none())
                .logits()
                .get(0, -1)
                .toFloatArray();
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit);
        }
        return Math.log(sum) - logits[(int) token];
    }

    @Test
    void everyTokensLossIsTheNegativeLogOfItsSoftmax() {
        long[] ids = {3, 14, 15, 92, 65};
        Loss loss = Loss.of(model, Tokens.ofIds(ids));
        assertThat(loss.predictions()).hasSize(4);
        for (int i = 0; i < 4; i++) {
            Loss.Prediction p = loss.predictions().get(i);
            assertThat(p.position()).isEqualTo(i + 1);
            assertThat(p.id()).isEqualTo(ids[i + 1]);
            assertThat(p.nats()).isCloseTo(naive(Arrays.copyOf(ids, i + 1), ids[i + 1]), within(1e-4));
        }
        assertThat(loss.mean()).isCloseTo(Arrays.stream(loss.nats()).average().orElseThrow(), within(1e-12));
        assertThat(loss.perplexity()).isCloseTo(Math.exp(loss.mean()), within(1e-9));
        assertThat(loss.mean()).isCloseTo(model.run(Tokens.ofIds(ids)).loss(), within(1e-5));
    }

    @Test
    void paddingIsNeverCounted() {
        String shorter = "Mary gave a drink";
        String longer = "When Mary and John went to the store, John gave a drink to Mary";
        Loss both = Loss.of(model, shorter, longer);
        Loss first = Loss.of(model, shorter);
        Loss second = Loss.of(model, longer);
        double[] apart = java.util.stream.DoubleStream.concat(Arrays.stream(first.nats()), Arrays.stream(second.nats()))
                .toArray();
        assertThat(both.nats()).hasSameSizeAs(apart);
        for (int i = 0; i < apart.length; i++) {
            assertThat(both.nats()[i]).isCloseTo(apart[i], within(1e-4));
        }
    }

    @Test
    void accuracyCountsTheTokensThatWereTheLikeliest() {
        long[] greedy = model.endingAt()
                .generate(Tokens.ofIds(new long[] {3, 14}), 6, practicum.model.Sampling.greedy(), t -> {})
                .row(0);
        Loss loss = Loss.of(model, Tokens.ofIds(greedy));
        assertThat(loss.predictions().subList(1, 7)).allMatch(Loss.Prediction::hit);
        boolean firstToo = loss.predictions().get(0).hit();
        assertThat(loss.accuracy()).isCloseTo(firstToo ? 1 : 6.0 / 7, within(1e-12));
    }

    /** Windows of 64 going on by 40: each token has as context what of its window stands before it. */
    @Test
    void aLongTextIsScoredOnceInWindowsThatOverlap() {
        long[] ids = new Random(1).longs(150, 0, 300).toArray();
        Loss loss = Loss.ofIds(model, ids, 40);
        assertThat(loss.predictions()).hasSize(149);
        int scored = 1;
        for (int start = 0; scored < ids.length; start += 40) {
            int end = Math.min(ids.length, start + 64);
            for (int p = scored; p < end; p += 9) {
                Loss.Prediction at = loss.predictions().get(p - 1);
                assertThat(at.position()).isEqualTo(p);
                assertThat(at.nats()).isCloseTo(naive(Arrays.copyOfRange(ids, start, p), ids[p]), within(1e-3));
            }
            scored = end;
        }
        assertThatThrownBy(() -> Loss.ofIds(model, ids, 64)).hasMessageContaining("1 to 63");
    }

    @Test
    void aTokenThatBeginsTheTextBeginsEveryWindow() {
        Transformer world = Models.load("world");
        long bos = world.tokenizer().bosId().orElseThrow();
        long[] ids = new Random(2).longs(100, 10, 400).toArray();
        ids[0] = bos;
        Loss loss = Loss.ofIds(world, ids, 30);
        assertThat(loss.predictions()).hasSize(99);
        long[] second = new long[64]; // the second window: bos, then 63 tokens from the text's 31st on
        second[0] = bos;
        System.arraycopy(ids, 31, second, 1, 63);
        Loss window = Loss.of(world, Tokens.ofIds(second));
        Loss.Prediction last = window.predictions().get(62);
        Loss.Prediction same = loss.predictions().get(92);
        assertThat(same.id()).isEqualTo(last.id());
        assertThat(same.nats()).isCloseTo(last.nats(), within(1e-4));
    }

    @Test
    void whatHasNoLossIsAnError() {
        assertThatThrownBy(() -> Loss.of(model, Tokens.ofIds(new long[] {3}))).hasMessageContaining("at least two");
        Transformer bert = Goldens.model("bert");
        assertThatThrownBy(() -> Loss.of(bert, Tokens.ofIds(new long[] {3, 4}))).hasMessageContaining("at once");
        assertThat(Loss.of(model, "Mary gave a drink").plot().text()).contains("gave");
        assertThat(Loss.of(model, "Mary gave a drink").table().columnNames()).contains("token", "nats");
    }
}
