package practicum.method;

import java.util.List;
import practicum.model.ModelException;

/**
 * One stretch of a sentence, or two, and what is to be told of them: that a word is a noun, or how it depends on another.
 *
 * @param sentence with what a model made of its words
 * @param spans one or two stretches of words
 * @param label what is to be told
 */
public record EdgeExample(LayeredSentence sentence, List<Span> spans, String label) {
    /**
     * Words that stand side by side.
     *
     * @param from the place of the first
     * @param to the place behind the last
     */
    public record Span(int from, int to) {
        /** One word. */
        public static Span word(int place) {
            return new Span(place, place + 1);
        }
    }

    /** @throws ModelException if there is no span, or more than two, or one is empty or outside the sentence */
    public EdgeExample {
        spans = List.copyOf(spans);
        int words = sentence.tree().size();
        boolean fits =
                spans.stream().allMatch(span -> 0 <= span.from() && span.from() < span.to() && span.to() <= words);
        if (spans.isEmpty() || spans.size() > 2 || !fits) {
            throw new ModelException("An edge has one or two spans of at least one of its sentence's " + words
                    + " words; got " + spans + ".");
        }
    }

    /** A label of one word. */
    public static EdgeExample ofWord(LayeredSentence sentence, int word, String label) {
        return new EdgeExample(sentence, List.of(Span.word(word)), label);
    }

    /** A label of two words together. */
    public static EdgeExample ofPair(LayeredSentence sentence, int word, int other, String label) {
        return new EdgeExample(sentence, List.of(Span.word(word), Span.word(other)), label);
    }
}
