package practicum.zoo.table;

import java.util.List;
import practicum.model.Recording;
import practicum.net.Examples;
import practicum.net.Net;
import practicum.world.Split;
import practicum.world.table.Application;
import practicum.world.table.Fairness;
import practicum.world.table.ScreenWorld;
import practicum.zoo.Measurement;
import practicum.zoo.Subject;

/** How a net screens the applicants that were held out. */
record Screening(ScreenWorld world) {
    static final List<String> PRACTICUMS = List.of("06_causal_mediation", "22_erasure_and_fairness");
    private static final int APPLICATIONS = 2000;

    List<Application> applications() {
        return world.applications(Split.HELD_OUT, APPLICATIONS, 2);
    }

    Measurement accuracy(Subject<Net> subject, String measures, Examples examples) {
        return new Measurement(
                "screen: held out",
                measures,
                subject.model().accuracy(examples),
                "labels shuffled",
                subject.model().accuracy(examples.shuffleTargets(3)),
                0.01,
                PRACTICUMS);
    }

    /** Over all applicants that there can be, by the net's probabilities. */
    Fairness fairness(Net net) {
        return world.fairness(
                Split.HELD_OUT,
                net.run(world.tensor(world.population(Split.HELD_OUT)), Recording.none())
                        .probs()
                        .reshape(-1)
                        .toDoubleArray());
    }
}
