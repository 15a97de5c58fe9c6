package practicum.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The host's commands that build a sandbox, and who the host says we are. */
final class HostTools {
    private static final int CAP_SYS_ADMIN = 21;

    private HostTools() {}

    /** The command of this name on the search path, followed to the real file. */
    static Optional<Path> find(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + ":/usr/bin:/bin:/usr/sbin:/sbin";
        return Stream.of(path.split(":"))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(HostTools::real)
                .findFirst();
    }

    /** What a command prints when asked for its help; empty when it cannot be run. */
    static String help(Path command) {
        try {
            Process process = new ProcessBuilder(command.toString(), "--help")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** Whether this process is root and may build namespaces without the help of a user namespace. */
    static boolean isPrivilegedRoot() {
        return statusField("Uid").startsWith("0\t")
                && (Long.parseUnsignedLong(statusField("CapEff"), 16) >> CAP_SYS_ADMIN & 1) == 1;
    }

    private static String statusField(String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("0");
        } catch (IOException e) {
            return "0";
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot follow " + path, e);
        }
    }
}
