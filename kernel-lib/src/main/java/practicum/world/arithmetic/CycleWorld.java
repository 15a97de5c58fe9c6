package practicum.world.arithmetic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import practicum.tensor.Seeds;
import practicum.world.Mixture;
import practicum.world.Prompt;
import practicum.world.Split;
import practicum.world.TextSource;
import practicum.world.TextStream;
import practicum.world.Vocabulary;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Weekday and month arithmetic in words: "three days after Monday is Thursday". Every start with every number of steps,
 * ahead and back, once around the cycle, is a question. The held-out ones occur in the training text in no phrase; yet
 * each start, and each number of steps in each direction, does. So who answers them must count.
 */
public final class CycleWorld {
    /** The share of the questions that are held out. */
    public static final double HELD_OUT_SHARE = 0.2;

    private final List<Cycle> cycles;
    private final List<CycleQuestion> trained = new ArrayList<>();
    private final List<CycleQuestion> heldOut = new ArrayList<>();
    private final Vocabulary vocabulary;

    private CycleWorld(List<Cycle> cycles, double heldOutShare, long seed) {
        this.cycles = cycles;
        Random random = Seeds.random(seed);
        cycles.forEach(cycle -> deal(cycle, heldOutShare, random));
        vocabulary = new Vocabulary(
                sources().stream().flatMap(source -> source.frame().stream()).sorted());
    }

    /** Weekdays and months, a fifth of the questions held out. */
    public static CycleWorld of(long seed) {
        return of(List.of(Cycle.WEEKDAYS, Cycle.MONTHS), HELD_OUT_SHARE, seed);
    }

    /**
     * Any cycles.
     *
     * @param heldOutShare the share of each cycle's questions that are held out, at least 0 and below 1
     * @throws IllegalArgumentException if so few would remain that a start or a number of steps were never trained on
     */
    public static CycleWorld of(List<Cycle> cycles, double heldOutShare, long seed) {
        if (cycles.isEmpty() || cycles.stream().anyMatch(cycle -> cycle.size() > CycleQuestion.FARTHEST)) {
            throw new IllegalArgumentException(
                    "At least one cycle is needed, and none of more than " + CycleQuestion.FARTHEST
                            + " members, for there are no words to count farther; got " + cycles + ".");
        }
        if (cycles.stream()
                        .flatMap(cycle -> cycle.members().stream())
                        .distinct()
                        .count()
                < cycles.stream().mapToInt(Cycle::size).sum()) {
            throw new IllegalArgumentException("No word may be in two cycles; got " + cycles + ".");
        }
        if (!(heldOutShare >= 0 && heldOutShare < 1)) {
            throw new IllegalArgumentException(
                    "The share of questions to hold out is at least 0 and below 1; got " + heldOutShare + ".");
        }
        return new CycleWorld(List.copyOf(cycles), heldOutShare, seed);
    }

    /** Holds questions out in random order, but never the last one of its start or of its steps. */
    private void deal(Cycle cycle, double heldOutShare, Random random) {
        List<CycleQuestion> all = new ArrayList<>(all(cycle));
        Collections.shuffle(all, random);
        Map<Object, Integer> left = new HashMap<>();
        all.forEach(question -> {
            left.merge(question.start(), 1, Integer::sum);
            left.merge(question.steps(), 1, Integer::sum);
        });
        int wanted = (int) Math.round(heldOutShare * all.size());
        int held = 0;
        for (CycleQuestion question : all) {
            boolean spare = left.getOrDefault(question.start(), 0) > 1 && left.getOrDefault(question.steps(), 0) > 1;
            boolean hold = held < wanted && spare;
            if (hold) {
                left.merge(question.start(), -1, Integer::sum);
                left.merge(question.steps(), -1, Integer::sum);
                held++;
            }
            (hold ? heldOut : trained).add(question);
        }
        if (held < wanted) {
            throw new IllegalArgumentException("Of the " + all.size() + " questions on " + cycle.name()
                    + " at most about "
                    + held + " can be held out, or a start or a number of steps would never be trained on; " + wanted
                    + " were to be. Hold out a smaller share than " + heldOutShare + ".");
        }
    }

    private static List<CycleQuestion> all(Cycle cycle) {
        return IntStream.rangeClosed(1, cycle.size())
                .boxed()
                .flatMap(count -> Stream.of(count, -count))
                .flatMap(steps -> cycle.members().stream().map(start -> new CycleQuestion(cycle, steps, start)))
                .toList();
    }

    /** The cycles. */
    public List<Cycle> cycles() {
        return cycles;
    }

    /** The questions that may occur in training, or those that never do. */
    public List<CycleQuestion> questions(Split split) {
        return Collections.unmodifiableList(split == Split.TRAIN ? trained : heldOut);
    }

    /** Every question of a split in every phrase, with a wrong member of the same cycle as the foil. */
    public List<Prompt> prompts(Split split, long seed) {
        Random random = Seeds.random(seed);
        return questions(split).stream()
                .flatMap(question -> CycleText.phrasings(question).stream().map(text -> prompt(question, text, random)))
                .toList();
    }

    private static Prompt prompt(CycleQuestion question, String text, Random random) {
        Cycle cycle = question.cycle();
        String foil = cycle.after(question.answer(), 1 + random.nextInt(cycle.size() - 1));
        return new Prompt(cycle.name(), text, question.answer(), foil);
    }

    /** The kinds of sentences, one for each cycle, to mix with other text. */
    public List<TextSource> sources() {
        return cycles.stream()
                .<TextSource>map(cycle -> new CycleText(questions(Split.TRAIN).stream()
                        .filter(question -> question.cycle().equals(cycle))
                        .toList()))
                .toList();
    }

    /** The training text, in sequences of {@code length} tokens; each cycle has an equal share. */
    public TextStream stream(int length) {
        Map<TextSource, Double> shares = new LinkedHashMap<>();
        sources().forEach(source -> shares.put(source, 1.0));
        return new TextStream(new Mixture(shares), vocabulary, length);
    }

    /** Every word and its number. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** One row per question: its cycle, steps, start, answer and split. */
    public Table table() {
        List<CycleQuestion> all =
                Stream.concat(trained.stream(), heldOut.stream()).toList();
        IntStream rows = IntStream.range(0, all.size());
        return Table.create(
                "questions",
                StringColumn.create(
                        "cycle", all.stream().map(question -> question.cycle().name())),
                IntColumn.create("steps", all.stream().mapToInt(CycleQuestion::steps)),
                StringColumn.create("start", all.stream().map(CycleQuestion::start)),
                StringColumn.create("answer", all.stream().map(CycleQuestion::answer)),
                StringColumn.create(
                        "split", rows.mapToObj(row -> (row < trained.size() ? Split.TRAIN : Split.HELD_OUT).name())));
    }
}
