package practicum.zoo.grammar;

import java.util.List;
import practicum.hook.Hook;
import practicum.method.DepthProbe;
import practicum.method.DistanceProbe;
import practicum.method.ProbedSentence;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.train.Recipe;
import practicum.world.Split;
import practicum.world.grammar.GrammarWorld;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/**
 * Whether trees can be read off what a model makes of the words, by structural probes (Hewitt and Manning 2019) that were
 * trained on other sentences.
 *
 * @param layer behind which the probes read
 */
record ParsingPhenomenon(GrammarWorld world, int layer) implements Phenomenon<Transformer> {
    private static final Recipe RECIPE = Recipe.of(1, 250, 32, 1e-2);
    private static final int RANK = 32;
    private static final double TOLERANCE = 0.03;
    private static final List<String> PRACTICUMS = List.of("08_probing");

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        Treebank train = new Treebank(world.sentences(Split.TRAIN, 500, 1000));
        Treebank test = new Treebank(world.sentences(Split.HELD_OUT, 200, 1001));
        Fit trained = fit(subject.model(), train, test);
        Fit untrained = fit(subject.untrained(), train, test);
        List<ProbedSentence> chains = test.readWords(subject.model(), Treebank.behind(layer, subject.model())).stream()
                .map(ProbedSentence::inAChain)
                .toList();
        double chain = new DistanceProbe(Tensor.eye(1)).score(chains).uuas();
        String where = " by a structural probe behind layer " + layer + ", on held-out sentences";
        return List.of(
                measurement(
                        "trees: UUAS", "share of edges found" + where, trained.uuas, "untrained model", untrained.uuas),
                measurement("trees: UUAS and a chain", "the same", trained.uuas, "each word with the next", chain),
                measurement(
                        "trees: distances",
                        "rank correlation of words' distances" + where,
                        trained.distances,
                        "untrained model",
                        untrained.distances),
                measurement(
                        "trees: root",
                        "share of main verbs found" + where,
                        trained.root,
                        "untrained model",
                        untrained.root),
                measurement(
                        "trees: depths",
                        "rank correlation of words' depths" + where,
                        trained.depths,
                        "untrained model",
                        untrained.depths));
    }

    private static Measurement measurement(
            String name, String measures, double value, String controlled, double control) {
        return new Measurement(name, measures, value, controlled, control, TOLERANCE, PRACTICUMS);
    }

    private record Fit(double uuas, double distances, double root, double depths) {}

    private Fit fit(Transformer model, Treebank train, Treebank test) {
        Hook hook = Treebank.behind(layer, model);
        List<ProbedSentence> seen = train.readWords(model, hook);
        List<ProbedSentence> unseen = test.readWords(model, hook);
        DistanceProbe.Scores distances = DistanceProbe.train(seen, RANK, RECIPE).score(unseen);
        DepthProbe.Scores depths = DepthProbe.train(seen, RANK, RECIPE).score(unseen);
        return new Fit(distances.uuas(), distances.spearman(), depths.root(), depths.spearman());
    }
}
