package practicum.attack;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import practicum.check.AnswerKey;
import practicum.check.AnswerKeyJson;
import practicum.grade.Confinement;
import practicum.runner.Kernel;
import practicum.sandbox.Bubblewrap;
import practicum.sandbox.ProbeReport;
import practicum.sandbox.ProcessTree;

/** Another grader on this machine, in a process of its own, at work on the same class. */
final class Rival implements AutoCloseable {
    private final ProcessTree tree;
    private final Path said;

    private Rival(ProcessTree tree, Path said) {
        this.tree = tree;
        this.said = said;
    }

    /** Grades a class in the sandbox of this host; the arguments are what {@link #start} gives. */
    public static void main(String[] arguments) throws IOException {
        var paths = Arrays.stream(arguments).map(Path::of).toList();
        var sandbox = Bubblewrap.find().orElseThrow();
        var confinement = new Confinement(Optional.of(sandbox), new ProbeReport(sandbox.description(), List.of(), ""));
        var kernel = Kernel.of(paths.subList(4, paths.size()), paths.get(2));
        AnswerKey key = AnswerKeyJson.read(Files.readString(paths.get(3)));
        try (var range = Range.knowing(key, kernel, confinement)) {
            range.grade(paths.get(0), paths.get(1), "", 1);
        }
    }

    /** Starts one. */
    static Rival start(Range range, Path inbox, Path out) throws IOException {
        Path key = Files.writeString(
                Files.createTempFile(range.folder(), "key", ".json"), AnswerKeyJson.write(range.key()));
        Path said = Files.createTempFile(range.folder(), "said", ".txt");
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Rival.class.getName()));
        Stream.concat(Stream.of(inbox, out, range.kernel().natives(), key), range.kernel().classPath().stream())
                .map(path -> path.toAbsolutePath().toString())
                .forEach(command::add);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        return new Rival(ProcessTree.start(builder), said);
    }

    boolean isAlive() {
        return tree.process().isAlive();
    }

    /** Waits until it has ended; what it said where it failed, and nothing where it did not. */
    Optional<String> failure() throws IOException {
        try {
            return tree.process().waitFor() == 0
                    ? Optional.empty()
                    : Optional.of(Files.readString(said, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Kills it as {@code kill -9} does, and only it; what it had started. */
    List<ProcessHandle> kill() {
        List<ProcessHandle> started = tree.process().descendants().toList();
        tree.process().destroyForcibly();
        return started;
    }

    /** Those of some processes that still live after a time that is ample for dying. */
    static long left(List<ProcessHandle> processes) throws IOException {
        try {
            for (int look = 0; look < 100 && processes.stream().anyMatch(ProcessTree::lives); look++) {
                Thread.sleep(50);
            }
            return processes.stream().filter(ProcessTree::lives).count();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        tree.close();
    }
}
