package practicum.world.binding;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Two questions of the same form, token by token, to interchange activations between. The base is run (the corrupted
 * prompt, or the one that is patched), the source is where activations come from.
 */
public record QuestionPair(ContextQuestion base, ContextQuestion source) {
    public QuestionPair {
        boolean alike = base.phrase().equals(source.phrase())
                && base.context().layout().equals(source.context().layout());
        if (!alike) {
            throw new IllegalArgumentException(
                    "The pair's tokens do not correspond: both questions need the same phrase"
                            + " and contexts of the same layout. Base: " + base + "; source: " + source + ".");
        }
    }

    /** The entity of the base context that a hypothesis points to; empty if the source's word is not in the base. */
    public OptionalInt entity(Hypothesis hypothesis) {
        int entity =
                switch (hypothesis) {
                    case POSITIONAL -> source.entity();
                    case LEXICAL -> base.context().owner(base.phrase().given(), source.given());
                    case REFLEXIVE -> base.context().owner(base.phrase().asked(), source.answer());
                    case UNCHANGED -> base.entity();
                };
        return entity < 0 ? OptionalInt.empty() : OptionalInt.of(entity);
    }

    /** What the base answers under each hypothesis that points into its context. */
    public Map<Hypothesis, String> answers() {
        Map<Hypothesis, String> answers = new EnumMap<>(Hypothesis.class);
        for (Hypothesis hypothesis : Hypothesis.values()) {
            entity(hypothesis).ifPresent(entity -> answers.put(hypothesis, base.answerOf(entity)));
        }
        return answers;
    }

    /** Whether the four hypotheses give four answers. */
    public boolean tellsApart() {
        return answers().values().stream().distinct().count() == Hypothesis.values().length;
    }
}
