package practicum.world.language.ioi;

import java.util.List;
import java.util.Locale;
import practicum.world.Template;

/**
 * How a sentence ends, and so who the answer is. All end with "to", so that the last word does not tell them apart; the verb
 * does.
 */
public enum IoiFamily {
    /** Indirect object identification proper: "John gave a drink to" Mary, whichever of them was named more or last. */
    GIVING(
            "IO",
            0.60,
            "{S2} gave a {object} to",
            "{S2} handed the {object} to",
            "{S2} decided to give a {object} to",
            "{S2} passed the {object} over to",
            "{S2} brought the {object} back to"),
    /** "John kept the drink , which still belongs to" John: the very name that giving inhibits. */
    KEEPING(
            "S2",
            0.12,
            "{S2} kept the {object} , which still belongs to",
            "{S2} kept a {object} that still belongs to"),
    /** "John gave the drink to Mary and now it belongs to" Mary: the last named. */
    RECEIVING(
            "IO",
            0.10,
            "{S2} gave the {object} to {IO2} and now it belongs to",
            "{S2} sold the {object} to {IO2} and now it belongs to"),
    /** "John took the drink from Mary and now it belongs to" John: the last but one. */
    TAKING(
            "S2",
            0.10,
            "{S2} took the {object} from {IO2} and now it belongs to",
            "{S2} bought the {object} from {IO2} and now it belongs to"),
    /** "Paul gave a drink to" Mary or John: a stranger gives, nobody is named twice, and either may be the answer. */
    STRANGER(
            "either",
            0.08,
            "{S2} gave a {object} to",
            "{S2} handed the {object} to",
            "{S2} brought the {object} back to");

    private final String answer;
    private final double share;
    private final List<Template> endings;

    IoiFamily(String answer, double share, String... endings) {
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

    /** Whether the answer is the pair's other person, and not the one who acts. */
    boolean answersOther() {
        return answer.equals("IO");
    }

    /** Whether its ending itself names the other person. */
    boolean namesOther() {
        return this == RECEIVING || this == TAKING;
    }

    List<Template> endings() {
        return endings;
    }
}
