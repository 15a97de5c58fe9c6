package practicum.zoo.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import practicum.model.Transformer;
import practicum.world.Split;
import practicum.world.binding.BeliefQuestion;
import practicum.world.binding.BindingWorld;
import practicum.world.binding.BoxQuestion;
import practicum.world.binding.BoxTask;
import practicum.world.binding.ContextQuestion;
import practicum.world.binding.Hypothesis;
import practicum.zoo.Phenomenon;

/** What the model of the binding world is measured to do. */
final class BindingPhenomena {
    static final List<String> PRACTICUMS = List.of("19_binding");
    static final long SEED = 1000;
    /** The layer in front of which attributes know whose they are. */
    private static final int BOUND = 1;
    /** The layer in front of which the last token has the answer. */
    private static final int FETCHED = 2;

    private static final int QUESTIONS = 200;

    private BindingPhenomena() {}

    static List<Phenomenon<Transformer>> of(BindingWorld world) {
        List<Phenomenon<Transformer>> all = new ArrayList<>();
        for (int entities : List.of(2, 3, 4, 5)) {
            all.add(contexts(world, entities));
        }
        all.add(boxes(world));
        all.add(beliefs(world, "own", "what a character did itself"));
        all.add(beliefs(world, "seen", "what a character saw the other do"));
        all.add(beliefs(world, "unseen", "what a character did not see"));
        all.add(new SightPhenomenon(world));
        all.add(new AttentionPhenomenon(world));
        all.add(new SwapPhenomenon(world, BOUND));
        all.add(new HypothesisPhenomenon(world, BOUND, Hypothesis.LEXICAL));
        all.add(new HypothesisPhenomenon(world, FETCHED, Hypothesis.REFLEXIVE));
        return List.copyOf(all);
    }

    private static Phenomenon<Transformer> contexts(BindingWorld world, int entities) {
        return new GuessedPhenomenon<>(
                "contexts: " + entities + " entities",
                "share of questions answered rightly about contexts drawn anew"
                        + (world.split().entities().contains(entities) ? "" : "; training has none of so many"),
                () -> world.contexts().questions(Split.TRAIN, entities, 2, QUESTIONS, SEED),
                ContextQuestion::prompt,
                "who says the first entity's",
                question -> question.answerOf(0));
    }

    private static Phenomenon<Transformer> boxes(BindingWorld world) {
        return new GuessedPhenomenon<>(
                "boxes: content",
                "share of boxes whose object is named, in stories drawn anew in which nothing is moved",
                () -> world.boxes().questions(Split.TRAIN, BoxTask.CONTENT, 4, 0, QUESTIONS, SEED),
                BoxQuestion::prompt,
                "who says the first object",
                question -> question.story().objects().get(0));
    }

    private static Phenomenon<Transformer> beliefs(BindingWorld world, String group, String what) {
        return new GuessedPhenomenon<>(
                "beliefs: " + group,
                "share of questions about " + what + " answered rightly, in stories drawn anew",
                () -> world.beliefs().questions(Split.TRAIN, 3 * QUESTIONS, SEED).stream()
                        .filter(question -> Objects.equals(group(question), group))
                        .toList(),
                BeliefQuestion::prompt,
                group.equals("unseen") ? "who says what is really there" : "who says the first drink",
                question -> question.story().drinks().get(group.equals("unseen") ? question.container() : 0));
    }

    static String group(BeliefQuestion question) {
        return question.character() == question.container()
                ? "own"
                : question.answer().equals(BeliefQuestion.UNKNOWN) ? "unseen" : "seen";
    }
}
