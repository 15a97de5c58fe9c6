package practicum.train;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import practicum.model.Recording;
import practicum.net.Examples;
import practicum.net.Net;
import practicum.net.NetConfig;
import practicum.tensor.Tensor;

/**
 * A net's objective. Labels: the mean of −log p(label), in nats, over the classes, or over no and yes where there is one
 * output. Numbers: the mean square of what is missed.
 */
public final class NetObjective implements Objective {
    private final NetConfig config;
    private final Examples examples;
    private final Batches batches;

    private NetObjective(NetConfig config, Examples examples, Batches batches) {
        requireFits(config, examples);
        this.config = config;
        this.examples = examples;
        this.batches = batches;
    }

    /**
     * The objective of examples, in batches of the recipe's size and in orders of the recipe's seed.
     *
     * @throws TrainingException if the targets do not fit the net's outputs, or a batch is larger than all examples
     */
    public static NetObjective of(NetConfig config, Examples examples, Recipe recipe) {
        return new NetObjective(config, examples, new Batches(examples.size(), recipe.batch(), recipe.seed()));
    }

    /** The loss of all of some examples, as a function of the parameters: for those held out. */
    public static ToDoubleFunction<Map<String, Tensor>> loss(NetConfig config, Examples examples) {
        requireFits(config, examples);
        return parameters -> {
            Tensor outputs = new Net(config, parameters)
                    .run(examples.inputs(), Recording.none())
                    .logits();
            return loss(outputs, examples.targets()).item();
        };
    }

    private static void requireFits(NetConfig config, Examples examples) {
        if (!examples.areLabelled()) {
            if (examples.targets().size(1) != config.outputs()) {
                throw new TrainingException("\"" + config.name() + "\" has " + config.outputs()
                        + " outputs, but the targets are " + examples.targets() + ".");
            }
            return;
        }
        int classes = Math.max(2, config.outputs());
        for (long label : examples.labels()) {
            if (label < 0 || label >= classes) {
                throw new TrainingException("There is a label " + label + ", but \"" + config.name()
                        + "\" tells the classes 0 to " + (classes - 1) + " apart.");
            }
        }
    }

    @Override
    public Tensor loss(Map<String, Tensor> parameters, int batch) {
        Examples drawn = examples.take(batches.rows(batch));
        return loss(new Net(config, parameters).logits(drawn.inputs()), drawn.targets());
    }

    /**
     * The loss of a net's outputs, a scalar, in the caller's grad mode.
     *
     * @param outputs [n, output], before any softmax
     * @param targets int64 labels [n], or float32 numbers [n, output]
     */
    public static Tensor loss(Tensor outputs, Tensor targets) {
        String kind = targets.rank() == 2 ? "square_loss" : outputs.size(1) == 1 ? "yes_no_loss" : "class_loss";
        return AdamW.SCRIPT.call(kind, outputs, targets);
    }
}
