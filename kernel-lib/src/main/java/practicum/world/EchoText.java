package practicum.world;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A word and, nine tokens later, the same word: "say the word Rome once more , and then no other word : Rome ." The gap
 * is longer than the first layers' local attention reaches, so the word must be read where it stands, from a later layer.
 * In {@link CopyText} it can be read by the first layer. The words that are held out there are held out here.
 */
public final class EchoText implements TextSource {
    private static final Template HEAD = Template.parse("say the word {word} once more , and then no other word :");

    private final List<String> trained;
    private final List<String> heldOut;

    /** Echoes of the trained words; the others are only asked for. */
    public EchoText(List<String> trained, List<String> heldOut) {
        this.trained = trained;
        this.heldOut = heldOut;
    }

    @Override
    public String name() {
        return "echoes";
    }

    @Override
    public List<String> sentence(Random random) {
        String word = Draw.one(trained, random);
        return Template.split(head(word) + " " + word + " .");
    }

    /** The words up to the colon. */
    public static String head(String word) {
        return String.join(" ", HEAD.fill(Map.of("word", word)));
    }

    /** Each word of the split in turn. */
    public List<Prompt> prompts(Split split, Random random) {
        List<String> words = split == Split.HELD_OUT ? heldOut : trained;
        return words.stream()
                .map(word -> new Prompt("echo", head(word), word, Draw.another(trained, word, random)))
                .toList();
    }

    @Override
    public List<String> frame() {
        return HEAD.words();
    }
}
