package practicum.wired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import practicum.hook.Hook;
import practicum.hook.Intervention;
import practicum.hook.Site;
import practicum.method.DirectLogitAttribution;
import practicum.method.HeadDetectors;
import practicum.method.HeadScores;
import practicum.method.LogitShares;
import practicum.method.PathPatching;
import practicum.model.Metric;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Tensor;

class IoiWiringTest {
    private static final Wired IOI = HandWired.miniatureIoi();
    private static final Wired REPAIRING = HandWired.selfRepairingIoi();
    private static final String PROMPT = "When Mary and John went to the store , John gave a drink to";
    private static final int S1 = 4;
    private static final int IO = 2;
    private static final int S2 = 10;
    private static final int END = 14;

    /** Sentences, and the two names that each could end in: the right one first. */
    private record Sentences(List<String> texts, List<String> right, List<String> wrong) {
        /** Any two names in both orders: who is named first gives, or who is named second. */
        static Sentences of(String template, List<String> names) {
            Sentences all = new Sentences(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (String first : names) {
                for (String second : names) {
                    if (!first.equals(second)) {
                        all.add(String.format(template, first, second, second), first, second);
                        all.add(String.format(template, first, second, first), second, first);
                    }
                }
            }
            return all;
        }

        private void add(String text, String answer, String other) {
            texts.add(text);
            right.add(answer);
            wrong.add(other);
        }

        List<Double> logitDiffs(Transformer model, Intervention... changes) {
            Run run = model.run(model.tokenizer().tokens(texts.toArray(String[]::new)), Recording.none(), changes);
            return DoubleStream.of(Metric.logitDiff(ids(model, right), ids(model, wrong))
                            .of(run)
                            .toDoubleArray())
                    .boxed()
                    .toList();
        }

        private static long[] ids(Transformer model, List<String> words) {
            return words.stream().mapToLong(model.tokenizer()::id).toArray();
        }
    }

    private static double logitDiff(Wired wired, Intervention... changes) {
        return wired.model().run(PROMPT, changes).logitDiff("Mary", "John");
    }

    private static Site site(Wired wired, String role) {
        return wired.part(role).site();
    }

    // ---------------------------------------------------------------- behaviour

    @Test
    void everyPairOfNamesInBothOrdersIsAnsweredRight() {
        Sentences all = Sentences.of("When %s and %s went to the store , %s gave a drink to", HandWired.ioiNames());
        assertThat(all.texts()).hasSize(2 * 16 * 15);
        assertThat(all.logitDiffs(IOI.model()))
                .allSatisfy(diff -> assertThat(diff).isCloseTo(7, within(1e-2)));
        assertThat(all.logitDiffs(REPAIRING.model()))
                .allSatisfy(diff -> assertThat(diff).isCloseTo(10, within(1e-2)));
    }

    @Test
    void sentencesOfOtherWordsAndLengthsAreAnsweredRight() {
        List<String> names = List.of("Anna", "Tom", "Rose");
        for (String template : List.of(
                "After %s and %s met at the park , %s handed the letter to",
                "%s and %s were at the office , %s passed a key to",
                "While the %s and the %s were at the school garden , %s gave the book to")) {
            assertThat(Sentences.of(template, names).logitDiffs(IOI.model()))
                    .hasSize(12)
                    .allSatisfy(diff -> assertThat(diff).isCloseTo(7, within(1e-2)));
        }
    }

    @Test
    void theAnswerIsTheTopOfAllWords() {
        Run run = IOI.model().run(PROMPT);
        assertThat(run.top(1).row(0).getString("token")).isEqualTo("Mary");
        assertThat(run.top(1).row(0).getDouble("probability")).isGreaterThan(0.9);
    }

    // ---------------------------------------------------------------- heads

    @Test
    void attentionIsAllOrNothing() {
        Run run = IOI.model().run(PROMPT);
        assertThat(run.get(Hook.pattern(0)).item(0, 1, S2, S1)).isGreaterThan(0.99f);
        assertThat(run.get(Hook.pattern(0)).item(0, 1, S1, 0))
                .as("a new name rests")
                .isGreaterThan(0.99f);
        assertThat(run.get(Hook.pattern(1)).item(0, 2, END, S2)).isGreaterThan(0.99f);
        for (int head : new int[] {0, 2, 3}) {
            assertThat(run.get(Hook.pattern(2)).item(0, head, END, IO)).isGreaterThan(0.99f);
        }
    }

    @Test
    void theDuplicateTokenHeadIsFoundAndNoOther() {
        HeadDetectors detectors = HeadDetectors.of(IOI.model());
        HeadScores duplicates = detectors.duplicateToken();
        assertThat(duplicates.best().label()).isEqualTo("L0H1");
        assertThat(duplicates.best().score()).isGreaterThan(0.99);
        assertThat(duplicates.best().control()).isLessThan(0.3);
        assertThat(duplicates.table().row(1).getDouble("score")).isLessThan(0.25);
        assertThat(detectors.induction().best().score()).isLessThan(0.25);
        assertThat(detectors.previousToken().best().score()).isLessThan(0.25);
    }

