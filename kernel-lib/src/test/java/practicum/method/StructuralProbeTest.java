package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import practicum.method.DependencyTree.Edge;
import practicum.tensor.Tensor;
import practicum.train.Recipe;

class StructuralProbeTest {
    private static final int WORDS = 10;
    private static final Recipe RECIPE = Recipe.of(1, 400, 32, 2e-2);

    private static List<ProbedSentence> planted(int count, long seed, Tensor map) {
        return RandomTrees.of(count, WORDS, seed).stream()
                .map(tree -> RandomTrees.planted(tree, map))
                .toList();
    }

    private static List<ProbedSentence> noise(int count, long seed) {
        List<DependencyTree> trees = RandomTrees.of(count, WORDS, seed);
        return IntStream.range(0, count)
                .mapToObj(i -> new ProbedSentence(trees.get(i), Tensor.randn(seed + i, WORDS, RandomTrees.WIDTH)))
                .toList();
    }

    @Test
    void theProjectionThatUndoesTheMapGivesEveryDistanceAndDepth() {
        Tensor[] map = RandomTrees.map(5);
        for (ProbedSentence sentence : planted(10, 1, map[0])) {
            float[][] distances =
                    new DistanceProbe(map[1]).distances(sentence.vectors()).toMatrix();
            for (int i = 0; i < WORDS; i++) {
                assertThat(DistanceProbe.doubles(distances[i]))
                        .containsExactly(sentence.tree().distances()[i], within(1e-4));
            }
            assertThat(new DepthProbe(map[1]).depths(sentence.vectors()).toDoubleArray())
                    .containsExactly(sentence.tree().depths(), within(1e-4));
        }
    }

    @Test
    void whereTreesAreInTheVectorsAProbeFindsNewOnes() {
        Tensor map = RandomTrees.map(5)[0];
        List<ProbedSentence> train = planted(200, 1, map);
        List<ProbedSentence> test = planted(50, 2, map);
        DistanceProbe.Scores distances =
                DistanceProbe.train(train, RandomTrees.WIDTH, RECIPE).score(test);
        assertThat(distances.uuas()).isGreaterThan(0.95);
        assertThat(distances.spearman()).isGreaterThan(0.95);
        DepthProbe.Scores depths =
                DepthProbe.train(train, RandomTrees.WIDTH, RECIPE).score(test);
        assertThat(depths.root()).isGreaterThan(0.95);
        assertThat(depths.spearman()).isGreaterThan(0.95);
    }

    /** A random spanning tree of n words has each edge with probability 2 / n. */
    @Test
    void whereTheyAreNotItGuesses() {
        DistanceProbe.Scores distances =
                DistanceProbe.train(noise(200, 1), RandomTrees.WIDTH, RECIPE).score(noise(100, 1000));
        assertThat(distances.uuas()).isCloseTo(2.0 / WORDS, within(0.06));
        DepthProbe.Scores depths =
                DepthProbe.train(noise(200, 1), RandomTrees.WIDTH, RECIPE).score(noise(100, 1000));
        assertThat(depths.root()).isCloseTo(1.0 / WORDS, within(0.1));
        assertThat(depths.spearman()).isCloseTo(0, within(0.1));
    }

    @Test
    void theTreeIsTheShortestOfAllSpanningTrees() {
        for (int seed = 0; seed < 10; seed++) {
            DistanceProbe probe = new DistanceProbe(Tensor.randn(seed, 4, 4));
            Tensor vectors = Tensor.randn(100 + seed, 5, 4);
            float[][] distances = probe.distances(vectors).toMatrix();
            assertThat((double) length(probe.tree(vectors), distances)).isCloseTo(shortest(distances), within(1e-3));
        }
    }

