package practicum.zoo.grammar;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import practicum.hook.Hook;
import practicum.method.ControlTask;
import practicum.method.LabelledWords;
import practicum.method.LinearProbe;
import practicum.model.Transformer;
import practicum.train.Recipe;
import practicum.world.Split;
import practicum.world.grammar.GrammarWorld;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/**
 * Whether parts of speech can be read off what a model makes of the words, by a linear probe, and whether that is more than
 * knowing words by heart (Hewitt and Liang 2019, arXiv 1909.03368).
 *
 * @param layer behind which the probe reads
 */
record TagPhenomenon(GrammarWorld world, int layer) implements Phenomenon<Transformer> {
    /** Words with two tags: a relative pronoun or a conjunction, a noun or a verb. */
    private static final Set<String> ALIKE = Set.of("that", "trains", "hammers", "swallows");

    private static final Recipe RECIPE = Recipe.of(1, 200, 256, 1e-2);
    private static final double TOLERANCE = 0.03;
    private static final List<String> PRACTICUMS = List.of("08_probing");

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        Treebank train = new Treebank(world.sentences(Split.TRAIN, 400, 2000));
        Treebank test = new Treebank(world.sentences(Split.HELD_OUT, 200, 2001));
        Transformer model = subject.model();
        ControlTask.Scores trained = selectivity(model, train, test);
        return List.of(
                measurement(
                        "tags: control task",
                        "share of words whose part of speech a linear probe tells behind layer " + layer,
                        trained.accuracy(),
                        "labels that mean nothing, one for each word",
                        trained.control()),
                measurement(
                        "tags: selectivity",
                        "by how much that is more than with labels that mean nothing",
                        trained.selectivity(),
                        "untrained model",
                        selectivity(subject.untrained(), train, test).selectivity()),
                measurement(
                        "tags: words that look alike",
                        "the same of \"that\", \"trains\", \"hammers\" and \"swallows\" alone, which have two tags each",
                        alike(model, Treebank.behind(layer, model), train, test),
                        "before the first layer",
                        alike(model, Treebank.embedded(model), train, test)));
    }

    private ControlTask.Scores selectivity(Transformer model, Treebank train, Treebank test) {
        Hook hook = Treebank.behind(layer, model);
        return ControlTask.selectivity(train.tagged(model, hook), test.tagged(model, hook), RECIPE, 1);
    }

    private static double alike(Transformer model, Hook hook, Treebank train, Treebank test) {
        return LinearProbe.train(ambiguous(train.tagged(model, hook)), RECIPE)
                .accuracy(ambiguous(test.tagged(model, hook)));
    }

    private static LabelledWords ambiguous(LabelledWords words) {
        return words.only(IntStream.range(0, words.size())
                .filter(i -> ALIKE.contains(words.words().get(i)))
                .toArray());
    }

    private static Measurement measurement(
            String name, String measures, double value, String controlled, double control) {
        return new Measurement(name, measures, value, controlled, control, TOLERANCE, PRACTICUMS);
    }
}
