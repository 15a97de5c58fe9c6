package practicum.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import practicum.hook.Hook;
import practicum.load.Models;
import practicum.tensor.Autograd;
import practicum.tensor.GradMode;
import practicum.tensor.Tensor;

/** PyTorch keeps the grad mode for each thread, and a new thread records: a run must not depend on it or leave it changed. */
class ConcurrentRunsTest {
    private static final int THREADS = 4;
    private static final String PROMPT = "John Summers lives in";

    private final Transformer model = Models.load("world");

    @Test
    void runsOnSeveralThreadsAtOnceGiveTheSameBits() throws Exception {
        float[] logits = model.run(PROMPT).logits().toFloatArray();
        float[] pattern = model.run(PROMPT).get(Hook.pattern(1)).toFloatArray();
        float[] ablated = model.run(PROMPT, Hook.z(3).head(1).ablate()).logits().toFloatArray();
        onFreshThreads(thread -> {
            for (int i = 0; i < 25; i++) {
                Run run = model.run(PROMPT);
                assertThat(run.logits().toFloatArray()).isEqualTo(logits);
                assertThat(run.get(Hook.pattern(1)).toFloatArray()).isEqualTo(pattern);
                assertThat(model.run(PROMPT, Hook.z(3).head(1).ablate())
                                .logits()
                                .toFloatArray())
                        .isEqualTo(ablated);
            }
            return true;
        });
    }

    @Test
    void aRunNeedsNoGraphAndLeavesItsThreadAsItFoundIt() throws Exception {
        onFreshThreads(thread -> {
            boolean recording = thread % 2 == 0;
            try (GradMode mode = recording ? GradMode.on() : GradMode.off()) {
                Tensor logits = model.run(PROMPT).logits();
                assertThat(logits.array().hasGradient()).isFalse();
                assertThat(isRecording()).isEqualTo(recording);
            }
            return true;
        });
    }

    @Test
    void aRunThatFailsLeavesItsThreadAsItFoundIt() throws Exception {
        onFreshThreads(thread -> {
            try (GradMode on = GradMode.on()) {
                try {
                    model.run(practicum.token.Tokens.ofIds(new long[] {-1}));
                } catch (ModelException expected) {
                    assertThat(isRecording()).isTrue();
                    return true;
                }
            }
            throw new AssertionError("an id of −1 was run");
        });
    }

    private static boolean isRecording() {
        Tensor x = Tensor.of(3).requiresGrad();
        Tensor y = x.mul(x).sum();
        try {
            return Autograd.grad(y, List.of(x)).get(0).item() == 6;
        } catch (practicum.tensor.TensorException e) {
            return false;
        }
    }

    private interface Work {
        boolean on(int thread) throws Exception;
    }

    /** Runs the work on fresh threads at once and passes on what any of them throws. */
    private static void onFreshThreads(Work work) throws Exception {
        List<FutureTask<Boolean>> tasks = new ArrayList<>();
        for (int thread : IntStream.range(0, THREADS).toArray()) {
            Callable<Boolean> call = () -> work.on(thread);
            FutureTask<Boolean> task = new FutureTask<>(call);
            new Thread(task, "run " + thread).start();
            tasks.add(task);
        }
        for (FutureTask<Boolean> task : tasks) {
            assertThat(task.get()).isTrue();
        }
    }
}
