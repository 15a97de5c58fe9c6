package practicum.zoo.causal;

import java.util.ArrayList;
import java.util.List;
import practicum.hook.Hook;
import practicum.method.DistributedAlignment;
import practicum.method.Interchanges;
import practicum.net.Net;
import practicum.world.Split;
import practicum.world.causal.CausalModel;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/**
 * Which causal model a net implements: the accuracy of interchanging the right model's variables, beside that of a wrong
 * one's, of the untrained net's, and of random directions, each searched for in as many dimensions.
 *
 * @param task what the net does
 * @param right the causal model that it implements
 * @param wrong others that give the same answers
 * @param hook where the variables lie
 * @param dimensions of each of the right model's variables; a wrong model's share as many as the right one's have together
 */
record AlignmentPhenomenon(CausalTask task, CausalModel right, List<CausalModel> wrong, Hook hook, int dimensions)
        implements Phenomenon<Net> {
    private static final int SEARCHED = 2000;
    private static final int JUDGED = 2000;
    private static final long SEED = 1;
    private static final double TOLERANCE = 0.03;

    @Override
    public List<Measurement> measure(Subject<Net> subject) {
        double accuracy = searched(subject.model(), right);
        List<Measurement> all = new ArrayList<>();
        all.add(against(
                "untrained", "the same search in the untrained model", accuracy, searched(subject.untrained(), right)));
        all.add(against("random", "random directions", accuracy, random(subject.model())));
        for (CausalModel other : wrong) {
            all.add(against(
                    other.name(),
                    "the causal model \"" + other.name() + "\" " + other.intermediates() + ", searched for alike",
                    accuracy,
                    searched(subject.model(), other)));
        }
        return all;
    }

    private Measurement against(String name, String controlled, double value, double control) {
        return new Measurement(
                "IIA: against " + name,
                "share of held-out interchanges of " + right.intermediates() + " at " + hook + ", " + dimensions
                        + " dimensions each, answered as by \"" + right.name() + "\"; doing nothing gives 0.5",
                value,
                controlled,
                control,
                TOLERANCE,
                AnswersPhenomenon.PRACTICUMS);
    }

    private double searched(Net net, CausalModel model) {
        List<Interchanges> pairs = task.pairs(model, Split.TRAIN, SEARCHED);
        return DistributedAlignment.train(net, hook, each(model), pairs, DistributedAlignment.usual(SEED))
                .accuracy(task.pairs(model, Split.HELD_OUT, JUDGED));
    }

    private double random(Net net) {
        List<Interchanges> pairs = task.pairs(right, Split.HELD_OUT, JUDGED);
        return DistributedAlignment.random(net, hook, dimensions, pairs, SEED).accuracy(pairs);
    }

    private int each(CausalModel model) {
        return dimensions * right.intermediates().size() / model.intermediates().size();
    }
}
