package practicum.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A started process with all its descendants; closed, none of them lives. */
public final class ProcessTree implements AutoCloseable {
    // A sandbox dies with the thread that started it, so that thread must live as long as the grader.
    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "process-starter");
        thread.setDaemon(true);
        return thread;
    });
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Process process;

    private ProcessTree(Process process) {
        this.process = process;
    }

    /** Starts a command. */
    public static ProcessTree start(ProcessBuilder command) throws IOException {
        try {
            return new ProcessTree(STARTER.submit(command::start).get());
        } catch (ExecutionException e) {
            throw new IOException("Cannot start " + command.command().get(0) + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while starting a process", e);
        }
    }

    /** The process at the root. */
    public Process process() {
        return process;
    }

    /** The private memory of all its processes, as the host counts it; 0 where the host does not tell. */
    public long memoryBytes() {
        return members().mapToLong(member -> privateMemory(member.pid())).sum();
    }

    /** The processor time of all its living processes. */
    public Duration processorTime() {
        return members()
                .map(member -> member.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Ends every process at once. */
    @Override
    public void close() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<ProcessHandle> left = members().filter(ProcessHandle::isAlive).toList();
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            left.forEach(ProcessHandle::destroyForcibly);
            pause();
            // Listed again: one of them may have had the time for a child.
            left = Stream.concat(left.stream(), members())
                    .distinct()
                    .filter(ProcessHandle::isAlive)
                    .toList();
        }
    }

    private Stream<ProcessHandle> members() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long privateMemory(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("RssAnon:") || line.startsWith("RssShmem:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}
