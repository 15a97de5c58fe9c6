package practicum.zoo.causal;

import java.util.List;
import practicum.net.Net;
import practicum.world.Split;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/** Whether a net answers inputs right that are like none it learned from. */
record AnswersPhenomenon(CausalTask task, String heldOut) implements Phenomenon<Net> {
    static final List<String> PRACTICUMS = List.of("18_causal_abstraction");
    private static final int INPUTS = 4000;

    @Override
    public List<Measurement> measure(Subject<Net> subject) {
        var asked = task.examples(Split.HELD_OUT, INPUTS);
        return List.of(new Measurement(
                "answers: held out",
                "share of answers right for " + heldOut + " that were never trained on",
                subject.model().accuracy(asked),
                "untrained model",
                subject.untrained().accuracy(asked),
                0.01,
                PRACTICUMS));
    }
}
