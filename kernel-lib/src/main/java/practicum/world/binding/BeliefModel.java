package practicum.world.binding;

import java.util.Map;
import practicum.world.causal.CausalModel;
import practicum.world.causal.Setting;

/**
 * How a belief follows from a story, as a causal model that can be run and intervened on. Its steps are those of the
 * lookback mechanism (Prakash et al. 2025, arXiv 2505.14685): the asked words are turned into their places in the order of
 * introduction (ordering ids), these point to a drink's place (binding lookback) unless the character does not know it
 * (visibility lookback), and the place points to the word (answer lookback).
 */
public final class BeliefModel {
    /** The place of the asked character: 1 or 2. */
    public static final String CHARACTER = "character";
    /** The place of the asked container: 1 or 2. */
    public static final String CONTAINER = "container";
    /** Whether the asked character saw the asked container being filled. */
    public static final String KNOWS = "knows";
    /** The place of the believed drink: 1 or 2, or 0 for none. */
    public static final String STATE = "state";
    /** The believed drink's place among {@link Kind#DRINK}'s words, or -1 for "unknown". */
    public static final String ANSWER = "answer";

    private static final CausalModel MODEL = CausalModel.of(
                    "belief",
                    "character 1",
                    "character 2",
                    "container 1",
                    "container 2",
                    "drink 1",
                    "drink 2",
                    "sees 1",
                    "sees 2",
                    "asked character",
                    "asked container")
            .variable(CHARACTER, in -> in.get("asked character") == in.get("character 1") ? 1 : 2)
            .variable(CONTAINER, in -> in.get("asked container") == in.get("container 1") ? 1 : 2)
            .truth(KNOWS, in -> in.get(CHARACTER) == in.get(CONTAINER) || in.is("sees " + in.get(CHARACTER)))
            .variable(STATE, in -> in.is(KNOWS) ? in.get(CONTAINER) : 0)
            .variable(ANSWER, in -> in.get(STATE) == 0 ? -1 : in.get("drink " + in.get(STATE)));

    private BeliefModel() {}

    /** The model; its inputs are places among the words of a kind, and who sees. */
    public static CausalModel model() {
        return MODEL;
    }

    static Setting setting(BeliefQuestion question) {
        BeliefStory story = question.story();
        Setting setting = new Setting(Map.of());
        for (int i = 0; i < 2; i++) {
            int order = i + 1;
            setting = setting.with(
                            "character " + order,
                            place(Kind.NAME, story.characters().get(i)))
                    .with(
                            "container " + order,
                            place(Kind.CONTAINER, story.containers().get(i)))
                    .with("drink " + order, place(Kind.DRINK, story.drinks().get(i)))
                    .with("sees " + order, story.sights().get(i) == Sight.SEES ? 1 : 0);
        }
        return setting.with(
                        "asked character", place(Kind.NAME, story.characters().get(question.character())))
                .with(
                        "asked container",
                        place(Kind.CONTAINER, story.containers().get(question.container())));
    }

    static String word(int answer) {
        return answer < 0 ? BeliefQuestion.UNKNOWN : Kind.DRINK.words().get(answer);
    }

    private static int place(Kind kind, String word) {
        int place = kind.words().indexOf(word);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "\"" + word + "\" is no " + kind.label() + " of this world; there are " + kind.words() + ".");
        }
        return place;
    }
}
