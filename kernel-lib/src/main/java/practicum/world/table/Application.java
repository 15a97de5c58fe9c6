package practicum.world.table;

import java.util.stream.Collectors;
import practicum.world.Prompt;

/**
 * An applicant and what became of the application.
 *
 * @param applicant who applied
 * @param luck what chance added, 0 to 1; the same whatever group the applicant might have been in
 * @param invited the decision
 */
public record Application(Applicant applicant, double luck, boolean invited) {
    /** The application in words with the decision as answer, as a question to a language model. */
    public Prompt prompt() {
        String text = applicant.words().stream().collect(Collectors.joining(" "));
        return new Prompt("screen", text, invited ? "yes" : "no", invited ? "no" : "yes");
    }

    /** The application in words, with the decision as the last. */
    public String text() {
        return prompt().text() + " " + prompt().answer();
    }
}
