package practicum.zoo.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import practicum.model.Transformer;
import practicum.tensor.Seeds;
import practicum.world.Attribute;
import practicum.world.LanguageWorld;
import practicum.world.Split;
import practicum.zoo.AnswerPhenomenon;
import practicum.zoo.AnswerPhenomenon.Control;
import practicum.zoo.Answering;
import practicum.zoo.Phenomenon;
import practicum.zoo.language.InjectionPhenomenon.Sample;

/** What is measured on the language world's model: the table of its card. */
final class Phenomena {
    private static final long SEED = 101;
    private static final int IOI_PROMPTS = 200;
    private static final int EXAMPLES = 4;
    private static final double SHARE = 0.02;
    private static final double LOGITS = 0.2;

    private static final String TRANSFORMERS = "01_transformers_from_scratch";
    private static final String INSPECTING = "09_inspecting_representations";
    private static final String HEADS = "10_attention_heads";
    private static final String CIRCUITS = "16_circuit_discovery";
    private static final String RECALL = "20_factual_recall";
    private static final String EDITING = "21_model_editing";

    private Phenomena() {}

    /** Every phenomenon of the language world. */
    static List<Phenomenon<Transformer>> of(LanguageWorld world) {
        List<Phenomenon<Transformer>> all = new ArrayList<>();
        for (Attribute attribute : Attribute.values()) {
            all.add(fact(world, attribute));
        }
        all.add(new AnswerPhenomenon(
                "facts: places",
                "share of capitals, countries and landmarks' cities that are the likeliest next word",
                () -> world.places(SEED),
                Answering::accuracy,
                Control.SHUFFLED,
                SHARE,
                List.of(INSPECTING, RECALL)));
        all.addAll(ioi(world));
        all.add(new InductionPhenomenon(world));
        all.addAll(copying(world));
        all.add(new LensPhenomenon("facts", () -> world.facts(Split.HELD_OUT, SEED)));
        all.add(new LensPhenomenon("ioi", () -> world.ioi(Split.TRAIN, 128, SEED)));
        all.add(new SitesPhenomenon(world));
        all.add(patchscope(world));
        all.add(selfDescription(world));
        return List.copyOf(all);
    }

    private static Phenomenon<Transformer> fact(LanguageWorld w, Attribute attribute) {
        return new AnswerPhenomenon(
                "facts: " + attribute.label(),
                "share of people whose " + attribute.label()
                        + " is the likeliest next word, asked in a phrase never used of them in training",
                () -> w.facts(Split.HELD_OUT, SEED).stream()
                        .filter(prompt -> prompt.group().equals(attribute.label()))
                        .toList(),
                Answering::accuracy,
                Control.SHUFFLED,
                SHARE,
                List.of(TRANSFORMERS, INSPECTING, RECALL, EDITING));
    }

    private static List<Phenomenon<Transformer>> ioi(LanguageWorld w) {
        List<String> practicums = List.of(TRANSFORMERS, INSPECTING, CIRCUITS);
        return List.of(
                new AnswerPhenomenon(
                        "ioi: held-out names, accuracy",
                        "share in which the indirect object is the likeliest next word; names never seen in such sentences",
                        () -> w.ioi(Split.HELD_OUT, IOI_PROMPTS, SEED),
                        Answering::accuracy,
                        Control.UNTRAINED,
                        SHARE,
                        practicums),
                new AnswerPhenomenon(
                        "ioi: held-out names, preference",
                        "share in which the indirect object is likelier than the subject; names never seen in such"
                                + " sentences",
                        () -> w.ioi(Split.HELD_OUT, IOI_PROMPTS, SEED),
                        Answering::preference,
                        Control.UNTRAINED,
                        SHARE,
                        practicums),
                new AnswerPhenomenon(
                        "ioi: held-out names, logit difference",
                        "mean logit of the indirect object less that of the subject; names never seen in such sentences",
                        () -> w.ioi(Split.HELD_OUT, IOI_PROMPTS, SEED),
                        Answering::logitDiff,
                        Control.UNTRAINED,
                        LOGITS,
                        practicums),
                new AnswerPhenomenon(
                        "ioi: trained names, accuracy",
                        "share in which the indirect object is the likeliest next word; names seen in such sentences",
                        () -> w.ioi(Split.TRAIN, IOI_PROMPTS, SEED),
                        Answering::accuracy,
                        Control.UNTRAINED,
                        SHARE,
                        practicums));
    }

    private static List<Phenomenon<Transformer>> copying(LanguageWorld w) {
        return List.of(
                new AnswerPhenomenon(
                        "copying: held-out words",
                        "share of words repeated in a list like \"Rome -> Rome ; x ->\"; words never seen in such lists",
                        () -> w.copies(Split.HELD_OUT, EXAMPLES, SEED),
                        Answering::accuracy,
                        Control.SHUFFLED,
                        SHARE,
                        List.of(INSPECTING)),
                new AnswerPhenomenon(
                        "echoes: held-out words",
                        "share of words said again nine tokens later; words never seen in such sentences",
                        () -> w.echoes(Split.HELD_OUT, SEED),
                        Answering::accuracy,
                        Control.SHUFFLED,
                        SHARE,
                        List.of(INSPECTING)),
                new AnswerPhenomenon(
                        "relation lists: trained pairs",
                        "share right after four pairs of a relation; pairs seen in such lists",
                        () -> w.relationLists(Split.TRAIN, EXAMPLES, SEED),
                        Answering::accuracy,
                        Control.SHUFFLED,
                        SHARE,
                        List.of(INSPECTING, HEADS)),
                new AnswerPhenomenon(
                        "relation lists: held-out pairs",
                        "share right after four pairs of a relation; pairs known from sentences only",
                        () -> w.relationLists(Split.HELD_OUT, EXAMPLES, SEED),
                        Answering::accuracy,
                        Control.SHUFFLED,
                        SHARE,
                        List.of(INSPECTING, HEADS)),
                new AnswerPhenomenon(
                        "descriptions: held-out people",
                        "share of attributes right in descriptions of people who are never described in training",
                        () -> w.descriptions(Split.HELD_OUT, SEED),
                        Answering::accuracy,
                        Control.SHUFFLED,
                        SHARE,
                        List.of(INSPECTING)));
    }

    private static Phenomenon<Transformer> patchscope(LanguageWorld world) {
        Random random = Seeds.random(SEED);
        List<Sample> samples = IntStream.range(0, 48)
                .mapToObj(i -> {
                    List<String> jobs = Attribute.JOB.choices();
                    List<String> cities = Attribute.CITY.choices();
                    String city = cities.get(random.nextInt(cities.size()));
                    return new Sample("The " + jobs.get(random.nextInt(jobs.size())) + " from " + city, city);
                })
                .toList();
        return new InjectionPhenomenon(
                "patchscope: the word itself",
                "share of cities named from the hidden state of the city's token",
                world.echo("x"),
                samples,
                List.of(INSPECTING));
    }

    private static Phenomenon<Transformer> selfDescription(LanguageWorld world) {
        List<Sample> samples = world.people().stream()
                .limit(48)
                .map(person -> new Sample(person.name(), person.get(Attribute.CITY)))
                .toList();
        return new InjectionPhenomenon(
                "self-description: a person's city",
                "share of people whose city is said from the hidden state of their name's last token",
                world.description("x") + " " + Attribute.CITY.phrases().get(0),
                samples,
                List.of(INSPECTING));
    }
}
