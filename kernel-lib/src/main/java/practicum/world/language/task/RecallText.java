package practicum.world.language.task;

import java.util.ArrayList;
import java.util.Collections;
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
 * Lists of two to eight things to recall, the missing one at any place. Of the combinations of a missing thing and the two
 * that come first in its list one in five is held out.
 */
public final class RecallText implements TextSource {
    private static final int FEWEST = 2;
    private static final int MOST = 8;
    private static final double HELD_OUT_SHARE = 0.2;
    private static final List<String> ITEMS =
            Stream.of(Lexicon.OBJECTS, Lexicon.FOODS).flatMap(List::stream).toList();

    private final long seed;

    /** @param seed decides what is held out */
    public RecallText(long seed) {
        this.seed = seed;
    }

    @Override
    public String name() {
        return "recall";
    }

    @Override
    public List<String> sentence(Random random) {
        Recall recall = recall(Draw.between(FEWEST, MOST, random), Split.TRAIN, random);
        List<String> words = new ArrayList<>(recall.words());
        words.addAll(List.of(recall.missing(), "."));
        return words;
    }

    /**
     * Lists of a length, that the text may hold or not.
     *
     * @throws IllegalArgumentException if the length is not 2 to 8
     */
    public List<Recall> lists(int length, Split split, int count, Random random) {
        if (length < FEWEST || length > MOST) {
            throw new IllegalArgumentException("Lists are of " + FEWEST + " to " + MOST
                    + " things; ask for such a length, not for " + length + ".");
        }
        return Stream.generate(() -> recall(length, split, random)).limit(count).toList();
    }

    private Recall recall(int length, Split split, Random random) {
        List<String> list = Draw.some(length, ITEMS, random);
        List<String> found = new ArrayList<>(list);
        found.remove(random.nextInt(length));
        Collections.shuffle(found, random);
        Recall recall = new Recall(list, found);
        return split(recall) == split ? recall : recall(length, split, random);
    }

    /** Whether the text may hold this list. */
    public Split split(Recall recall) {
        String key = recall.missing() + " of " + String.join(" ", recall.list().subList(0, FEWEST));
        return Seeds.share(seed, key) < HELD_OUT_SHARE ? Split.HELD_OUT : Split.TRAIN;
    }

    @Override
    public List<String> frame() {
        return Template.split("to bring : . here already : , . still missing : .");
    }
}
