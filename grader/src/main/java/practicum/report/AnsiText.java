package practicum.report;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A terminal's text: its colours become HTML classes, its other commands are dropped. */
public final class AnsiText {
    private static final Pattern COMMAND = Pattern.compile(
            "\u001B(?:\\[([0-9;:?]*)([ -/]*[@-~])|\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)|[@-Z\\\\-_])");

    private AnsiText() {}

    /** The text alone. */
    public static String plain(String text) {
        return COMMAND.matcher(text).replaceAll("");
    }

    /** The text as HTML. */
    static String html(String text) {
        StringBuilder html = new StringBuilder();
        Matcher command = COMMAND.matcher(text);
        List<String> classes = List.of();
        int from = 0;
        while (command.find()) {
            piece(text.substring(from, command.start()), classes, html);
            from = command.end();
            if ("m".equals(command.group(2))) {
                classes = after(classes, command.group(1));
            }
        }
        piece(text.substring(from), classes, html);
        return html.toString();
    }

    private static void piece(String text, List<String> classes, StringBuilder html) {
        if (classes.isEmpty() || text.isEmpty()) {
            html.append(HtmlText.escape(text));
        } else {
            html.append("<span class=\"").append(String.join(" ", classes)).append("\">");
            html.append(HtmlText.escape(text)).append("</span>");
        }
    }

    private static List<String> after(List<String> classes, String codes) {
        List<String> changed = new ArrayList<>(classes);
        Iterator<String> left = List.of(codes.split(";")).iterator();
        while (left.hasNext()) {
            String code = left.next();
            switch (code) {
                case "", "0" -> changed.clear();
                case "1" -> changed.add("ansi-bold");
                case "2" -> changed.add("ansi-faint");
                case "30", "31", "32", "33", "34", "35", "36", "37" -> colour(changed, Optional.of(code));
                case "38" -> colour(changed, AnsiColour.of(left));
                case "39" -> colour(changed, Optional.empty());
                case "48" -> AnsiColour.of(left); // a ground: a page has its own
                case "22" -> changed.removeAll(List.of("ansi-bold", "ansi-faint"));
                default -> {
                    // A style that a page does without.
                }
            }
        }
        return changed;
    }

    private static void colour(List<String> classes, Optional<String> code) {
        classes.removeIf(name -> name.startsWith("ansi-3"));
        code.ifPresent(one -> classes.add("ansi-" + one));
    }
}