    /** Over all sets of four edges between five words that join them all. */
    private static double shortest(float[][] distances) {
        List<Edge> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < i; j++) {
                all.add(new Edge(i, j));
            }
        }
        double shortest = Double.POSITIVE_INFINITY;
        for (int subset = 0; subset < 1 << all.size(); subset++) {
            int chosen = subset;
            Set<Edge> edges = new HashSet<>(IntStream.range(0, all.size())
                    .filter(i -> (chosen >> i & 1) == 1)
                    .mapToObj(all::get)
                    .toList());
            if (edges.size() == 4 && joinsAll(edges)) {
                shortest = Math.min(shortest, length(edges, distances));
            }
        }
        return shortest;
    }

    private static boolean joinsAll(Set<Edge> edges) {
        Set<Integer> reached = new HashSet<>(Set.of(0));
        for (int round = 0; round < 5; round++) {
            for (Edge edge : edges) {
                if (reached.contains(edge.first()) || reached.contains(edge.second())) {
                    reached.add(edge.first());
                    reached.add(edge.second());
                }
            }
        }
        return reached.size() == 5;
    }

    private static float length(Set<Edge> edges, float[][] distances) {
        float sum = 0;
        for (Edge edge : edges) {
            sum += distances[edge.first()][edge.second()];
        }
        return sum;
    }

    /** Places in a row are the chain's tree, and the ranks of distances along it are known. */
    @Test
    void inAChainTheTreeJoinsNeighbours() {
        List<Integer> heads = List.of(-1, 0, 1, 2, 3, 4);
        DependencyTree chain =
                new DependencyTree(List.of("a", "b", "c", "d", "e", "f"), heads, List.of("r", "d", "d", "d", "d", "d"));
        DependencyTree star = new DependencyTree(chain.words(), List.of(-1, 0, 0, 0, 0, 0), chain.relations());
        DistanceProbe probe = new DistanceProbe(Tensor.eye(1));
        ProbedSentence along = new ProbedSentence(chain, Tensor.zeros(6, 2)).inAChain();
        assertThat(probe.score(List.of(along)).uuas()).isEqualTo(1);
        assertThat(probe.score(List.of(along)).spearman()).isCloseTo(1, within(1e-9));
        ProbedSentence across = new ProbedSentence(star, Tensor.zeros(6, 2)).inAChain();
        assertThat(probe.score(List.of(across)).uuas()).isEqualTo(1 / 5.0);
    }

    /** The formula for distinct ranks, 1 − 6 Σd² / (n³ − n); and a case with equal values, worked out by hand. */
    @Test
    void rankCorrelationsAreSpearmans() {
        Offset<Double> exact = within(1e-12);
        assertThat(RankCorrelation.of(new double[] {1, 9, 4, 7}, new double[] {10, 20, 40, 30}))
                .isCloseTo(1 - 6 * (0 + 4 + 4 + 0) / 60.0, exact);
        assertThat(RankCorrelation.of(new double[] {1, 2, 3, 4, 5}, new double[] {5, 6, 7, 8, 7}))
                .isCloseTo(0.8207826816681233, exact);
        assertThat(RankCorrelation.of(new double[] {1, 2, 3}, new double[] {2, 2, 2}))
                .isZero();
    }

    @Test
    void theSameRecipeGivesTheSameProbe() {
        List<ProbedSentence> train = noise(40, 1);
        Recipe recipe = Recipe.of(4, 20, 8, 1e-2);
        assertThat(DistanceProbe.train(train, 5, recipe).projection().toFloatArray())
                .containsExactly(
                        DistanceProbe.train(train, 5, recipe).projection().toFloatArray());
    }

    @Test
    void whatCannotBeProbedIsSaid() {
        List<ProbedSentence> train = noise(4, 1);
        assertThatThrownBy(() -> DistanceProbe.train(train, 13, RECIPE))
                .hasMessage("A probe of vectors of 12 numbers has a rank from 1 to 12, not 13.");
        assertThatThrownBy(() -> DistanceProbe.train(List.of(), 3, RECIPE)).hasMessageContaining("the list is empty");
        DependencyTree tree = train.get(0).tree();
        assertThatThrownBy(() -> new ProbedSentence(tree, Tensor.zeros(9, 3)))
                .hasMessageStartingWith("A sentence of 10 words needs a vector for each");
        List<ProbedSentence> mixed = List.of(train.get(0), new ProbedSentence(tree, Tensor.zeros(10, 3)));
        assertThatThrownBy(() -> DepthProbe.train(mixed, 3, RECIPE)).hasMessageContaining("here are 12 and 3");
    }
}
