package practicum.zoo.grammar;

import java.util.List;
import java.util.function.ToIntFunction;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;
import practicum.world.grammar.AgreementPair;
import practicum.world.grammar.GrammarWorld;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/** Whether a head looks from where the verb is told to its subject, past nouns of the other number, and not to these. */
record SubjectHeadPhenomenon(GrammarWorld world) implements Phenomenon<Transformer> {
    private static final int PAIRS = 100;
    private static final List<String> PRACTICUMS =
            List.of("07_attention_as_explanation", "10_attention_heads", "16_circuit_discovery");

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        Transformer model = subject.model();
        List<AgreementPair> pairs = Choices.pastPhrases(world, pair -> pair.misleading() > 0, PAIRS);
        double[][] toSubject = attention(model, pairs, pair -> pair.agreement().controller());
        double[][] toNearest = attention(model, pairs, SubjectHeadPhenomenon::nearest);
        int layer = 0;
        int head = 0;
        for (int l = 0; l < toSubject.length; l++) {
            for (int h = 0; h < toSubject[l].length; h++) {
                if (toSubject[l][h] > toSubject[layer][head]) {
                    layer = l;
                    head = h;
                }
            }
        }
        return List.of(new Measurement(
                "agreement: subject head",
                "attention of L" + layer + "H" + head
                        + " from where the verb is told to its subject, past nouns that mislead",
                toSubject[layer][head],
                "to the nearest of these nouns",
                toNearest[layer][head],
                0.03,
                PRACTICUMS));
    }

    private static int nearest(AgreementPair pair) {
        List<Integer> between = pair.agreement().attractors();
        return between.get(between.size() - 1);
    }

    /** The mean attention of each head from the verb's place to a word [layer][head]. */
    static double[][] attention(Transformer model, List<AgreementPair> pairs, ToIntFunction<AgreementPair> word) {
        double[][] sums = new double[model.config().nLayers()][model.config().nHeads()];
        for (AgreementPair pair : pairs) {
            try (Scope scope = Scope.open()) {
                Tokens tokens = Choices.tokens(model, pair);
                Run run = model.run(tokens, Recording.of(HookPoint.PATTERN));
                int from = Choices.place(model, tokens, 0);
                int to = Choices.FIRST_WORD + word.applyAsInt(pair);
                for (int layer = 0; layer < sums.length; layer++) {
                    Tensor looks = run.get(Hook.pattern(layer)).select(0, 0); // [head, query_pos, key_pos]
                    for (int head = 0; head < sums[layer].length; head++) {
                        sums[layer][head] += looks.item(head, from, to) / pairs.size();
                    }
                }
            }
        }
        return sums;
    }
}
