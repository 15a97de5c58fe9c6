package practicum.plot;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A token as it is shown: every space, line break and control character can be seen. */
final class TokenText {
    private TokenText() {}

    /** A space becomes {@code ·}, a line break {@code ↵}, a tab {@code ⇥}, no text at all {@code ∅}. */
    static String visible(String token) {
        return token.isEmpty()
                ? "∅"
                : token.codePoints().mapToObj(TokenText::visible).collect(Collectors.joining());
    }

    /** A label that may be a token or plain words: spaces are made visible only at its ends. */
    static String label(String label) {
        String inner = label.strip();
        if (inner.isEmpty()) {
            return visible(label);
        }
        int start = label.indexOf(inner);
        String words = Stream.of(inner.split(" ", -1)).map(TokenText::plain).collect(Collectors.joining(" "));
        return plain(label.substring(0, start)) + words + plain(label.substring(start + inner.length()));
    }

    static List<String> labels(List<String> labels) {
        return labels.stream().map(TokenText::label).toList();
    }

    private static String plain(String part) {
        return part.isEmpty() ? "" : visible(part);
    }

    static List<String> visible(List<String> tokens) {
        return tokens.stream().map(TokenText::visible).toList();
    }

    /** Tokens for a list: one that occurs more than once bears its position, {@code ·Mary@2}. */
    static List<String> distinct(List<String> tokens) {
        List<String> visible = visible(tokens);
        return IntStream.range(0, visible.size())
                .mapToObj(i ->
                        Collections.frequency(visible, visible.get(i)) > 1 ? visible.get(i) + "@" + i : visible.get(i))
                .toList();
    }

    private static String visible(int c) {
        return switch (c) {
            case ' ' -> "·";
            case '\n' -> "↵";
            case '\t' -> "⇥";
            case '\r' -> "␍";
            default -> drawable(c) ? Character.toString(c) : "⟨%02X⟩".formatted(c);
        };
    }

    private static boolean drawable(int c) {
        return !switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> c == 0xfffe || c == 0xffff;
        };
    }
}
