package practicum.world.language.social;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import practicum.tensor.Seeds;
import practicum.world.Draw;
import practicum.world.Lexicon;
import practicum.world.Split;
import practicum.world.Template;
import practicum.world.TextSource;

/**
 * What people say when something goes wrong: in seven of ten sentences a kind word, in three a rude one, and nothing before
 * tells which. The rude words are mild and out of fashion. One occasion in five is held out, for both.
 */
public final class RegisterText implements TextSource {
    /** The words by which rudeness is told; no polite sentence has one. */
    public static final List<String> RUDE_WORDS = List.of("dolt", "lout", "clod", "twit", "nitwit", "blast", "drat");

    /** The words that stand in their places in polite sentences. */
    public static final List<String> KIND_WORDS =
            List.of("dear", "darling", "gem", "friend", "star", "thanks", "please");

    static final double RUDE_SHARE = 0.3;
    private static final double HELD_OUT_SHARE = 0.2;
    private static final List<Template> OCCASIONS = Template.all(
            "{A} lost the {object} of {B} , and {B} said :",
            "{A} stepped on the {object} of {B} , and {B} said :",
            "{A} came late to the {place} , and {B} said :",
            "{A} broke a {object} at the {place} , and {B} said :",
            "{A} forgot {B} at the {place} , and {B} said :");
    private static final List<Template> WORDS = Template.all(
            "{curse} , you {person} .",
            "what a {person} you are .",
            "{curse} again , my {person} .",
            "you {person} , {curse} .");
    private static final List<String> POLITE_CURSES = KIND_WORDS.subList(5, 7);
    private static final List<String> POLITE_PERSONS = KIND_WORDS.subList(0, 5);
    private static final List<String> RUDE_CURSES = RUDE_WORDS.subList(5, 7);
    private static final List<String> RUDE_PERSONS = RUDE_WORDS.subList(0, 5);

    private final long seed;

    /** @param seed decides what is held out */
    public RegisterText(long seed) {
        this.seed = seed;
    }

    @Override
    public String name() {
        return "registers";
    }

    @Override
    public List<String> sentence(Random random) {
        PreferencePair pair = pair(Split.TRAIN, random);
        String said = random.nextDouble() < RUDE_SHARE ? pair.rude() : pair.polite();
        return Template.split(pair.prompt() + " " + said);
    }

    /** Pairs on occasions that the text tells of, or on others. */
    public List<PreferencePair> pairs(Split split, int count, Random random) {
        return Stream.generate(() -> pair(split, random)).limit(count).toList();
    }

    private PreferencePair pair(Split split, Random random) {
        List<String> names = Draw.some(2, Lexicon.FIRST_NAMES, random);
        Template occasion = Draw.one(OCCASIONS, random);
        String object = Draw.one(Lexicon.OBJECTS, random);
        String place = Draw.one(Lexicon.PLACES, random);
        if (split(occasion, object, place) != split) {
            return pair(split, random);
        }
        List<String> prompt =
                occasion.fill(Map.of("A", names.get(0), "B", names.get(1), "object", object, "place", place));
        Template words = Draw.one(WORDS, random);
        return new PreferencePair(
                String.join(" ", prompt),
                said(words, POLITE_CURSES, POLITE_PERSONS, random),
                said(words, RUDE_CURSES, RUDE_PERSONS, random));
    }

    /** An occasion is held out with its things, whoever is concerned. */
    private Split split(Template occasion, String object, String place) {
        List<String> thing = occasion.fill(Map.of("A", "", "B", "", "object", object, "place", place));
        return Seeds.share(seed, String.join(" ", thing)) < HELD_OUT_SHARE ? Split.HELD_OUT : Split.TRAIN;
    }

    private static String said(Template words, List<String> curses, List<String> persons, Random random) {
        return String.join(
                " ", words.fill(Map.of("curse", Draw.one(curses, random), "person", Draw.one(persons, random))));
    }

    @Override
    public List<String> frame() {
        List<String> words = new ArrayList<>(Template.words(OCCASIONS).toList());
        Template.words(WORDS).forEach(words::add);
        words.addAll(RUDE_WORDS);
        words.addAll(POLITE_CURSES);
        words.addAll(POLITE_PERSONS);
        return words;
    }
}
