package practicum.wired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import practicum.hook.Hook;
import practicum.hook.Intervention;
import practicum.method.DirectLogitAttribution;
import practicum.method.HeadDetectors;
import practicum.method.HeadScores;
import practicum.method.LogitShares;
import practicum.method.PathPatching;
import practicum.model.Metric;
import practicum.model.ModelException;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

class InductionWiringTest {
    private static final Wired PREVIOUS = HandWired.previousToken();
    private static final Wired INDUCTION = HandWired.induction();
    private static final Wired CONTROL = HandWired.inductionControl();
    private static final List<String> WORDS = List.of("cat", "dog", "fish", "owl");

    static Stream<Wired> all() {
        return Stream.of(PREVIOUS, INDUCTION, CONTROL);
    }

    private static void assertFoundOnlyAt(HeadScores scores, Transformer model, List<String> labels) {
        for (int l = 0; l < model.config().nLayers(); l++) {
            for (int h = 0; h < model.config().nHeads(); h++) {
                HeadScores.Entry entry = scores.get(l, h);
                if (labels.contains(entry.label())) {
                    assertThat(entry.score()).as(entry.label()).isGreaterThan(0.99);
                    assertThat(entry.control())
                            .as("control of " + entry.label())
                            .isLessThan(0.3);
                } else {
                    assertThat(entry.score()).as(entry.label()).isLessThan(0.2);
                }
            }
        }
    }

    /** What each text should make an induction head say after its last word: what followed that word before, if anything. */
    private static double[] continued(long[] row, int vocabulary) {
        double[] logits = new double[vocabulary];
        List<Long> followers = new ArrayList<>();
        for (int p = 2; p < row.length; p++) {
            if (row[p - 1] == row[row.length - 1]) {
                followers.add(row[p]);
            }
        }
        followers.forEach(word -> logits[word.intValue()] += 10.0 / followers.size());
        return logits;
    }

    private static void assertLast(Run run, int row, double[] expected) {
        assertThat(run.logits().get(row, -1).toDoubleArray()).containsExactly(expected, within(1e-3));
    }

    // ---------------------------------------------------------------- behaviour

    @Test
    void thePreviousTokenModelSaysTheWordBeforeOnEveryText() {
        Tokens texts = AllTokens.of(PREVIOUS.model(), WORDS, 3);
        Run run = PREVIOUS.model().run(texts);
        for (int row = 0; row < texts.batch(); row++) {
            double[] expected = new double[PREVIOUS.model().config().dVocab()];
            expected[(int) texts.row(row)[2]] = 10; // <bos> a b c: the last is at 3
            assertLast(run, row, expected);
        }
    }

    @Test
    void theInductionModelContinuesEveryTextAsItWentBefore() {
        Tokens texts = AllTokens.of(INDUCTION.model(), WORDS, 5);
        Run run = INDUCTION.model().run(texts);
        int silent = 0;
        for (int row = 0; row < texts.batch(); row++) {
            double[] expected =
                    continued(texts.row(row), INDUCTION.model().config().dVocab());
            assertLast(run, row, expected);
            silent += Tensor.of(expected).max().item() == 0 ? 1 : 0;
        }
        assertThat(silent).isEqualTo(4 * 3 * 3 * 3 * 3); // texts whose last word is new
    }

    @Test
    void theInductionModelGoesOnForAsLongAsItCanRead() {
        assertThat(INDUCTION.model().generate("owl key moon dog owl", 6))
                .isEqualTo("owl key moon dog owl key moon dog owl key moon");
    }

    @Test
    void theControlSaysNothingOnAnyText() {
        Run run = CONTROL.model().run(AllTokens.of(CONTROL.model(), WORDS, 4));
        assertThat(run.logits().abs().max().item()).isLessThan(1e-4f);
    }

    // ---------------------------------------------------------------- heads

    @Test
    void attentionIsAllOrNothing() {
        Run run = INDUCTION.model().run("cat dog fish cat");
        Tensor before = run.get(Hook.pattern(0)).get(0, 1);
        for (int p = 1; p < 5; p++) {
            assertThat(before.item(p, p - 1)).isGreaterThan(0.99f);
        }
        Tensor induction = run.get(Hook.pattern(1)).get(0, 2);
        assertThat(induction.item(4, 2)).as("from the second cat to dog").isGreaterThan(0.99f);
        assertThat(induction.item(3, 0)).as("from fish to <bos>").isGreaterThan(0.99f);
    }

    @Test
    void detectorsFindTheHeadsThatAreThereAndNoOthers() {
        for (Wired wired : List.of(PREVIOUS, INDUCTION, CONTROL)) {
            HeadDetectors detectors = HeadDetectors.of(wired.model(), 6, 12, 1);
            boolean copies = wired == INDUCTION;
            assertFoundOnlyAt(detectors.previousToken(), wired.model(), List.of("L0H1"));
            assertFoundOnlyAt(detectors.induction(), wired.model(), copies ? List.of("L1H2") : List.of());
            assertFoundOnlyAt(detectors.duplicateToken(), wired.model(), List.of());
        }
    }

