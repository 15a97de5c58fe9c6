package practicum.world.grammar;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import practicum.world.TextSource;

/** Training sentences as plain words. */
final class GrammarText implements TextSource {
    private final Function<Random, ParsedSentence> sentences;

    GrammarText(Function<Random, ParsedSentence> sentences) {
        this.sentences = sentences;
    }

    @Override
    public String name() {
        return "grammar";
    }

    @Override
    public List<String> sentence(Random random) {
        return sentences.apply(random).forms();
    }

    @Override
    public List<String> frame() {
        return GrammarLexicon.forms();
    }
}
