package practicum.world.binding;

import java.util.List;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A text of which it is known what each of its words stands for, if anything.
 *
 * @param words the words, without {@code <bos>}
 * @param mentions the words that stand for something, in order
 */
public record MarkedText(List<String> words, List<Mention> mentions) {
    public MarkedText {
        words = List.copyOf(words);
        mentions = List.copyOf(mentions);
    }

    /** The words, spaces between them. */
    public String text() {
        return String.join(" ", words);
    }

    /** How many tokens it has, {@code <bos>} included. */
    public int tokens() {
        return words.size() + 1;
    }

    /** The last token's position, from which the next word is predicted. */
    public int last() {
        return words.size();
    }

    /** Every token that mentions one thing, in order. */
    public List<Integer> positions(Kind kind, int index) {
        return mentions.stream()
                .filter(mention -> mention.kind() == kind && mention.index() == index)
                .map(Mention::position)
                .toList();
    }

    /** The token that mentions one thing first. */
    public int first(Kind kind, int index) {
        return positions(kind, index).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The text mentions no " + kind.label() + " " + index
                        + ": \"" + text() + "\". Look into mentions() for what it does mention."));
    }

    /** One row per mention. */
    public Table table() {
        return Table.create(
                "mentions",
                StringColumn.create(
                        "kind", mentions.stream().map(each -> each.kind().label())),
                IntColumn.create("index", mentions.stream().mapToInt(Mention::index)),
                StringColumn.create("word", mentions.stream().map(Mention::word)),
                IntColumn.create("position", mentions.stream().mapToInt(Mention::position)));
    }

    @Override
    public String toString() {
        return text();
    }
}
