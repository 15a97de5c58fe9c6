package practicum.bench;

import java.util.List;
import practicum.hook.HookPoint;
import practicum.method.ActivationPatching;
import practicum.method.PatchingScores;
import practicum.model.Metric;
import practicum.model.Recording;
import practicum.model.Transformer;
import practicum.token.Tokens;

/**
 * Activation patching everywhere. Naively, one whole run for each patch. The two prompts differ at every position, so that
 * no patch can be left out because it changes nothing.
 */
record SweepCases(Subject subject) {
    List<BenchCase> all() {
        int layers = subject.model().config().nLayers();
        int length = subject.sizes().sweepPrompt();
        int heads = subject.model().config().nHeads();
        ActivationPatching patching = patching(length);
        return List.of(
                BenchCase.of("patch sweep " + layers + "×" + length, () -> numbers(patching.residPre()))
                        .aiming(Aim.fasterThanNaiveBy(7))
                        .naively(() -> numbers(patching.plainly().residPre())),
                BenchCase.of("head sweep " + layers + "×" + heads, () -> numbers(patching.byHead(HookPoint.Z)))
                        .aiming(Aim.fasterThanNaiveBy(6))
                        .naively(() -> numbers(patching.plainly().byHead(HookPoint.Z))));
    }

    private ActivationPatching patching(int length) {
        Transformer model = subject.model();
        Tokens clean = subject.tokens(1, length, 1);
        Tokens corrupted = subject.tokens(1, length, 2);
        return ActivationPatching.of(
                model.run(clean, Recording.none()),
                model.run(corrupted, Recording.none()),
                Metric.logitDiff(clean.row(0)[0], clean.row(0)[1]));
    }

    private static float[] numbers(PatchingScores scores) {
        return scores.metric().toFloatArray();
    }
}
