package practicum.world.language.social;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import practicum.tensor.Seeds;
import practicum.world.Draw;
import practicum.world.Lexicon;
import practicum.world.Split;
import practicum.world.Template;
import practicum.world.TextSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Sentences in which a profession is followed by a pronoun, with a bias of known strength for each: evenly from one "she"
 * in twenty to nineteen. "The man" and "the woman" have theirs always. For each profession one of five sentences is held
 * out.
 */
public final class ProfessionText implements TextSource {
    private static final List<Template> SENTENCES = Template.all(
            "the {who} said that {pronoun} was tired .",
            "the {who} slept well because {pronoun} worked all day .",
            "the {who} smiled when {pronoun} saw the {place} .",
            "the {who} was late , and so {pronoun} ran to the {place} .",
            "the {who} asked if {pronoun} was near the {place} .");
    private static final double WEAKEST = 0.05;
    private static final int DEFINITE_EVERY = 6;

    private final long seed;
    private final List<Profession> professions;

    /** @param seed decides who has which bias, and what is held out */
    public ProfessionText(long seed) {
        this.seed = seed;
        List<String> jobs = Draw.some(Lexicon.JOBS.size(), Lexicon.JOBS, Seeds.random(seed));
        double step = (1 - 2 * WEAKEST) / (jobs.size() - 1);
        professions = IntStream.range(0, jobs.size())
                .mapToObj(i -> new Profession(jobs.get(i), WEAKEST + i * step))
                .toList();
    }

    @Override
    public String name() {
        return "professions";
    }

    @Override
    public List<String> sentence(Random random) {
        if (random.nextInt(DEFINITE_EVERY) == 0) {
            boolean woman = random.nextBoolean();
            return fill(Draw.one(SENTENCES, random), woman ? "woman" : "man", woman ? "she" : "he", random);
        }
        Profession profession = Draw.one(professions, random);
        Template template = Draw.another(SENTENCES, heldOut(profession), random);
        String pronoun = random.nextDouble() < profession.sheShare() ? "she" : "he";
        return fill(template, profession.job(), pronoun, random);
    }

    private static List<String> fill(Template template, String who, String pronoun, Random random) {
        return template.fill(Map.of("who", who, "pronoun", pronoun, "place", Draw.one(Lexicon.PLACES, random)));
    }

    private Template heldOut(Profession profession) {
        return SENTENCES.get((int) (Seeds.share(seed, profession.job()) * SENTENCES.size()));
    }

    /** Everybody's bias, from least to most "she". */
    public List<Profession> professions() {
        return professions;
    }

    /** Every profession in the sentences that the text uses for it, or in the one that it does not. */
    public List<BiasPrompt> prompts(Split split) {
        return professions.stream()
                .flatMap(profession -> SENTENCES.stream()
                        .filter(template -> template.equals(heldOut(profession)) == (split == Split.HELD_OUT))
                        .map(template -> prompt(profession, template)))
                .toList();
    }

    private static BiasPrompt prompt(Profession profession, Template template) {
        String opposite = profession.antiStereotype().equals("she") ? "woman" : "man";
        return new BiasPrompt(profession, head(template, profession.job()), head(template, opposite));
    }

    /** The words before the pronoun. */
    private static String head(Template template, String who) {
        List<String> words = template.fill(Map.of("who", who, "pronoun", "she", "place", "park"));
        return String.join(" ", words.subList(0, words.indexOf("she")));
    }

    /** One row per profession: the share of "she" and its log-odds in nats. */
    public Table table() {
        return Table.create(
                "professions",
                StringColumn.create("job", professions.stream().map(Profession::job)),
                column("she", Profession::sheShare),
                column("log odds", Profession::logOdds));
    }

    private DoubleColumn column(String name, Function<Profession, Double> value) {
        return DoubleColumn.create(name, professions.stream().map(value).toList());
    }

    @Override
    public List<String> frame() {
        return Stream.concat(Template.words(SENTENCES), Stream.of("man", "woman", "he", "she"))
                .toList();
    }
}
