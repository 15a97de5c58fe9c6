package practicum.grade;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Optional;

/** How busy this machine is. */
public final class MachineLoad {
    private MachineLoad() {}

    /** A remark where more is to do than there are processors; nothing where there are enough. */
    public static Optional<String> words() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return words(system.getSystemLoadAverage(), system.getAvailableProcessors());
    }

    static Optional<String> words(double load, int processors) {
        return load <= processors
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "This machine is busy: %.1f processes for %d processors, so that time limits strike early",
                        load,
                        processors));
    }
}
