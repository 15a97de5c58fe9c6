package practicum.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of code to begin with; the gallery shows what it draws. Examples may use what those before them declare.
 *
 * @param title what it shows
 * @param text a sentence about it, or ""
 * @param code the cell
 */
public record Example(String title, String text, String code) {
    private static final String FILE = "examples.md";
    private static final String CODE = "```java\n";
    private static final String END = "```";

    /** All examples, in the order in which they run. */
    public static List<Example> all() {
        try (InputStream file = Example.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(
                        FILE + " is missing from the library's jar. Build it again: ./mvnw package.");
            }
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Example> parse(String markdown) {
        var examples = new ArrayList<Example>();
        for (String section : markdown.split("(?m)^## ")) {
            int code = section.indexOf(CODE);
            if (code < 0) {
                continue;
            }
            int title = section.indexOf('\n');
            int end = section.indexOf(END, code + CODE.length());
            if (end < 0) {
                throw new IllegalArgumentException("The code of “" + section.substring(0, title) + "” has no end.");
            }
            examples.add(new Example(
                    section.substring(0, title).strip(),
                    section.substring(title, code).strip(),
                    section.substring(code + CODE.length(), end).stripTrailing()));
        }
        return List.copyOf(examples);
    }

    String whole() {
        return title + "\n" + text + "\n" + code;
    }

    String markdown() {
        return "**%s**%s\n\n%s%s\n%s".formatted(title, text.isEmpty() ? "" : "\n\n" + text, CODE, code, END);
    }
}
