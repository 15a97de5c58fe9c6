package practicum.method;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import practicum.model.ModelException;
import practicum.tensor.Tensor;
import practicum.world.causal.InterchangeExample;
import practicum.world.causal.Setting;

/**
 * Interchange interventions on one variable of a causal model, as a net sees them: pairs of inputs, and what the causal
 * model answers to the base when the variable has the value that it has on the source.
 *
 * @param variable which is interchanged
 * @param bases the inputs that are run, one in each row
 * @param sources the inputs that the variable's values come from, as many
 * @param answers the causal model's answers, int64 [pair]: classes, or 0 and 1 for a net with one output
 */
public record Interchanges(String variable, Tensor bases, Tensor sources, Tensor answers) {
    public Interchanges {
        boolean isPaired = bases.rank() > 1
                && answers.rank() == 1
                && bases.size(0) == answers.size(0)
                && Arrays.equals(bases.shape(), sources.shape());
        if (!isPaired || !answers.dtype().equals("int64")) {
            throw new ModelException(
                    "Interchanges of \"" + variable + "\" are as many bases as sources, of one size, and"
                            + " an int64 answer for each; got " + bases + ", " + sources + " and " + answers + ".");
        }
    }

    /**
     * Examples of one variable, as a net reads them.
     *
     * @param encoding what the net sees of inputs, such as {@code world::tensor}
     * @throws ModelException if there are none, or they are of several variables
     */
    public static Interchanges of(List<InterchangeExample> examples, Function<List<Setting>, Tensor> encoding) {
        List<String> variables =
                examples.stream().map(InterchangeExample::variable).distinct().toList();
        if (variables.size() != 1) {
            throw new ModelException("Interchanges are at least one example, and all of one variable; these are "
                    + examples.size() + " of " + variables
                    + ". Draw some with world.interchanges(…), for each variable apart.");
        }
        return new Interchanges(
                variables.get(0),
                encoding.apply(examples.stream().map(InterchangeExample::base).toList()),
                encoding.apply(examples.stream().map(InterchangeExample::source).toList()),
                Tensor.of(
                        examples.stream().mapToLong(InterchangeExample::answer).toArray()));
    }

    /** How many there are. */
    public int size() {
        return answers.size(0);
    }

    @Override
    public String toString() {
        return "Interchanges[" + size() + " of " + variable + "]";
    }
}
