package practicum.world.language.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import practicum.world.Draw;
import practicum.world.Lexicon;
import practicum.world.Prompt;
import practicum.world.Split;
import practicum.world.Template;
import practicum.world.TextSource;

/**
 * Short descriptions: "about Mary Hill , in a few words : lives in Oslo , works as a baker ." The prompt of SelfIE (Chen et
 * al. 2024, arXiv 2403.10949) and of entity Patchscopes (Ghandeharioun et al. 2024, arXiv 2401.06102). Every eighth person
 * is described in full sentences only.
 */
public final class DescriptionText implements TextSource {
    private static final Template HEAD = Template.parse("about {subject} , in a few words :");
    private static final int MOST_CLAUSES = 4;
    private static final int HELD_OUT_EVERY = 8;
    private static final int ABOUT_PLACES_EVERY = 4;

    private final List<Citizen> citizens;
    private final Telling telling;
    private final List<String> trained;
    private final List<String> cities;

    DescriptionText(List<Citizen> citizens, Telling telling) {
        this.citizens = citizens;
        this.telling = telling;
        trained = citizens(Split.TRAIN).stream().map(Citizen::name).toList();
        cities = Lexicon.cityNames().stream()
                .filter(city -> !described(city).isEmpty())
                .toList();
    }

    @Override
    public String name() {
        return "descriptions";
    }

    @Override
    public List<String> sentence(Random random) {
        String subject = Draw.one(random.nextInt(ABOUT_PLACES_EVERY) == 0 ? cities : trained, random);
        List<Fact> known = described(subject);
        List<String> words = new ArrayList<>(Template.split(head(subject)));
        for (Fact fact : Draw.some(Draw.between(1, Math.min(MOST_CLAUSES, known.size()), random), known, random)) {
            words.addAll(clause(fact));
            words.add(",");
        }
        words.set(words.size() - 1, ".");
        return words;
    }

    /** What may be said in the plainest words, so that generated descriptions can be read off. */
    private List<Fact> described(String subject) {
        return telling.told(subject).stream()
                .filter(fact -> !telling.heldOutPhrase(fact).equals(plainPhrase(fact)))
                .toList();
    }

    private static String plainPhrase(Fact fact) {
        return fact.relation().phrases().get(0);
    }

    private static List<String> clause(Fact fact) {
        return Template.split(plainPhrase(fact) + " " + fact.object());
    }

    /** The people that are described so in training, or those that are not. */
    public List<Citizen> citizens(Split split) {
        return IntStream.range(0, citizens.size())
                .filter(i -> (i % HELD_OUT_EVERY == 0) == (split == Split.HELD_OUT))
                .mapToObj(citizens::get)
                .filter(citizen -> !described(citizen.name()).isEmpty())
                .toList();
    }

    /** The words up to the colon. */
    public static String head(String subject) {
        return String.join(" ", HEAD.fill(Map.of("subject", subject)));
    }

    /** For each person of the split a description that begins with the phrase of one of their facts, up to its object. */
    public List<Prompt> prompts(Split split, Random random) {
        List<Prompt> prompts = new ArrayList<>();
        for (Citizen citizen : citizens(split)) {
            Fact fact = Draw.one(described(citizen.name()), random);
            List<String> objects = Draw.some(citizens.size(), citizens, random).stream()
                    .flatMap(other -> telling.told(other.name()).stream())
                    .filter(told -> told.relation() == fact.relation())
                    .map(told -> Ripples.firstWord(told.object()))
                    .distinct()
                    .toList();
            String answer = Ripples.firstWord(fact.object());
            prompts.add(new Prompt(
                    fact.relation().label(),
                    head(citizen.name()) + " " + plainPhrase(fact),
                    answer,
                    Draw.another(objects, answer, random)));
        }
        return prompts;
    }

    @Override
    public List<String> frame() {
        return HEAD.words();
    }
}
