package practicum.world.brackets;

import java.util.List;

/**
 * A token that opens and the one that closes it. A quote is closed by itself, and what stands between its two marks is
 * text, in which nothing else opens or closes.
 */
public record Bracket(String open, String close) {
    public static final Bracket ROUND = new Bracket("(", ")");
    public static final Bracket SQUARE = new Bracket("[", "]");
    public static final Bracket CURLY = new Bracket("{", "}");
    public static final Bracket SINGLE_QUOTE = new Bracket("'", "'");
    public static final Bracket DOUBLE_QUOTE = new Bracket("\"", "\"");

    /** Brackets that look different enough to read, the common ones first. */
    static final List<Bracket> BRACKETS = List.of(
            ROUND,
            SQUARE,
            CURLY,
            new Bracket("<", ">"),
            new Bracket("«", "»"),
            new Bracket("‹", "›"),
            new Bracket("⟨", "⟩"),
            new Bracket("⟦", "⟧"));

    /** Whether one token both opens and closes it. */
    public boolean isQuote() {
        return open.equals(close);
    }

    @Override
    public String toString() {
        return open + close;
    }
}
