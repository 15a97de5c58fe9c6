package practicum.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import practicum.tensor.Linalg;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;

/** Trees drawn at random, and vectors in which their geometry is exact. */
final class RandomTrees {
    /** Dimensions of the planted vectors: one for each word of the longest tree. */
    static final int WIDTH = 12;

    private RandomTrees() {}

    static List<DependencyTree> of(int count, int size, long seed) {
        Random random = Seeds.random(seed);
        return IntStream.range(0, count).mapToObj(i -> tree(size, random)).toList();
    }

    /** The words in a random order, each depending on a random one before it in that order. */
    private static DependencyTree tree(int size, Random random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, random);
        List<Integer> heads = new ArrayList<>(Collections.nCopies(size, -1));
        for (int i = 1; i < size; i++) {
            heads.set(order.get(i), order.get(random.nextInt(i)));
        }
        return new DependencyTree(
                IntStream.range(0, size).mapToObj(i -> "w" + i).toList(), heads, Collections.nCopies(size, "dep"));
    }

    /**
     * Each edge has a dimension of its own, that of its dependent, and a word is the sum of the edges up to the root: then
     * the squared length of a difference counts the edges of a path. An invertible map hides it.
     */
    static ProbedSentence planted(DependencyTree tree, Tensor map) {
        double[][] vectors = new double[tree.size()][WIDTH];
        for (int word = 0; word < tree.size(); word++) {
            for (int at = word; tree.heads().get(at) >= 0; at = tree.heads().get(at)) {
                vectors[word][at] = 1;
            }
        }
        return new ProbedSentence(tree, Tensor.of(vectors).matMul(map));
    }

    /** A random map that keeps no direction, and its inverse. */
    static Tensor[] map(long seed) {
        Tensor map = Linalg.qr(Tensor.randn(seed, WIDTH, WIDTH))
                .q()
                .add(Tensor.randn(seed + 1, WIDTH, WIDTH).mul(0.1));
        return new Tensor[] {map, Linalg.solve(map, Tensor.eye(WIDTH))};
    }
}
