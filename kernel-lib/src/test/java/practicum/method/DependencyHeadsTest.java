package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.hook.Hook;
import practicum.method.DependencyHeads.Direction;
import practicum.model.ModelConfig;
import practicum.model.RandomModels;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.token.Tokenizer;
import practicum.wired.HandWired;
import practicum.world.Split;
import practicum.world.TokenizerFile;
import practicum.world.grammar.GrammarWorld;

class DependencyHeadsTest {
    private static final GrammarWorld WORLD = GrammarWorld.of(1);
    private static final List<DependencyTree> TREES =
            WORLD.sentences(Split.TRAIN, 70, 4).stream().map(DependencyTree::of).toList();

    private static Transformer random(boolean causal) {
        var shape = ModelConfig.shape(
                "random", 2, 12, 3, 8, WORLD.maskedVocabulary().size(), 32);
        ModelConfig config = (causal ? shape : shape.bidirectional()).build();
        Tokenizer tokenizer =
                Tokenizer.parse(TokenizerFile.json(WORLD.maskedVocabulary()).getBytes(StandardCharsets.UTF_8));
        return new Transformer(config, RandomModels.of(config, 3).weights(), tokenizer);
    }

    /** A head that looks at the word before finds what depends on the word before, and the fixed offset does as well. */
    @Test
    void aPreviousTokenHeadFindsAChain() {
        Transformer model = HandWired.previousToken().model();
        List<String> words = model.tokenizer().words().subList(3, 8);
        DependencyTree chain =
                new DependencyTree(words, List.of(-1, 0, 1, 2, 3), List.of("root", "next", "next", "next", "next"));
        DependencyTree jumps =
                new DependencyTree(words, List.of(-1, 0, 0, 1, 2), List.of("root", "next", "jump", "jump", "jump"));
        DependencyHeads heads = DependencyHeads.of(model, List.of(chain, jumps));
        HeadScores next = heads.scores("next", Direction.TO_HEAD);
        assertThat(next.best().score()).isEqualTo(1);
        assertThat(next.best().control()).isEqualTo(1);
        assertThat(heads.bestOffset("next")).isEqualTo(-1);
        HeadScores.Entry found = heads.scores("jump", Direction.TO_HEAD)
                .get(next.best().layer(), next.best().head());
        assertThat(found.score()).isZero();
        assertThat(found.control()).isEqualTo(1);
    }

    /** What lies ahead cannot be attended to, so no word before may seem to. */
    @Test
    void aModelThatLooksBackFindsNothingAhead() {
        DependencyHeads heads = DependencyHeads.of(random(true), TREES);
        assertThat(heads.scores("det", Direction.TO_HEAD).best().score()).isZero();
        assertThat(heads.scores("det", Direction.TO_DEPENDENT).best().score()).isPositive();
    }

    @Test
    void batchesGiveWhatSentencesGiveOneByOne() {
        Transformer model = random(false);
        DependencyHeads heads = DependencyHeads.of(model, TREES);
        for (Direction direction : Direction.values()) {
            HeadScores scores = heads.scores("nsubj", direction);
            for (int layer = 0; layer < 2; layer++) {
                for (int head = 0; head < 3; head++) {
                    assertThat(scores.get(layer, head).score())
                            .isCloseTo(alone(model, layer, head, direction), within(0.02)); // near ties may turn
                }
            }
        }
        List<Integer> offsets = new ArrayList<>();
        for (DependencyTree tree : TREES) {
            tree.places("nsubj"::equals).forEach(i -> offsets.add(tree.heads().get(i) - i));
        }
        int best = heads.bestOffset("nsubj");
        assertThat(heads.scores("nsubj", Direction.TO_HEAD).best().control())
                .isCloseTo(Collections.frequency(offsets, best) / (double) offsets.size(), within(1e-9));
        assertThat(offsets).allSatisfy(each -> assertThat(Collections.frequency(offsets, each))
                .isLessThanOrEqualTo(Collections.frequency(offsets, best)));
    }

    private static double alone(Transformer model, int layer, int head, Direction direction) {
        int right = 0;
        int all = 0;
        for (DependencyTree tree : TREES) {
            Run run = model.run(String.join(" ", tree.words()));
            Tensor pattern = run.get(Hook.pattern(layer)).select(0, 0).select(0, head);
            for (int dependent : tree.places("nsubj"::equals)) {
                int other = tree.heads().get(dependent);
                int from = direction == Direction.TO_HEAD ? dependent : other;
                int to = direction == Direction.TO_HEAD ? other : dependent;
                boolean most = true;
                for (int i = 0; i < tree.size(); i++) {
                    most &= i == from || i == to || pattern.item(from + 1, i + 1) < pattern.item(from + 1, to + 1);
                }
                right += most ? 1 : 0;
                all++;
            }
        }
        return (double) right / all;
    }

    @Test
    void theTableHasEveryRelationWithItsBetterDirection() {
        DependencyHeads heads = DependencyHeads.of(random(false), TREES);
        var table = heads.table();
        double found = 0;
        double all = 0;
        assertThat(table.stringColumn("relation").asList()).containsExactlyElementsOf(heads.relations());
        for (int row = 0; row < table.rowCount(); row++) {
            String relation = table.stringColumn("relation").get(row);
            double best = Math.max(
                    heads.scores(relation, Direction.TO_HEAD).best().score(),
                    heads.scores(relation, Direction.TO_DEPENDENT).best().score());
            assertThat(table.doubleColumn("accuracy").get(row)).isEqualTo(best);
            found += best * table.intColumn("words").get(row);
            all += table.intColumn("words").get(row);
        }
        assertThat(heads.attachment()).isCloseTo(found / all, within(1e-9));
    }

    @Test
    void aRelationThatDoesNotOccurNamesThoseThatDo() {
        DependencyHeads heads = DependencyHeads.of(random(false), TREES);
        assertThatThrownBy(() -> heads.scores("iobj", Direction.TO_HEAD))
                .hasMessageStartingWith("No word depends as \"iobj\"; the relations that occur are [acomp,");
    }

    @Test
    void vectorsAreReadAtTheirWords() {
        Transformer model = random(false);
        List<ProbedSentence> read = ProbedSentence.read(model, Hook.residPost(1), TREES);
        for (int i = 60; i < 68; i++) {
            DependencyTree tree = TREES.get(i);
            Tensor alone = model.run(String.join(" ", tree.words()))
                    .get(Hook.residPost(1))
                    .select(0, 0)
                    .narrow(0, 1, tree.size() + 1);
            assertThat(read.get(i).tree()).isEqualTo(tree);
            assertThat(read.get(i).vectors().toFloatArray()).containsExactly(alone.toFloatArray(), within(1e-4f));
            ProbedSentence bare = read.get(i).without("punct");
            assertThat(bare.tree().words()).doesNotContain(".", ",");
            assertThat(bare.vectors().select(0, -1).toFloatArray())
                    .containsExactly(alone.select(0, tree.size() - 2).toFloatArray(), within(1e-4f));
        }
    }

    @Test
    void aWordThatIsNotOneTokenIsRefused() {
        DependencyTree tree = new DependencyTree(List.of("the keys", "sleep"), List.of(-1, 0), List.of("root", "dep"));
        assertThatThrownBy(() -> DependencyHeads.of(random(false), List.of(tree)))
                .hasMessageContaining("does not make one token of each word");
    }
}
