package practicum.world.binding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import practicum.world.TextSource;

/**
 * Training text about one thing after another: an episode binds words and asks about them; those that follow in the same
 * sentence use other words, so that nothing is bound twice. A sentence fills a sequence of {@link #TOKENS} tokens.
 */
final class EpisodeText implements TextSource {
    /** The length of sequences for which this world is made, {@code <bos>} included. */
    static final int TOKENS = 96;

    /** Makes episodes. */
    interface Episodes {
        /** One that binds none of the used words, and adds those that it binds; empty if there are too few left. */
        Optional<List<String>> next(Set<String> used, Random random);
    }

    private final String name;
    private final List<String> frame;
    private final Episodes episodes;

    EpisodeText(String name, List<String> frame, Episodes episodes) {
        this.name = name;
        this.frame = frame;
        this.episodes = episodes;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> sentence(Random random) {
        Set<String> used = new HashSet<>();
        List<String> words = new ArrayList<>();
        Optional<List<String>> next = episodes.next(used, random);
        while (next.isPresent()) {
            words.addAll(next.get());
            next = words.size() < TOKENS - 1 ? episodes.next(used, random) : Optional.empty();
        }
        return words;
    }

    @Override
    public List<String> frame() {
        return frame;
    }
}
