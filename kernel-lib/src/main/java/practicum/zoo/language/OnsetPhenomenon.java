package practicum.zoo.language;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import practicum.model.Transformer;
import practicum.world.Prompt;
import practicum.zoo.Answering;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/**
 * Whether an ability comes at once: between which neighbouring checkpoints it grows most, beside the mean over all.
 *
 * @param of the ability
 * @param prompts what is asked
 * @param score of the answers
 */
record OnsetPhenomenon(String of, Supplier<List<Prompt>> prompts, ToDoubleFunction<Answering> score)
        implements Phenomenon<Transformer> {
    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        List<Integer> steps = subject.snapshots();
        List<Prompt> asked = prompts.get();
        double[] scores = Stream.concat(
                        steps.stream().map(step -> subject.at().apply(step)), Stream.of(subject.model()))
                .mapToDouble(model -> score.applyAsDouble(Answering.of(model, asked)))
                .toArray();
        int when = 1;
        for (int i = 2; i < scores.length; i++) {
            when = scores[i] - scores[i - 1] > scores[when] - scores[when - 1] ? i : when;
        }
        return List.of(new Measurement(
                "onset: " + of,
                "what is gained between step " + steps.get(when - 1) + " and "
                        + (when < steps.size() ? "step " + steps.get(when) : "the end"),
                scores[when] - scores[when - 1],
                "mean over all pairs of neighbouring checkpoints, the end included",
                (scores[scores.length - 1] - scores[0]) / (scores.length - 1),
                0.03,
                List.of("23_training_dynamics")));
    }
}
