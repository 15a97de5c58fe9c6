package practicum.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import practicum.load.Models;
import practicum.notebook.ChildJava;

/** A student never closes anything: the memory of runs whose results are dropped is used again. */
class MemoryFlatTest {
    private static final int RUNS = 10_000;
    private static final int EVERY = 50;
    /** The compiler and the allocator take some megabytes when they like; a tenth of what 5,000 runs record is a hundred. */
    private static final double GROWTH = 0.1;

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "resident memory is read from /proc, which only Linux has")
    void tenThousandDroppedRunsLeaveMemoryFlat() throws Exception {
        ProcessBuilder child = ChildJava.withHeap("96m", Loop.class);
        child.environment().put("OMP_NUM_THREADS", "1");
        Process process = child.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        double[] megabytes =
                process.inputReader().lines().mapToDouble(Double::parseDouble).toArray();
        assertThat(process.waitFor()).isZero();
        assertThat(megabytes).hasSize(RUNS / EVERY);

        double early = mean(megabytes, 1);
        double late = mean(megabytes, 3);
        assertThat(late - early)
                .as("growth of resident memory in MB from " + early + ": " + Arrays.toString(megabytes))
                .isLessThan(Math.min(64, GROWTH * early));
    }

    private static double mean(double[] values, int quarter) {
        int length = values.length / 4;
        return Arrays.stream(values, quarter * length, (quarter + 1) * length)
                .average()
                .orElseThrow();
    }

    /** Runs the shipped model with everything recorded, and prints the resident megabytes now and then. */
    static final class Loop {
        private Loop() {}

        public static void main(String[] args) throws IOException {
            Transformer model = Models.load("world");
            for (int i = 1; i <= RUNS; i++) {
                if (model.run("John Summers").hooks().isEmpty()) {
                    throw new IllegalStateException("nothing was recorded");
                }
                if (i % EVERY == 0) {
                    String pages = Files.readString(Path.of("/proc/self/statm")).split(" ")[1];
                    System.out.println(Long.parseLong(pages) * 4096.0 / (1 << 20));
                }
            }
        }
    }
}
