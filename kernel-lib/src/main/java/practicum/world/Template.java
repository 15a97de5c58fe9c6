package practicum.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A sentence with slots: "When {A} and {B} went to the {place} ,". A slot takes one word or several. */
public record Template(List<String> parts) {
    /** A template from its text, words and slots apart by single spaces. */
    public static Template parse(String text) {
        return new Template(List.of(text.split(" ")));
    }

    /** Several templates. */
    public static List<Template> all(String... texts) {
        return Stream.of(texts).map(Template::parse).toList();
    }

    /** The sentence, word by word. */
    public List<String> fill(Map<String, String> slots) {
        List<String> words = new ArrayList<>();
        for (String part : parts) {
            words.addAll(isSlot(part) ? split(value(part, slots)) : List.of(part));
        }
        return words;
    }

    /** The words that stand between the slots. */
    public List<String> words() {
        return parts.stream().filter(part -> !isSlot(part)).toList();
    }

    /** The words that stand between the slots of several templates. */
    public static Stream<String> words(List<Template> templates) {
        return templates.stream().flatMap(template -> template.words().stream());
    }

    private String value(String part, Map<String, String> slots) {
        String value = slots.get(part.substring(1, part.length() - 1));
        if (value == null) {
            throw new IllegalArgumentException("Nothing fills " + part + " of \"" + String.join(" ", parts) + "\".");
        }
        return value;
    }

    private static boolean isSlot(String part) {
        return part.length() > 2 && part.startsWith("{") && part.endsWith("}");
    }

    /** A text's words. */
    public static List<String> split(String text) {
        return List.of(text.split(" "));
    }
}
