package practicum.world.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes a text and notes where it mentions what. */
final class Marker {
    /** Something to mention. */
    record Thing(Kind kind, int index, String word) {}

    private final List<String> words = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();

    Marker() {}

    /** Goes on after a text. */
    Marker(MarkedText text) {
        words.addAll(text.words());
        mentions.addAll(text.mentions());
    }

    /** Words, and for each {slot} among them what fills it. */
    Marker write(String template, Function<String, Thing> slots) {
        for (String part : template.split(" ")) {
            if (part.startsWith("{")) {
                mention(slots.apply(part.substring(1, part.length() - 1)));
            } else {
                words.add(part);
            }
        }
        return this;
    }

    /** Words without slots. */
    Marker write(String text) {
        return write(text, slot -> {
            throw new IllegalArgumentException("Nothing fills {" + slot + "} of \"" + text + "\".");
        });
    }

    private void mention(Thing thing) {
        words.add(thing.word());
        mentions.add(new Mention(thing.kind(), thing.index(), thing.word(), words.size()));
    }

    MarkedText text() {
        return new MarkedText(words, mentions);
    }

    /** Refuses a template that has other slots than these, or one of them not once. */
    static void requireSlots(String template, String... slots) {
        List<String> found = Stream.of(template.split(" "))
                .filter(word -> word.contains("{") || word.contains("}"))
                .sorted()
                .toList();
        List<String> wanted =
                Stream.of(slots).map(slot -> "{" + slot + "}").sorted().toList();
        if (!found.equals(wanted)) {
            throw new IllegalArgumentException("The words \"" + template + "\" have the slots " + found + "; write "
                    + wanted + ", each once, with spaces around.");
        }
    }

    /** The words of templates that fill no slot. */
    static List<String> frame(List<String> templates) {
        return templates.stream()
                .flatMap(template -> List.of(template.split(" ")).stream())
                .filter(word -> !word.startsWith("{"))
                .distinct()
                .toList();
    }
}
