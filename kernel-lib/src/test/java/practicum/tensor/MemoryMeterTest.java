package practicum.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryMeterTest {
    private static final long KILOBYTE = 1024;

    @Test
    void countsWhatIsHeldAndTheMostThatWas() {
        try (MemoryMeter meter = MemoryMeter.open()) {
            Tensor kept = Tensor.zeros(256);
            Tensor freed = Tensor.zeros(512);
            NativeMemory.release(List.of(freed));
            assertThat(kept.shape()).containsExactly(256);
            assertThat(meter.heldBytes()).isEqualTo(KILOBYTE);
            assertThat(meter.peakBytes()).isEqualTo(3 * KILOBYTE);
        }
    }

    @Test
    void anotherThreadDoesNotCount() throws InterruptedException {
        try (MemoryMeter meter = MemoryMeter.open()) {
            Tensor[] other = new Tensor[1];
            Thread thread = new Thread(() -> other[0] = Tensor.zeros(256));
            thread.start();
            thread.join();
            assertThat(other[0].shape()).containsExactly(256);
            assertThat(meter.peakBytes()).isZero();
        }
    }

    @Test
    void twoOnOneThreadAreAnError() {
        try (MemoryMeter meter = MemoryMeter.open()) {
            assertThatThrownBy(MemoryMeter::open)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("close that meter first");
            assertThat(meter.heldBytes()).isZero();
        }
    }
}
