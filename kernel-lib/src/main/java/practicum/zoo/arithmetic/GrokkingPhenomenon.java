package practicum.zoo.arithmetic;

import java.util.List;
import practicum.model.Transformer;
import practicum.world.Split;
import practicum.world.arithmetic.ModularAddition;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/**
 * Whether a model of modular addition knows its sums long before it knows others. Those held-out sums count whose mirror
 * image is held out too; the mirror images of trained sums come soon after these, and no rule of addition is needed for them.
 */
record GrokkingPhenomenon(ModularAddition world) implements Phenomenon<Transformer> {
    static final List<String> PRACTICUMS = List.of("08_probing", "23_training_dynamics");

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        SumAnswers answers = new SumAnswers(world);
        int memorised = answers.known(subject, world.sums(Split.TRAIN));
        int mirrored = answers.known(subject, answers.mirrored());
        int grokked = answers.known(subject, world.strangers());
        Transformer then = subject.at().apply(memorised);
        return List.of(
                new Measurement(
                        "sums: memorised",
                        "share of the trained sums right after step " + memorised,
                        answers.accuracy(then, world.sums(Split.TRAIN)),
                        "of sums of which neither order was trained on, after the same step",
                        answers.accuracy(then, world.strangers()),
                        0.01,
                        PRACTICUMS),
                new Measurement(
                        "sums: grokked",
                        "share right of sums of which neither order was trained on",
                        answers.accuracy(subject.model(), world.strangers()),
                        "after step " + memorised,
                        answers.accuracy(then, world.strangers()),
                        0.01,
                        PRACTICUMS),
                new Measurement(
                        "sums: held out",
                        "share of all held-out sums right",
                        answers.accuracy(subject.model(), world.sums(Split.HELD_OUT)),
                        "after step " + memorised + ", mirror images above all",
                        answers.accuracy(then, world.sums(Split.HELD_OUT)),
                        0.01,
                        PRACTICUMS),
                new Measurement(
                        "grokking: gap",
                        "thousands of steps from 99 % of the trained sums (by checkpoint " + memorised
                                + ") to 99 % of those of which neither order was trained on (by checkpoint " + grokked
                                + ")",
                        (grokked - memorised) / 1000.0,
                        "to 99 % of the mirror images of trained sums",
                        (mirrored - memorised) / 1000.0,
                        0,
                        PRACTICUMS));
    }
}
