package practicum.world.language.social;

import java.util.List;
import java.util.Map;
import practicum.world.Prompt;

/**
 * A user says something of themselves, asks, and is answered according to who they seem to be (Chen et al. 2024, "Designing
 * a dashboard for transparency and control of conversational AI", arXiv 2406.07882).
 *
 * @param lines what the user says, in order; each shows one trait
 * @param shown the value of each trait that shows, by its place in {@link Trait#valueNames}
 * @param asked the trait on which the answer depends
 * @param text the words before the answer
 * @param answer the answer
 * @param foil the answer that somebody of the other value would get
 */
public record Dialogue(
        List<String> lines, Map<Trait, Integer> shown, Trait asked, String text, String answer, String foil) {
    public Dialogue {
        lines = List.copyOf(lines);
        shown = Map.copyOf(shown);
    }

    /** Whether the lines tell the answer; otherwise either answer is as likely. */
    public boolean isTold() {
        return shown.containsKey(asked);
    }

    /** The question. */
    public Prompt prompt() {
        return new Prompt(asked.label(), text, answer, foil);
    }
}
