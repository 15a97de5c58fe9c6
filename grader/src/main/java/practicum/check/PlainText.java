package practicum.check;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Text from a stranger made safe to print anywhere: no terminal codes, no control or direction characters, bounded. */
public final class PlainText {
    private static final Pattern ANSI =
            Pattern.compile("\u001B(\\[[0-9;?]*[ -/]*[@-~]|\\][^\u0007\u001B]*(\u0007|\u001B\\\\)?|.)");
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

    private PlainText() {}

    /** The text without what is not seen, cut to a length. */
    public static String of(String text, int longest) {
        String bounded = text.length() > 20 * longest ? text.substring(0, 20 * longest) : text;
        String plain = UNSEEN.matcher(ANSI.matcher(bounded).replaceAll(""))
                .replaceAll("")
                .strip();
        String cut = plain.length() <= longest ? plain : plain.substring(0, longest - 1) + "…";
        // A cut, or a spelling in JSON, may leave half of a character, which no file can hold.
        return new String(cut.getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16);
    }
}
