package practicum.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The elements of a page as they begin, each with its attributes; what stands in comments, styles and scripts is none. */
final class HtmlTags {
    private static final Pattern TAG = Pattern.compile(
            "<!--.*?-->" + "|<(?<name>[a-zA-Z][a-zA-Z0-9-]*+)(?<attributes>(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>",
            Pattern.DOTALL);
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([^\\s\"'=/>]++)(?:\\s*=\\s*(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"'>]++)))?");

    private HtmlTags() {}

    /** Hands over each element's name and its attributes, unescaped. */
    static void forEach(String html, BiConsumer<String, Map<String, String>> to) {
        Matcher tag = TAG.matcher(html);
        int from = 0;
        while (tag.find(from)) {
            from = tag.end();
            if (tag.group("name") != null) {
                String name = tag.group("name").toLowerCase(java.util.Locale.ROOT);
                to.accept(name, attributes(tag.group("attributes")));
                if (name.equals("style") || name.equals("script")) {
                    int end = html.indexOf("</" + name, from);
                    from = end < 0 ? html.length() : end;
                }
            }
        }
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            String value = attribute.group(2) != null
                    ? attribute.group(2)
                    : attribute.group(3) != null ? attribute.group(3) : attribute.group(4);
            attributes.put(
                    attribute.group(1).toLowerCase(java.util.Locale.ROOT),
                    value == null ? "" : PageText.unescaped(value));
        }
        return attributes;
    }
}
