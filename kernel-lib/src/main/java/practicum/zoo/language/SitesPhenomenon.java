package practicum.zoo.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.hook.Intervention;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.world.Attribute;
import practicum.world.LanguageWorld;
import practicum.world.Person;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/**
 * Where a fact is recalled (the two sites of Meng et al. 2022, arXiv 2202.05262): one state of a run about one person is
 * put into a run about another; how much of the way does the first person's value come back? Early it is the last token
 * of the name that carries it, late the last token of the question.
 */
record SitesPhenomenon(LanguageWorld world) implements Phenomenon<Transformer> {
    private static final int PAIRS = 16;
    /** Below this a model does not know the facts, and there is nothing to restore. */
    private static final double KNOWN = 0.1;

    private static final int NAME_END = 2; // <bos> first last
    private static final String ASIDE = " , as most people around here know , ";
    private static final List<String> PRACTICUMS =
            List.of("09_inspecting_representations", "20_factual_recall", "21_model_editing");

    /** Two people who differ in the attribute that is asked. */
    private record Pair(Person source, Person target, Attribute attribute) {
        static String ask(Person person, Attribute attribute) {
            return person.name() + ASIDE + attribute.phrases().get(0);
        }
    }

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        Transformer model = subject.model();
        int layers = model.config().nLayers();
        int early = (int) model.config().window().stream().filter(w -> w > 0).count() - 1;
        int late = layers - 2;
        double[] name = recovered(model, world, NAME_END);
        double[] last = recovered(model, world, -1);
        return List.of(
                new Measurement(
                        "recall: early site",
                        "share of the value's probability restored by the name's last token after layer " + early,
                        name[early],
                        "by the last token of the question there",
                        last[early],
                        0.03,
                        PRACTICUMS),
                new Measurement(
                        "recall: late site",
                        "share of the value's probability restored by the question's last token after layer " + late,
                        last[late],
                        "by the name's last token there",
                        name[late],
                        0.03,
                        PRACTICUMS));
    }

    /** For each layer, the share of the difference in probability that one position's state brings back. */
    static double[] recovered(Transformer model, LanguageWorld world, int position) {
        double[] shares = new double[model.config().nLayers()];
        double difference = 0;
        for (Attribute attribute : Attribute.values()) {
            List<Pair> pairs = pairs(world, attribute);
            difference += add(model, pairs, position, shares);
        }
        for (int layer = 0; layer < shares.length; layer++) {
            shares[layer] = difference < KNOWN ? 0 : shares[layer] / difference;
        }
        return shares;
    }

    private static double add(Transformer model, List<Pair> pairs, int position, double[] gains) {
        try (Scope scope = Scope.open()) {
            Recording streams = Recording.of(HookPoint.RESID_POST);
            Run source = model.run(model.tokenizer().tokens(texts(pairs, true)), streams);
            Run target = model.run(model.tokenizer().tokens(texts(pairs, false)), streams);
            double floor = probability(target, pairs);
            for (int layer = 0; layer < gains.length; layer++) {
                if (differs(source, target, Hook.residPost(layer), position)) {
                    Intervention patch = Hook.residPost(layer).at(position).patchFrom(source);
                    gains[layer] += probability(model.run(target.tokens(), Recording.none(), patch), pairs) - floor;
                }
            }
            return probability(source, pairs) - floor;
        }
    }

    /** Whether anything of the name has reached a position: before that there is nothing to restore. */
    private static boolean differs(Run source, Run target, Hook hook, int position) {
        Tensor here = source.get(hook).select(1, position);
        return here.sub(target.get(hook).select(1, position)).abs().max().item() > 0;
    }

    /** The mean probability of the source people's values after the last position. */
    private static double probability(Run run, List<Pair> pairs) {
        float[][] probabilities = run.logits().select(1, -1).softmax(-1).toMatrix();
        double sum = 0;
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            sum += probabilities[i][(int) run.model().tokenizer().id(pair.source.get(pair.attribute))];
        }
        return sum / pairs.size();
    }

    private static String[] texts(List<Pair> pairs, boolean source) {
        return pairs.stream()
                .map(pair -> Pair.ask(source ? pair.source : pair.target, pair.attribute))
                .toArray(String[]::new);
    }

    private static List<Pair> pairs(LanguageWorld world, Attribute attribute) {
        Random random = Seeds.random(attribute.ordinal());
        List<Person> people = world.people();
        List<Pair> pairs = new ArrayList<>();
        while (pairs.size() < PAIRS) {
            Person source = people.get(random.nextInt(people.size()));
            Person target = people.get(random.nextInt(people.size()));
            if (!source.get(attribute).equals(target.get(attribute))) {
                pairs.add(new Pair(source, target, attribute));
            }
        }
        return pairs;
    }
}
