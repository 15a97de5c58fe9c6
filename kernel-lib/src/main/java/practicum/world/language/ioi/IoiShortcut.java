package practicum.world.language.ioi;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Ways to answer without knowing who gives: programs, to be tried on any sentences. Each sees the names of the pair in the
 * order in which the sentence mentions them.
 */
public enum IoiShortcut {
    /** Whoever is named less often. */
    LEAST_NAMED(mentions -> fewest(mentions, false)),
    /** Whoever is named more often. */
    MOST_NAMED(mentions -> fewest(mentions, true)),
    /** Whoever is named first. */
    FIRST_NAMED(mentions -> Optional.of(mentions.get(0))),
    /** Whoever is not named first. */
    NOT_FIRST_NAMED(mentions -> other(mentions, mentions.get(0))),
    /** Whoever is named second. */
    SECOND_NAMED(mentions -> Optional.of(mentions.get(1))),
    /** Whoever is named last: the nearest. */
    LAST_NAMED(mentions -> Optional.of(mentions.get(mentions.size() - 1))),
    /** Whoever is not named last. */
    NOT_LAST_NAMED(mentions -> other(mentions, mentions.get(mentions.size() - 1))),
    /** Whoever is named last but one. */
    LAST_BUT_ONE(mentions -> Optional.of(mentions.get(mentions.size() - 2)));

    private final Function<List<String>, Optional<String>> rule;

    IoiShortcut(Function<List<String>, Optional<String>> rule) {
        this.rule = rule;
    }

    /** Its answer, if it has one: in a draw between counts it has none. */
    public Optional<String> answer(IoiCase question) {
        List<String> pair = List.of(question.answer(), question.foil());
        return rule.apply(question.mentions().stream().filter(pair::contains).toList());
    }

    /** The share of the questions that it answers rightly; where it has no answer, a coin is as good. */
    public double accuracy(List<IoiCase> questions) {
        return questions.stream()
                .mapToDouble(question -> answer(question)
                        .map(name -> name.equals(question.answer()) ? 1.0 : 0.0)
                        .orElse(0.5))
                .average()
                .orElse(Double.NaN);
    }

    /** One row per shortcut: its accuracy on the questions. */
    public static Table table(List<IoiCase> questions) {
        return Table.create(
                "shortcuts",
                StringColumn.create("shortcut", Stream.of(values()).map(IoiShortcut::name)),
                DoubleColumn.create(
                        "accuracy", Stream.of(values()).mapToDouble(shortcut -> shortcut.accuracy(questions))));
    }

    private static Optional<String> other(List<String> mentions, String name) {
        return mentions.stream().filter(each -> !each.equals(name)).findFirst();
    }

    private static Optional<String> fewest(List<String> mentions, boolean most) {
        List<String> pair = mentions.stream().distinct().toList();
        int difference = Collections.frequency(mentions, pair.get(0)) - Collections.frequency(mentions, pair.get(1));
        if (difference == 0) {
            return Optional.empty();
        }
        return Optional.of(pair.get((difference > 0) == most ? 0 : 1));
    }
}
