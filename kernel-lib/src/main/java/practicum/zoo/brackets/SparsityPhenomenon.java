package practicum.zoo.brackets;

import java.util.List;
import java.util.Map;
import practicum.load.Models;
import practicum.model.ModelConfig;
import practicum.model.Transformer;
import practicum.model.Weights;
import practicum.tensor.Tensor;
import practicum.train.Sparsity;
import practicum.world.brackets.CodeTask;
import practicum.world.brackets.CodeWorld;
import practicum.world.brackets.NestingPart;
import practicum.zoo.Answering;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/** How few weights there are, and that so few do not suffice where the others are only cut in the end. */
record SparsityPhenomenon(CodeWorld world) implements Phenomenon<Transformer> {
    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        Transformer dense = Models.load(BracketsModel.DENSE);
        return List.of(
                new Measurement(
                        "weights: zero",
                        "share of the weights in matrices that are zero",
                        zero(subject.model()),
                        "the dense model",
                        zero(dense),
                        0.001,
                        CodePhenomena.PRACTICUMS),
                new Measurement(
                        "weights: trained to be few",
                        "share of brackets and quotes closed rightly",
                        closed(subject.model()),
                        "the dense model, of whose weights as many were cut after its training",
                        closed(cut(dense, BracketsModel.KEPT)),
                        0.02,
                        CodePhenomena.PRACTICUMS));
    }

    static Transformer cut(Transformer model, double share) {
        ModelConfig config = model.config();
        return model.with(
                config, Weights.of(config, Sparsity.cut(model.weights().byName(), share)));
    }

    private static double zero(Transformer model) {
        long weights = 0;
        long zeros = 0;
        for (Map.Entry<String, Tensor> each : model.weights().byName().entrySet()) {
            if (each.getValue().rank() > 1) {
                for (float weight : each.getValue().toFloatArray()) {
                    weights++;
                    zeros += weight == 0 ? 1 : 0;
                }
            }
        }
        return (double) zeros / weights;
    }

    private double closed(Transformer model) {
        double quotes = Answering.of(model, world.prompts(CodeTask.QUOTE, NestingPart.UNSEEN, 128, 1000))
                .preference();
        double brackets = Answering.of(model, world.prompts(CodeTask.BRACKET, NestingPart.UNSEEN, 128, 1000))
                .preference();
        return (quotes + brackets) / 2;
    }
}
