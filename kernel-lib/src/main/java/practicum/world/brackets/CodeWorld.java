package practicum.world.brackets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import practicum.tensor.Seeds;
import practicum.world.Mixture;
import practicum.world.Prompt;
import practicum.world.TextSource;
import practicum.world.TextStream;
import practicum.world.Vocabulary;
import practicum.world.brackets.Place.Role;

/**
 * Small code with nested brackets and quotes, such as {@code print ( names [ 1 ] , 'red' ) ;}, with tests on lines that
 * are unseen, longer or deeper than those of training. Quotes may hold brackets and the other quote, which close nothing.
 * Three questions have one right answer each: {@link CodeTask}.
 */
public final class CodeWorld {
    private static final int PATIENCE = 100_000;
    private static final int BREADTH = 3;
    private static final double VARIABLES = 0.25;

    private final NestingSplit split;

    private CodeWorld(NestingSplit split) {
        this.split = split;
    }

    /** Training on lines of at most 32 tokens and depth 3, tests to 48 tokens and depth 5. */
    public static CodeWorld of(long seed) {
        return of(new NestingSplit(32, 3, 48, 5, 0.1, seed));
    }

    /**
     * Lines in any split.
     *
     * @throws IllegalArgumentException if training lines are so short that they cannot show the variables
     */
    public static CodeWorld of(NestingSplit split) {
        int least = 20 + 2 * split.trainDepth();
        if (split.trainLength() < least || split.trainDepth() < 2) {
            throw new IllegalArgumentException("Training lines of code need depth 2 at least, and at depth "
                    + split.trainDepth() + " they need " + least
                    + " tokens, so that two variables and the use of one fit"
                    + " in, also in the deeper test; got " + split.trainLength() + " tokens.");
        }
        return new CodeWorld(split);
    }

    /** What is trained on and what is tested. */
    public NestingSplit split() {
        return split;
    }

    /** What opens and closes in code: round, square and curly brackets, single and double quotes. */
    public List<Bracket> brackets() {
        return CodeGrammar.BRACKETS;
    }

    /** So many lines of a part, with what is open at each token. */
    public List<Nesting> lines(NestingPart part, int count, long seed) {
        Random random = Seeds.random(seed);
        List<Nesting> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lines.add(line(part, random.nextDouble() < VARIABLES, line -> true, random));
        }
        return List.copyOf(lines);
    }

    private Nesting line(NestingPart part, boolean variables, Predicate<Nesting> wanted, Random random) {
        for (int i = 0; i < PATIENCE; i++) {
            CodeGrammar grammar = grammar(part, random);
            int depth = split.deepest(part);
            List<String> tokens = variables ? grammar.variables(depth) : grammar.statement(depth);
            Nesting line = Nesting.of(tokens, brackets());
            if (split.part(line).filter(part::equals).isPresent() && wanted.test(line)) {
                return line;
            }
        }
        throw new IllegalArgumentException("No line of part " + part + " in " + PATIENCE + " draws: " + split
                + " leaves it none, or hardly any. Let lines be longer, or less deep.");
    }

    /** Deep lines keep to the spine, long ones spread, or else hardly any would have the part's size. */
    private CodeGrammar grammar(NestingPart part, Random random) {
        return switch (part) {
            case TRAIN, UNSEEN -> new CodeGrammar(random, 0, BREADTH);
            case LONGER -> new CodeGrammar(random, 0, 2 * BREADTH);
            case DEEPER -> new CodeGrammar(random, split.shallowest(part), BREADTH - 1);
        };
    }

    /** So many questions of one kind, each on a line of the part; the foil is the wrong answer that is nearest at hand. */
    public List<Prompt> prompts(CodeTask task, NestingPart part, int count, long seed) {
        Random random = Seeds.random(seed);
        List<Prompt> prompts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            prompts.add(task == CodeTask.VARIABLE ? variable(part, random) : closing(task, part, random));
        }
        return List.copyOf(prompts);
    }

    private Prompt variable(NestingPart part, Random random) {
        List<String> tokens = line(part, true, line -> true, random).tokens();
        int use = CodeGrammar.use(tokens);
        boolean asSet = tokens.get(use).equals(CodeGrammar.SET_USE);
        String foil = asSet ? CodeGrammar.STRING_USE : CodeGrammar.SET_USE;
        return prompt(CodeTask.VARIABLE, tokens, use, foil);
    }

    private Prompt closing(CodeTask task, NestingPart part, Random random) {
        Nesting line = line(part, false, each -> !closings(task, each).isEmpty(), random);
        List<Place> closings = closings(task, line);
        Place closing = closings.get(random.nextInt(closings.size()));
        return prompt(task, line.tokens(), closing.position(), foil(task, line, closing));
    }

    private List<Place> closings(CodeTask task, Nesting line) {
        return line.places().stream()
                .filter(place -> place.role() == Role.CLOSES)
                .filter(place -> isQuote(place.token()) == (task == CodeTask.QUOTE))
                .toList();
    }

    private static boolean isQuote(String token) {
        return token.equals(Bracket.SINGLE_QUOTE.close()) || token.equals(Bracket.DOUBLE_QUOTE.close());
    }

    /** The other quote; or the closing bracket of the nearest opener of another kind, if any is around, else of the next kind. */
    private String foil(CodeTask task, Nesting line, Place closing) {
        if (task == CodeTask.QUOTE) {
            boolean single = closing.token().equals(Bracket.SINGLE_QUOTE.close());
            return (single ? Bracket.DOUBLE_QUOTE : Bracket.SINGLE_QUOTE).close();
        }
        Place around = closing;
        while (around.opener() >= 0) {
            if (!around.closer().equals(closing.token())) {
                return around.closer();
            }
            Place opener = line.places().get(around.opener());
            if (opener.position() == 0) {
                break;
            }
            around = line.places().get(opener.position() - 1);
        }
        return brackets().stream()
                .map(Bracket::close)
                .filter(close -> !close.equals(closing.token()))
                .findFirst()
                .orElseThrow();
    }

    private static Prompt prompt(CodeTask task, List<String> tokens, int at, String foil) {
        return new Prompt(task.name(), String.join(" ", tokens.subList(0, at)), tokens.get(at), foil);
    }

    /** Training lines, to mix with other text. */
    public TextSource source() {
        return new Source();
    }

    /** The training text, in sequences of {@code length} tokens. */
    public TextStream stream(int length) {
        return new TextStream(new Mixture(Map.of(source(), 1.0)), vocabulary(), length);
    }

    /** Every token and its number. */
    public Vocabulary vocabulary() {
        return new Vocabulary(CodeGrammar.vocabulary().stream());
    }

    private final class Source implements TextSource {
        @Override
        public String name() {
            return "code";
        }

        @Override
        public List<String> sentence(Random random) {
            boolean variables = random.nextDouble() < VARIABLES;
            return line(NestingPart.TRAIN, variables, each -> true, random).tokens();
        }

        @Override
        public List<String> frame() {
            return CodeGrammar.vocabulary();
        }
    }
}
