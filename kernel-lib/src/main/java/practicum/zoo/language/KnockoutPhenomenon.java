package practicum.zoo.language;

import java.util.List;
import java.util.stream.IntStream;
import practicum.hook.Hook;
import practicum.hook.Intervention;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.world.Draw;
import practicum.world.language.LanguageWorld;
import practicum.world.language.fact.Fact;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/**
 * Whether attention carries a person's attribute to the end of the question (Geva et al. 2023, "Dissecting recall of
 * factual associations", arXiv 2304.14767): no head may look from the question's last token at the name. The control
 * forbids as many tokens of the aside between them.
 */
record KnockoutPhenomenon(LanguageWorld world) implements Phenomenon<Transformer> {
    private static final int FACTS = 24;
    private static final long SEED = 11;
    private static final double NEVER = -1e9;

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        Transformer model = subject.model();
        double whole = probability(model);
        return List.of(new Measurement(
                "recall: attention to the name",
                "share of the value's probability that is lost when no head may look from the question's last token at"
                        + " the name",
                1 - probability(model, knockout(model, RecallPair.NAME_END - 1, RecallPair.NAME_END)) / whole,
                "at two tokens of the aside",
                1 - probability(model, knockout(model, RecallPair.NAME_END + 3, RecallPair.NAME_END + 4)) / whole,
                0.03,
                List.of("20_factual_recall")));
    }

    /** The mean probability of the values, over relations. */
    private double probability(Transformer model, Intervention... changes) {
        return RecallPair.RELATIONS.stream()
                .mapToDouble(relation -> probability(model, RecallPair.facts(world, relation), changes))
                .average()
                .orElseThrow();
    }

    private static double probability(Transformer model, List<Fact> known, Intervention... changes) {
        List<Fact> facts = Draw.some(FACTS, known, Seeds.random(SEED));
        try (Scope scope = Scope.open()) {
            String[] questions = facts.stream().map(RecallPair::question).toArray(String[]::new);
            Run run = model.run(model.tokenizer().tokens(questions), Recording.none(), changes);
            float[][] probabilities = run.logits().select(1, -1).softmax(-1).toMatrix();
            return IntStream.range(0, facts.size())
                    .mapToDouble(i -> probabilities[i][
                            (int) model.tokenizer().id(facts.get(i).object())])
                    .average()
                    .orElseThrow();
        }
    }

    /** No head looks from the last position at two others, in the layers that could: they are far away. */
    private static Intervention[] knockout(Transformer model, int first, int second) {
        return IntStream.range(0, model.config().nLayers())
                .filter(layer -> model.config().window().get(layer) == 0)
                .mapToObj(layer -> Hook.attnScores(layer).edit(scores -> forbidden(scores, first, second)))
                .toArray(Intervention[]::new);
    }

    private static Tensor forbidden(Tensor scores, int first, int second) {
        int length = (int) scores.size(-1);
        float[] mask = new float[length * length];
        mask[(length - 1) * length + first] = (float) NEVER;
        mask[(length - 1) * length + second] = (float) NEVER;
        return scores.add(Tensor.of(mask, length, length));
    }
}
