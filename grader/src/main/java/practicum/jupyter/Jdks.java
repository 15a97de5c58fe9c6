package practicum.jupyter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the JDKs on this machine by the release file that each carries, without starting any. */
public final class Jdks {
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

    private Jdks() {}

    /** The JDKs that a notebook may run on: the running one first, then the newest long-term one, then the oldest. */
    public static List<Jdk> forKernels() {
        List<Jdk> longTerm = usualPlaces().stream()
                .flatMap(Jdks::under)
                .filter(Jdk::isLongTerm)
                .sorted(Comparator.comparingInt(Jdk::version).reversed())
                .toList();
        return choose(Jdk.running(), longTerm);
    }

    /** Those to use of the long-term ones that are there, newest first; one of each version. */
    static List<Jdk> choose(Jdk running, List<Jdk> longTerm) {
        List<Jdk> chosen = new ArrayList<>(List.of(running));
        longTerm.stream().findFirst().ifPresent(chosen::add);
        longTerm.stream().filter(jdk -> jdk.version() == Jdk.OLDEST).findFirst().ifPresent(chosen::add);
        Set<Integer> versions = new HashSet<>();
        return chosen.stream().filter(jdk -> versions.add(jdk.version())).toList();
    }

    /** The JDK in a folder, if there is one there that has a compiler and JShell. */
    static Optional<Jdk> in(Path home) {
        if (!Files.exists(home.resolve("jmods/jdk.jshell.jmod"))
                && !modules(home).contains("jdk.jshell")) {
            return Optional.empty();
        }
        var version = VERSION.matcher(release(home));
        return version.find()
                ? Optional.of(new Jdk(home, Integer.parseInt(version.group(1)))).filter(jdk -> Files.exists(jdk.java()))
                : Optional.empty();
    }

    private static String modules(Path home) {
        return release(home)
                .lines()
                .filter(line -> line.startsWith("MODULES="))
                .findFirst()
                .orElse("");
    }

    private static String release(Path home) {
        try {
            return Files.readString(home.resolve("release"));
        } catch (IOException e) {
            return "";
        }
    }

    private static List<Path> usualPlaces() {
        Path user = Path.of(System.getProperty("user.home"));
        return List.of(
                Path.of("/usr/lib/jvm"),
                Path.of("/opt/java"),
                Path.of("/Library/Java/JavaVirtualMachines"),
                Path.of("C:\\Program Files\\Java"),
                Path.of("C:\\Program Files\\Eclipse Adoptium"),
                user.resolve(".sdkman/candidates/java"),
                user.resolve(".jdks"));
    }

    private static Stream<Jdk> under(Path place) {
        if (!Files.isDirectory(place)) {
            return Stream.empty();
        }
        try (Stream<Path> folders = Files.list(place)) {
            List<Jdk> found = folders.flatMap(folder -> Stream.of(folder, folder.resolve("Contents/Home")))
                    .flatMap(home -> in(home).stream())
                    .toList();
            return found.stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
