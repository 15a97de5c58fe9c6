package practicum.world.binding;

import practicum.world.Prompt;

/**
 * A question about what is in the boxes in the end.
 *
 * @param story what happened
 * @param task what is asked
 * @param given the box or the object that the question names
 * @param foil a wrong answer: another object, another box, or the other of "the" and "nothing"
 */
public record BoxQuestion(BoxStory story, BoxTask task, String given, String foil) {
    public BoxQuestion {
        if (answer(story.end(), task, given).equals(foil)) {
            throw new IllegalArgumentException("The foil \"" + foil + "\" is the answer; give a wrong one.");
        }
    }

    /** The story and the question, up to the answer, and where they mention what. */
    public MarkedText marked() {
        return ask(new Marker(story.marked())).text();
    }

    Marker ask(Marker marker) {
        return marker.write(task.template(), slot -> story.thing(given));
    }

    /** The true next word. */
    public String answer() {
        return answer(story.end(), task, given);
    }

    /** Whether what is asked has been changed by the operations, so that who forgets them answers wrongly. */
    public boolean changed() {
        boolean isNew = task == BoxTask.PLACE && story.start().boxOf(given).isEmpty();
        boolean wasEmpty =
                task == BoxTask.CONTENT && story.start().objectIn(given).isEmpty();
        return isNew || wasEmpty || !answer(story.start(), task, given).equals(answer());
    }

    private static String answer(BoxState state, BoxTask task, String given) {
        return switch (task) {
            case CONTENT ->
                state.objectIn(given)
                        .orElseThrow(() -> new IllegalArgumentException("Box " + given
                                + " is empty in the end, so no object is the answer; ask " + BoxTask.EMPTY + "."));
            case PLACE ->
                state.boxOf(given)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "The " + given + " is in no box; ask about one of " + state.objects() + "."));
            case EMPTY -> state.objectIn(given).isPresent() ? BoxTask.SOMETHING : BoxTask.NOTHING;
        };
    }

    /** The question as text with its answer and a wrong one. */
    public Prompt prompt() {
        return new Prompt(task.name(), marked().text(), answer(), foil);
    }

    @Override
    public String toString() {
        return prompt().toString();
    }
}
