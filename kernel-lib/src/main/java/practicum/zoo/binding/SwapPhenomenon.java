package practicum.zoo.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import practicum.hook.Hook;
import practicum.hook.Intervention;
import practicum.model.Recording;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.world.Split;
import practicum.world.binding.BindingWorld;
import practicum.world.binding.ContextChange;
import practicum.world.binding.ContextQuestion;
import practicum.world.binding.Kind;
import practicum.world.binding.MarkedText;
import practicum.world.binding.QuestionPair;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/**
 * Whether what is bound to whom lies in the stream at the attributes' tokens. The source has two names exchanged; the base
 * gets what that changes at the tokens of their attributes, whose words and places are the same in both, and is asked
 * whose answer it gives (Feng and Steinhardt 2023, arXiv 2310.17191).
 *
 * @param layer in front of which the stream is changed
 */
record SwapPhenomenon(BindingWorld world, int layer) implements Phenomenon<Transformer> {
    private static final int PAIRS = 50;
    private static final int ENTITIES = 3;

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        Fetching fetching = new Fetching(subject.model());
        List<QuestionPair> pairs = pairs();
        double swapped = share(pairs, pair -> saysSource(pair, patched(fetching, pair, attributes(pair))));
        double after = share(pairs, pair -> saysSource(pair, patched(fetching, pair, tokensAfter(pair))));
        double random = share(pairs, pair -> saysSource(pair, randomly(fetching, pair)));
        return List.of(
                new Measurement(
                        "swap: place",
                        "share of answers exchanged by what two names' exchange changes at their attributes' tokens, in"
                                + " front of layer " + layer,
                        swapped,
                        "at the tokens after those",
                        after,
                        0.03,
                        BindingPhenomena.PRACTICUMS),
                new Measurement(
                        "swap: direction",
                        "the same share",
                        swapped,
                        "by changes as large in random directions",
                        random,
                        0.03,
                        BindingPhenomena.PRACTICUMS));
    }

    private List<QuestionPair> pairs() {
        return world
                .contexts()
                .pairs(ContextChange.NAMES, Split.TRAIN, ENTITIES, 1, 4 * PAIRS, BindingPhenomena.SEED)
                .stream()
                .filter(pair -> asksForAttribute(pair.base()))
                .limit(PAIRS)
                .toList();
    }

    /** Whether a question gives a name and asks for what the context says of it, word for word. */
    static boolean asksForAttribute(ContextQuestion question) {
        return question.phrase().given() == Kind.NAME && question.phrase().asked() != Kind.CAPITAL;
    }

    private static double share(List<QuestionPair> pairs, Predicate<QuestionPair> holds) {
        return (double) pairs.stream().filter(holds).count() / pairs.size();
    }

    private static boolean saysSource(QuestionPair pair, String answer) {
        return answer.equals(pair.source().answer());
    }

    private String patched(Fetching fetching, QuestionPair pair, List<Integer> tokens) {
        return fetching.answerWith(pair.base().marked(), pair.source().marked(), layer, tokens);
    }

    /** Where the base context has the attributes of the entity asked about and of the one it exchanges names with. */
    private static List<Integer> attributes(QuestionPair pair) {
        ContextQuestion base = pair.base();
        MarkedText text = base.context().marked();
        return Stream.of(base.entity(), base.other())
                .map(entity -> text.first(base.phrase().attribute(), entity))
                .toList();
    }

    private static List<Integer> tokensAfter(QuestionPair pair) {
        return attributes(pair).stream().map(token -> token + 1).toList();
    }

    private String randomly(Fetching fetching, QuestionPair pair) {
        List<Intervention> changes = new ArrayList<>();
        Random random = Seeds.random(pair.base().marked().text().hashCode());
        try (Scope scope = Scope.open()) {
            Hook stream = Hook.residPre(layer);
            Tensor base = fetching.model()
                    .run(pair.base().marked().text(), Recording.of(stream))
                    .get(stream);
            Tensor source = fetching.model()
                    .run(pair.source().marked().text(), Recording.of(stream))
                    .get(stream);
            for (int token : attributes(pair)) {
                double size =
                        source.get(0, token).sub(base.get(0, token)).norm().item();
                changes.add(stream.at(token).add(direction(base.size(2), size, random)));
            }
            return fetching.answer(pair.base().marked(), changes.toArray(Intervention[]::new));
        }
    }

    private static Tensor direction(int width, double size, Random random) {
        Tensor any = Tensor.of(IntStream.range(0, width)
                .mapToDouble(i -> random.nextGaussian())
                .toArray());
        return any.mul(size / any.norm().item());
    }
}
