package practicum.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A sentence with slots: "When {A} and {B} went to the {place} ,". A slot takes one word or several. */
record Template(List<String> parts) {
    static Template parse(String text) {
        return new Template(List.of(text.split(" ")));
    }

    static List<Template> all(String... texts) {
        return Stream.of(texts).map(Template::parse).toList();
    }

    /** The sentence, word by word. */
    List<String> fill(Map<String, String> slots) {
        List<String> words = new ArrayList<>();
        for (String part : parts) {
            words.addAll(isSlot(part) ? split(value(part, slots)) : List.of(part));
        }
        return words;
    }

    /** The words that stand between the slots. */
    List<String> words() {
        return parts.stream().filter(part -> !isSlot(part)).toList();
    }

    static Stream<String> words(List<Template> templates) {
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

    static List<String> split(String text) {
        return List.of(text.split(" "));
    }
}
