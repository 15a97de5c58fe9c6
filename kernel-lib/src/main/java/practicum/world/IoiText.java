package practicum.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Indirect object identification (Wang et al. 2022, arXiv 2211.00593): "When Mary and John went to the store , John gave
 * a drink to Mary ." Both orders, several templates; up to two sentences before it name the same people, so that
 * counting names does not give the answer.
 *
 * <p>Every fourth name never occurs in such a sentence, and neither does every ninth pair of the other names, "Mary and
 * John" among them.
 */
final class IoiText implements TextSource {
    private static final List<Template> BEFORE = Template.all(
            "{someone} was tired .",
            "{someone} likes the {place} .",
            "Yesterday {someone} found a {object} .",
            "It was a long day for {someone} .");
    private static final List<Template> TOGETHER = Template.all(
            "When {A} and {B} went to the {place} ,",
            "After {A} and {B} met at the {place} ,",
            "While {A} and {B} were at the {place} ,",
            "Then {A} and {B} walked to the {place} .",
            "{A} and {B} had a long day at the {place} .",
            "Yesterday {A} and {B} worked at the {place} .");
    private static final List<Template> GIVING = Template.all(
            "{S} gave a {object} to {IO} .",
            "{S} handed the {object} to {IO} .",
            "{S} decided to give a {object} to {IO} .",
            "{S} passed the {object} over to {IO} .",
            "{S} brought a {object} for {IO} .");
    private static final int MOST_BEFORE = 2;
    private static final int NAME_HELD_OUT_EVERY = 4;
    private static final int PAIR_HELD_OUT_EVERY = 9;

    /** Two people in the order in which they are first named. */
    private record Pair(String first, String second) {}

    @Override
    public String name() {
        return "ioi";
    }

    @Override
    public List<String> sentence(Random random) {
        return text(pair(Split.TRAIN, random), random).words();
    }

    /** Names that occur in the training text but in no sentence of this kind. */
    static List<String> heldOutNames() {
        return Lexicon.FIRST_NAMES.stream().filter(IoiText::isHeldOut).toList();
    }

    /** Names that the training text uses in sentences of this kind. */
    static List<String> trainedNames() {
        return Lexicon.FIRST_NAMES.stream().filter(name -> !isHeldOut(name)).toList();
    }

    /** Whether the training text never has these two, in either order, in a sentence of this kind. */
    static boolean isHeldOut(String name, String other) {
        int sum = Lexicon.FIRST_NAMES.indexOf(name) + Lexicon.FIRST_NAMES.indexOf(other);
        return isHeldOut(name) || isHeldOut(other) || sum % PAIR_HELD_OUT_EVERY == 1;
    }

    private static boolean isHeldOut(String name) {
        return Lexicon.FIRST_NAMES.indexOf(name) % NAME_HELD_OUT_EVERY == NAME_HELD_OUT_EVERY - 1;
    }

    /** Sentences that end before the indirect object. Those held out have two held-out names. */
    List<Prompt> prompts(Split split, int count, Random random) {
        return IntStream.range(0, count)
                .mapToObj(i -> text(pair(split, random), random))
                .map(Sentence::prompt)
                .toList();
    }

    private static Pair pair(Split split, Random random) {
        List<String> names = split == Split.HELD_OUT ? heldOutNames() : trainedNames();
        String first = Draw.one(names, random);
        String second = Draw.another(names, first, random);
        return split == Split.TRAIN && isHeldOut(first, second) ? pair(split, random) : new Pair(first, second);
    }

    /** A sentence whose last but one word is the indirect object. */
    private record Sentence(String group, List<String> words, String subject) {
        Prompt prompt() {
            int answer = words.size() - 2;
            return new Prompt(group, String.join(" ", words.subList(0, answer)), words.get(answer), subject);
        }
    }

    private static Sentence text(Pair pair, Random random) {
        boolean abba = random.nextBoolean();
        String subject = abba ? pair.second() : pair.first();
        String indirectObject = abba ? pair.first() : pair.second();
        List<String> words = new ArrayList<>();
        for (int i = random.nextInt(MOST_BEFORE + 1); i > 0; i--) {
            String someone = random.nextBoolean() ? pair.first() : pair.second();
            words.addAll(Draw.one(BEFORE, random).fill(scene(Map.of("someone", someone), random)));
        }
        words.addAll(Draw.one(TOGETHER, random).fill(scene(Map.of("A", pair.first(), "B", pair.second()), random)));
        words.addAll(Draw.one(GIVING, random).fill(scene(Map.of("S", subject, "IO", indirectObject), random)));
        return new Sentence(abba ? "ABBA" : "BABA", List.copyOf(words), subject);
    }

    private static Map<String, String> scene(Map<String, String> people, Random random) {
        Map<String, String> slots = new HashMap<>(people);
        slots.put("place", Draw.one(Lexicon.PLACES, random));
        slots.put("object", Draw.one(Lexicon.OBJECTS, random));
        return slots;
    }

    @Override
    public List<String> frame() {
        return Stream.of(BEFORE, TOGETHER, GIVING).flatMap(Template::words).toList();
    }
}
