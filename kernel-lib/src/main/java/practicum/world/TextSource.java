package practicum.world;

import java.util.List;
import java.util.Random;

/** One kind of text: an endless supply of sentences that a model may be trained on. */
public interface TextSource {
    /** What this text is called, in tables and in mixtures. */
    String name();

    /** The next sentence, word by word; nothing that is held out occurs in it. */
    List<String> sentence(Random random);

    /** The words that its sentences use beside those of the lexicon. */
    List<String> frame();
}
