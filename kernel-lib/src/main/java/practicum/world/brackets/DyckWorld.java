package practicum.world.brackets;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import practicum.tensor.Seeds;
import practicum.world.Mixture;
import practicum.world.TextSource;
import practicum.world.TextStream;
import practicum.world.Vocabulary;

/**
 * Strings of a bounded Dyck language, with tests on strings that are unseen, longer or deeper than those of training. The
 * length of a string is drawn first, all possible ones being equally likely, and then one of the strings of that length,
 * all equally likely.
 */
public final class DyckWorld {
    /** Draws after which no string of a part is expected any more. */
    private static final int PATIENCE = 100_000;

    private final DyckLanguage language;
    private final NestingSplit split;
    private final Map<NestingPart, List<Walks>> walks = new EnumMap<>(NestingPart.class);

    private DyckWorld(DyckLanguage language, NestingSplit split) {
        this.language = language;
        this.split = split;
        for (NestingPart part : NestingPart.values()) {
            walks.put(part, walks(part));
        }
    }

    /** Two kinds of brackets; training to depth 4 and 24 tokens, tests to depth 6 and 48 tokens. */
    public static DyckWorld of(long seed) {
        return of(new DyckLanguage(2, 6), new NestingSplit(24, 4, 48, 6, 0.1, seed));
    }

    /**
     * Any language and split.
     *
     * @throws IllegalArgumentException if the language is not as deep as the split's deepest part, or a part is empty
     */
    public static DyckWorld of(DyckLanguage language, NestingSplit split) {
        if (language.depth() != split.testDepth()) {
            throw new IllegalArgumentException(language + " has depth " + language.depth()
                    + ", but the deepest test has " + split.testDepth() + "; give both the same depth.");
        }
        return new DyckWorld(language, split);
    }

    private List<Walks> walks(NestingPart part) {
        List<Walks> all = IntStream.rangeClosed(split.fewest(part), split.most(part))
                .filter(length -> length % 2 == 0)
                .mapToObj(length -> new Walks(length, split.shallowest(part), split.deepest(part)))
                .filter(each -> each.count().signum() > 0)
                .toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("No string of " + language + " is in part " + part + " of " + split
                    + ": a string of depth d has at least 2 d tokens, and every string an even number of them.");
        }
        return all;
    }

    /** The language. */
    public DyckLanguage language() {
        return language;
    }

    /** What is trained on and what is tested. */
    public NestingSplit split() {
        return split;
    }

    /** So many strings of a part, with what is open at each token; short ones may come twice. */
    public List<Nesting> strings(NestingPart part, int count, long seed) {
        Random random = Seeds.random(seed);
        List<Nesting> strings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            strings.add(string(part, random));
        }
        return List.copyOf(strings);
    }

    private Nesting string(NestingPart part, Random random) {
        List<Walks> lengths = walks.getOrDefault(part, List.of());
        for (int i = 0; i < PATIENCE; i++) {
            Walks length = lengths.get(random.nextInt(lengths.size()));
            Nesting drawn = Nesting.of(language.draw(length, random), language.brackets());
            if (split.part(drawn).filter(part::equals).isPresent()) {
                return drawn;
            }
        }
        throw new IllegalArgumentException("No string of part " + part + " in " + PATIENCE + " draws: " + split
                + " leaves it none. Take longer strings, or another share of unseen ones.");
    }

    /** How many strings training and the unseen part have together, by the sizes of the split. */
    public BigInteger seenAndUnseen() {
        return IntStream.rangeClosed(1, split.trainLength() / 2)
                .mapToObj(half -> language.count(2 * half, 1, split.trainDepth()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Training strings, each followed by {@link DyckLanguage#END}, to mix with other text. */
    public TextSource source() {
        return new Source();
    }

    /** The training text, in sequences of {@code length} tokens. */
    public TextStream stream(int length) {
        return new TextStream(new Mixture(Map.of(source(), 1.0)), vocabulary(), length);
    }

    /** Every token and its number. */
    public Vocabulary vocabulary() {
        return new Vocabulary(source().frame().stream());
    }

    private final class Source implements TextSource {
        @Override
        public String name() {
            return language.toString();
        }

        @Override
        public List<String> sentence(Random random) {
            return Stream.concat(string(NestingPart.TRAIN, random).tokens().stream(), Stream.of(DyckLanguage.END))
                    .toList();
        }

        @Override
        public List<String> frame() {
            return Stream.concat(language.tokens().stream(), Stream.of(DyckLanguage.END))
                    .toList();
        }
    }
}
