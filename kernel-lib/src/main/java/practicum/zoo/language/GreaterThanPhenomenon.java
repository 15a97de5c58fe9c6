package practicum.zoo.language;

import java.util.List;
import practicum.model.Recording;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.tensor.Seeds;
import practicum.world.Draw;
import practicum.world.Split;
import practicum.world.language.LanguageWorld;
import practicum.world.language.task.YearSpan;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/**
 * Whether a span of years ends after it began (Hanna et al. 2023, arXiv 2305.00586), for first years that training never
 * used. The control asks the same years of spans that began at other times: a model that likes late years gains nothing.
 */
record GreaterThanPhenomenon(LanguageWorld world) implements Phenomenon<Transformer> {
    private static final int SPANS = 120;
    private static final long SEED = 101;

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        List<YearSpan> spans = world.yearSpans().spans(Split.HELD_OUT, SPANS, Seeds.random(SEED));
        return List.of(new Measurement(
                "greater-than: held-out years",
                "probability of later years less that of the others, mean",
                difference(
                        subject.model(),
                        spans,
                        spans.stream().map(YearSpan::text).toList()),
                "after the first year of another span",
                difference(
                        subject.model(),
                        spans,
                        Draw.shuffled(spans, Seeds.random(SEED)).stream()
                                .map(YearSpan::text)
                                .toList()),
                0.03,
                List.of("16_circuit_discovery")));
    }

    private static double difference(Transformer model, List<YearSpan> spans, List<String> texts) {
        try (Scope scope = Scope.open()) {
            float[][] probabilities = model.run(
                            model.tokenizer().tokens(texts.toArray(String[]::new)), Recording.none())
                    .logits()
                    .select(1, -1)
                    .softmax(-1)
                    .toMatrix();
            double sum = 0;
            for (int i = 0; i < probabilities.length; i++) {
                sum += sum(model, probabilities[i], spans.get(i).right())
                        - sum(model, probabilities[i], spans.get(i).wrong());
            }
            return sum / probabilities.length;
        }
    }

    private static double sum(Transformer model, float[] probabilities, List<String> years) {
        return years.stream()
                .mapToDouble(year -> probabilities[(int) model.tokenizer().id(year)])
                .sum();
    }
}
