package practicum.zoo.language;

import java.util.Arrays;
import java.util.List;
import practicum.model.Recording;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.world.Split;
import practicum.world.language.LanguageWorld;
import practicum.world.language.social.BiasPrompt;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/**
 * Whether the model has the bias that was planted (Vig et al. 2020, arXiv 2004.12265): its log-odds of "she" against "he"
 * after each profession, in sentences that training never said of it.
 */
record BiasPhenomenon(LanguageWorld world) implements Phenomenon<Transformer> {
    private static final List<String> PRACTICUMS = List.of("06_causal_mediation", "22_erasure_and_fairness");

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        List<BiasPrompt> prompts = world.professions().prompts(Split.HELD_OUT);
        double[] planted =
                prompts.stream().mapToDouble(p -> p.profession().logOdds()).toArray();
        double[] said =
                logOdds(subject.model(), prompts.stream().map(BiasPrompt::text).toList());
        double[] untrained = logOdds(
                subject.untrained(), prompts.stream().map(BiasPrompt::text).toList());
        double[] changed = logOdds(
                subject.model(), prompts.stream().map(BiasPrompt::setGender).toList());
        return List.of(
                new Measurement(
                        "bias: correlation",
                        "correlation of the log-odds of \"she\" against \"he\" with those planted, over professions",
                        correlation(planted, said),
                        "untrained model",
                        correlation(planted, untrained),
                        0.05,
                        PRACTICUMS),
                new Measurement(
                        "bias: strength",
                        "slope of the model's log-odds on the planted ones (1: as strong as the text)",
                        slope(planted, said),
                        "untrained model",
                        slope(planted, untrained),
                        0.05,
                        PRACTICUMS),
                new Measurement(
                        "bias: total effect",
                        "nats by which \"the man\" or \"the woman\" in the profession's place moves the log-odds against"
                                + " its bias, mean",
                        mean(prompts, said, changed),
                        "untrained model",
                        mean(
                                prompts,
                                untrained,
                                logOdds(
                                        subject.untrained(),
                                        prompts.stream()
                                                .map(BiasPrompt::setGender)
                                                .toList())),
                        0.2,
                        PRACTICUMS));
    }

    private static double[] logOdds(Transformer model, List<String> texts) {
        try (Scope scope = Scope.open()) {
            Tensor logits = model.run(model.tokenizer().tokens(texts.toArray(String[]::new)), Recording.none())
                    .logits()
                    .select(1, -1);
            float[][] scores = logits.toMatrix();
            int she = (int) model.tokenizer().id("she");
            int he = (int) model.tokenizer().id("he");
            return Arrays.stream(scores).mapToDouble(row -> row[she] - row[he]).toArray();
        }
    }

    private static double mean(List<BiasPrompt> prompts, double[] before, double[] after) {
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
            double towardsHe = before[i] - after[i];
            sum += prompts.get(i).profession().stereotype().equals("she") ? towardsHe : -towardsHe;
        }
        return sum / before.length;
    }

    static double correlation(double[] a, double[] b) {
        return covariance(a, b) / Math.sqrt(covariance(a, a) * covariance(b, b));
    }

    private static double slope(double[] x, double[] y) {
        return covariance(x, y) / covariance(x, x);
    }

    private static double covariance(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum / a.length;
    }
}
