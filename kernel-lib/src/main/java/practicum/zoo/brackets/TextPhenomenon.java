package practicum.zoo.brackets;

import java.util.List;
import practicum.method.Loss;
import practicum.model.Transformer;
import practicum.world.brackets.CodeWorld;
import practicum.world.brackets.Nesting;
import practicum.world.brackets.NestingPart;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/** How well a model foresees code that is held out. */
record TextPhenomenon(CodeWorld world) implements Phenomenon<Transformer> {
    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        return List.of(new Measurement(
                "text: predicted",
                "mean probability (geometric) of the right next token in lines held out",
                Math.exp(-loss(subject.model())),
                "untrained model",
                Math.exp(-loss(subject.untrained())),
                0.01,
                CodePhenomena.PRACTICUMS));
    }

    private double loss(Transformer model) {
        String[] lines = world.lines(NestingPart.UNSEEN, 128, 1000).stream()
                .map(Nesting::toString)
                .toArray(String[]::new);
        return Loss.of(model, lines).mean();
    }
}
