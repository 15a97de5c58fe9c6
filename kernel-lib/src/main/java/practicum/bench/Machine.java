package practicum.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What is measured on. */
final class Machine {
    private Machine() {}

    /** How many programs want a processor at once, in the mean of the last minute; negative where nobody knows. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** The processor's name where the system tells it, the architecture and the system. */
    static String says() {
        return processor() + ", " + cores() + " cores, " + System.getProperty("os.name") + ", Java "
                + System.getProperty("java.version");
    }

    private static String processor() {
        Path file = Path.of("/proc/cpuinfo");
        if (Files.isReadable(file)) {
            try (Stream<String> lines = Files.lines(file)) {
                return lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.replaceFirst("[^:]*:\\s*", ""))
                        .findFirst()
                        .orElse(architecture());
            } catch (IOException e) {
                return architecture();
            }
        }
        return architecture();
    }

    private static String architecture() {
        return String.valueOf(System.getProperty("os.arch"));
    }
}
