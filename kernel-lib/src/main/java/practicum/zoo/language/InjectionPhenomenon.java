package practicum.zoo.language;

import java.util.Collections;
import java.util.List;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/**
 * Whether a hidden state can be said in words (Patchscopes, Ghandeharioun et al. 2024, arXiv 2401.06102; SelfIE, Chen et
 * al. 2024, arXiv 2403.10949): the state of a prompt's last token is put in place of a word of another prompt, which asks
 * for it.
 *
 * @param name such as "patchscope"
 * @param measures what is decoded from what, in words
 * @param prompt which asks about the word {@code x}
 * @param samples what is put there, and the word that should be said
 * @param practicums stems of the practicums that rest on it
 */
record InjectionPhenomenon(String name, String measures, String prompt, List<Sample> samples, List<String> practicums)
        implements Phenomenon<Transformer> {
    private static final String PLACEHOLDER = "x";

    /** A prompt whose last token's state is taken, and the word that it stands for. */
    record Sample(String source, String answer) {}

    /** Accuracy for one choice of layers: the state after one is put in before another. */
    private record Cell(int from, int into, double accuracy) {}

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        Transformer model = subject.model();
        Tokens target = model.tokenizer()
                .tokens(Collections.nCopies(samples.size(), prompt).toArray(String[]::new));
        Cell best = best(model, target);
        return List.of(new Measurement(
                name,
                measures + ": state after layer " + best.from + " put in before layer " + best.into
                        + ", the best pair of layers with the state from layer 1 or later",
                best.accuracy,
                "random vectors of the same length",
                accuracy(model, target, best.into, random(states(model, best.from))),
                0.05,
                practicums));
    }

    private Cell best(Transformer model, Tokens target) {
        Cell best = new Cell(-1, -1, -1);
        for (int from = 1; from < model.config().nLayers(); from++) {
            try (Scope scope = Scope.open()) {
                Tensor states = states(model, from);
                for (int into = 0; into < model.config().nLayers(); into++) {
                    double accuracy = accuracy(model, target, into, states);
                    best = accuracy > best.accuracy ? new Cell(from, into, accuracy) : best;
                }
            }
        }
        return best;
    }

    /** The last token's state after a layer, one row per sample [batch, 1, d_model]. */
    private Tensor states(Transformer model, int layer) {
        String[] sources = samples.stream().map(Sample::source).toArray(String[]::new);
        Run run = model.run(model.tokenizer().tokens(sources), Recording.of(HookPoint.RESID_POST));
        return run.get(Hook.residPost(layer)).select(1, -1).unsqueeze(1);
    }

    private static Tensor random(Tensor like) {
        Tensor noise = Tensor.randn(5, like.shape());
        return noise.div(noise.norm(-1).unsqueeze(-1)).mul(like.norm(-1).unsqueeze(-1));
    }

    private double accuracy(Transformer model, Tokens target, int into, Tensor states) {
        try (Scope scope = Scope.open()) {
            int place = target.labels(0).indexOf(PLACEHOLDER);
            Run run = model.run(
                    target, Recording.none(), Hook.residPre(into).at(place).set(states));
            long[] top = run.logits().select(1, -1).argMax(-1).toLongArray();
            int right = 0;
            for (int i = 0; i < top.length; i++) {
                right += model.label(top[i]).equals(samples.get(i).answer) ? 1 : 0;
            }
            return (double) right / top.length;
        }
    }
}
