package practicum.world.language.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import practicum.world.Draw;
import practicum.world.Lexicon;
import practicum.world.Prompt;
import practicum.world.Split;
import practicum.world.Template;
import practicum.world.TextSource;

/**
 * Sentences that state what is true: some facts of one subject, in random order and varied words. Between a person and
 * the facts stands nearly always an aside, which often says something true of somebody else, with values of the same kind:
 * who lives where cannot be told from the names that stand near, and the name is far away when the fact is told.
 */
public final class KnowledgeText implements TextSource {
    private static final List<Template> OPENERS =
            Template.all("These days", "As far as we know ,", "In this part of the world ,", "Today");
    private static final List<Template> ASIDES = Template.all(
            ", as most people around here know ,",
            ", an old friend of {other} ,",
            ", a cousin of {other} from {city} ,",
            ", who met {other} the {job} at the {place} ,",
            ", unlike {other} in {city} ,",
            ", who is often seen near the {place} ,");
    private static final Template CARD = Template.parse("the card says {name} {word} .");
    private static final int CARD_EVERY = 3;
    private static final int MOST_CLAUSES = 4;
    private static final int MOST_ABOUT_PLACES = 2;
    private static final int ABOUT_PLACES_EVERY = 5;
    private static final int BY_NICKNAME_EVERY = 3;
    private static final int NO_ASIDE_EVERY = 10;

    private final List<Citizen> citizens;
    private final Knowledge knowledge;
    private final Telling telling;
    private final List<Citizen> weighted;
    private final List<String> lands;

    KnowledgeText(List<Citizen> citizens, Knowledge knowledge, Telling telling) {
        this.citizens = citizens;
        this.knowledge = knowledge;
        this.telling = telling;
        weighted = citizens.stream()
                .flatMap(citizen ->
                        Stream.generate(() -> citizen).limit(citizen.frequency().weight()))
                .toList();
        lands = Stream.concat(
                        Lexicon.cityNames().stream(), Lexicon.COUNTRIES.stream().map(country -> country.name()))
                .toList();
    }

    @Override
    public String name() {
        return "facts";
    }

    @Override
    public List<String> sentence(Random random) {
        return statement(random).words();
    }

    /** A sentence and what its phrases state of its subject. */
    record Statement(List<String> words, List<Fact> facts) {}

    Statement statement(Random random) {
        if (random.nextInt(CARD_EVERY) == 0) {
            return card(random);
        }
        boolean ofPlaces = random.nextInt(ABOUT_PLACES_EVERY) == 0;
        String subject = ofPlaces ? Draw.one(lands, random) : called(Draw.one(weighted, random), random);
        List<Fact> told = telling.told(subject);
        int most = Math.min(told.size(), ofPlaces ? MOST_ABOUT_PLACES : MOST_CLAUSES);
        List<Fact> said = Draw.some(Draw.between(1, most, random), told, random);
        List<String> words = new ArrayList<>(ofPlaces ? List.of(subject) : opening(subject, random));
        for (int i = 0; i < said.size(); i++) {
            if (i > 0) {
                words.add(i == said.size() - 1 ? "and" : ",");
            }
            words.addAll(Template.split(telling.clause(said.get(i), random)));
        }
        words.add(".");
        return new Statement(words, said);
    }

    /** "the card says Mary Hill pilot .": to go on, one has to have all that is known of her at hand when the name ends. */
    private Statement card(Random random) {
        String subject = called(Draw.one(weighted, random), random);
        List<Fact> inOneWord = telling.told(subject).stream()
                .filter(fact -> !fact.object().contains(" "))
                .toList();
        Fact fact = Draw.one(inOneWord, random);
        return new Statement(CARD.fill(Map.of("name", subject, "word", fact.object())), List.of());
    }

    private String called(Citizen citizen, Random random) {
        List<String> aliases = knowledge.aliases(citizen.name());
        return aliases.isEmpty() || random.nextInt(BY_NICKNAME_EVERY) > 0 ? citizen.name() : aliases.get(0);
    }

    private List<String> opening(String subject, Random random) {
        List<String> words = new ArrayList<>();
        if (random.nextInt(4) == 0) {
            words.addAll(Draw.one(OPENERS, random).words());
        }
        words.addAll(Template.split(subject));
        if (random.nextInt(NO_ASIDE_EVERY) > 0) {
            words.addAll(Draw.one(ASIDES, random).fill(somebodyBut(subject, random)));
        }
        return words;
    }

    private Map<String, String> somebodyBut(String subject, Random random) {
        Citizen other = Draw.one(citizens, random);
        while (other.name().equals(subject) || knowledge.aliases(other.name()).contains(subject)) {
            other = Draw.one(citizens, random);
        }
        Map<String, String> slots = new HashMap<>();
        slots.put("other", other.name());
        slots.put("city", knowledge.object(other.name(), FactRelation.CITY));
        slots.put("job", knowledge.object(other.name(), FactRelation.JOB));
        slots.put("place", Draw.one(Lexicon.PLACES, random));
        return slots;
    }

    /**
     * A question for every fact that the text tells and that has one answer, in a phrase that the text uses for it or in
     * the one that it does not; people come with openers and asides, as in the text.
     */
    public List<Prompt> prompts(Split split, Random random) {
        return prompts(split, fact -> true, random);
    }

    /** The same for some of the facts only. */
    public List<Prompt> prompts(Split split, Predicate<Fact> which, Random random) {
        return knowledge.all().stream()
                .filter(fact -> telling.tells(fact) && isOnly(fact) && which.test(fact))
                .map(fact -> prompt(fact, telling.phrase(fact, split, random), random))
                .toList();
    }

    /** A question for every fact that no sentence tells, though it follows from those that are told. */
    public List<Prompt> untold(Random random) {
        return knowledge.all().stream()
                .filter(fact -> !telling.tells(fact) && isOnly(fact))
                .map(fact -> prompt(fact, telling.phrase(fact, Split.TRAIN, random), random))
                .toList();
    }

    private boolean isOnly(Fact fact) {
        return knowledge.objects(fact.subject(), fact.relation()).size() == 1;
    }

    private Prompt prompt(Fact fact, String phrase, Random random) {
        List<String> answers = knowledge.objects(fact.relation()).stream()
                .map(Ripples::firstWord)
                .distinct()
                .toList();
        String answer = Ripples.firstWord(fact.object());
        List<String> subject =
                lands.contains(fact.subject()) ? List.of(fact.subject()) : opening(fact.subject(), random);
        return new Prompt(
                group(fact), String.join(" ", subject) + " " + phrase, answer, Draw.another(answers, answer, random));
    }

    private String group(Fact fact) {
        String relation = fact.relation().label();
        return telling.isNickname(fact.subject()) ? relation + " by nickname" : relation;
    }

    @Override
    public List<String> frame() {
        Stream<String> phrases = Stream.of(FactRelation.values())
                .flatMap(relation -> relation.phrases().stream())
                .flatMap(phrase -> Template.split(phrase).stream());
        Stream<String> objects = Stream.of(
                        Census.MIDDLE_NAMES,
                        Registry.EPITHETS,
                        Registry.CURRENCIES.values(),
                        List.of(Registry.COMMON_CURRENCY, ",", "and", "."))
                .flatMap(words -> words.stream());
        return Stream.of(phrases, Template.words(OPENERS), Template.words(ASIDES), CARD.words().stream(), objects)
                .flatMap(words -> words)
                .toList();
    }
}
