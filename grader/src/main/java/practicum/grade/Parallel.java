package practicum.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import practicum.runner.Limits;

/** How many submissions this machine can run at a time. */
public final class Parallel {
    private static final Path MEMORY = Path.of("/proc/meminfo");

    private Parallel() {}

    /** One for two processors, and no more than fit into the memory that is free, each at its limit. */
    public static int jobs(Limits limits) {
        int processors = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        return jobs(processors, availableBytes(), limits.resources().memoryBytes());
    }

    static int jobs(int processors, long available, long each) {
        return (int) Math.max(1, Math.min(processors, available / each));
    }

    /** The memory that programs can have without others being put out; where it is not known, no bound. */
    private static long availableBytes() {
        try {
            return Files.readAllLines(MEMORY).stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(kibibytes -> Long.parseLong(kibibytes) << 10)
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
