package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.Goldens;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

class DirectLogitAttributionTest {
    private static final Tokens TOKENS =
            Tokens.ofIds(new long[] {3, 14, 15, 92, 65, 35}, new long[] {8, 90, 9, 3, 2, 3});

    /** The logits before the cap, where there is one: cap · artanh(logit / cap). */
    private static double uncapped(Run run, int row, int position, int token) {
        double logit = run.logits().item(row, position, token);
        double cap = run.model().config().stream().softCap();
        return cap == 0 ? logit : cap * 0.5 * Math.log((1 + logit / cap) / (1 - logit / cap));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt2",
                "gpt2-untied-fp16",
                "gptneo",
                "neox-parallel",
                "llama-gqa-llama3",
                "mistral-swa",
                "qwen2",
                "gemma2",
                "phi"
            })
    void sharesSumToTheLogitDifferenceAtEveryPosition(String golden) {
        Run run = Goldens.model(golden).run(TOKENS);
        var perPrompt = DirectLogitAttribution.logitDiff(run, new long[] {5, 6}, new long[] {7, 8});
        var one = DirectLogitAttribution.logit(run, 5);
        Tensor components = perPrompt.components().sum();
        Tensor heads = perPrompt.heads().sum();
        Tensor logits = one.heads().sum();
        for (int row = 0; row < 2; row++) {
            for (int p = 0; p < 6; p++) {
                double expected = uncapped(run, row, p, 5 + row) - uncapped(run, row, p, 7 + row);
                double tolerance = 1e-4 * Math.max(1, Math.abs(uncapped(run, row, p, 5)));
                assertThat((double) components.item(row, p)).isCloseTo(expected, within(tolerance));
                assertThat((double) heads.item(row, p)).isCloseTo(expected, within(tolerance));
                assertThat((double) logits.item(row, p)).isCloseTo(uncapped(run, row, p, 5), within(tolerance));
            }
        }
    }

    /** The short way through the weights gives what taking the stream apart gives. */
    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "llama-gqa-llama3", "gemma2", "phi"})
    void neuronsShareWhatTheirMlpHas(String golden) {
        Run run = Goldens.model(golden).run(TOKENS);
        var attribution = DirectLogitAttribution.logitDiff(run, new long[] {5}, new long[] {7});
        LogitShares neurons = attribution.neurons(1);
        LogitShares components = attribution.components();
        Tensor mlp = components.values().get(components.labels().indexOf("1_mlp_out"));
        assertThat(neurons.sum().sub(mlp).abs().max().item()).isLessThan(2e-4f);
        Tensor slow = Decomposition.neurons(run, 1)
                .applyLn()
                .where(l -> l.equals("L1N3"))
                .dot(attribution.direction());
        assertThat(neurons.values().get(3).sub(slow.get(0)).abs().max().item()).isLessThan(1e-4f);
    }

    /** Brute force: the share of an MLP in the last layer is what the logit loses without it, at the same scale. */
    @Test
    void aShareIsWhatIsMissingWhenThePartIsTakenAwayBehindAFrozenNormalisation() {
        Transformer model = Goldens.model("gpt2");
        Run run = model.run(TOKENS);
        Run without = model.run(
                TOKENS,
                Recording.none(),
                Hook.mlpOut(2).ablate(),
                Hook.lnFinalScale().freeze(run));
        double missing = run.logits().item(0, -1, 5) - without.logits().item(0, -1, 5);
        LogitShares shares = DirectLogitAttribution.logit(run, 5).components();
        assertThat((double) shares.values().item(shares.labels().indexOf("2_mlp_out"), 0, -1))
                .isCloseTo(missing, within(1e-4));
    }

    /** A planted circuit: the head that says what followed the same token before says it, and nobody else does. */
    @Test
    void theShareOfAWordIsItsSayersInAModelWrittenByHand() {
        Run run = InductionModel.build().run(Tokens.ofIds(new long[] {4, 7, 2, 9, 5, 7}));
        LogitShares heads = DirectLogitAttribution.logitDiff(run, new long[] {2}, new long[] {9})
                .heads();
        double all = run.logits().item(0, -1, 2) - run.logits().item(0, -1, 9);
        assertThat(all).isGreaterThan(1);
        assertThat(heads.get("L1H0")).isCloseTo(all, within(0.01 * all));
        assertThat(heads.labels()).containsExactly("embed", "pos_embed", "L0H0", "L0H1", "L1H0", "L1H1");
    }

    @Test
    void wordsTablesAndPicturesNameTheParts() {
        Transformer model = Goldens.model("gpt2");
        Run run = model.run("Mary gave a drink to");
        var attribution = DirectLogitAttribution.logitDiff(run, " Mary", " John");
        LogitShares heads = attribution.heads();
        double sum = 0;
        for (double share : heads.at(-1)) {
            sum += share;
        }
        assertThat(sum).isCloseTo(run.logitDiff(" Mary", " John"), within(1e-4));
        assertThat(heads.get("L1H2")).isEqualTo(heads.at(-1)[heads.labels().indexOf("L1H2")]);
        double[] sorted = heads.table().doubleColumn("logits").asDoubleArray();
        for (int i = 1; i < sorted.length; i++) {
            assertThat(Math.abs(sorted[i])).isLessThanOrEqualTo(Math.abs(sorted[i - 1]));
        }
        assertThat(attribution.components().plot().text()).contains("embed", "0_attn_out", "ln_bias");
        assertThat(attribution.components().plotPositions().text()).contains("Mary", "2_mlp_out");
        assertThat(attribution.accumulated().get("final_post")
                        + attribution.accumulated().get("ln_bias"))
                .isCloseTo(run.logitDiff(" Mary", " John"), within(1e-4));
    }

    @Test
    void whatCannotBeSharedOutIsAnError() {
        Run bare = Goldens.model("gpt2").run(TOKENS, Recording.of(HookPoint.EMBED));
        assertThatThrownBy(() -> DirectLogitAttribution.logit(bare, 5).components())
                .hasMessageContaining("was not recorded");
        Run run = Goldens.model("gpt2").run(TOKENS);
        assertThatThrownBy(() -> DirectLogitAttribution.logit(run, 320)).hasMessageContaining("0 to 319");
        assertThatThrownBy(() -> DirectLogitAttribution.logit(run, 1, 2, 3)).hasMessageContaining("one for each");
        Run bert = Goldens.model("bert").run(TOKENS);
        assertThatThrownBy(() -> DirectLogitAttribution.logit(bert, 5)).hasMessageContaining("layer of neurons");
    }
}
