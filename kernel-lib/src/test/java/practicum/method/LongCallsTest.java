package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import practicum.hook.Hook;
import practicum.load.Models;
import practicum.model.Metric;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.net.ConvConfig;
import practicum.net.Net;
import practicum.net.NetConfig;
import practicum.progress.ProgressState;
import practicum.progress.Watched;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.token.Tokens;
import practicum.train.Recipe;
import practicum.weights.Circuits;
import practicum.weights.CompositionScores;
import practicum.weights.Folded;
import practicum.weights.Folding;
import practicum.weights.TokenPairs;
import practicum.wired.HandWired;
import practicum.world.Split;
import practicum.world.language.LanguageWorld;
import practicum.zoo.Answering;

/** What takes over a second on a large model, or on many texts, says how far it is. */
class LongCallsTest {
    private static final Transformer MODEL = Models.load("world");
    private static final String PROMPT = "When Mary and John went to the store , John gave a drink to";
    private static final Run CLEAN = MODEL.run(PROMPT);
    private static final Run CORRUPTED = MODEL.run("When Mary and John went to the store , Mary gave a drink to");
    private static final Metric METRIC = Metric.logitDiff(MODEL, "Mary", "John");
    private static final Tokens TEXTS =
            Tokens.ofIds(LanguageWorld.of(LanguageWorld.SHIPPED_SEED).stream(LanguageWorld.Reading.KNOWLEDGE, 32)
                    .batch(20, 1));
    private static final Transformer WIRED = HandWired.previousToken().model();

    private static final TunedLens LENS = lens();
    private static final Folded FOLDED = Folding.all(MODEL);

    static Stream<Arguments> calls() {
        return Stream.of(
                call("Patching", () -> patching().attnOut()),
                call("Paths", () -> PathPatching.of(CLEAN, CORRUPTED, METRIC).heads()),
                call("Gradients along a path", () -> integrated().steps(4).embeddings()),
                call("Attributing edges", () -> attribution()
                        .integratedActivations(1, PathRule.RIGHT)
                        .scores()),
                call("Edges between positions", () -> attribution().crossings()),
                call("Running circuits", () -> CircuitRuns.of(CLEAN, CORRUPTED, METRIC)
                        .metrics(List.of(Circuit.whole(MODEL), Circuit.none(MODEL)))),
                call("Pruning", LongCallsTest::pruned),
                call(
                        "Attributing \"Kyoto\" to neurons",
                        () -> KnowledgeNeurons.at(MODEL, "Kyoto", List.of("Emma Cruz lives in"), new int[] {2}, 2)),
                call("Reading texts", () -> KeyValueMemories.of(MODEL, TEXTS, 1)),
                call("Reading sentences", () -> DependencyHeads.of(WIRED, List.of(chain()))),
                call("Reading heads' weights", () -> HeadFunctions.of(WIRED)
                        .promoted(Map.of("cat", "cat", "dog", "dog"), 1)),
                call(
                        "Factoring activations",
                        () -> SemiNonnegativeFactors.of(Tensor.randn(1, 6, 5), SemiNonnegativeFactors.Settings.of(2))),
                call("Tuning a lens", () -> lens()),
                call("Reading texts by a lens", () -> LENS.kl(TEXTS)),
                call("Predicting a text", () -> Loss.of(MODEL, TEXTS)),
                call("Predicting a text", () -> Loss.ofIds(MODEL, TEXTS.row(0), 1)),
                call("Training", LongCallsTest::probe),
                call("Gradients of noisy copies", LongCallsTest::saliency),
                call("Searching pairs of tokens", () -> TokenPairs.largest(MODEL, Circuits.fullOv(MODEL, 0, 0), 3)),
                call("Running world", LongCallsTest::longRun),
                call(
                        "Gradients, block by block",
                        () -> MODEL.differentiate(PROMPT).within(1).gradients(METRIC, Hook.residPre(0))),
                call("Rows of a Jacobian", () -> MODEL.differentiate(PROMPT)
                        .within(1)
                        .jacobian(Hook.residPre(0).at(-1), Hook.residPost(0).at(-1))),
                call("Folding", () -> Folding.all(MODEL)),
                call("Comparing world, folded, with", () -> FOLDED.certificate()),
                call("K-composition", () -> CompositionScores.ofKeys(MODEL)),
                call("Asking", LongCallsTest::asked),
                call("Writing", () -> MODEL.generate("Emma Cruz", 3)));
    }

    private static Arguments call(String title, Executable call) {
        return arguments(title, call);
    }

    private static ActivationPatching patching() {
        return ActivationPatching.of(CLEAN, CORRUPTED, METRIC);
    }

    private static IntegratedGradients integrated() {
        return IntegratedGradients.of(CLEAN, CORRUPTED, METRIC);
    }

    private static EdgeAttribution attribution() {
        return EdgeAttribution.of(CLEAN, CORRUPTED, METRIC);
    }

    private static TunedLens lens() {
        return TunedLens.train(MODEL, TEXTS, new TunedLensSettings(2, 2, 1e-3, 1));
    }

    private static void pruned() {
        CircuitPruning pruning = CircuitPruning.of(
                WIRED, Tokens.ofIds(new long[] {3, 4, 5}), CircuitPruning.choice(new long[] {4}, new long[] {6}));
        pruning.under(pruning.wholeLoss() + 1);
    }

    private static DependencyTree chain() {
        return new DependencyTree(
                WIRED.tokenizer().words().subList(3, 6), List.of(-1, 0, 1), List.of("root", "next", "next"));
    }

    private static void probe() {
        LinearProbe.train(
                new LabelledWords(Tensor.randn(1, 4, 3), List.of("a", "b", "c", "d"), List.of("x", "y", "x", "y")),
                Recipe.of(1, 5, 2, 1e-2));
    }

    private static void saliency() {
        Net net = Net.initial(NetConfig.conv("small", 2, 5, 4, 3, ConvConfig.of(3, 3)), 1);
        Saliency.of(net).smooth(3, 0.1, 1).maps(Tensor.randn(2, 1, 2, 5, 4), 2);
    }

    private static void longRun() {
        double each = MODEL.plan(TEXTS, Recording.none()).flops() / TEXTS.batch();
        long[][] rows = new long[(int) (6e10 / each)][];
        Arrays.fill(rows, TEXTS.row(0));
        MODEL.run(Tokens.ofIds(rows), Recording.none()).close();
    }

    private static void asked() {
        LanguageWorld world = LanguageWorld.of(LanguageWorld.SHIPPED_SEED);
        Answering.of(MODEL, world.facts().prompts(Split.HELD_OUT, Seeds.random(1)));
    }

    @Test
    void aShortRunIsQuiet() {
        try (var watched = new Watched()) {
            MODEL.run(TEXTS, Recording.none()).close();
            assertThat(watched.states()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void aLongCallTellsHowFarItIsUpToItsEnd(String title, Executable call) throws Throwable {
        List<ProgressState> told;
        try (var watched = new Watched()) {
            call.execute();
            told = watched.states().stream()
                    .filter(state -> state.what().startsWith(title))
                    .toList();
        }
        assertThat(told).hasSizeGreaterThan(1);
        assertThat(told).extracting(ProgressState::done).isSorted();
        assertThat(told.get(told.size() - 1).complete()).isTrue();
    }
}
