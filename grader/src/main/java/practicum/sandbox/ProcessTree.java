package practicum.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

    /** Linux reports times to programs in hundredths of a second, on every machine. */
    private static final int MILLIS_PER_TICK = 10;

    /** Where in a process's status, counted from behind its name, these stand: see proc(5). */
    private static final int STATE = 0;

    private static final int FIRST_TIME = 11;
    private static final int LAST_TIME = 14;
    private static final int THREADS = 17;

    /** A process chooses its own name, which need not be text. */
    private static final Charset ANY_BYTES = StandardCharsets.ISO_8859_1;

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

    /** The processor time of all its living processes and of the children that they have buried. */
    public Duration processorTime() {
        return members().map(ProcessTree::processorTime).reduce(Duration.ZERO, Duration::plus);
    }

    /** The process that was started last and has started none itself: inside a sandbox, the program. */
    Optional<Long> innermost() {
        return process.descendants().map(ProcessHandle::pid).reduce((first, last) -> last);
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
                    .filter(ProcessTree::lives)
                    .toList();
        }
    }

    /**
     * Whether a process can still do anything. One that has ended stays listed until its parent asks for its exit status;
     * whoever inherits the processes of a killed sandbox may take a second over that.
     */
    public static boolean lives(ProcessHandle member) {
        if (!member.isAlive()) {
            return false;
        }
        try {
            String[] fields = fields(member.pid());
            String state = fields[STATE];
            // The first thread of a program may be gone while others work on.
            return !(state.equals("Z") || state.equals("X")) || Integer.parseInt(fields[THREADS]) > 1;
        } catch (IOException e) {
            return member.isAlive();
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

    private static Duration processorTime(ProcessHandle member) {
        try {
            String[] fields = fields(member.pid());
            long ticks = 0;
            for (int field = FIRST_TIME; field <= LAST_TIME; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return Duration.ofMillis(ticks * MILLIS_PER_TICK);
        } catch (IOException e) {
            return member.info().totalCpuDuration().orElse(Duration.ZERO);
        }
    }

    /** A process's status behind its name, which may hold anything. */
    private static String[] fields(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), ANY_BYTES);
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }

    private static long privateMemory(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"), ANY_BYTES)) {
            return lines.filter(line -> line.startsWith("RssAnon:") || line.startsWith("RssShmem:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}
