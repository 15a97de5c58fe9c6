package practicum.zoo.language;

import java.util.List;
import practicum.model.Transformer;
import practicum.tensor.Seeds;
import practicum.world.Draw;
import practicum.world.Split;
import practicum.world.language.LanguageWorld;
import practicum.world.language.fact.Conflict;
import practicum.zoo.Answering;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/**
 * What wins if the context contradicts what is known (Yu et al. 2023, arXiv 2310.15910), of people of whom training never
 * said anything untrue: a story should, a rumour should not.
 */
record ConflictPhenomenon(LanguageWorld world) implements Phenomenon<Transformer> {
    private static final long SEED = 101;
    private static final int MOST = 160;
    private static final double TOLERANCE = 0.02;
    private static final List<String> PRACTICUMS = List.of("20_factual_recall", "21_model_editing");

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        List<Conflict> stories = conflicts(Conflict.Kind.STORY);
        List<Conflict> rumours = conflicts(Conflict.Kind.RUMOUR);
        return List.of(
                new Measurement(
                        "conflicts: story",
                        "share in which what a story says of somebody is likelier than what is true; nothing untrue was said"
                                + " of these people in training",
                        inContext(subject.model(), stories),
                        "the same questions without the story",
                        Answering.of(
                                        subject.model(),
                                        stories.stream()
                                                .map(Conflict::unprompted)
                                                .toList())
                                .preference(),
                        TOLERANCE,
                        PRACTICUMS),
                new Measurement(
                        "conflicts: rumour",
                        "share in which what is true of somebody is likelier than a rumour just told of them",
                        inContext(subject.model(), rumours),
                        "untrained model",
                        inContext(subject.untrained(), rumours),
                        TOLERANCE,
                        PRACTICUMS));
    }

    private static double inContext(Transformer model, List<Conflict> conflicts) {
        return Answering.of(model, conflicts.stream().map(Conflict::prompt).toList())
                .preference();
    }

    private List<Conflict> conflicts(Conflict.Kind kind) {
        List<Conflict> all = world.conflicts().conflicts(Split.HELD_OUT, Seeds.random(SEED)).stream()
                .filter(conflict -> conflict.kind() == kind)
                .toList();
        return Draw.some(Math.min(MOST, all.size()), all, Seeds.random(SEED));
    }
}
