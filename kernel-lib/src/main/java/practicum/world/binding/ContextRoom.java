package practicum.world.binding;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Which contexts fit into the sequences of this world, and how many words it has for them. */
final class ContextRoom {
    private ContextRoom() {}

    /** The most tokens that a context with a question can have, {@code <bos>} included. */
    static int tokens(int entities, int attributes) {
        int perEntity = Kind.attributes().stream()
                .map(kind -> 2 + longest(Phrase.statements(kind)))
                .sorted(Collections.reverseOrder())
                .limit(attributes)
                .mapToInt(Integer::intValue)
                .sum();
        return 1
                + entities * perEntity
                + longest(Phrase.all().stream().map(Phrase::text).toList());
    }

    private static int longest(List<String> texts) {
        return texts.stream().mapToInt(text -> text.split(" ").length).max().orElseThrow();
    }

    static void requireRoom(int entities, int attributes) {
        int kinds = Kind.attributes().size();
        if (attributes < 1 || attributes > kinds) {
            throw new IllegalArgumentException("An entity has 1 to " + kinds + " attributes, of " + Kind.attributes()
                    + "; got " + attributes + ".");
        }
        if (entities < 2 || tokens(entities, attributes) > EpisodeText.TOKENS) {
            int most = IntStream.iterate(2, n -> n + 1)
                    .takeWhile(n -> tokens(n, attributes) <= EpisodeText.TOKENS)
                    .max()
                    .orElseThrow();
            throw new IllegalArgumentException("With " + attributes + " attributes a context has 2 to " + most
                    + " entities, so that it fits into " + EpisodeText.TOKENS + " tokens with its question; got "
                    + entities + ".");
        }
    }

    static void requireNewWords(ContextChange change, int entities) {
        Kind kind = change == ContextChange.NEW_NAMES ? Kind.NAME : Kind.COUNTRY;
        int most = kind.words().size() / 2;
        if (change.renews() && entities > most) {
            throw new IllegalArgumentException("For " + change + " the world has words for " + most
                    + " entities and as many new ones; got " + entities + ". Ask for fewer.");
        }
    }
}
