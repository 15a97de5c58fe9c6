package practicum.train;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import practicum.world.LanguageWorld;
import practicum.world.Prompt;

/** A share of prompts, or a mean over them, on the trained model and on a control. */
record AnswerPhenomenon(
        String name,
        String measures,
        Function<LanguageWorld, List<Prompt>> prompts,
        ToDoubleFunction<Answering> score,
        Control control,
        double tolerance,
        List<String> practicums)
        implements Phenomenon {

    /** What the score is compared with. */
    enum Control {
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
    public List<Measurement> measure(Subject subject) {
        List<Prompt> asked = prompts.apply(subject.world());
        double value = score.applyAsDouble(Answering.of(subject.model(), asked));
        double controlled = score.applyAsDouble(
                switch (control) {
                    case UNTRAINED -> Answering.of(subject.untrained(), asked);
                    case SHUFFLED -> Answering.of(subject.model(), Shuffle.answers(asked));
                });
        return List.of(new Measurement(name, measures, value, control.label, controlled, tolerance, practicums));
    }
}
