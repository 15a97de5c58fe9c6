package practicum.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import practicum.Goldens;
import practicum.hook.Hook;
import practicum.hook.HookException;
import practicum.hook.Intervention;
import practicum.load.LoadException;
import practicum.load.Models;
import practicum.method.ActivationPatching;
import practicum.method.DirectLogitAttribution;
import practicum.method.HeadDetectors;
import practicum.method.HeadScores;
import practicum.method.IntegratedGradients;
import practicum.net.Examples;
import practicum.net.Net;
import practicum.net.NetConfig;
import practicum.net.NetException;
import practicum.plot.Axis;
import practicum.plot.Plot;
import practicum.plot.Series;
import practicum.tensor.Tensor;
import practicum.tensor.TensorException;
import practicum.token.TokenException;
import practicum.token.Tokens;
import practicum.weights.Folding;
import practicum.weights.FoldingStep;

/** Mistakes that are easily made: none may pass in silence, and none may end in an error of the machinery. */
class WrongInputTest {
    private static final String PROMPT = "Mary gave a drink to";

    private final Transformer model = Goldens.model("gpt2");
    private final int width = model.config().dModel();
    private final Run run = model.run(PROMPT);

    private static AbstractThrowableAssert<?, ?> refused(Class<? extends Exception> type, ThrowingCallable mistake) {
        return assertThatThrownBy(mistake).isExactlyInstanceOf(type);
    }

    private Metric metric() {
        return Metric.logitDiff(3, 5);
    }

    // ---------------------------------------------------------------- changes

    @Test
    void aChangeThatDoesNotFitIsNamedInTheError() {
        Intervention tooShort = Hook.residPre(0).add(Tensor.ones(3));
        refused(HookException.class, () -> model.run(PROMPT, tooShort))
                .hasMessageContaining("add blocks.0.hook_resid_pre")
                .hasMessageContaining("d_model=" + width);
    }

    @Test
    void aChangeThatMakesNothingOrAnotherTypeIsAnError() {
        refused(HookException.class, () -> model.run(PROMPT, Hook.z(0).edit(x -> null)))
                .hasMessageContaining("made nothing");
        refused(HookException.class, () -> model.run(PROMPT, Hook.z(0).edit(Tensor::toDouble)))
                .hasMessageContaining("float64");
    }

    @Test
    void nullIsRefusedWhereAChangeIsMade() {
        refused(HookException.class, () -> Hook.z(0).patchFrom(null)).hasMessageContaining("a run");
        refused(HookException.class, () -> Hook.z(0).set(null)).hasMessageContaining("a value");
        refused(HookException.class, () -> Hook.z(0).edit(null)).hasMessageContaining("a function");
        refused(HookException.class, () -> Hook.z(0).head((int[]) null)).hasMessageContaining("at least one index");
        refused(HookException.class, () -> model.run(PROMPT, (Intervention) null))
                .hasMessageContaining("changes is null");
    }

    @Test
    void aDirectionIsOneVectorThatHasALength() {
        refused(HookException.class, () -> Hook.residPre(0).projectOut(Tensor.of(1)))
                .hasMessageContaining("one vector");
        refused(HookException.class, () -> Hook.residPre(0).projectOut(Tensor.ones(2, width)))
                .hasMessageContaining("one vector");
        refused(HookException.class, () -> Hook.residPre(0).projectOut(Tensor.zeros(width)))
                .hasMessageContaining("is 0.0");
    }

    @Test
    void aChangeThatSpoilsTheLogitsIsAnError() {
        Intervention division = Hook.lnFinalScale().ablate();
        refused(HookException.class, () -> model.run(PROMPT, division)).hasMessageContaining("not a number");
        refused(HookException.class, () -> model.generate(PROMPT, 2, division)).hasMessageContaining("not a number");
    }

    @Test
    void hidingAKeyByAnInfiniteScoreIsFine() {
        Intervention hide = Hook.attnScores(0).at(-1).key(0).set(Tensor.of(Double.NEGATIVE_INFINITY));
        Tensor pattern = model.run(PROMPT, hide).get(Hook.pattern(0));
        assertThat(pattern.item(0, 0, -1, 0)).isZero();
    }

