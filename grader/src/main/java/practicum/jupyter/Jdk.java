package practicum.jupyter;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Java development kit on this machine.
 *
 * @param home its folder
 * @param version its feature number: 17, 21, 25
 */
public record Jdk(Path home, int version) {
    /** The oldest that the course runs on. */
    public static final int OLDEST = 17;

    /** The one that this program runs on. */
    public static Jdk running() {
        return new Jdk(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /** The program that starts it. */
    public Path java() {
        Path unix = home.resolve("bin/java");
        return Files.exists(unix) ? unix : home.resolve("bin/java.exe");
    }

    /** Whether vendors support this version for years: 17, and every fourth from there. */
    public boolean isLongTerm() {
        return version >= OLDEST && (version - OLDEST) % 4 == 0;
    }

    @Override
    public String toString() {
        return "JDK " + version + " (" + home + ")";
    }
}
