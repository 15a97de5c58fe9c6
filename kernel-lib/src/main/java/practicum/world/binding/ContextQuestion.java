package practicum.world.binding;

import practicum.world.Prompt;

/**
 * A question about what a context has bound.
 *
 * @param context the context
 * @param entity the entity it is about
 * @param other another entity, whose word is the wrong answer to compare with
 * @param phrase how it is asked
 */
public record ContextQuestion(BindingContext context, int entity, int other, Phrase phrase) {
    public ContextQuestion {
        int entities = context.entities().size();
        if (entity < 0 || entity >= entities || other < 0 || other >= entities || entity == other) {
            throw new IllegalArgumentException("A question is about one of the entities 0 to " + (entities - 1)
                    + ", and its wrong answer is another's; got " + entity + " and " + other + ".");
        }
        if (!context.layout().kinds().contains(phrase.attribute())) {
            throw new IllegalArgumentException("The context says nothing about a "
                    + phrase.attribute().label() + ", but \"" + phrase.text() + "\" asks about it; choose one of "
                    + "phrases() of the context.");
        }
    }

    /** The context and the question, up to the answer, and where they mention what. */
    public MarkedText marked() {
        return ask(new Marker(context.marked())).text();
    }

    Marker ask(Marker marker) {
        Entity about = context.entities().get(entity);
        return marker.write(phrase.text(), slot -> ContextLayout.thing(slot, entity, about));
    }

    /** The word that the question gives. */
    public String given() {
        return context.entities().get(entity).word(phrase.given());
    }

    /** The true next word. */
    public String answer() {
        return answerOf(entity);
    }

    /** The answer if the question were about another entity. */
    public String answerOf(int which) {
        return context.entities().get(which).word(phrase.asked());
    }

    /** The question as text with its answer and a wrong one. */
    public Prompt prompt() {
        return new Prompt(phrase.asked().label(), marked().text(), answer(), answerOf(other));
    }

    @Override
    public String toString() {
        return prompt().toString();
    }
}