    @Test
    void aChangeOfNothingButPaddingIsAnError() {
        Tokens padded = Tokens.ofIds(new long[] {4, 5, 6, 7}, new long[] {4, 5});
        Intervention ofPadding = Hook.residPre(0).row(1).at(0, 1).add(Tensor.ones(1));
        refused(HookException.class, () -> model.run(padded, ofPadding))
                .hasMessageContaining("nothing but padding")
                .hasMessageContaining("[0, 2]");
        assertThat(model.run(padded, Hook.residPre(0).row(1).at(0, 2).add(Tensor.randn(1, width)))
                        .interventions())
                .hasSize(1);
    }

    @Test
    void aLayerThatIsNotThereNamesTheNearest() {
        refused(HookException.class, () -> run.get(Hook.mlpOut(99))).hasMessageContaining("blocks.2.hook_mlp_out");
        refused(HookException.class, () -> Hook.parse("z")).hasMessageContaining("blocks.0.attn.hook_z");
        refused(HookException.class, () -> Hook.parse(null)).hasMessageContaining("null");
    }

    @Test
    void hooksMayBeNamedTwice() {
        assertThat(model.run(PROMPT, Recording.of(Hook.z(0), Hook.z(0))).hooks())
                .containsExactly(Hook.z(0));
        Gradients once = model.gradients(PROMPT, metric(), Hook.z(0));
        Gradients twice = model.gradients(PROMPT, metric(), Hook.z(0), Hook.z(0));
        assertThat(twice.get(Hook.z(0)).toFloatArray())
                .isEqualTo(once.get(Hook.z(0)).toFloatArray());
    }

    // ---------------------------------------------------------------- metrics and gradients

    @Test
    void aMetricReadsNoTokenThatIsNotThere() {
        long size = model.config().dVocab();
        Run two = model.run(Tokens.ofIds(new long[] {1, 2}, new long[] {3, 4}));
        // In a flat view of the logits these would be tokens of another prompt.
        refused(ModelException.class, () -> Metric.logProb(size, 0).of(two)).hasMessageContaining("token " + size);
        refused(ModelException.class, () -> Metric.logProb(0, -1).of(two)).hasMessageContaining("token -1");
        refused(ModelException.class, () -> Metric.logit(-1).of(two)).hasMessageContaining("token -1");
        refused(ModelException.class, () -> Metric.logit(1L << 40).of(two)).hasMessageContaining("0 to " + (size - 1));
    }

    @Test
    void aDifferenceOfOneTokenIsAnError() {
        refused(ModelException.class, () -> Metric.logitDiff(3, 3)).hasMessageContaining("always 0");
        refused(ModelException.class, () -> Metric.logitDiff(new long[] {3, 4}, new long[] {5, 4}))
                .hasMessageContaining("token 4 minus itself");
        refused(ModelException.class, () -> Metric.logitDiff(model, " Mary", " Mary"))
                .hasMessageContaining("\" Mary\" minus itself");
        refused(ModelException.class, () -> run.logitDiff(" Mary", " Mary")).hasMessageContaining("name two tokens");
    }

    @Test
    void aMetricIsGivenAWholeRunOrTheLogitsAtItsPositions() {
        assertThat(metric().of(run.logits().take(1, -1)).toFloatArray())
                .containsExactly(metric().of(run).toFloatArray());
        refused(ModelException.class, () -> metric().of(run.logits())).hasMessageContaining("say metric.of(run)");
        refused(ModelException.class, () -> metric().of(run.logits().select(1, -1)))
                .hasMessageContaining("[batch, pos, d_vocab]");
    }

    @Test
    void aMetricWithoutAGradientSaysSo() {
        Metric constant = Metric.last("constant", logits -> Tensor.ones(logits.size(0)));
        refused(ModelException.class, () -> model.gradients(PROMPT, constant, Hook.z(0)))
                .hasMessageContaining("\"constant\" has no gradient");
        refused(
                        ModelException.class,
                        () -> model.differentiate(PROMPT).within(1).gradients(constant, Hook.z(0)))
                .hasMessageContaining("\"constant\" has no gradient");
        refused(ModelException.class, () -> model.differentiate(PROMPT).parameterGradients(constant))
                .hasMessageContaining("\"constant\" has no gradient");
    }

