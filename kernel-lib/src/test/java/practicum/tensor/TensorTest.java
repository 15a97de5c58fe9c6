package practicum.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TensorTest {
    private final Tensor a = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

    @Test
    void arithmeticBroadcasts() {
        assertThat(a.add(Tensor.of(10, 20, 30)).toFloatArray()).containsExactly(11, 22, 33, 14, 25, 36);
        assertThat(a.mul(2).sub(1).toFloatArray()).containsExactly(1, 3, 5, 7, 9, 11);
    }

    @Test
    void einsumEqualsTheMatrixProduct() {
        assertThat(Tensor.einsum("ij,kj->ik", a, a).toFloatArray()).containsExactly(14, 32, 32, 77);
        assertThat(a.matMul(a.t()).toFloatArray()).containsExactly(14, 32, 32, 77);
    }

    @Test
    void indicesCountFromTheEndToo() {
        assertThat(a.get(-1).toFloatArray()).containsExactly(4, 5, 6);
        assertThat(a.item(0, -1)).isEqualTo(3);
        assertThat(a.narrow(1, 1, 3).toFloatArray()).containsExactly(2, 3, 5, 6);
        assertThat(a.take(1, -1, 0).toFloatArray()).containsExactly(3, 1, 6, 4);
    }

    @Test
    void softmaxRowsSumToOne() {
        assertThat(a.softmax(-1).sum(-1).toFloatArray()).containsExactly(new float[] {1, 1}, within(1e-6f));
        assertThat(a.logSoftmax(-1).exp().sum(-1).toFloatArray()).containsExactly(new float[] {1, 1}, within(1e-6f));
    }

    @Test
    void namesFollowTheirAxes() {
        Tensor x = Tensor.zeros(2, 3, 4).named("batch", "pos", "d_model");
        assertThat(x).hasToString("Tensor[batch=2, pos=3, d_model=4] float32");
        assertThat(x.select(1, 0).axes()).containsExactly("batch", "d_model");
        assertThat(x.permute(2, 0, 1).axes()).containsExactly("d_model", "batch", "pos");
        assertThat(x.sum(-1).axes()).containsExactly("batch", "pos");
        assertThat(x.add(x).axes()).containsExactly("batch", "pos", "d_model");
    }

    @Test
    void whatDoesNotFitIsAnErrorThatNamesTheShapes() {
        assertThatThrownBy(() -> a.matMul(a))
                .isInstanceOf(TensorException.class)
                .hasMessageContaining("Tensor[2, 3]")
                .hasMessageContaining("other.t()");
        assertThatThrownBy(() -> a.add(Tensor.of(1, 2))).hasMessageContaining("Tensor[2, 3]");
        assertThatThrownBy(() -> a.get(2)).hasMessageContaining("runs from 0 to 1");
        assertThatThrownBy(() -> a.reshape(4, 2)).isInstanceOf(TensorException.class);
        assertThatThrownBy(() -> a.item()).hasMessageContaining("one value");
        assertThatThrownBy(() -> Tensor.of(new float[3], 2, 2)).hasMessageContaining("do not fill");
    }

    @Test
    void aScopeFreesWhatItIsNotToldToKeep() {
        Tensor kept;
        Tensor dropped;
        try (Scope scope = Scope.open()) {
            dropped = a.add(1);
            kept = scope.keep(dropped.mul(2));
        }
        assertThat(kept.item(0, 0)).isEqualTo(4);
        assertThatThrownBy(dropped::toFloatArray).hasMessageContaining("freed when its Scope closed");
    }

    @Test
    void tensorsThatNothingRefersToAreFreed() {
        long before = NativeMemory.liveBytes();
        for (int i = 0; i < 2000; i++) {
            Tensor.zeros(256, 1024); // 1 MB each, 2 GB in all
        }
        assertThat(NativeMemory.liveBytes() - before).isLessThan(800L << 20);
    }

    @Test
    void gradientsReachTensorsThatAreNotLeaves() {
        try (GradMode on = GradMode.on()) {
            Tensor w = Tensor.of(1, -2, 3).requiresGrad();
            Tensor h = w.mul(3);
            Tensor y = h.mul(h).mul(w).sum(); // 9 w³
            List<Tensor> g = Autograd.grad(y, List.of(h, w), true);
            assertThat(g.get(0).toFloatArray()).containsExactly(6, 24, 54); // 2 h w = 6 w²
            assertThat(g.get(1).toFloatArray()).containsExactly(27, 108, 243); // 27 w²
            Tensor second = Autograd.grad(g.get(1).sum(), List.of(w)).get(0);
            assertThat(second.toFloatArray()).containsExactly(54, -108, 162); // 54 w
        }
    }

    /** A view must outlive the tensor it looks at, and a graph the numbers it was made with. */
    @Test
    void viewsAndGraphsKeepTheirMemory() {
        List<Tensor> views = new ArrayList<>();
        List<Tensor> losses = new ArrayList<>();
        Tensor w = Tensor.of(1, 2, 3).requiresGrad();
        try (GradMode on = GradMode.on()) {
            for (int i = 0; i < 2000; i++) {
                views.add(Tensor.of(new float[] {i, i, i, i}).reshape(2, 2).t());
                losses.add(w.mul(i).mul(Tensor.of(i, 2, 3)).sum());
            }
        }
        for (int round = 0; round < 3; round++) {
            System.gc();
            views.add(Tensor.randn(round, 1000, 100)); // memory that was freed would be used again
        }
        for (int i = 0; i < 2000; i++) {
            assertThat(views.get(i).toFloatArray()).containsOnly(i);
            assertThat(Autograd.grad(losses.get(i), List.of(w)).get(0).toFloatArray())
                    .containsExactly((float) i * i, 2 * i, 3 * i);
        }
    }

    @Test
    void gradModeIsRestored() throws InterruptedException {
        Thread thread = new Thread(() -> {
            try (GradMode off = GradMode.off()) {
                Tensor x = Tensor.of(2).requiresGrad();
                Tensor y = x.mul(x).sum();
                assertThatThrownBy(() -> Autograd.grad(y, List.of(x))).isInstanceOf(TensorException.class);
            }
            Tensor x = Tensor.of(2).requiresGrad();
            assertThat(Autograd.grad(x.mul(x).sum(), List.of(x)).get(0).item()).isEqualTo(4);
        });
        Throwable[] failure = new Throwable[1];
        thread.setUncaughtExceptionHandler((t, e) -> failure[0] = e);
        thread.start();
        thread.join();
        assertThat(failure[0]).isNull();
    }

    @Test
    void aTensorKnowsWhetherGradientsCanBeTakenThroughIt() {
        try (GradMode on = GradMode.on()) {
            Tensor leaf = Tensor.of(1.0, 2.0).requiresGrad();
            assertThat(leaf.isDifferentiable()).isTrue();
            assertThat(leaf.mul(2).add(leaf).isDifferentiable()).isTrue();
            assertThat(leaf.mul(2).detach().isDifferentiable()).isFalse();
            assertThat(Tensor.of(1.0).mul(2).isDifferentiable()).isFalse();
        }
    }

    @Test
    void gradientsGoThroughJoiningOnePart() {
        try (GradMode on = GradMode.on()) {
            Tensor x = Tensor.of(1, 2, 3).requiresGrad();
            Tensor y = Tensor.concat(0, List.of(x.mul(2)))
                    .sum()
                    .add(Tensor.stack(0, List.of(x.mul(3))).sum());
            assertThat(Autograd.grad(y, List.of(x)).get(0).toFloatArray()).containsExactly(5, 5, 5);
        }
    }
}
