package practicum.zoo.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import practicum.model.Transformer;
import practicum.tensor.Seeds;
import practicum.world.Draw;
import practicum.world.EchoText;
import practicum.world.Lexicon;
import practicum.world.Prompt;
import practicum.world.Split;
import practicum.world.language.LanguageWorld;
import practicum.world.language.fact.DescriptionText;
import practicum.world.language.fact.FactRelation;
import practicum.world.language.ioi.IoiCase;
import practicum.world.language.ioi.IoiForm;
import practicum.zoo.Answering;
import practicum.zoo.Phenomenon;
import practicum.zoo.language.InjectionPhenomenon.Sample;

/** What is measured on the language world's models: the tables of their cards. */
final class Phenomena {
    private static final long SEED = 101;
    private static final int PROMPTS = 128;
    private static final int SAMPLES = 48;
    private static final int EXAMPLES = 4;
    private static final String INSPECTING = "09_inspecting_representations";

    private Phenomena() {}

    /** What the model of tasks can do, and how. */
    static List<Phenomenon<Transformer>> ofTasks(LanguageWorld world) {
        List<Phenomenon<Transformer>> all = new ArrayList<>(TaskPhenomena.inContext(world));
        all.add(new GreaterThanPhenomenon(world));
        all.add(new InductionPhenomenon(world));
        all.add(new IoiCircuitPhenomenon(world));
        all.add(new OnsetPhenomenon(
                "copying",
                () -> world.copies().prompts(Split.HELD_OUT, EXAMPLES, Seeds.random(SEED)),
                Answering::accuracy));
        all.add(new LensPhenomenon("ioi", () -> plainIoi(world)));
        return List.copyOf(all);
    }

    /** When what is known of people is learned. */
    static Phenomenon<Transformer> onsetOfFacts(LanguageWorld world) {
        return new OnsetPhenomenon(
                "facts",
                () -> Draw.some(PROMPTS, world.facts().prompts(Split.HELD_OUT, Seeds.random(SEED)), Seeds.random(SEED)),
                Answering::accuracy);
    }

    /** What every model of the world can do. */
    static List<Phenomenon<Transformer>> behaviour(LanguageWorld world) {
        List<Phenomenon<Transformer>> all = new ArrayList<>(FactPhenomena.of(world));
        all.addAll(TaskPhenomena.ofKnowledge(world));
        all.add(new BiasPhenomenon(world));
        all.add(new AtlasPhenomenon(world));
        return List.copyOf(all);
    }

    /** How a model whose first layers are local does it. */
    static List<Phenomenon<Transformer>> mechanism(LanguageWorld world, int layers, int localLayers) {
        return List.of(
                SitesPhenomenon.twoSites(world, localLayers - 1, layers - 2),
                new KnockoutPhenomenon(world),
                new LensPhenomenon("facts", () -> world.facts().prompts(Split.HELD_OUT, Seeds.random(SEED))),
                new LensPhenomenon("ioi", () -> plainIoi(world)),
                selfDescription(world));
    }

    private static List<Prompt> plainIoi(LanguageWorld world) {
        return world.ioi().giving(IoiForm.PLAIN, Split.TRAIN, PROMPTS, Seeds.random(SEED)).stream()
                .map(IoiCase::prompt)
                .toList();
    }

    /** Whether a word can be said again from its hidden state alone. */
    static Phenomenon<Transformer> patchscope() {
        Random random = Seeds.random(SEED);
        List<Sample> samples = IntStream.range(0, SAMPLES)
                .mapToObj(i -> {
                    String city = Draw.one(Lexicon.cityNames(), random);
                    return new Sample("The " + Draw.one(Lexicon.JOBS, random) + " from " + city, city);
                })
                .toList();
        return new InjectionPhenomenon(
                "patchscope: the word itself",
                "share of cities named from the hidden state of the city's token",
                EchoText.head(Lexicon.PLACEHOLDER),
                samples,
                List.of(INSPECTING));
    }

    private static Phenomenon<Transformer> selfDescription(LanguageWorld world) {
        List<Sample> samples = RecallPair.facts(world, FactRelation.CITY).stream()
                .limit(SAMPLES)
                .map(fact -> new Sample(fact.subject(), fact.object()))
                .toList();
        return new InjectionPhenomenon(
                "self-description: a person's city",
                "share of people whose city is said from the hidden state of their name's last token",
                DescriptionText.head(Lexicon.PLACEHOLDER) + " "
                        + FactRelation.CITY.phrases().get(0),
                samples,
                List.of(INSPECTING));
    }
}
