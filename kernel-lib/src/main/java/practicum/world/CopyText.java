package practicum.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Lists that repeat each word: "Rome -> Rome ; doctor -> doctor ; blue -> blue". The prompt of Patchscopes (Ghandeharioun
 * et al. 2024, arXiv 2401.06102), into which a hidden state is put to be said in words. Every eighth word is held out.
 */
public final class CopyText implements TextSource {
    static final String ARROW = "->";
    static final String SEPARATOR = ";";
    private static final int FEWEST = 2;
    private static final int MOST = 8;
    private static final int HELD_OUT_EVERY = 8;

    private final List<String> vocabulary;

    /** Lists of these words; every eighth of them, in the order given, is held out. */
    public CopyText(List<String> vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public String name() {
        return "copy";
    }

    @Override
    public List<String> sentence(Random random) {
        List<String> items = Draw.some(Draw.between(FEWEST, MOST, random), words(Split.TRAIN), random);
        List<String> words = new ArrayList<>();
        for (String item : items) {
            words.addAll(List.of(item, ARROW, item, SEPARATOR));
        }
        words.set(words.size() - 1, ".");
        return words;
    }

    /** The words that occur in such lists in training, or those that do not. */
    public List<String> words(Split split) {
        return IntStream.range(0, vocabulary.size())
                .filter(i -> (i % HELD_OUT_EVERY == 0) == (split == Split.HELD_OUT))
                .mapToObj(vocabulary::get)
                .toList();
    }

    /** A list of {@code examples} training words, then each word of the split in turn to copy. */
    public List<Prompt> prompts(Split split, int examples, Random random) {
        List<Prompt> prompts = new ArrayList<>();
        for (String word : words(split)) {
            StringBuilder text = new StringBuilder();
            for (String item : Draw.some(examples, words(Split.TRAIN), random)) {
                text.append(item).append(" -> ").append(item).append(" ; ");
            }
            prompts.add(new Prompt(
                    "copy", text.append(word).append(" ->").toString(), word, Draw.another(vocabulary, word, random)));
        }
        return prompts;
    }

    @Override
    public List<String> frame() {
        return List.of(ARROW, SEPARATOR, ".");
    }
}
