package practicum.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import practicum.Goldens;
import practicum.hook.Hook;
import practicum.hook.HookException;
import practicum.hook.HookPoint;
import practicum.tensor.Tensor;
import practicum.token.TokenException;
import practicum.token.Tokens;
import tech.tablesaw.api.Table;

class RunTest {
    private static final String PROMPT = "Mary gave a drink to";
    private final Transformer model = Goldens.model("gpt2");
    private final Run run = model.run(PROMPT, new Recording("everything", h -> true));

    private static float distance(Tensor a, Tensor b) {
        assertThat(a.shape()).isEqualTo(b.shape());
        return a.sub(b).abs().max().item();
    }

    @Test
    void theStreamIsTheSumOfWhatIsAddedToIt() {
        Tensor sum = run.get(Hook.embed()).add(run.get(Hook.posEmbed()));
        for (int l = 0; l < 3; l++) {
            assertThat(distance(sum, run.get(Hook.residPre(l)))).isLessThan(1e-5f);
            sum = sum.add(run.get(Hook.attnOut(l)));
            assertThat(distance(sum, run.get(Hook.residMid(l)))).isLessThan(1e-5f);
            sum = sum.add(run.get(Hook.mlpOut(l)));
            assertThat(distance(sum, run.get(Hook.residPost(l)))).isLessThan(1e-5f);
        }
        assertThat(distance(model.unembed(model.lnFinal(sum)), run.logits())).isLessThan(1e-4f);
    }

    @Test
    void patternsAreCausalAndTheirRowsSumToOne() {
        Tensor pattern = run.get(Hook.pattern(1));
        assertThat(pattern.sum(-1).sub(1).abs().max().item()).isLessThan(1e-5f);
        assertThat(distance(pattern, pattern.tril(0))).isZero();
    }

    @Test
    void headsRecomputedFromTheirViewsEqualTheRun() {
        int l = 2;
        int h = 3;
        Tensor x = run.get(Hook.ln1Normalized(l));
        Tensor bias = model.weights().byName().get("blocks.2.attn.b_QKV");
        int d = model.config().dHead();
        int n = model.config().nHeads();
        Tensor q = x.matMul(model.W_Q(l, h)).add(bias.narrow(0, h * d, (h + 1) * d));
        Tensor v = x.matMul(model.W_V(l, h)).add(bias.narrow(0, (2 * n + h) * d, (2 * n + h + 1) * d));
        assertThat(distance(q, run.get(Hook.q(l)).select(2, h))).isLessThan(1e-5f);
        Tensor z = run.get(Hook.pattern(l)).select(1, h).matMul(v);
        assertThat(distance(z, run.get(Hook.z(l)).select(2, h))).isLessThan(1e-5f);
        assertThat(distance(z.matMul(model.W_O(l, h)), run.get(Hook.result(l)).select(2, h)))
                .isLessThan(1e-5f);
    }

    @Test
    void theNormalisationInTwoStepsEqualsTheFusedOne() {
        Run plain = model.run(PROMPT, Recording.of(Hook.ln1Normalized(1), Hook.residPost(2)));
        assertThat(distance(plain.get(Hook.ln1Normalized(1)), run.get(Hook.ln1Normalized(1))))
                .isLessThan(1e-5f);
        assertThat(distance(plain.logits(), run.logits())).isLessThan(1e-4f);
    }

    @Test
    void aBatchEqualsItsRowsOneByOne() {
        String[] prompts = {"Mary", "When Mary and John went to the store,", "drink"};
        Run batch = model.run(model.tokenizer().tokens(prompts));
        for (int r = 0; r < prompts.length; r++) {
            Run alone = model.run(prompts[r]);
            int pads = batch.tokens().padding(r);
            assertThat(distance(
                            batch.logits().get(r).narrow(0, pads, batch.tokens().length()),
                            alone.logits().get(0)))
                    .isLessThan(1e-4f);
        }
    }

    @Test
    void topIsSortedAndItsProbabilitiesAreThoseOfTheSoftmax() {
        Table top = run.top(5);
        double[] p = top.doubleColumn("probability").asDoubleArray();
        assertThat(p).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(p[0]).isCloseTo(run.logits().get(0, -1).softmax(-1).max().item(), within(1e-6));
        assertThat(run.prob(" Mary"))
                .isCloseTo(
                        run.logits().get(0, -1).softmax(-1).item((int)
                                model.tokenizer().id(" Mary")),
                        within(1e-6));
        assertThat(run.logitDiff(" Mary", " John")).isEqualTo(run.logit(" Mary") - run.logit(" John"));
    }

    @Test
    void whatWasNotRecordedIsAnErrorThatSaysHowToRecordIt() {
        Run bare = model.run(PROMPT, Recording.none());
        assertThatThrownBy(() -> bare.get(Hook.z(1)))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("blocks.1.attn.hook_z")
                .hasMessageContaining("Recording.of");
        assertThatThrownBy(() -> run.get(Hook.residPre(3)))
                .hasMessageContaining("layers 0–2")
                .hasMessageContaining("Hook.residPost(2)");
    }

    @Test
    void promptsThatCannotRunAreErrors() {
        assertThatThrownBy(() -> model.run(""))
                .isInstanceOf(TokenException.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> model.run("a ".repeat(80))).hasMessageContaining("at most 64");
        assertThatThrownBy(() -> model.run(Tokens.ofIds(new long[] {3, 320}))).hasMessageContaining("0 to 319");
        assertThatThrownBy(() -> run.prob(" Mary John")).hasMessageContaining("not one token");
    }

    @Test
    void recordingIsWhatWasAskedFor() {
        Run some = model.run(PROMPT, Recording.of(HookPoint.PATTERN));
        assertThat(some.hooks()).containsExactly(Hook.pattern(0), Hook.pattern(1), Hook.pattern(2));
        assertThat(run.hooks()).containsExactlyInAnyOrderElementsOf(model.hooks());
        assertThatThrownBy(() -> model.run(PROMPT, Recording.of(HookPoint.ROT_Q)))
                .hasMessageContaining("its positions are not rotary");
    }
}