    @Test
    void derivativesNeedSomethingToDifferentiateBy() {
        refused(ModelException.class, () -> model.gradients(PROMPT, null, Hook.z(0)))
                .hasMessageContaining("metric");
        refused(ModelException.class, () -> model.gradients(PROMPT, metric(), (Hook) null))
                .hasMessageContaining("hook");
        refused(ModelException.class, () -> model.differentiate(PROMPT).parameterHessianVector(metric(), Map.of()))
                .hasMessageContaining("at least one parameter");
    }

    // ---------------------------------------------------------------- tokens

    @Test
    void textMayNotBeMissing() {
        refused(TokenException.class, () -> model.run((String) null)).hasMessageContaining("null");
        refused(TokenException.class, () -> model.tokens()).hasMessageContaining("no prompt was given");
        refused(TokenException.class, () -> model.tokenizer().id(null)).hasMessageContaining("null");
        refused(ModelException.class, () -> model.run((Tokens) null)).hasMessageContaining("null");
        refused(ModelException.class, () -> model.run(PROMPT, (Recording) null)).hasMessageContaining("record");
    }

    @Test
    void rowsOfIdsAreCheckedBeforeTheyRun() {
        refused(TokenException.class, () -> Tokens.ofPaddedIds(new long[0][], new int[0]))
                .hasMessageContaining("at least one row");
        refused(TokenException.class, () -> Tokens.ofPaddedIds(new long[][] {{1, 2}}, new int[0]))
                .hasMessageContaining("how many of them are padding");
        refused(TokenException.class, () -> Tokens.ofIds((long[]) null)).hasMessageContaining("null");
        Tokens one = Tokens.ofIds(new long[] {1, 2});
        refused(TokenException.class, () -> one.row(1)).hasMessageContaining("no prompt 1");
        refused(TokenException.class, () -> one.labels(-1)).hasMessageContaining("no prompt -1");
        refused(TokenException.class, () -> one.append(new long[2], List.of()))
                .hasMessageContaining("2 ids and 0 labels");
        refused(TokenException.class, () -> model.tokenizer().decode(-1)).hasMessageContaining("no token -1");
    }

    @Test
    void kindsOfSentenceAreOnlyForModelsThatTellThemApart() {
        Tokens second = Tokens.ofIds(new long[] {1, 2}).withTypes(new long[] {0, 1});
        refused(ModelException.class, () -> model.run(second)).hasMessageContaining("does not tell kinds apart");
        Tokens third = Tokens.ofIds(new long[] {1, 2}).withTypes(new long[] {0, 2});
        refused(ModelException.class, () -> Goldens.model("bert").run(third)).hasMessageContaining("0 to 1");
    }

    @Test
    void aTokensPositionIsFoundOrTheErrorSaysWhereToLook() {
        Tokens tokens = model.tokens(PROMPT);
        String label = tokens.labels().get(2);
        int[] all = tokens.positions(0, label);
        assertThat(all).contains(2);
        if (all.length == 1) {
            assertThat(tokens.position(label)).isEqualTo(2);
        }
        refused(TokenException.class, () -> tokens.position("zebra")).hasMessageContaining("the tokens are");
        Tokens twice = Tokens.ofIds(new long[] {7, 8, 7});
        assertThat(twice.position("8")).isEqualTo(1);
        assertThat(twice.positions(0, "7")).containsExactly(0, 2);
        refused(TokenException.class, () -> twice.position("7")).hasMessageContaining("[0, 2]");
    }

    // ---------------------------------------------------------------- runs

    @Test
    void aClosedRunSaysThatItIsClosed() {
        Run closed = model.run(PROMPT);
        closed.close();
        assertThat(closed.logits().toString()).contains("freed");
        Run other = model.run("John gave a drink to");
        refused(TensorException.class, () -> model.run(PROMPT, Hook.z(0).patchFrom(closed)))
                .hasMessageContaining("freed");
        other.close();
    }

