package practicum.site;

import java.util.Map;
import java.util.regex.Pattern;

/** What a reader sees of HTML: its words without its tags. */
final class PageText {
    private static final Pattern TAG = Pattern.compile("<(?:!--.*?--|[^>\"']++|\"[^\"]*\"|'[^']*')*+>", Pattern.DOTALL);
    private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9a-fA-F]{1,6}|[a-zA-Z]{1,8});");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

    private PageText() {}

    /** The words, as one could copy them from the page. */
    static String of(String html) {
        return unescaped(TAG.matcher(html).replaceAll(""));
    }

    /** The text that stands for what HTML escapes. */
    static String unescaped(String html) {
        return ENTITY.matcher(html)
                .replaceAll(entity -> java.util.regex.Matcher.quoteReplacement(
                        entity.group(1).startsWith("#")
                                ? character(entity.group(1).substring(1))
                                : NAMED.getOrDefault(entity.group(1), entity.group())));
    }

    private static String character(String number) {
        int code = number.startsWith("x") || number.startsWith("X")
                ? Integer.parseInt(number.substring(1), 16)
                : number.matches("\\d+") ? Integer.parseInt(number) : 0xFFFD;
        return Character.toString(Character.isValidCodePoint(code) ? code : 0xFFFD);
    }
}
