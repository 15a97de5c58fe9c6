package practicum.zoo.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.token.Tokens;
import practicum.world.Split;
import practicum.world.Vocabulary;
import practicum.world.grammar.AgreementKind;
import practicum.world.grammar.AgreementPair;
import practicum.world.grammar.GrammarWorld;

/** How a model chooses between two forms of a word: in the word's place if it reads both ways, else behind what is before it. */
final class Choices {
    /** Where the first word stands: behind what begins a text. */
    static final int FIRST_WORD = 1;

    private static final int BATCH = 64;
    private static final long SEED = 1000;
    private static final Set<AgreementKind> PAST = EnumSet.of(
            AgreementKind.VERB_PAST_PHRASE,
            AgreementKind.VERB_PAST_SUBJECT_RELATIVE,
            AgreementKind.VERB_PAST_OBJECT_RELATIVE);

    private Choices() {}

    /** Held-out verbs with a phrase or clause between them and their subjects. */
    static List<AgreementPair> pastPhrases(GrammarWorld world, Predicate<AgreementPair> wanted, int count) {
        return world.agreementPairs(
                Split.HELD_OUT, pair -> PAST.contains(pair.agreement().kind()) && wanted.test(pair), count, SEED);
    }

    /** The share of pairs whose right form is likelier. */
    static double accuracy(Transformer model, List<AgreementPair> pairs) {
        return differences(model, pairs).stream()
                .mapToInt(difference -> difference > 0 ? 1 : 0)
                .average()
                .orElseThrow();
    }

    /** For each pair the right form's logit less the wrong one's. */
    static List<Double> differences(Transformer model, List<AgreementPair> pairs) {
        List<Double> differences = new ArrayList<>();
        for (int from = 0; from < pairs.size(); from += BATCH) {
            List<AgreementPair> part = pairs.subList(from, Math.min(pairs.size(), from + BATCH));
            try (Scope scope = Scope.open()) {
                Run run = model.run(tokens(model, part.toArray(AgreementPair[]::new)), Recording.none());
                for (int row = 0; row < part.size(); row++) {
                    differences.add(difference(run, row, part.get(row)));
                }
            }
        }
        return differences;
    }

    /** What the model reads to choose. */
    static Tokens tokens(Transformer model, AgreementPair... pairs) {
        boolean causal = model.config().attention().causal();
        return model.tokens(Arrays.stream(pairs)
                .map(pair -> causal ? pair.prefix() : pair.masked())
                .toArray(String[]::new));
    }

    /** Where it chooses. */
    static int place(Transformer model, Tokens tokens, int row) {
        return model.config().attention().causal() ? tokens.length() - 1 : tokens.positions(row, Vocabulary.MASK)[0];
    }

    /** The logit of the form that is right in {@code pair} less that of the wrong one. */
    static double difference(Run run, int row, AgreementPair pair) {
        Transformer model = run.model();
        int place = place(model, run.tokens(), row);
        return run.logits().item(row, place, (int) model.tokenizer().id(pair.right()))
                - run.logits().item(row, place, (int) model.tokenizer().id(pair.wrong()));
    }
}