    @Test
    void aTableOfNoTokensIsAnError() {
        refused(ModelException.class, () -> run.top(0)).hasMessageContaining("top(0)");
        refused(HookException.class, () -> run.get(null)).hasMessageContaining("null");
    }

    @Test
    void parametersThatTheFamilyLacksSayWhy() {
        refused(ModelException.class, () -> model.W_gate(0)).hasMessageContaining("have no gate");
        refused(ModelException.class, () -> Goldens.model("qwen2").W_pos()).hasMessageContaining("no position");
    }

    @Test
    void sizesOfTensorsAreNotNegativeAndOperandsNotNull() {
        refused(TensorException.class, () -> Tensor.zeros(-1)).hasMessageContaining("[-1]");
        refused(TensorException.class, () -> Tensor.randn(1, 2, -1)).hasMessageContaining("[2, -1]");
        refused(TensorException.class, () -> Tensor.ones(2).add(null)).hasMessageContaining("null");
    }

    @Test
    void nullIsRefusedByTensorsInWords() {
        Tensor x = Tensor.ones(2, 3);
        for (ThrowingCallable mistake : List.<ThrowingCallable>of(
                () -> Tensor.of((float[]) null),
                () -> Tensor.of((double[]) null),
                () -> Tensor.of((long[]) null),
                () -> Tensor.of((double[][]) null),
                () -> Tensor.of(new double[][] {{1}, null}),
                () -> Tensor.of(new float[2], (long[]) null),
                () -> Tensor.zeros((long[]) null),
                () -> Tensor.concat(0, null),
                () -> Tensor.concat(0, Arrays.asList(x, null)),
                () -> Tensor.stack(0, null),
                () -> Tensor.stack(0, Arrays.asList(x, null)),
                () -> Tensor.where(null, x, x),
                () -> Tensor.where(x, x, null),
                () -> Tensor.einsum(null, x),
                () -> Tensor.einsum("ij->i", (Tensor[]) null),
                () -> Tensor.einsum("ij->i", (Tensor) null),
                () -> x.get((int[]) null),
                () -> x.named((String[]) null),
                () -> x.named("a", null),
                () -> x.matMul(null),
                () -> x.affine(x, null),
                () -> x.take(0, (int[]) null),
                () -> x.take(0, (Tensor) null),
                () -> x.reshape((long[]) null),
                () -> x.layerNorm(null, null, 1e-5))) {
            refused(TensorException.class, mistake).hasMessageContaining("null");
        }
    }

    @Test
    void nullIsRefusedByPlotsInWords() {
        List<String> labels = List.of("a", "b");
        for (ThrowingCallable mistake : List.<ThrowingCallable>of(
                () -> Plot.heatmap((Tensor) null, labels, labels),
                () -> Plot.heatmap(new float[2][], labels, labels),
                () -> Plot.heatmap(new float[2][2], null, labels),
                () -> Plot.heatmap(new float[2][2], labels, Arrays.asList("a", null)),
                () -> Plot.heatmap(new float[2][2], (Axis) null, Axis.of("", labels)),
                () -> Plot.heatmap(new float[2][2], Axis.of("", labels), Axis.of("", labels), null),
                () -> Plot.attention((float[][]) null, labels),
                () -> Plot.attention((Tensor) null, labels),
                () -> Plot.attentionGrid((float[][][]) null, labels),
                () -> Plot.attentionGrid(new float[1][2][2], null),
                () -> Plot.tokens(labels, (double[]) null),
                () -> Plot.tokens(labels, (Tensor) null),
                () -> Plot.tokens(null, new double[2]),
                () -> Plot.bars(labels, (double[]) null),
                () -> Plot.bars(null, new double[2]),
                () -> Plot.line("x", "y", (Series[]) null),
                () -> Plot.line("x", "y", (Series) null),
                () -> Plot.bar("y", null, Series.of("s", 1, 2)),
                () -> Series.of("s", (double[]) null),
                () -> Series.of(null, 1, 2),
                () -> Plot.scatter((float[][]) null, labels),
                () -> Plot.scatter(new float[2][2], labels, null),
                () -> Plot.lens(labels, labels, null, new float[2][2]),
                () -> Plot.chart(null))) {
            refused(IllegalArgumentException.class, mistake).hasMessageContaining("null");
        }
    }

