package practicum.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final AtomicLong clock = new AtomicLong();
    private final List<ProgressState> seen = new ArrayList<>();

    @Test
    void showsAtMostOneStateAnInterval() {
        try (var progress = start(1000)) {
            for (int i = 0; i < 1000; i++) {
                pass(Duration.ofMillis(10));
                progress.advance(1);
            }
        }
        assertThat(seen).as("10 s at one state in 200 ms, and the last").hasSize(51);
        assertThat(seen.get(50).complete()).isTrue();
        assertThat(seen.get(50).done()).isEqualTo(1000);
    }

    @Test
    void showsNothingOfWhatIsOverAtOnce() {
        try (var progress = start(3)) {
            progress.advance(3);
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void tellsRateAndRemainingTime() {
        try (var progress = start(100)) {
            pass(Duration.ofSeconds(10));
            progress.advance(25);
            ProgressState state = seen.get(0);
            assertThat(state.rate()).isEqualTo(2.5);
            assertThat(state.remaining()).contains(Duration.ofSeconds(30));
            assertThat(state.details()).isEqualTo("25 %, 25 of 100, 2.5/s, 30 s left");
        }
        assertThat(seen.get(1).details()).isEqualTo("25 %, 25 of 100, 2.5/s, stopped after 10 s");
    }

    @Test
    void countsWhereTheTotalIsUnknown() {
        try (var progress = start(0)) {
            pass(Duration.ofSeconds(1));
            progress.advance(1500);
            progress.note("loss 2.31");
        }
        assertThat(seen.get(0).fraction()).isEmpty();
        assertThat(seen.get(1).details()).isEqualTo("1,500, 1,500/s, done in 1 s, loss 2.31");
    }

    @Test
    void countsBytesAndLeavesWhatWasThereBeforeOutOfTheRate() {
        try (var progress =
                new Progress("Files", 1_500_000_000L, ProgressUnit.BYTES, 500_000_000L, sink(), clock::get)) {
            pass(Duration.ofSeconds(10));
            progress.advance(250_000_000L);
            assertThat(seen.get(0).details()).isEqualTo("50 %, 0.8 of 1.5 GB, 25.0 MB/s, 30 s left");
            pass(Duration.ofSeconds(10));
            progress.setBack(750_000_000L);
            assertThat(seen.get(1).details())
                    .as("nothing is left, not even what was there before")
                    .isEqualTo("0 %, 0.0 of 1.5 GB");
            pass(Duration.ofSeconds(10));
            progress.advance(300_000L);
            assertThat(seen.get(2).details()).startsWith("0 %, 0.0 of 1.5 GB, 10.0 kB/s, ");
        }
    }

    @Test
    void drawsOneLineOnATerminalAndManyInALog() {
        assertThat(drawn(new TerminalSink(out())))
                .startsWith("\r")
                .containsOnlyOnce("\n")
                .contains("█", "done in 2 s\n");
        bytes.reset();
        assertThat(drawn(new LogSink(out())))
                .as("2 s are too short for a log line")
                .isEmpty();
    }

    @Test
    void aComputationInsideAnotherOneSharesItsLine() {
        TerminalSink sink = new TerminalSink(out());
        try (var outer = new Progress("Outer", 2, sink, clock::get)) {
            pass(Duration.ofMillis(500));
            outer.advance(1);
            try (var inner = new Progress("Inner", 4, sink, clock::get)) {
                pass(Duration.ofMillis(500));
                inner.advance(1);
            }
            pass(Duration.ofMillis(500));
            outer.advance(1);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("Outer 50 % › Inner  ")
                .containsOnlyOnce("\n")
                .endsWith("done in 2 s\n");
    }

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private PrintStream out() {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String drawn(ProgressSink sink) {
        try (var progress = new Progress("Work", 4, sink, clock::get)) {
            for (int i = 0; i < 4; i++) {
                pass(Duration.ofMillis(500));
                progress.advance(1);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    private Progress start(long total) {
        return new Progress("Work", total, sink(), clock::get);
    }

    private ProgressSink sink() {
        return () -> new ProgressSink.ProgressView() {
            @Override
            public Duration interval() {
                return Duration.ofMillis(200);
            }

            @Override
            public void show(ProgressState state) {
                seen.add(state);
            }
        };
    }
}
