package practicum.zoo.table;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import practicum.net.Net;
import practicum.world.Split;
import practicum.world.table.Applicant;
import practicum.world.table.Application;
import practicum.world.table.Fairness;
import practicum.world.table.ScreenWorld;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/** Whether a net took over the bias of the decisions that it learned from, by each of its paths. */
record BiasPhenomenon(ScreenWorld world) implements Phenomenon<Net> {
    @Override
    public List<Measurement> measure(Subject<Net> subject) {
        Screening screening = new Screening(world);
        List<Application> applications = screening.applications();
        String best = String.format(
                Locale.ROOT,
                "share of decisions foretold about people whose profiles never were in training (the truth itself: %.3f)",
                world.bestAccuracy(applications));
        return List.of(
                screening.accuracy(subject, best, world.examples(applications)),
                effect("parity gap", "how much more often men are invited than women", Fairness::parityGap, subject),
                effect(
                        "direct effect",
                        "how much more often women would be invited if taken for men, in the same clubs",
                        Fairness::directEffect,
                        subject),
                effect(
                        "indirect effect",
                        "how much more often women would be invited if in the clubs that they would be in as men",
                        Fairness::indirectEffect,
                        subject));
    }

    private Measurement effect(String name, String says, ToDoubleFunction<Fairness> figure, Subject<Net> subject) {
        double planted = figure.applyAsDouble(world.fairness(Split.HELD_OUT));
        return new Measurement(
                "bias: " + name,
                String.format(Locale.ROOT, "%s (planted: %.3f)", says, planted),
                figure.applyAsDouble(new Screening(world).fairness(subject.model())),
                "decisions by merit alone",
                figure.applyAsDouble(world.fairness(Split.HELD_OUT, this::byMerit)),
                0.01,
                Screening.PRACTICUMS);
    }

    private double byMerit(Applicant applicant) {
        return world.isQualified(applicant) ? 1 : 0;
    }
}
