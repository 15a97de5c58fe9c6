package practicum.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.runner.CellOutcome.Status;
import practicum.sandbox.NoSandbox;
import practicum.sandbox.ProcessTree;

final class WatchTest {
    @TempDir
    Path folder;

    @Test
    void aProcessThatCannotBeWatchedIsEnded() throws Exception {
        try (var tree = ProcessTree.start(new ProcessBuilder("sleep", "100"))) {
            // For ever is more nanoseconds than can be counted: the watcher fails at its first look.
            var limits = Limits.standard().withProcess(ChronoUnit.FOREVER.getDuration());
            var watch = Watch.over(tree, new NoSandbox(folder), limits);
            assertThat(tree.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(watch.ending())
                    .isEqualTo(new Ending(Status.KERNEL_DIED, "The process could not be watched, and was ended."));
        }
    }
}
