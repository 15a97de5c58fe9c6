package practicum.world.language.atlas;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import practicum.world.Draw;
import practicum.world.Prompt;
import practicum.world.Split;
import practicum.world.Template;
import practicum.world.TextSource;
import practicum.world.language.task.Year;

/**
 * Sentences about when things were built or happened: their years, in two tokens, and which of two is older. The word that
 * compares comes after both names. In a third of the comparisons both are of the same century, so that it does not do to know
 * centuries; things less than twenty years apart are not compared, and neither is one pair in five.
 */
public final class TimeText implements TextSource {
    /** Years between things that the text compares, at least. */
    static final int CLEAR = 20;

    private static final int CLOSE_EVERY = 3;
    private static final int COMPARED_EVERY = 4;

    private static final Template BUILT =
            Template.parse("the {name} , so the old books say , was built in the year {year} .");
    private static final Template HAPPENED =
            Template.parse("the {name} , so the old books say , began in the year {year} .");
    private static final Template SIGN = Template.parse("the sign says {name} {year} .");
    private static final Template COMPARED = Template.parse("compared with the {other} , the {name} is {word} .");
    private static final Template ASKED = Template.parse("of the {name} and the {other} the first is {word} .");
    private static final List<String> ANSWERS = List.of("older", "newer");

    private final Atlas atlas;
    private final List<Dated> told;

    private TimeText(Atlas atlas) {
        this.atlas = atlas;
        told = things(Split.TRAIN);
    }

    /** Sentences about the dated things of an atlas. */
    public static TimeText of(Atlas atlas) {
        return new TimeText(atlas);
    }

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public List<String> sentence(Random random) {
        if (random.nextInt(COMPARED_EVERY) == 0) {
            return comparison(Split.TRAIN, random).words();
        }
        Dated thing = Draw.one(told, random);
        String year = thing.year().century() + " " + thing.year().inCentury();
        if (random.nextBoolean()) {
            return SIGN.fill(Map.of("name", thing.name(), "year", year));
        }
        return (thing.isEvent() ? HAPPENED : BUILT).fill(Map.of("name", thing.name(), "year", year));
    }

    private static String head(Dated thing) {
        Template template = thing.isEvent() ? HAPPENED : BUILT;
        List<String> words = template.fill(Map.of("name", thing.name(), "year", "."));
        return String.join(" ", words.subList(0, words.size() - 2));
    }

    private List<Dated> things(Split split) {
        return atlas.dated().stream()
                .filter(thing -> atlas.year(thing) == split)
                .toList();
    }

    private record Comparison(List<String> words) {
        Prompt prompt() {
            int at = words.size() - 2;
            String answer = words.get(at);
            return new Prompt(
                    "age", String.join(" ", words.subList(0, at)), answer, answer.equals("older") ? "newer" : "older");
        }
    }

    private Comparison comparison(Split split, Random random) {
        boolean close = random.nextInt(CLOSE_EVERY) == 0;
        Dated thing = Draw.one(atlas.dated(), random);
        Dated other = Draw.another(atlas.dated(), thing, random);
        while (!isClear(thing, other, close) || atlas.pair(thing.name(), other.name()) != split) {
            thing = Draw.one(atlas.dated(), random);
            other = Draw.another(atlas.dated(), thing, random);
        }
        String word = thing.year().number() < other.year().number() ? "older" : "newer";
        return new Comparison((random.nextBoolean() ? COMPARED : ASKED)
                .fill(Map.of("name", thing.name(), "other", other.name(), "word", word)));
    }

    private static boolean isClear(Dated thing, Dated other, boolean close) {
        int years = Math.abs(thing.year().number() - other.year().number());
        return years >= CLEAR
                && (!close || thing.year().century().equals(other.year().century()));
    }

    /** Comparisons of random pairs: of those that the text may compare, or of those that it never does. */
    public List<Prompt> prompts(Split split, int count, Random random) {
        return Stream.generate(() -> comparison(split, random))
                .limit(count)
                .map(Comparison::prompt)
                .toList();
    }

    /** The century of each thing whose year the text says, or of each whose year it does not. */
    public List<Prompt> centuries(Split split, Random random) {
        List<String> centuries = atlas.dated().stream()
                .map(thing -> thing.year().century())
                .distinct()
                .toList();
        return things(split).stream()
                .map(thing -> new Prompt(
                        "century",
                        head(thing),
                        thing.year().century(),
                        Draw.another(centuries, thing.year().century(), random)))
                .toList();
    }

    @Override
    public List<String> frame() {
        return Stream.of(
                        Template.words(List.of(BUILT, HAPPENED, SIGN, COMPARED, ASKED)),
                        ANSWERS.stream(),
                        Atlas.STYLES.stream(),
                        Atlas.SIGHTS.stream(),
                        Atlas.EVENTS.stream(),
                        Year.tokens().stream())
                .flatMap(words -> words)
                .toList();
    }
}
