package practicum.zoo.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import practicum.model.Transformer;
import practicum.zoo.Measurement;
import practicum.zoo.Subject;

/**
 * Something measured at every checkpoint and at the end of a training.
 *
 * @param steps of the checkpoints
 * @param values one for each, and the last for the end
 */
record Onset(List<Integer> steps, List<Double> values) {
    static Onset of(Subject<Transformer> subject, ToDoubleFunction<Transformer> score) {
        List<Double> values = new ArrayList<>();
        for (int step : subject.snapshots()) {
            values.add(score.applyAsDouble(subject.at().apply(step)));
        }
        values.add(score.applyAsDouble(subject.model()));
        return new Onset(subject.snapshots(), List.copyOf(values));
    }

    /** Which value is farthest above the one before it; from 1. */
    int steepest() {
        int when = 1;
        for (int i = 2; i < values.size(); i++) {
            when = rise(i) > rise(when) ? i : when;
        }
        return when;
    }

    private double rise(int at) {
        return values.get(at) - values.get(at - 1);
    }

    /** The steepest rise between two checkpoints, beside the mean one. */
    Measurement measurement(String name, String what, double tolerance, List<String> practicums) {
        int when = steepest();
        String to = when < steps.size() ? "step " + steps.get(when) : "the end";
        return new Measurement(
                name,
                what + " won between step " + steps.get(when - 1) + " and " + to,
                rise(when),
                "mean between checkpoints",
                (values.get(steps.size()) - values.get(0)) / steps.size(),
                tolerance,
                practicums);
    }
}
