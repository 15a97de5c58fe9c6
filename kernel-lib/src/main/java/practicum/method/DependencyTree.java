package practicum.method;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import practicum.model.ModelException;
import practicum.world.grammar.ParsedSentence;

/**
 * A sentence with its dependency tree, as a treebank has it: what structural probes and attention are held against.
 *
 * @param words the words
 * @param heads for each word the place of the one that it depends on; −1 for the root
 * @param relations for each word how it depends on it, such as "nsubj"
 */
public record DependencyTree(List<String> words, List<Integer> heads, List<String> relations) {
    /** Two words, one of which depends on the other; the direction is left out. */
    public record Edge(int first, int second) {
        public Edge {
            if (first > second) {
                int later = first;
                first = second;
                second = later;
            }
        }
    }

    /** @throws ModelException if it is no tree: not one root, a head that is nowhere, or a circle */
    public DependencyTree {
        words = List.copyOf(words);
        heads = List.copyOf(heads);
        relations = List.copyOf(relations);
        int count = words.size();
        if (heads.size() != count || relations.size() != count) {
            throw new ModelException("Every word needs a head and a relation, but there are " + count + " words, "
                    + heads.size() + " heads and " + relations.size() + " relations.");
        }
        for (int head : heads) {
            if (head < -1 || head >= count) {
                throw new ModelException("There is no word " + head + " to depend on: the words are 0 to " + (count - 1)
                        + ", and −1 is for the root.");
            }
        }
        long roots = heads.stream().filter(head -> head < 0).count();
        if (roots != 1) {
            throw new ModelException("A tree has one root, a word with head −1, but here are " + roots + ".");
        }
        for (int i = 0; i < count; i++) {
            if (path(heads, i).isEmpty()) {
                throw new ModelException("The word " + i + ", \"" + words.get(i)
                        + "\", depends on itself in the end: its heads go round in a circle.");
            }
        }
    }

    /** The tree of a sentence of the grammar world. */
    public static DependencyTree of(ParsedSentence sentence) {
        return new DependencyTree(
                sentence.forms(),
                sentence.heads(),
                sentence.words().stream().map(word -> word.relation().label()).toList());
    }

    /** How many words it has. */
    public int size() {
        return words.size();
    }

    /** The place of the word that depends on none. */
    public int root() {
        return heads.indexOf(-1);
    }

    /** How many dependencies lead from each word up to the root [word]. */
    public double[] depths() {
        return IntStream.range(0, size())
                .mapToDouble(i -> path(heads, i).size() - 1)
                .toArray();
    }

    /** How many dependencies lead from each word to each other, up and down the tree [word][word]. */
    public double[][] distances() {
        List<List<Integer>> paths =
                IntStream.range(0, size()).mapToObj(i -> path(heads, i)).toList();
        double[][] distances = new double[size()][size()];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < i; j++) {
                List<Integer> other = paths.get(j);
                long shared = paths.get(i).stream().filter(other::contains).count();
                distances[i][j] = paths.get(i).size() + other.size() - 2.0 * shared;
                distances[j][i] = distances[i][j];
            }
        }
        return distances;
    }

    /** A word, the one that it depends on, and so on up to the root; empty if they go round in a circle. */
    private static List<Integer> path(List<Integer> heads, int word) {
        List<Integer> path = new ArrayList<>();
        for (int at = word; at >= 0; at = heads.get(at)) {
            if (path.size() == heads.size()) {
                return List.of();
            }
            path.add(at);
        }
        return path;
    }

    /** Every dependency. */
    public Set<Edge> edges() {
        return IntStream.range(0, size())
                .filter(i -> heads.get(i) >= 0)
                .mapToObj(i -> new Edge(i, heads.get(i)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The places of the words whose relation is wanted, from left to right. */
    public List<Integer> places(Predicate<String> wanted) {
        return IntStream.range(0, size())
                .filter(i -> wanted.test(relations.get(i)))
                .boxed()
                .toList();
    }

    /**
     * The tree of some of its words, from left to right.
     *
     * @throws ModelException if one depends on a word that is left out
     */
    public DependencyTree only(List<Integer> places) {
        List<Integer> found = new ArrayList<>();
        for (int place : places) {
            int head = heads.get(place);
            if (head >= 0 && !places.contains(head)) {
                throw new ModelException("\"" + words.get(head) + "\" cannot be left out of the tree: \""
                        + words.get(place) + "\" depends on it. Leave out words that none depends on.");
            }
            found.add(head < 0 ? -1 : places.indexOf(head));
        }
        return new DependencyTree(
                places.stream().map(words::get).toList(),
                found,
                places.stream().map(relations::get).toList());
    }

    /** The words, with the head of each in brackets. */
    @Override
    public String toString() {
        return IntStream.range(0, size())
                .mapToObj(i -> words.get(i) + "(" + (heads.get(i) < 0 ? "root" : words.get(heads.get(i))) + ")")
                .collect(Collectors.joining(" "));
    }
}
