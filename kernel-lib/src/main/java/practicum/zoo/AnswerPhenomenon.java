package practicum.zoo;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import practicum.model.Transformer;
import practicum.world.Prompt;

/**
 * A share of prompts, or a mean over them, on the trained model and on a control.
 *
 * @param name such as "facts: city"
 * @param measures what the value is, in words
 * @param prompts what is asked
 * @param score what is made of the answers
 * @param control what the score is compared with
 * @param tolerance how far another machine's value may lie from the card's
 * @param practicums stems of the practicums that rest on it
 */
public record AnswerPhenomenon(
        String name,
        String measures,
        Supplier<List<Prompt>> prompts,
        ToDoubleFunction<Answering> score,
        Control control,
        double tolerance,
        List<String> practicums)
        implements Phenomenon<Transformer> {

    /** What the score is compared with. */
    public enum Control {
        /** The same prompts, asked of the model before training. */
        UNTRAINED("untrained model"),
        /** The same answers, held against the questions in another order. */
        SHUFFLED("answers shuffled");

        private final String label;

        Control(String label) {
            this.label = label;
        }
    }

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        List<Prompt> asked = prompts.get();
        double value = score.applyAsDouble(Answering.of(subject.model(), asked));
        double controlled = score.applyAsDouble(
                switch (control) {
                    case UNTRAINED -> Answering.of(subject.untrained(), asked);
                    case SHUFFLED -> Answering.of(subject.model(), Shuffle.answers(asked));
                });
        return List.of(new Measurement(name, measures, value, control.label, controlled, tolerance, practicums));
    }
}
