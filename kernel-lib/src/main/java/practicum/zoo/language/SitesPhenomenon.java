package practicum.zoo.language;

import java.util.List;
import java.util.function.Function;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.hook.Intervention;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.world.language.LanguageWorld;
import practicum.world.language.fact.Fact;
import practicum.world.language.fact.FactRelation;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/**
 * Where a fact is recalled (the two sites of Meng et al. 2022, arXiv 2202.05262): one state of a run about one person is
 * put into a run about another; how much of the way does the first person's value come back? Early it is the last token
 * of the name that carries it, late the last token of the question. A model that looks everywhere in its first layer only
 * has no early site: its last token reads the name itself.
 *
 * @param early the layer after which the name should carry the value
 * @param late the layer after which the question's last token should
 * @param byName whether there is an early site at all
 */
record SitesPhenomenon(LanguageWorld world, int early, int late, boolean byName) implements Phenomenon<Transformer> {
    private static final int PAIRS = 16;
    private static final double TOLERANCE = 0.03;
    /** Below this a model does not know the facts, and there is nothing to restore. */
    private static final double KNOWN = 0.1;

    private static final List<String> PRACTICUMS =
            List.of("09_inspecting_representations", "20_factual_recall", "21_model_editing");

    /** What is seen in a model with an early and a late site. */
    static SitesPhenomenon twoSites(LanguageWorld world, int early, int late) {
        return new SitesPhenomenon(world, early, late, true);
    }

    /** What is seen in a model whose last token does all, already after some early layer. */
    static SitesPhenomenon oneSite(LanguageWorld world, int layer) {
        return new SitesPhenomenon(world, layer, layer, false);
    }

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        double[] name = recovered(subject.model(), RecallPair.NAME_END);
        double[] last = recovered(subject.model(), -1);
        Measurement atLast = new Measurement(
                "recall: " + (byName ? "late site" : "only site"),
                "share of the value's probability restored by the question's last token after layer " + late,
                last[late],
                "by the name's last token there",
                name[late],
                TOLERANCE,
                PRACTICUMS);
        return byName ? List.of(atName(name, last), atLast) : List.of(atLast);
    }

    private Measurement atName(double[] name, double[] last) {
        return new Measurement(
                "recall: early site",
                "share of the value's probability restored by the name's last token after layer " + early,
                name[early],
                "by the last token of the question there",
                last[early],
                TOLERANCE,
                PRACTICUMS);
    }

    /** For each layer, the share of the difference in probability that one position's state brings back. */
    private double[] recovered(Transformer model, int position) {
        double[] shares = new double[model.config().nLayers()];
        double difference = 0;
        for (FactRelation relation : RecallPair.RELATIONS) {
            difference += add(model, RecallPair.some(world, relation, PAIRS), position, shares);
        }
        for (int layer = 0; layer < shares.length; layer++) {
            shares[layer] = difference < KNOWN ? 0 : shares[layer] / difference;
        }
        return shares;
    }

    private static double add(Transformer model, List<RecallPair> pairs, int position, double[] gains) {
        try (Scope scope = Scope.open()) {
            Recording streams = Recording.of(HookPoint.RESID_POST);
            Run source = model.run(model.tokenizer().tokens(texts(pairs, RecallPair::source)), streams);
            Run target = model.run(model.tokenizer().tokens(texts(pairs, RecallPair::target)), streams);
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

    private static String[] texts(List<RecallPair> pairs, Function<RecallPair, Fact> of) {
        return pairs.stream().map(of).map(RecallPair::question).toArray(String[]::new);
    }

    /** Whether anything of the name has reached a position: before that there is nothing to restore. */
    private static boolean differs(Run source, Run target, Hook hook, int position) {
        Tensor here = source.get(hook).select(1, position);
        return here.sub(target.get(hook).select(1, position)).abs().max().item() > 0;
    }

    /** The mean probability of the source people's values after the last position. */
    private static double probability(Run run, List<RecallPair> pairs) {
        float[][] probabilities = run.logits().select(1, -1).softmax(-1).toMatrix();
        double sum = 0;
        for (int i = 0; i < pairs.size(); i++) {
            sum += probabilities[i][
                    (int) run.model().tokenizer().id(pairs.get(i).source().object())];
        }
        return sum / pairs.size();
    }
}
