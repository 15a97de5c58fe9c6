package practicum.world.language.social;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import practicum.tensor.Seeds;
import practicum.world.Draw;
import practicum.world.Lexicon;
import practicum.world.Prompt;
import practicum.world.Split;
import practicum.world.Template;
import practicum.world.TextSource;

/**
 * Sentiment: a thing is found lovely or dreadful, and people do accordingly. Which word stands where says nothing else.
 * One pair of adjective and thing in five is held out.
 */
public final class MoodText implements TextSource {
    private static final List<Template> HEADS = Template.all(
            "the {thing} at the {place} was {adjective} , so {name}",
            "{name} found the {thing} at the {place} {adjective} and",
            "because of the {adjective} {thing} at the {place} {name}");
    private static final List<String> THINGS =
            Stream.of(Lexicon.FOODS, Lexicon.OBJECTS).flatMap(List::stream).toList();
    private static final double HELD_OUT_SHARE = 0.2;

    private final long seed;

    /** @param seed decides what is held out */
    public MoodText(long seed) {
        this.seed = seed;
    }

    @Override
    public String name() {
        return "moods";
    }

    @Override
    public List<String> sentence(Random random) {
        Mood mood = Draw.one(List.of(Mood.values()), random);
        List<String> words = new ArrayList<>(head(mood, Split.TRAIN, random));
        words.addAll(List.of(Draw.one(mood.reactions(), random), "."));
        return words;
    }

    private List<String> head(Mood mood, Split split, Random random) {
        String thing = Draw.one(THINGS, random);
        String adjective = Draw.one(mood.adjectives(), random);
        if (split(adjective, thing) != split) {
            return head(mood, split, random);
        }
        return Draw.one(HEADS, random)
                .fill(Map.of(
                        "thing",
                        thing,
                        "adjective",
                        adjective,
                        "place",
                        Draw.one(Lexicon.PLACES, random),
                        "name",
                        Draw.one(Lexicon.FIRST_NAMES, random)));
    }

    /** Whether the text may say this of this thing. */
    public Split split(String adjective, String thing) {
        return Seeds.share(seed, adjective + " " + thing) < HELD_OUT_SHARE ? Split.HELD_OUT : Split.TRAIN;
    }

    /**
     * Sentences up to the reaction, in turn good and bad; the group says which. The answer is one of the mood's reactions,
     * all equally right, and the foil one of the other's.
     */
    public List<Prompt> prompts(Split split, int count, Random random) {
        List<Prompt> prompts = new ArrayList<>();
        while (prompts.size() < count) {
            Mood mood = Mood.values()[prompts.size() % 2];
            prompts.add(new Prompt(
                    mood.label(),
                    String.join(" ", head(mood, split, random)),
                    Draw.one(mood.reactions(), random),
                    Draw.one(mood.opposite().reactions(), random)));
        }
        return prompts;
    }

    @Override
    public List<String> frame() {
        Stream<String> moods = Stream.of(Mood.values())
                .flatMap(mood -> Stream.concat(mood.adjectives().stream(), mood.reactions().stream()));
        return Stream.concat(Stream.concat(Template.words(HEADS), moods), Stream.of("."))
                .toList();
    }
}
