package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.method.DependencyTree.Edge;
import practicum.world.Split;
import practicum.world.grammar.GrammarWorld;
import practicum.world.grammar.ParsedSentence;

class DependencyTreeTest {
    private static DependencyTree tree(Integer... heads) {
        return new DependencyTree(
                Arrays.stream(heads).map(head -> "word").toList(),
                List.of(heads),
                Collections.nCopies(heads.length, "dep"));
    }

    /** Floyd and Warshall's shortest paths over the edges. */
    @Test
    void distancesAreShortestPathsAlongTheEdges() {
        for (DependencyTree tree : RandomTrees.of(20, 9, 3)) {
            double[][] shortest = new double[9][9];
            for (int i = 0; i < 9; i++) {
                Arrays.fill(shortest[i], 100);
                shortest[i][i] = 0;
            }
            for (Edge edge : tree.edges()) {
                shortest[edge.first()][edge.second()] = 1;
                shortest[edge.second()][edge.first()] = 1;
            }
            for (int k = 0; k < 9; k++) {
                for (int i = 0; i < 9; i++) {
                    for (int j = 0; j < 9; j++) {
                        shortest[i][j] = Math.min(shortest[i][j], shortest[i][k] + shortest[k][j]);
                    }
                }
            }
            assertThat(tree.distances()).isDeepEqualTo(shortest);
            assertThat(tree.depths()).containsExactly(shortest[tree.root()]);
        }
    }

    @Test
    void aSentenceOfTheWorldKeepsItsTree() {
        for (ParsedSentence sentence : GrammarWorld.of(1).sentences(Split.TRAIN, 20, 5)) {
            DependencyTree tree = DependencyTree.of(sentence);
            assertThat(tree.words()).isEqualTo(sentence.forms());
            for (int i = 0; i < tree.size(); i++) {
                assertThat(tree.depths()[i]).isEqualTo(sentence.depth(i));
                for (int j = 0; j < tree.size(); j++) {
                    assertThat(tree.distances()[i][j]).isEqualTo(sentence.distance(i, j));
                }
            }
        }
    }

    @Test
    void wordsThatNoneDependsOnCanBeLeftOut() {
        assertThat(tree(1, -1, 1, 2).only(List.of(1, 2, 3)).heads()).containsExactly(-1, 0, 1);
        assertThatThrownBy(() -> tree(1, -1, 1, 2).only(List.of(0, 1, 3)))
                .hasMessageContaining("cannot be left out of the tree");
    }

    @Test
    void whatIsNoTreeIsRefused() {
        assertThatThrownBy(() -> tree(1, 0, -1)).hasMessageContaining("go round in a circle");
        assertThatThrownBy(() -> tree(0, -1)).hasMessageContaining("go round in a circle");
        assertThatThrownBy(() -> tree(-1, -1)).hasMessageContaining("here are 2");
        assertThatThrownBy(() -> tree(-1, 2)).hasMessageContaining("There is no word 2");
        assertThatThrownBy(() -> new DependencyTree(List.of("a"), List.of(-1), List.of()))
                .hasMessageContaining("1 words, 1 heads and 0 relations");
    }
}
