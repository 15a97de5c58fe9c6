package practicum.world.language.ioi;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import practicum.world.Template;

/**
 * How a sentence ends, and so who the answer is. All end with "to", so that the last word does not tell them apart; the verb
 * does.
 */
public enum IoiFamily {
    /** Indirect object identification proper: "John gave a drink to" Mary, whichever of them was named more or last. */
    GIVING(
            Answer.OTHER,
            0.60,
            "{S2} gave a {object} to",
            "{S2} handed the {object} to",
            "{S2} decided to give a {object} to",
            "{S2} passed the {object} over to",
            "{S2} brought the {object} back to"),
    /** "John kept the drink , which still belongs to" John: the very name that giving inhibits. */
    KEEPING(
            Answer.ACTING,
            0.12,
            "{S2} kept the {object} , which still belongs to",
            "{S2} kept a {object} that still belongs to"),
    /** "John gave the drink to Mary and now it belongs to" Mary: the last named. */
    RECEIVING(
            Answer.OTHER,
            0.10,
            "{S2} gave the {object} to {IO2} and now it belongs to",
            "{S2} sold the {object} to {IO2} and now it belongs to"),
    /** "John took the drink from Mary and now it belongs to" John: the last but one. */
    TAKING(
            Answer.ACTING,
            0.10,
            "{S2} took the {object} from {IO2} and now it belongs to",
            "{S2} bought the {object} from {IO2} and now it belongs to"),
    /** "Paul gave a drink to" Mary or John: a stranger gives, nobody is named twice, and either may be the answer. */
    STRANGER(
            Answer.EITHER,
            0.08,
            "{S2} gave a {object} to",
            "{S2} handed the {object} to",
            "{S2} brought the {object} back to");

    /** Who of the pair is the answer. */
    private enum Answer {
        OTHER,
        ACTING,
        EITHER
    }

    private final Answer answer;
    private final double share;
    private final List<Template> endings;

    IoiFamily(Answer answer, double share, String... endings) {
        this.answer = answer;
        this.share = share;
        this.endings = Template.all(endings);
    }

    /** Its name in tables: "giving". */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its share of the sentences of this kind. */
    public double share() {
        return share;
    }

    /** Whether the answer is the pair's other person, and not the one who acts; in some sentences a coin says it. */
    boolean answersOther(Random random) {
        return answer == Answer.OTHER || answer == Answer.EITHER && random.nextBoolean();
    }

    /** Whether its ending itself names the other person. */
    boolean namesOther() {
        return this == RECEIVING || this == TAKING;
    }

    List<Template> endings() {
        return endings;
    }
}
