package practicum.world.binding;

import java.util.List;

/** Two questions about beliefs, the same token by token but for their words for things, to interchange activations between. */
public record BeliefPair(BeliefQuestion base, BeliefQuestion source) {
    public BeliefPair {
        if (!shape(base).equals(shape(source))) {
            throw new IllegalArgumentException("The pair's tokens do not correspond: both need the same act, the same"
                    + " phrase, and say of the same places who sees. Base: " + base + "; source: " + source + ".");
        }
    }

    private static List<String> shape(BeliefQuestion question) {
        return question.marked().mentions().stream()
                .map(mention -> mention.kind() + " " + mention.position())
                .toList();
    }

    /** What the base answers when variables of the {@link BeliefModel} have the values that they have in the source. */
    public String answer(String... variables) {
        return BeliefModel.word(BeliefModel.model().counterfactual(base.setting(), source.setting(), variables));
    }

    /** Whether the interchange gives an answer that neither question has by itself. */
    public boolean tellsApart(String... variables) {
        String answer = answer(variables);
        return !answer.equals(base.answer()) && !answer.equals(source.answer());
    }
}
