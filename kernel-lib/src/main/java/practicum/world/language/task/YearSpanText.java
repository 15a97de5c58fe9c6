package practicum.world.language.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import practicum.tensor.Seeds;
import practicum.world.Draw;
import practicum.world.Split;
import practicum.world.Template;
import practicum.world.TextSource;

/**
 * Spans of years within a century: the second is always later than the first, and each later one as likely. One first
 * year in five is held out.
 */
public final class YearSpanText implements TextSource {
    private static final List<Template> HEADS = Template.all(
            "the {noun} lasted from the year {start} to the year {century}",
            "the {noun} began in the year {start} and ended in the year {century}",
            "the {noun} of the year {start} went on until the year {century}");
    private static final List<String> NOUNS = List.of("war", "strike", "reign", "voyage", "project", "trial");
    private static final double HELD_OUT_SHARE = 0.2;

    private final long seed;
    private final List<Year> trained;

    /** @param seed decides which first years are held out */
    public YearSpanText(long seed) {
        this.seed = seed;
        trained = starts(Split.TRAIN);
    }

    @Override
    public String name() {
        return "year spans";
    }

    @Override
    public List<String> sentence(Random random) {
        YearSpan span = span(Draw.one(trained, random), random);
        List<String> words = new ArrayList<>(Template.split(span.text()));
        words.addAll(List.of(Draw.one(span.right(), random), "."));
        return words;
    }

    /** The first years that the text uses, or those that it does not; a century's last two years are never first. */
    public List<Year> starts(Split split) {
        return IntStream.rangeClosed(Year.FIRST, Year.LAST)
                .filter(year -> year % 100 >= 2 && year % 100 <= 98)
                .filter(year -> (Seeds.share(seed, "start " + year) < HELD_OUT_SHARE) == (split == Split.HELD_OUT))
                .mapToObj(Year::new)
                .toList();
    }

    /** Questions whose first years the text uses, or does not. */
    public List<YearSpan> spans(Split split, int count, Random random) {
        List<Year> starts = starts(split);
        return IntStream.range(0, count)
                .mapToObj(i -> span(Draw.one(starts, random), random))
                .toList();
    }

    private static YearSpan span(Year start, Random random) {
        String noun = Draw.one(NOUNS, random);
        List<String> text =
                Draw.one(HEADS, random).fill(Map.of("noun", noun, "start", start.text(), "century", start.century()));
        return new YearSpan(noun, start, String.join(" ", text));
    }

    @Override
    public List<String> frame() {
        List<String> words = new ArrayList<>(Template.words(HEADS).toList());
        words.addAll(NOUNS);
        words.addAll(Year.tokens());
        words.add(".");
        return words;
    }
}
