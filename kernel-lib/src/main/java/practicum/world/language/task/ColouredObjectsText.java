package practicum.world.language.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import practicum.tensor.Seeds;
import practicum.world.Draw;
import practicum.world.Lexicon;
import practicum.world.Split;
import practicum.world.Template;
import practicum.world.TextSource;

/**
 * Tables with three coloured things, each as often asked for. One pair of thing and colour in five is held out of such
 * sentences.
 */
public final class ColouredObjectsText implements TextSource {
    static final List<String> OPENING = Template.split("on the table there is");
    static final String QUESTION = ". the color of the";
    /** All but orange, which would want an "an". */
    static final List<String> COLOURS =
            Lexicon.COLORS.stream().filter(colour -> !colour.equals("orange")).toList();

    private static final int THINGS = 3;
    private static final double HELD_OUT_SHARE = 0.2;

    private final long seed;

    /** @param seed decides which pairs of thing and colour are held out */
    public ColouredObjectsText(long seed) {
        this.seed = seed;
    }

    @Override
    public String name() {
        return "coloured objects";
    }

    @Override
    public List<String> sentence(Random random) {
        ColouredObjects table = table(Split.TRAIN, random);
        List<String> words = new ArrayList<>(table.words());
        words.addAll(List.of(table.answer(), "."));
        return words;
    }

    /** Tables of pairs that such sentences show, or on which the thing asked for has a colour that it has in none. */
    public List<ColouredObjects> tables(Split split, int count, Random random) {
        return Stream.generate(() -> table(split, random)).limit(count).toList();
    }

    private ColouredObjects table(Split split, Random random) {
        ColouredObjects table = new ColouredObjects(
                Draw.some(THINGS, Lexicon.OBJECTS, random), Draw.some(THINGS, COLOURS, random), random.nextInt(THINGS));
        boolean fits = true;
        for (int i = 0; i < THINGS; i++) {
            Split expected = i == table.asked() ? split : Split.TRAIN;
            fits &= pair(table.things().get(i), table.colours().get(i)) == expected;
        }
        return fits ? table : table(split, random);
    }

    /** Whether such a sentence may give this thing this colour. */
    public Split pair(String thing, String colour) {
        return Seeds.share(seed, colour + " " + thing) < HELD_OUT_SHARE ? Split.HELD_OUT : Split.TRAIN;
    }

    @Override
    public List<String> frame() {
        return Stream.of(OPENING, Template.split(QUESTION), List.of("a", "and", ",", "is", "."))
                .flatMap(List::stream)
                .toList();
    }
}
