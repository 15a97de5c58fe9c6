package practicum.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.Goldens;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.hook.Intervention;
import practicum.model.ModelException;
import practicum.model.Recording;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.token.Tokens;
import practicum.wired.HandWired;
import practicum.wired.Wired;

class ChannelsTest {
    private static final String PROMPT = "When Mary and John went to the store , John gave a drink to";

    private static double score(Tensor writes, Tensor reads) {
        return writes.matMul(reads).norm().item()
                / ((double) writes.norm().item() * reads.norm().item());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "llama-gqa-llama3"})
    void aComponentsScoreIsThatOfItsMatrixOfRankOne(String golden) {
        Transformer m = Goldens.model(golden);
        Tensor looks = m.W_Q(1, 3).matMul(m.W_K(1, 3).t());
        Tensor moves = m.W_V(1, 3).matMul(m.W_O(1, 3));
        Channels queries = Channels.intoQueries(m, 0, 2, 1, 3);
        Channels keys = Channels.intoKeys(m, 0, 2, 1, 3);
        Channels values = Channels.intoValues(m, 0, 2, 1, 3);
        for (int i = 0; i < queries.size(); i++) {
            Tensor one = queries.reads()
                    .get(i)
                    .unsqueeze(1)
                    .matMul(queries.writes().get(i).unsqueeze(0))
                    .mul(queries.strengths().item(i));
            assertThat((double) queries.scores().item(i)).isCloseTo(score(one, looks), within(1e-4));
            assertThat((double) keys.scores().item(i)).isCloseTo(score(one, looks.t()), within(1e-4));
            assertThat((double) values.scores().item(i)).isCloseTo(score(one, moves), within(1e-4));
        }
    }

    @Test
    void theHeadsScoreIsTheRootOfTheMeanSquareOfItsComponents() {
        Transformer m = Goldens.model("gpt2");
        Channels channels = Channels.intoKeys(m, 0, 1, 2, 3);
        double squares = 0;
        double weights = 0;
        for (int i = 0; i < channels.size(); i++) {
            double weight = Math.pow(channels.strengths().item(i), 2);
            squares += weight * Math.pow(channels.scores().item(i), 2);
            weights += weight;
        }
        assertThat(Math.sqrt(squares / weights))
                .isCloseTo(CompositionScores.ofKeys(m).score(0, 1, 2, 3), within(1e-4));
    }

    @Test
    void theComponentsAddUpToTheHead() {
        Transformer m = Goldens.model("gpt2");
        Channels channels = Channels.intoValues(m, 0, 1, 1, 0);
        Tensor sum = channels.reads().t().mul(channels.strengths()).matMul(channels.writes());
        assertThat(sum.sub(m.W_V(0, 1).matMul(m.W_O(0, 1))).abs().max().item()).isLessThan(1e-4f);
    }

    /** A random direction's score has a mean square of 1 in d_model. */
    @Test
    void randomDirectionsScoreTheControl() {
        Transformer m = Goldens.model("gpt2");
        Tensor reader = Circuits.qk(m, 1, 0).toTensor();
        Tensor random = Tensor.randn(7, 2000, m.config().dModel());
        Tensor unit = random.div(random.norm(1).unsqueeze(1));
        double square =
                unit.matMul(reader).norm(1).div(reader.norm()).pow(2).mean().item();
        assertThat(Math.sqrt(square))
                .isCloseTo(Channels.intoQueries(m, 0, 0, 1, 0).control(), within(0.005));
    }

    /** In the miniature of IOI, "was there before" is one dimension: a channel of rank one, put there by hand. */
    @Test
    void thePlantedChannelIsTheOneThatIsRead() {
        Wired ioi = HandWired.miniatureIoi();
        Channels planted = planted(ioi);
        int best = planted.ranking().get(0);
        int dim = ioi.subspace("was there before").dim(0);
        assertThat(Math.abs(planted.writes().item(best, dim))).isCloseTo(1, within(1e-4f));
        assertThat(planted.scores().item(best)).isGreaterThan(3 * (float) planted.control());
        assertThat(planted.ranking()).hasSize(1);
        Channels idle = Channels.intoKeys(ioi.model(), 0, 0, 1, 2);
        assertThat((double) idle.scores().item(idle.ranking().get(0))).isLessThan(1e-4);
    }

    /** Nobody is inhibited then, and the name that stands there twice has twice the attention. */
    @Test
    void withoutThePlantedChannelItSaysTheNameThatComesTwice() {
        Wired ioi = HandWired.miniatureIoi();
        Channels planted = planted(ioi);
        int best = planted.ranking().get(0);
        assertThat(difference(ioi)).isGreaterThan(2);
        assertThat(difference(ioi, planted.scaled(0, best))).isLessThan(-2);
    }

    @Test
    void scalingEveryComponentScalesWhatTheHeadWrites() {
        Transformer m = Goldens.model("gpt2");
        Channels channels = Channels.intoValues(m, 0, 1, 1, 0);
        int[] all = IntStream.range(0, channels.size()).toArray();
        long[][] ids = {{5, 9, 2, 7}};
        Recording results = Recording.of(HookPoint.RESULT);
        Tensor before = m.run(Tokens.ofIds(ids), results).get(Hook.result(0)).select(2, 1);
        Tensor after = m.run(Tokens.ofIds(ids), results, channels.scaled(3, all))
                .get(Hook.result(0))
                .select(2, 1);
        assertThat(after.sub(before.mul(3)).abs().max().item()).isLessThan(1e-3f);
    }

    private static Channels planted(Wired ioi) {
        return Channels.intoKeys(ioi.model(), 0, 1, 1, 2);
    }

    private static double difference(Wired ioi, Intervention... changes) {
        Tensor last = ioi.model().run(PROMPT, changes).logits().get(0, -1);
        return last.item((int) ioi.model().tokenizer().id("Mary"))
                - last.item((int) ioi.model().tokenizer().id("John"));
    }

    @Test
    void anEarlierHeadCannotReadALaterOne() {
        Transformer m = Goldens.model("gpt2");
        assertThatThrownBy(() -> Channels.intoKeys(m, 1, 0, 1, 2))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("L1H2")
                .hasMessageContaining("later layer");
        Channels channels = Channels.intoKeys(m, 0, 0, 1, 2);
        assertThatThrownBy(() -> channels.scaled(0))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("ranking()");
        assertThatThrownBy(() -> channels.scaled(0, channels.size()))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("components 0–");
    }
}
