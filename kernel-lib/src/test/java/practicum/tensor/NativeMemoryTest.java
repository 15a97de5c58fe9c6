package practicum.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NativeMemoryTest {
    private static final long MB = 1 << 20;

    /** Waits until nothing of earlier tests is left to be freed, or to be reused without asking the system. */
    @BeforeEach
    void settle() throws InterruptedException {
        NativeMemory.release(List.of(Tensor.ones(1))); // PyTorch is loaded
        long before;
        do {
            before = NativeMemory.liveBytes();
            System.gc();
            Thread.sleep(50);
        } while (NativeMemory.liveBytes() != before);
        NativeMemory.trim();
    }

    @Test
    void memoryCountsOnceHoweverManyLookAtItAndUntilTheLastIsFreed() {
        long before = NativeMemory.liveBytes();
        Tensor base = Tensor.zeros(16, 1 << 20); // 64 MB
        List<Tensor> views = List.of(
                base.named("row", "column"),
                base.narrow(0, 1, 3),
                base.select(0, 4),
                base.t(),
                base.unsqueeze(0),
                base.detach(),
                base.reshape(-1),
                base.expand(5, 16, 1 << 20));
        assertThat(NativeMemory.liveBytes() - before).isEqualTo(64 * MB);
        NativeMemory.release(List.of(base));
        assertThat(NativeMemory.liveBytes() - before).isEqualTo(64 * MB);
        assertThat(views.get(2).sum().item()).isZero();
        NativeMemory.release(views);
        assertThat(NativeMemory.liveBytes() - before).isLessThan(MB);
    }

    @Test
    void aReshapeThatHadToCopyCountsItsCopy() {
        long before = NativeMemory.liveBytes();
        Tensor base = Tensor.zeros(1 << 10, 1 << 14); // 64 MB
        Tensor copy = base.t().reshape(-1);
        assertThat(NativeMemory.liveBytes() - before).isEqualTo(128 * MB);
        NativeMemory.release(List.of(base, copy));
    }

    @Test
    void whatWasReleasedCannotBeRead() {
        Tensor x = Tensor.ones(3);
        NativeMemory.release(List.of(x));
        assertThatThrownBy(x::toFloatArray).isInstanceOf(TensorException.class).hasMessageContaining("freed");
        assertThatCode(() -> NativeMemory.release(List.of(x))).doesNotThrowAnyException();
    }

    @Test
    void aLargeReleaseGoesBackToTheSystem() throws IOException {
        Path statm = Path.of("/proc/self/statm");
        assumeTrue(Files.exists(statm), "resident memory is read from /proc, which only Linux has");
        List<Tensor> cache =
                IntStream.range(0, 512).mapToObj(i -> Tensor.ones(1 << 18)).toList(); // 1 MB each
        long full = residentBytes(statm);
        NativeMemory.release(cache);
        assertThat(full - residentBytes(statm)).isGreaterThan(400 * MB);
    }

    @Test
    void whatWasDroppedGoesBackToTheSystemWhenTheProgramRests() throws Exception {
        Path statm = Path.of("/proc/self/statm");
        assumeTrue(Files.exists(statm), "resident memory is read from /proc, which only Linux has");
        long before = residentBytes(statm);
        dropTensors(512);
        for (int i = 0; i < 100 && residentBytes(statm) - before > 100 * MB; i++) {
            System.gc();
            Thread.sleep(100);
        }
        assertThat(residentBytes(statm) - before).isLessThan(100 * MB);
    }

    private static void dropTensors(int megabytes) {
        List<Tensor> cache = IntStream.range(0, megabytes)
                .mapToObj(i -> Tensor.ones(1 << 18))
                .toList();
        assertThat(cache).hasSize(megabytes);
    }

    @Test
    void whatDoesNotFitTheBudgetIsAnErrorBeforeItIsMade() {
        long budget = NativeMemory.budgetBytes();
        assertThatCode(() -> NativeMemory.require(budget / 2, "A run")).doesNotThrowAnyException();
        assertThatThrownBy(() -> NativeMemory.require(budget + MB, "A run with everything recorded"))
                .isInstanceOf(TensorException.class)
                .hasMessageStartingWith("A run with everything recorded needs ")
                .hasMessageContaining(
                        "of the budget of " + String.format(java.util.Locale.ROOT, "%,d MB", budget >> 20))
                .hasMessageContaining("record fewer hooks")
                .hasMessageContaining("-Dpracticum.tensor.budget");
        assertThatThrownBy(() -> NativeMemory.require(Long.MAX_VALUE, "A run")).isInstanceOf(TensorException.class);
    }

    private static long residentBytes(Path statm) throws IOException {
        return Long.parseLong(Files.readString(statm).split(" ")[1]) * 4096;
    }
}
