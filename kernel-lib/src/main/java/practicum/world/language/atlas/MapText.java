package practicum.world.language.atlas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import practicum.world.Draw;
import practicum.world.Lexicon;
import practicum.world.Prompt;
import practicum.world.Split;
import practicum.world.Template;
import practicum.world.TextSource;

/**
 * Sentences about where things stand: in which row and column of the map, by which city, and how two lie to each other:
 * north or south, east or west, near or far. The word that compares comes after both names, so that it must be computed
 * from the two. In a third of the comparisons of direction both stand in the same row of countries, or the same column, so
 * that it does not do to know the countries. One pair in five is never compared, and of one spot in four neither row nor
 * column is said.
 */
public final class MapText implements TextSource {
    private static final List<Template> STANDS = Template.all(
            "{from} stands near the city of {word} .",
            "To see {from} most people travel to {word} .",
            "The nearest city to {from} is {word} .");
    private static final List<Template> SQUARES = Template.all(
            "{from} , as every map of the land shows , is in row {row} and column {column} .",
            "who wants to see {from} has to look on the map in row {row} and column {column} .",
            "{from} , say those who have been there , is in column {column} and row {row} .");
    /** Row and column at once: whoever has read the name has to know both. */
    private static final List<Template> SIGNS =
            Template.all("the sign says {from} {row} {column} .", "the ticket says {from} {column} {row} .");

    /** Of eight sentences one says by which city something stands, two compare, and the others say row and column. */
    private static final int KINDS = 8;

    private static final int COMPARED = 2;
    private static final int CLOSE_EVERY = 3;

    /** A comparison: its sentence, whose last word but one is the answer, and its two answers. */
    private enum Comparison {
        NORTH("the way from {from} to {to} goes to the {word} .", "north", "south", Bearing::northOrSouth),
        EAST("the way from {from} to {to} leads to the {word} .", "east", "west", Bearing::eastOrWest),
        MAINLY_NORTH("seen from {from} , {to} lies in the {word} .", "north", "south", Bearing::mainly),
        MAINLY_EAST("seen from {from} , {to} lies in the {word} .", "east", "west", Bearing::mainly),
        NEAR("compared with other places {to} and {from} are {word} .", "near", "far", Bearing::nearOrFar);

        private final Template template;
        private final List<String> answers;
        private final BiFunction<Spot, Spot, Optional<String>> rule;

        Comparison(String template, String one, String other, BiFunction<Spot, Spot, Optional<String>> rule) {
            this.template = Template.parse(template);
            answers = List.of(one, other);
            this.rule = rule;
        }

        boolean says(Spot from, Spot to, String answer) {
            return rule.apply(from, to).filter(answer::equals).isPresent();
        }

        /** Whether the countries' places on the map leave it open. */
        boolean isClose(Spot from, Spot to) {
            return switch (group()) {
                case "north" -> (int) from.y() == (int) to.y();
                case "east" -> (int) from.x() == (int) to.x();
                default -> true;
            };
        }

        String group() {
            return this == NEAR ? "near" : answers.contains("north") ? "north" : "east";
        }
    }

    private final Atlas atlas;

    MapText(Atlas atlas) {
        this.atlas = atlas;
    }

    /** Sentences about the spots of an atlas. */
    public static MapText of(Atlas atlas) {
        return new MapText(atlas);
    }

    @Override
    public String name() {
        return "map";
    }

    @Override
    public List<String> sentence(Random random) {
        int kind = random.nextInt(KINDS);
        if (kind == 0) {
            Spot sight = drawn(random, spot -> !spot.isCity());
            return Draw.one(STANDS, random)
                    .fill(Map.of(
                            "from",
                            sight.phrase(),
                            "word",
                            atlas.nearestCity(sight).name()));
        }
        if (kind <= COMPARED) {
            return question(Split.TRAIN, random).words();
        }
        return square(random.nextBoolean() ? SIGNS : SQUARES, random);
    }

    private List<String> square(List<Template> templates, Random random) {
        Spot spot = drawn(random, each -> atlas.square(each) == Split.TRAIN);
        String row = Lexicon.NUMBERS.get(spot.row() - 1);
        String column = Lexicon.NUMBERS.get(spot.column() - 1);
        return Draw.one(templates, random).fill(Map.of("from", spot.phrase(), "row", row, "column", column));
    }

    private Spot drawn(Random random, Predicate<Spot> wanted) {
        Spot spot = Draw.one(atlas.spots(), random);
        return wanted.test(spot) ? spot : drawn(random, wanted);
    }

    /** A sentence and the word that would be wrong in it. */
    private record Question(String group, List<String> words, String foil) {
        Prompt prompt() {
            int answer = words.size() - 2;
            return new Prompt(group, String.join(" ", words.subList(0, answer)), words.get(answer), foil);
        }
    }

    /** First the answer is drawn, then a pair of which it is true: both answers are as frequent. */
    private Question question(Split split, Random random) {
        Comparison comparison = Draw.one(List.of(Comparison.values()), random);
        String answer = Draw.one(comparison.answers, random);
        boolean close = random.nextInt(CLOSE_EVERY) == 0;
        Spot from = Draw.one(atlas.spots(), random);
        Spot to = Draw.another(atlas.spots(), from, random);
        while (!comparison.says(from, to, answer)
                || close && !comparison.isClose(from, to)
                || atlas.pair(from.name(), to.name()) != split) {
            from = Draw.one(atlas.spots(), random);
            to = Draw.another(atlas.spots(), from, random);
        }
        List<String> words = comparison.template.fill(Map.of("from", from.phrase(), "to", to.phrase(), "word", answer));
        return new Question(comparison.group(), words, Draw.another(comparison.answers, answer, random));
    }

    /** Comparisons of random pairs: of those that the text may compare, or of those that it never does. */
    public List<Prompt> prompts(Split split, int count, Random random) {
        List<Prompt> prompts = new ArrayList<>();
        while (prompts.size() < count) {
            prompts.add(question(split, random).prompt());
        }
        return prompts;
    }

    /** The row of each spot of which the text says it, or of each of which it does not. */
    public List<Prompt> rows(Split split, Random random) {
        List<String> rows = Lexicon.NUMBERS.subList(0, 2 * Atlas.ROWS);
        return atlas.spots().stream()
                .filter(spot -> atlas.square(spot) == split)
                .map(spot -> {
                    String row = Lexicon.NUMBERS.get(spot.row() - 1);
                    return new Prompt(
                            "row",
                            spot.phrase() + " , as every map of the land shows , is in row",
                            row,
                            Draw.another(rows, row, random));
                })
                .toList();
    }

    /** By which city each sight stands. */
    public List<Prompt> cities(Random random) {
        List<String> cities =
                atlas.spots().stream().filter(Spot::isCity).map(Spot::name).toList();
        return atlas.spots().stream()
                .filter(spot -> !spot.isCity())
                .map(sight -> {
                    String city = atlas.nearestCity(sight).name();
                    return new Prompt(
                            "nearest city",
                            sight.phrase() + " stands near the city of",
                            city,
                            Draw.another(cities, city, random));
                })
                .toList();
    }

    @Override
    public List<String> frame() {
        List<String> words = new ArrayList<>(Template.words(STANDS).toList());
        Template.words(SQUARES).forEach(words::add);
        Template.words(SIGNS).forEach(words::add);
        for (Comparison comparison : Comparison.values()) {
            words.addAll(comparison.template.words());
            words.addAll(comparison.answers);
        }
        words.addAll(Lexicon.NUMBERS);
        words.addAll(Atlas.STYLES);
        words.addAll(Atlas.SIGHTS);
        return words;
    }
}
