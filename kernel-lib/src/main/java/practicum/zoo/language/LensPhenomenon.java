package practicum.zoo.language;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.world.Prompt;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/** Whether the logit lens has something to show: the answer's probability, read after the last layer and after early ones. */
record LensPhenomenon(String of, Supplier<List<Prompt>> prompts) implements Phenomenon<Transformer> {
    private static final int EARLY = 1;
    private static final int MOST = 128;

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        double[] byLayer = probabilities(subject.model(), some(prompts.get()));
        return List.of(new Measurement(
                "logit lens: " + of,
                "mean probability of the answer read after the last layer (after layers "
                        + String.join(
                                ", ",
                                IntStream.range(0, byLayer.length)
                                        .mapToObj(l -> String.format(java.util.Locale.ROOT, "%d: %.2f", l, byLayer[l]))
                                        .toList())
                        + ")",
                byLayer[byLayer.length - 1],
                "read after layer " + EARLY,
                byLayer[EARLY],
                0.02,
                List.of("09_inspecting_representations")));
    }

    /** The mean probability of the answer at the last position, read by the logit lens after each layer. */
    static double[] probabilities(Transformer model, List<Prompt> prompts) {
        double[] byLayer = new double[model.config().nLayers()];
        try (Scope scope = Scope.open()) {
            String[] texts = prompts.stream().map(Prompt::text).toArray(String[]::new);
            Run run = model.run(model.tokenizer().tokens(texts), Recording.of(HookPoint.RESID_POST));
            for (int layer = 0; layer < byLayer.length; layer++) {
                Tensor last = run.get(Hook.residPost(layer)).select(1, -1); // [batch, d_model]
                float[][] read = model.unembed(model.lnFinal(last)).softmax(-1).toMatrix();
                for (int i = 0; i < read.length; i++) {
                    byLayer[layer] +=
                            read[i][(int) model.tokenizer().id(prompts.get(i).answer())] / read.length;
                }
            }
        }
        return byLayer;
    }

    private static List<Prompt> some(List<Prompt> prompts) {
        int every = Math.max(1, prompts.size() / MOST);
        return IntStream.range(0, prompts.size())
                .filter(i -> i % every == 0)
                .mapToObj(prompts::get)
                .toList();
    }
}
