package practicum.world.binding;

import java.util.List;
import practicum.world.Prompt;
import practicum.world.causal.Setting;

/**
 * A question about what a character believes.
 *
 * @param story what happened
 * @param character whose belief: 0 or 1, in the order of the story
 * @param container about what: 0 or 1
 * @param phrase how it is asked
 */
public record BeliefQuestion(BeliefStory story, int character, int container, String phrase) {
    /** The answer if the character did not see. */
    public static final String UNKNOWN = "unknown";

    static final List<String> PHRASES = List.of(
            "{name} thinks that the {container} contains",
            "{name} believes that the drink in the {container} is",
            "as for the {container} , {name} thinks that it contains");

    public BeliefQuestion {
        Marker.requireSlots(phrase, "name", "container");
        if ((character & ~1) != 0 || (container & ~1) != 0) {
            throw new IllegalArgumentException("Characters and containers are 0 and 1, in the order of the story; got "
                    + character + " and " + container + ".");
        }
    }

    /** The ways to ask: each names the character and the container. */
    public static List<String> phrases() {
        return PHRASES;
    }

    /** The story and the question, up to the answer, and where they mention what. */
    public MarkedText marked() {
        return ask(new Marker(story.marked())).text();
    }

    Marker ask(Marker marker) {
        return marker.write(
                phrase,
                slot -> slot.equals("name")
                        ? story.thing(Kind.NAME, character)
                        : story.thing(Kind.CONTAINER, container));
    }

    /** What the {@link BeliefModel} makes of it: its inputs. */
    public Setting setting() {
        return BeliefModel.setting(this);
    }

    /** The true next word: what the character believes. */
    public String answer() {
        return BeliefModel.word(BeliefModel.model().answer(setting()));
    }

    /** The wrong answer to compare with: the other drink; or where the belief is unknown, what is really in the container. */
    public String foil() {
        boolean unknown = answer().equals(UNKNOWN);
        return story.drinks().get(unknown ? container : 1 - container);
    }

    /** The question as text with its answer and a wrong one. */
    public Prompt prompt() {
        return new Prompt(character == container ? "own" : "other", marked().text(), answer(), foil());
    }

    @Override
    public String toString() {
        return prompt().toString();
    }
}
