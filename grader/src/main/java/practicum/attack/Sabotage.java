package practicum.attack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import practicum.runner.Kernel;

/**
 * What must be the same on this host after all attacks as before them: the library that they share, and the processes.
 *
 * @param library a digest of the jars, and of the names, sizes and times of the native libraries
 * @param processes what runs below this process
 */
record Sabotage(String library, Set<Long> processes) {
    static Sabotage state(Kernel kernel) throws IOException {
        Set<Long> running =
                ProcessHandle.current().descendants().map(ProcessHandle::pid).collect(Collectors.toSet());
        return new Sabotage(digest(kernel), running);
    }

    /** What was done since: one outcome for the files and one for the processes. */
    List<Outcome> since(Sabotage before) {
        Set<Long> left = processes.stream()
                .filter(pid -> !before.processes.contains(pid))
                .collect(Collectors.toSet());
        return List.of(
                new Outcome(
                        9,
                        "what all of them have left running",
                        "nothing",
                        left.isEmpty() ? "nothing" : left.size() + " processes",
                        left.isEmpty(),
                        0),
                new Outcome(
                        46,
                        "the library that all of them share",
                        "the same bytes",
                        library.equals(before.library) ? "the same bytes" : "changed",
                        library.equals(before.library),
                        0));
    }

    private static String digest(Kernel kernel) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path jar : kernel.classPath()) {
                try (InputStream in = new DigestInputStream(Files.newInputStream(jar), digest)) {
                    in.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
            TreeMap<String, String> natives = new TreeMap<>();
            try (Stream<Path> files = Files.walk(kernel.natives())) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    natives.put(file.toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
                }
            }
            digest.update(natives.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256, but this one has not.", e);
        }
    }
}
