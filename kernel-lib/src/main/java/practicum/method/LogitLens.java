package practicum.method;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.model.ModelConfig;
import practicum.model.ModelException;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * The logit lens: what the model would say if it stopped after each layer.
 *
 * <p>Every block adds to one residual stream, and the unembedding reads that stream at the end. The lens reads it
 * earlier: the stream after a layer, through the final normalisation and the unembedding.
 *
 * <p>Source: nostalgebraist, "interpreting GPT: the logit lens" (2020); it needs {@code hook_resid_pre} of every layer
 * and {@code hook_resid_post} of the last.
 */
public final class LogitLens {
    private LogitLens() {}

    /**
     * The lens on a run of one prompt.
     *
     * @throws practicum.hook.HookException if the run did not record the residual stream
     * @throws ModelException if the run has several prompts: choose one with {@link #of(Run, int)}
     */
    public static LensReading of(Run run) {
        if (run.tokens().batch() != 1) {
            throw new ModelException("A lens reads one prompt, but this run has "
                    + run.tokens().batch() + ": choose one, as in LogitLens.of(run, 0).");
        }
        return of(run, 0);
    }

    /** The lens on one prompt of a run; its padding is left out. */
    public static LensReading of(Run run, int row) {
        return read("Logit lens", run, row, layer -> stream -> stream);
    }

    /** What stands between the stream and the final normalisation after some layers. */
    interface Translation {
        Tensor of(Tensor stream);
    }

    static LensReading read(String lens, Run run, int row, IntFunction<Translation> translations) {
        Transformer model = run.model();
        if (row < 0 || row >= run.tokens().batch()) {
            throw new ModelException("There is no prompt " + row + ": this run has prompts 0–"
                    + (run.tokens().batch() - 1) + ".");
        }
        int from = run.tokens().padding(row);
        int to = run.tokens().length();
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            List<Tensor> rows = new ArrayList<>();
            for (Hook hook : streams(model.config())) {
                Tensor stream = run.get(hook).get(row).narrow(0, from, to);
                Tensor translated = translations.apply(rows.size()).of(stream);
                rows.add(model.unembed(model.lnFinal(translated)));
            }
            Tensor logits = Tensor.stack(0, rows).named("layer", "pos", "d_vocab");
            return new LensReading(lens, model, run.tokens().labels(row).subList(from, to), scope.keep(logits));
        }
    }

    /** The stream before each block, and after the last, as the final normalisation reads it. */
    static List<Hook> streams(ModelConfig config) {
        List<Hook> streams = new ArrayList<>();
        for (int l = 0; l < config.nLayers(); l++) {
            streams.add(Hook.residPre(l));
        }
        int last = config.nLayers() - 1;
        streams.add(
                config.computes(HookPoint.NORMALIZED_RESID_POST)
                        ? Hook.normalizedResidPost(last)
                        : Hook.residPost(last));
        return List.copyOf(streams);
    }
}
