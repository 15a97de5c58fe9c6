package practicum.zoo.grammar;

import java.util.List;
import practicum.method.DependencyHeads;
import practicum.method.DependencyTree;
import practicum.model.Transformer;
import practicum.world.Split;
import practicum.world.grammar.GrammarWorld;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/** When attention begins to show the tree (Chen et al. 2024, arXiv 2309.07311). */
record AttachmentOnset(GrammarWorld world) implements Phenomenon<Transformer> {
    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        List<DependencyTree> trees = new Treebank(world.sentences(Split.HELD_OUT, 100, 3000)).trees();
        return List.of(
                Onset.of(subject, model -> DependencyHeads.of(model, trees).attachment())
                        .measurement(
                                "heads: onset",
                                "share of dependencies that attention shows,",
                                0.03,
                                List.of("23_training_dynamics")));
    }
}
