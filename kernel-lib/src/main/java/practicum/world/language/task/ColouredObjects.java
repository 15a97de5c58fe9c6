package practicum.world.language.task;

import java.util.ArrayList;
import java.util.List;
import practicum.world.Prompt;
import practicum.world.Template;

/**
 * Things on a table, and the question which colour one has (Merullo et al. 2024, "Circuit component reuse across tasks",
 * arXiv 2310.08744).
 *
 * @param things what lies there, in order
 * @param colours their colours, all different
 * @param asked the place of the thing that is asked for, from 0
 */
public record ColouredObjects(List<String> things, List<String> colours, int asked) {
    public ColouredObjects {
        things = List.copyOf(things);
        colours = List.copyOf(colours);
    }

    /** The words up to the answer. */
    public List<String> words() {
        List<String> words = new ArrayList<>(ColouredObjectsText.OPENING);
        for (int i = 0; i < things.size(); i++) {
            if (i > 0) {
                words.add(i == things.size() - 1 ? "and" : ",");
            }
            words.addAll(List.of("a", colours.get(i), things.get(i)));
        }
        words.addAll(Template.split(ColouredObjectsText.QUESTION));
        words.addAll(List.of(things.get(asked), "is"));
        return words;
    }

    /** The colour of the thing that is asked for. */
    public String answer() {
        return colours.get(asked);
    }

    /** The question, with the colour of the next thing as foil. */
    public Prompt prompt() {
        int next = (asked + 1) % things.size();
        return new Prompt("coloured objects", String.join(" ", words()), answer(), colours.get(next));
    }

    /** The counterpart with the same table and another question: what the foil was is the answer. */
    public ColouredObjects askingForNext() {
        return new ColouredObjects(things, colours, (asked + 1) % things.size());
    }
}