    // ---------------------------------------------------------------- methods

    @Test
    void nullIsRefusedByMethodsInWords() {
        Sweep sweep = Sweep.of(model, model.tokens(PROMPT), metric());
        for (ThrowingCallable mistake : List.<ThrowingCallable>of(
                () -> sweep.metrics(null),
                () -> sweep.metrics(Arrays.asList(Hook.z(0).ablate(), null)),
                () -> sweep.metricsOneByOne(null, done -> {}),
                () -> Sweep.of(null, model.tokens(PROMPT), metric()),
                () -> Folding.all(null),
                () -> Folding.layerNorms(null),
                () -> Folding.steps(model, (FoldingStep) null),
                () -> model.gradients(PROMPT, metric(), (Hook[]) null),
                () -> model.differentiate(PROMPT).parameterGradients(null),
                () -> model.differentiate(PROMPT).parameterGradients(metric(), (String) null),
                () -> model.differentiate(PROMPT).parameterGradients(metric(), (String[]) null),
                () -> model.differentiate(PROMPT).with((Intervention) null),
                () -> model.differentiate(PROMPT).jacobian(null, Hook.z(0)),
                () -> model.differentiate(PROMPT).hessianVector(metric(), Hook.z(0), null),
                () -> model.differentiate(PROMPT).parameterHessianVector(metric(), null))) {
            refused(ModelException.class, mistake).hasMessageContaining("null");
        }
        refused(NetException.class, () -> NetConfig.dense(null, 4, 3)).hasMessageContaining("null");
        refused(NetException.class, () -> NetConfig.dense("net", 4, 3, (Integer[]) null))
                .hasMessageContaining("null");
        refused(NetException.class, () -> NetConfig.dense("net", 4, 3, 5, null)).hasMessageContaining("null");
    }

    @Test
    void methodsRefuseWhatIsMissingOrOutOfRange() {
        Run corrupted = model.run("John gave a drink to");
        refused(ModelException.class, () -> ActivationPatching.of(run, null, metric()))
                .hasMessageContaining("null");
        refused(ModelException.class, () -> IntegratedGradients.of(run, corrupted, metric())
                        .steps(0))
                .hasMessageContaining("at least one step");
        HeadScores scores = HeadDetectors.of(model, 2, 3, 1).previousToken();
        refused(ModelException.class, () -> scores.get(9, 0))
                .hasMessageContaining("no head L9H0")
                .hasMessageContaining("L2H3");
        refused(ModelException.class, () -> HeadDetectors.of(model).withWords(List.of()))
                .hasMessageContaining("words");
        String token = model.label(5);
        refused(ModelException.class, () -> DirectLogitAttribution.logitDiff(run, token, token))
                .hasMessageContaining("always 0");
        assertThat(ActivationPatching.of(run, corrupted, metric()).toString())
                .contains("gave")
                .contains("logit difference");
    }

    @Test
    void modelsNeedANameOrAFolder() {
        refused(LoadException.class, () -> Models.load((String) null)).hasMessageContaining("world");
        refused(LoadException.class, () -> Models.load(" ")).hasMessageContaining("Name a model");
        refused(LoadException.class, () -> Models.load((Path) null)).hasMessageContaining("null");
    }

    @Test
    void labelsOfExamplesAreOutputsOfTheNet() {
        Net net = Net.initial(NetConfig.dense("three", 4, 3, 5), 1);
        refused(NetException.class, () -> net.accuracy(Examples.of(Tensor.ones(2, 4), 1L, 3L)))
                .hasMessageContaining("no label 3");
        refused(NetException.class, () -> net.run(null)).hasMessageContaining("[batch, 4]");
    }
}
