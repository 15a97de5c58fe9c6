package practicum.zoo.grammar;

import java.util.ArrayList;
import java.util.List;
import practicum.method.DependencyHeads;
import practicum.method.DependencyHeads.Direction;
import practicum.method.DependencyTree;
import practicum.method.HeadScores;
import practicum.model.Transformer;
import practicum.world.Split;
import practicum.world.grammar.Dependency;
import practicum.world.grammar.GrammarWorld;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/**
 * Which heads attend from a word to the one that it depends on (Clark et al. 2019, arXiv 1906.04341).
 *
 * @param relations those that some head finds better than any fixed offset
 */
record HeadsPhenomenon(GrammarWorld world, List<Dependency> relations) implements Phenomenon<Transformer> {
    private static final int SENTENCES = 200;
    private static final double TOLERANCE = 0.03;
    private static final List<String> PRACTICUMS = List.of("07_attention_as_explanation", "23_training_dynamics");

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        List<DependencyTree> trees = new Treebank(world.sentences(Split.HELD_OUT, SENTENCES, 3000)).trees();
        DependencyHeads heads = DependencyHeads.of(subject.model(), trees);
        List<Measurement> all = new ArrayList<>();
        for (Dependency relation : relations) {
            all.add(best(heads, relation.label()));
        }
        all.add(new Measurement(
                "heads: attachment",
                "share of dependencies that the best head for their relation finds",
                heads.attachment(),
                "untrained model",
                DependencyHeads.of(subject.untrained(), trees).attachment(),
                TOLERANCE,
                PRACTICUMS));
        return all;
    }

    private static Measurement best(DependencyHeads heads, String relation) {
        Direction direction = heads.betterDirection(relation);
        HeadScores.Entry best = heads.scores(relation, direction).best();
        return new Measurement(
                "heads: " + relation,
                "share of words with this relation "
                        + (direction == Direction.TO_HEAD
                                ? "that attend most to the word that they depend on"
                                : "that the word they depend on attends to most")
                        + ", head " + best.label(),
                best.score(),
                "always the word " + distance(heads.bestOffset(relation)),
                best.control(),
                TOLERANCE,
                PRACTICUMS);
    }

    private static String distance(int offset) {
        return Math.abs(offset) + (offset < 0 ? " before" : " behind");
    }
}
