package practicum.zoo.arithmetic;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import practicum.model.Transformer;
import practicum.model.Weights;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.world.arithmetic.FourierBasis;
import practicum.world.arithmetic.ModularAddition;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/**
 * Whether the rule that a model of modular addition found is the paper's: its logits are cosines of a + b − c at a few key
 * frequencies, its embedding holds these above all, and it needs these and no others (Nanda et al. 2023, arXiv 2301.05217).
 */
record FourierPhenomenon(ModularAddition world) implements Phenomenon<Transformer> {
    private static final String EMBEDDING = "embed.W_E";

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        SumAnswers answers = new SumAnswers(world);
        Transformer model = subject.model();
        Transformer memorised = answers.memorised(subject);
        KeyFrequencies frequencies = frequencies(model);
        KeyFrequencies before = frequencies(memorised);
        List<Integer> keys = frequencies.keys();
        return List.of(
                new Measurement(
                        "fourier: embedding",
                        "share of the embedding's variance in its " + keys.size() + " largest frequencies of "
                                + new FourierBasis(world.modulus()).frequencies(),
                        concentration(model, keys.size()),
                        "when the trained sums were memorised",
                        concentration(memorised, keys.size()),
                        0.01,
                        GrokkingPhenomenon.PRACTICUMS),
                new Measurement(
                        "fourier: logits",
                        "share of the logits' variance that cosines of a + b − c explain at the key frequencies "
                                + keys,
                        frequencies.explained(keys),
                        "at " + frequencies.runnersUp() + ", the next",
                        frequencies.explained(frequencies.runnersUp()),
                        0.01,
                        GrokkingPhenomenon.PRACTICUMS),
                new Measurement(
                        "fourier: rule",
                        "the same",
                        frequencies.explained(keys),
                        "at the best " + keys.size() + " frequencies when the trained sums were memorised",
                        before.explained(before.largest(keys.size())),
                        0.01,
                        GrokkingPhenomenon.PRACTICUMS),
                new Measurement(
                        "fourier: needed",
                        "share of all sums right without the other frequencies in the embedding",
                        answers.accuracy(keeping(model, keys::contains), answers.all()),
                        "without the key frequencies",
                        answers.accuracy(keeping(model, k -> !keys.contains(k)), answers.all()),
                        0.02,
                        GrokkingPhenomenon.PRACTICUMS));
    }

    private KeyFrequencies frequencies(Transformer model) {
        SumAnswers answers = new SumAnswers(world);
        try (Scope scope = Scope.open()) {
            return KeyFrequencies.of(answers.logits(model, answers.all()));
        }
    }

    private double concentration(Transformer model, int count) {
        Tensor numbers = model.W_E().narrow(0, 0, world.modulus());
        double[] shares = new FourierBasis(world.modulus()).shares(numbers);
        Arrays.sort(shares);
        return Arrays.stream(shares).skip(shares.length - count).sum();
    }

    /** The model with some frequencies alone, and the mean, in the numbers' embedding. */
    Transformer keeping(Transformer model, IntPredicate kept) {
        int p = world.modulus();
        Tensor waves = new FourierBasis(p).waves();
        int[] rows = IntStream.range(0, p)
                .filter(wave -> wave == 0 || kept.test((wave + 1) / 2))
                .toArray();
        Tensor basis = waves.take(0, rows); // [wave, number]
        Tensor numbers = model.W_E().narrow(0, 0, p);
        Tensor others = model.W_E().narrow(0, p, model.config().dVocab());
        Map<String, Tensor> weights = new LinkedHashMap<>(model.weights().byName());
        weights.put(EMBEDDING, Tensor.concat(0, List.of(basis.t().matMul(basis.matMul(numbers)), others)));
        return model.with(model.config(), Weights.of(model.config(), weights));
    }
}
