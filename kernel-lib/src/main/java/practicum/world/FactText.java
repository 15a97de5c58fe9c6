package practicum.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Sentences that state what is true of a person: some attributes, in random order, in varied words, often after an
 * aside that names somebody else, so that the attribute stands away from the name it belongs to.
 *
 * <p>For every person and attribute one phrase is held out: "Mary Hill owns a" may never be said of her, though it is
 * said of others. A model that completes it knows the fact and not the sentence.
 */
final class FactText implements TextSource {
    private static final List<Template> OPENERS =
            Template.all("These days", "As far as we know ,", "In this part of the world ,", "Today");
    private static final List<Template> ASIDES = Template.all(
            ", as most people around here know ,",
            ", an old friend of {other} ,",
            ", who is often seen near the {place} ,",
            ", like many people on this street ,",
            ", who met {other} at the {place} ,");
    private static final int MOST_CLAUSES = 4;

    private final List<Person> people;
    private final List<Person> weighted;

    FactText(List<Person> people) {
        this.people = people;
        weighted = people.stream()
                .flatMap(person ->
                        Stream.generate(() -> person).limit(person.frequency().weight()))
                .toList();
    }

    @Override
    public String name() {
        return "facts";
    }

    @Override
    public List<String> sentence(Random random) {
        Person person = Draw.one(weighted, random);
        List<String> words = new ArrayList<>(subject(person, random));
        List<Attribute> said = Draw.some(Draw.between(1, MOST_CLAUSES, random), List.of(Attribute.values()), random);
        for (int i = 0; i < said.size(); i++) {
            if (i > 0) {
                words.add(i == said.size() - 1 ? "and" : ",");
            }
            words.addAll(clause(person, said.get(i), phrase(person, said.get(i), Split.TRAIN, random)));
        }
        words.add(".");
        return words;
    }

    /** Questions about every person and attribute, in phrases of the given split, after a subject with asides. */
    List<Prompt> prompts(Split split, Random random) {
        List<Prompt> prompts = new ArrayList<>();
        for (Person person : people) {
            for (Attribute attribute : Attribute.values()) {
                String text =
                        String.join(" ", subject(person, random)) + " " + phrase(person, attribute, split, random);
                String answer = person.get(attribute);
                prompts.add(
                        new Prompt(attribute.label(), text, answer, Draw.another(attribute.choices(), answer, random)));
            }
        }
        return prompts;
    }

    /** The phrase that is never used to state this attribute of this person. */
    static String heldOutPhrase(Person person, Attribute attribute) {
        List<String> phrases = attribute.phrases();
        int key = Lexicon.FIRST_NAMES.indexOf(person.first()) + Lexicon.LAST_NAMES.indexOf(person.last());
        return phrases.get((key + attribute.ordinal()) % phrases.size());
    }

    private static String phrase(Person person, Attribute attribute, Split split, Random random) {
        String heldOut = heldOutPhrase(person, attribute);
        return split == Split.HELD_OUT ? heldOut : Draw.another(attribute.phrases(), heldOut, random);
    }

    static List<String> clause(Person person, Attribute attribute, String phrase) {
        return Template.split(phrase + " " + person.get(attribute));
    }

    private List<String> subject(Person person, Random random) {
        List<String> words = new ArrayList<>();
        if (random.nextInt(4) == 0) {
            words.addAll(Draw.one(OPENERS, random).words());
        }
        words.addAll(List.of(person.first(), person.last()));
        if (random.nextInt(2) == 0) {
            Map<String, String> slots = Map.of(
                    "other", Draw.another(people, person, random).name(), "place", Draw.one(Lexicon.PLACES, random));
            words.addAll(Draw.one(ASIDES, random).fill(slots));
        }
        return words;
    }

    @Override
    public List<String> frame() {
        Stream<String> phrases = Stream.of(Attribute.values())
                .flatMap(attribute -> attribute.phrases().stream())
                .flatMap(phrase -> Template.split(phrase).stream());
        return Stream.of(phrases, Template.words(OPENERS), Template.words(ASIDES), Stream.of(",", "and", "."))
                .flatMap(words -> words)
                .toList();
    }
}