    @Test
    void theSharesOfTheLogitDifferenceAreTheNameMovers() {
        Run run = IOI.model().run(PROMPT);
        LogitShares shares =
                DirectLogitAttribution.logitDiff(run, "Mary", "John").heads();
        assertThat(shares.get("L2H0")).isCloseTo(6, within(1e-3));
        assertThat(shares.get("L2H2")).isCloseTo(4, within(1e-3));
        assertThat(shares.get("L2H3")).isCloseTo(-3, within(1e-3));
        assertThat(Tensor.of(shares.at(-1)).abs().sum().item()).isCloseTo(13, within(1e-2f));
    }

    // ---------------------------------------------------------------- the circuit, by paths

    /** Against a text in which a third name gives, and no name comes twice. */
    private static double[] paths(Site... receivers) {
        Transformer model = IOI.model();
        Metric metric =
                Metric.logitDiff(model.tokenizer().id("Mary"), model.tokenizer().id("John"));
        Run abc = model.run(PROMPT.replace(", John", ", Emma"));
        PathPatching all = PathPatching.of(model.run(PROMPT), abc, metric).noising();
        PathPatching paths = receivers.length == 0 ? all : all.to(receivers);
        return paths.heads().effect().toDoubleArray();
    }

    private static double[] at(int layer, double... perHead) {
        double[] effects = new double[12];
        System.arraycopy(perHead, 0, effects, 4 * layer, 4);
        return effects;
    }

    /** Without a name to leave out each of three names gets a third, so that a difference is left of none. */
    @Test
    void nameMoversReachTheLogits() {
        assertThat(paths()).containsExactly(at(2, -6, 0, -4, 3), within(1e-2));
    }

    @Test
    void theInhibitionHeadReachesTheNameMoversQueries() {
        Site[] movers = {
            Hook.qInput(2).head(0), Hook.qInput(2).head(2), Hook.qInput(2).head(3),
        };
        // Mary stands there once and John twice: a third of 7 for her and two thirds for him, instead of 7 for her.
        assertThat(paths(movers)).containsExactly(at(1, 0, 0, -7 / 3.0 - 7, 0), within(1e-2));
        assertThat(paths(Hook.kInput(2).head(0))).containsExactly(new double[12], within(1e-2));
        assertThat(paths(Hook.vInput(2).head(0))).containsExactly(new double[12], within(1e-2));
    }

    @Test
    void theDuplicateTokenHeadReachesTheInhibitionHeadsKeys() {
        assertThat(paths(Hook.kInput(1).head(2))).containsExactly(at(0, 0, -7 / 3.0 - 7, 0, 0), within(1e-2));
        assertThat(paths(Hook.qInput(1).head(2))).containsExactly(new double[12], within(1e-2));
        assertThat(paths(Hook.vInput(1).head(2))).containsExactly(new double[12], within(1e-2));
    }

    // ---------------------------------------------------------------- ablation

    @Test
    void withoutTheMarkOrItsMessengerTheModelSaysWhoWasNamedMore() {
        for (String role : List.of("duplicate-token head", "S-inhibition head")) {
            assertThat(logitDiff(IOI, site(IOI, role).ablate())).as(role).isCloseTo(-7 / 3.0, within(1e-2));
        }
    }

    @Test
    void eachNameMoverTakesItsOwnShareWithIt() {
        double[] left = {1, 3, 10};
        int[] heads = {0, 2, 3};
        for (int i = 0; i < 3; i++) {
            assertThat(logitDiff(IOI, Hook.z(2).head(heads[i]).ablate())).isCloseTo(left[i], within(1e-2));
        }
        assertThat(logitDiff(IOI, Hook.z(2).head(heads).ablate())).isZero();
    }

    @Test
    void takingAnIdleHeadAwayChangesNothing() {
        for (Wired wired : List.of(IOI, REPAIRING)) {
            double whole = logitDiff(wired);
            assertThat(wired.idle()).hasSizeGreaterThan(6);
            for (Wired.Part idle : wired.idle()) {
                assertThat(logitDiff(wired, idle.site().ablate()))
                        .as(idle.label())
                        .isEqualTo(whole);
            }
        }
    }

    @Test
    void theBackupSpeaksOnlyWhereTheNameMoverIsMissing() {
        Site mover = site(REPAIRING, "name mover");
        Site backup = site(REPAIRING, "backup name mover");
        Run whole = REPAIRING.model().run(PROMPT);
        Run without = REPAIRING.model().run(PROMPT, mover.ablate());

        assertThat(whole.get(Hook.pattern(3)).item(0, 1, END, 0)).as("it rests").isGreaterThan(0.99f);
        assertThat(without.get(Hook.pattern(3)).item(0, 1, END, IO)).isGreaterThan(0.99f);
        assertThat(without.logitDiff("Mary", "John")).isCloseTo(8, within(1e-2));
        assertThat(logitDiff(REPAIRING, backup.ablate())).isCloseTo(10, within(1e-2));
        assertThat(logitDiff(REPAIRING, mover.ablate(), backup.ablate())).isCloseTo(0, within(1e-4));
    }
}