    @Test
    void onlyTheInductionHeadCopies() {
        HeadScores copying = HeadDetectors.of(INDUCTION.model()).copying();
        assertThat(copying.get(1, 2).score()).isCloseTo(1, within(1e-3));
        assertThat(copying.get(0, 1).score()).isCloseTo(0, within(1e-3));
        assertThat(copying.get(1, 0).score()).isCloseTo(0, within(1e-3));
    }

    /** The path: the previous-token head writes what the induction head's keys read, and nothing else reaches it. */
    @Test
    void onlyThePreviousTokenHeadFeedsTheInductionHeadsKeys() {
        Transformer model = INDUCTION.model();
        Metric metric =
                Metric.logitDiff(model.tokenizer().id("dog"), model.tokenizer().id("owl"));
        PathPatching paths = PathPatching.of(model.run("cat dog fish cat"), model.run("owl dog fish cat"), metric);
        double[] toKeys = paths.to(Hook.kInput(1).head(2)).heads().effect().toDoubleArray();
        assertThat(toKeys).containsExactly(new double[] {0, 10, 0, 0, 0, 0}, within(1e-3));
        double[] toEnd = paths.heads().effect().toDoubleArray();
        assertThat(toEnd).containsExactly(new double[] {0, 0, 0, 0, 0, 10}, within(1e-3));
    }

    @Test
    void theLogitIsTheInductionHeadsShareAlone() {
        Run run = INDUCTION.model().run("cat dog fish cat");
        LogitShares shares = DirectLogitAttribution.logit(run, "dog").heads();
        assertThat(shares.get("L1H2")).isCloseTo(10, within(1e-3));
        assertThat(shares.labels()).hasSize(8);
        assertThat(Tensor.of(shares.at(-1)).abs().sum().item()).isCloseTo(10, within(1e-3f));
    }

    // ---------------------------------------------------------------- ablation

    @ParameterizedTest
    @MethodSource("all")
    void takingAnIdleHeadAwayChangesNothing(Wired wired) {
        Tensor logits = wired.model().run("cat dog fish cat").logits();
        assertThat(wired.idle()).isNotEmpty();
        for (Wired.Part idle : wired.idle()) {
            Tensor without =
                    wired.model().run("cat dog fish cat", idle.site().ablate()).logits();
            assertThat(without.sub(logits).abs().max().item())
                    .as(idle.toString())
                    .isZero();
        }
    }

    @Test
    void withoutEitherHeadTheInductionModelIsSilent() {
        for (Wired.Part part : INDUCTION.working()) {
            Intervention without = part.site().ablate();
            Run run = INDUCTION.model().run("cat dog fish cat", without);
            assertThat(run.logits().get(0, -1).abs().max().item())
                    .as(part.role())
                    .isLessThan(1e-4f);
        }
        assertThat(INDUCTION.working()).hasSize(2);
        Run run = PREVIOUS.model()
                .run("cat dog", PREVIOUS.part("previous-token head").site().ablate());
        assertThat(run.logits().abs().max().item()).isZero();
    }

    // ---------------------------------------------------------------- the record

    @Test
    void theStreamHoldsTheWordBeforeWhereItSays() {
        Run run = INDUCTION.model().run("cat dog fish");
        Wired.Subspace before = INDUCTION.subspace("token before");
        int cat = (int) INDUCTION.model().tokenizer().id("cat");
        Tensor atDog = run.get(Hook.residPost(0)).get(0, 2);
        assertThat(atDog.item(before.dim(cat))).isCloseTo(1, within(1e-4f));
        assertThat(atDog.take(0, before.dims()).abs().sum().item()).isCloseTo(1, within(1e-4f));
    }

    @Test
    void thePartsAreListedWithTheirRoles() {
        assertThat(INDUCTION.part("induction head").label()).isEqualTo("L1H2");
        assertThat(INDUCTION.toString()).contains("L0H1 previous-token head").contains("L1H0 idle head");
        assertThatThrownBy(() -> INDUCTION.part("name mover"))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("0 parts")
                .hasMessageContaining("induction head=1");
        assertThatThrownBy(() -> INDUCTION.part("idle head")).hasMessageContaining("4 parts");
        assertThatThrownBy(() -> new Wired.Part("all heads", Hook.z(0).site(), ""))
                .hasMessageContaining("one head");
        assertThatThrownBy(() -> INDUCTION.subspace("mood")).hasMessageContaining("token before");
        assertThatThrownBy(() -> INDUCTION.subspace("position").dim(48)).hasMessageContaining("48 dimensions");
    }
}
