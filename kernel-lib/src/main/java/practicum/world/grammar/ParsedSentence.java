package practicum.world.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import practicum.tensor.Tensor;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A sentence with its dependency tree and its phrases. The distances and depths in the tree are what a structural probe
 * looks for (Hewitt and Manning 2019).
 *
 * @param words every word, the full stop too
 * @param constituents its phrases; they nest, and none crosses another
 */
public record ParsedSentence(List<ParsedWord> words, List<Constituent> constituents) {
    public ParsedSentence {
        words = List.copyOf(words);
        constituents = List.copyOf(constituents);
    }

    /** How many words there are, the full stop among them. */
    public int length() {
        return words.size();
    }

    /** The words as they stand. */
    public List<String> forms() {
        return words.stream().map(ParsedWord::form).toList();
    }

    /** The words' parts of speech. */
    public List<PartOfSpeech> tags() {
        return words.stream().map(ParsedWord::tag).toList();
    }

    /** For each word the place of the one that it depends on; −1 for the main verb. */
    public List<Integer> heads() {
        return words.stream().map(ParsedWord::head).toList();
    }

    /** The place of the main verb. */
    public int root() {
        return heads().indexOf(-1);
    }

    /** The places of the words that depend on one in a certain way, from left to right. */
    public List<Integer> children(int word, Dependency relation) {
        List<Integer> children = new ArrayList<>();
        for (ParsedWord each : words) {
            if (each.head() == word && each.relation() == relation) {
                children.add(each.position());
            }
        }
        return children;
    }

    /** How many dependencies lead from a word up to the main verb. */
    public int depth(int word) {
        return path(word).size() - 1;
    }

    /** How many dependencies lead from one word to the other, up and down the tree. */
    public int distance(int word, int other) {
        List<Integer> path = path(word);
        List<Integer> otherPath = path(other);
        long shared = path.stream().filter(otherPath::contains).count();
        return (int) (path.size() + otherPath.size() - 2 * shared);
    }

    /** A word, the one that it depends on, and so on up to the main verb. */
    private List<Integer> path(int word) {
        return IntStream.iterate(word, at -> at >= 0, at -> words.get(at).head())
                .boxed()
                .toList();
    }

    /** The depth of every word [word]. */
    public Tensor depths() {
        return Tensor.of(IntStream.range(0, length()).mapToDouble(this::depth).toArray())
                .named("word");
    }

    /** The distances in the tree between all words [word, word]. */
    public Tensor distances() {
        double[][] distances = new double[length()][length()];
        for (int i = 0; i < length(); i++) {
            for (int j = 0; j < length(); j++) {
                distances[i][j] = distance(i, j);
            }
        }
        return Tensor.of(distances).named("word", "word");
    }

    /** Whether no two dependencies cross, and none passes over the main verb. */
    public boolean isProjective() {
        return words.stream().filter(word -> word.head() >= 0).allMatch(word -> IntStream.range(
                        Math.min(word.position(), word.head()) + 1, Math.max(word.position(), word.head()))
                .allMatch(between -> path(between).contains(word.head())));
    }

    /** Every place where one word's form follows from another's number. */
    public List<Agreement> agreements() {
        return new AgreementReader(this).read();
    }

    /** One row per word. */
    public Table table() {
        return Table.create(
                "sentence",
                IntColumn.create("position", words.stream().mapToInt(ParsedWord::position)),
                StringColumn.create("word", words.stream().map(ParsedWord::form)),
                StringColumn.create("lemma", words.stream().map(ParsedWord::lemma)),
                StringColumn.create("tag", words.stream().map(word -> word.tag().name())),
                StringColumn.create(
                        "number", words.stream().map(word -> word.number().name())),
                IntColumn.create("head", words.stream().mapToInt(ParsedWord::head)),
                StringColumn.create(
                        "relation", words.stream().map(word -> word.relation().label())),
                IntColumn.create("depth", IntStream.range(0, length()).map(this::depth)));
    }

    /** The sentence in the format of treebanks (CoNLL-U), with a comment for its text and an empty line at the end. */
    public String conllu() {
        return "# text = " + this + "\n"
                + words.stream().map(ParsedSentence::conllu).collect(Collectors.joining("\n")) + "\n\n";
    }

    private static String conllu(ParsedWord word) {
        String number =
                switch (word.number()) {
                    case SINGULAR -> "Number=Sing";
                    case PLURAL -> "Number=Plur";
                    case UNMARKED -> "_";
                };
        return String.join(
                "\t",
                String.valueOf(word.position() + 1),
                word.form(),
                word.lemma(),
                word.tag().name(),
                "_",
                number,
                String.valueOf(word.head() + 1),
                word.relation().label(),
                "_",
                "_");
    }

    @Override
    public String toString() {
        return String.join(" ", forms());
    }
}
