package practicum.zoo.table;

import java.util.List;
import practicum.net.Net;
import practicum.world.Split;
import practicum.world.table.Fairness;
import practicum.world.table.ScreenWorld;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/** Whether a net that learned merit from the same applications treats both groups alike. */
record MeritPhenomenon(ScreenWorld world) implements Phenomenon<Net> {
    @Override
    public List<Measurement> measure(Subject<Net> subject) {
        Screening screening = new Screening(world);
        Fairness truth = world.fairness(Split.HELD_OUT);
        Fairness net = screening.fairness(subject.model());
        return List.of(
                screening.accuracy(
                        subject,
                        "share of people rightly called qualified or not whose profiles never were in training",
                        world.fairExamples(screening.applications())),
                new Measurement(
                        "merit: parity",
                        "1 less the difference between the shares of men and women who are invited",
                        1 - Math.abs(net.parityGap()),
                        "1 less that of the decisions that were made about them",
                        1 - Math.abs(truth.parityGap()),
                        0.01,
                        Screening.PRACTICUMS),
                new Measurement(
                        "merit: equalised odds",
                        "1 less the larger difference between men and women among the qualified and among the others",
                        1 - net.oddsGap(),
                        "1 less that of the decisions that were made about them",
                        1 - truth.oddsGap(),
                        0.01,
                        Screening.PRACTICUMS));
    }
}
