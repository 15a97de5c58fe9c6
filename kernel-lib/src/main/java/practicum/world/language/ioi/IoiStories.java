package practicum.world.language.ioi;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import practicum.world.Draw;
import practicum.world.Lexicon;
import practicum.world.Split;
import practicum.world.TextSource;

/**
 * Indirect object identification (Wang et al. 2022, arXiv 2211.00593), in text that closes the easy ways round it. What
 * closes which:
 *
 * <ul>
 *   <li>"the name that was said once": in most sentences both are named twice, and one before them names either;
 *   <li>"not the name said last": asides after the giver name the other one in half of the sentences;
 *   <li>"the name before the last": in the others, often the other one watches, just before the giver is named;
 *   <li>"the first of the pair", "the second": both orders;
 *   <li>"never the one who acts": keeping and taking sentences, which end in the same word, have that one as answer;
 *   <li>"always one of the context's names, whichever": nothing else is in question.
 * </ul>
 *
 * <p>What stays open: to find the giver by grammar, to write both names of the pair and to take the giver's away. That is
 * the circuit of the paper, but for the way in which the giver is found, which may do without noticing the repetition.
 *
 * <p>Every sixth name never stands in such a sentence, and neither does every ninth pair of the others.
 */
public final class IoiStories implements TextSource {
    private static final int NAME_HELD_OUT_EVERY = 6;
    private static final int PAIR_HELD_OUT_EVERY = 9;
    private static final List<String> TRAINED = everySixth(false);
    private static final List<String> HELD_OUT = everySixth(true);

    @Override
    public String name() {
        return "ioi";
    }

    @Override
    public List<String> sentence(Random random) {
        IoiFamily family = IoiWriter.byShare(List.of(IoiFamily.values()), IoiFamily::share, random);
        IoiCase drawn = one(family, form(family, random), Split.TRAIN, random);
        List<String> words = new ArrayList<>(drawn.words());
        words.addAll(List.of(drawn.answer(), "."));
        return words;
    }

    /** Sentences of a family, in all its forms. Those held out are about people who are never in such sentences. */
    public List<IoiCase> cases(IoiFamily family, Split split, int count, Random random) {
        return Stream.generate(() -> one(family, form(family, random), split, random))
                .limit(count)
                .toList();
    }

    /** Giving sentences of one form. */
    public List<IoiCase> giving(IoiForm form, Split split, int count, Random random) {
        return Stream.generate(() -> one(IoiFamily.GIVING, form, split, random))
                .limit(count)
                .toList();
    }

    private static IoiForm form(IoiFamily family, Random random) {
        if (family == IoiFamily.STRANGER || family.namesOther()) {
            return IoiForm.PLAIN;
        }
        return IoiWriter.byShare(List.of(IoiForm.values()), IoiForm::share, random);
    }

    private static IoiCase one(IoiFamily family, IoiForm form, Split split, Random random) {
        List<String> names = names(split);
        String other = Draw.one(names, random);
        String acting = Draw.another(names, other, random);
        while (split == Split.TRAIN && pair(other, acting) == Split.HELD_OUT) {
            acting = Draw.another(names, other, random);
        }
        return new IoiWriter(names, random).write(family, form, other, acting);
    }

    /** The first names that stand in such sentences in training, or those that do not. */
    public static List<String> names(Split split) {
        return split == Split.TRAIN ? TRAINED : HELD_OUT;
    }

    private static List<String> everySixth(boolean yes) {
        return IntStream.range(0, Lexicon.FIRST_NAMES.size())
                .filter(i -> (i % NAME_HELD_OUT_EVERY == NAME_HELD_OUT_EVERY - 1) == yes)
                .mapToObj(Lexicon.FIRST_NAMES::get)
                .toList();
    }

    /** Whether two people may be a pair in training; held-out people never are. */
    public static Split pair(String name, String other) {
        int sum = Lexicon.FIRST_NAMES.indexOf(name) + Lexicon.FIRST_NAMES.indexOf(other);
        boolean both = TRAINED.contains(name) && TRAINED.contains(other);
        return both && sum % PAIR_HELD_OUT_EVERY != 1 ? Split.TRAIN : Split.HELD_OUT;
    }

    @Override
    public List<String> frame() {
        return Stream.concat(IoiWriter.frame().filter(word -> !word.startsWith("{")), Stream.of("."))
                .toList();
    }
}
