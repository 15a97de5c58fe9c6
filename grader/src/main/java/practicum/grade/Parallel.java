package practicum.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import practicum.progress.Progress;
import practicum.runner.Limits;

/** Several submissions at a time: how many this machine can run, and running them. */
public final class Parallel {
    private static final Path MEMORY = Path.of("/proc/meminfo");

    private Parallel() {}

    /** One for two processors, and no more than fit into the memory that is free, each at its limit. */
    public static int jobs(Limits limits) {
        int processors = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        return jobs(processors, availableBytes(), limits.resources().memoryBytes());
    }

    /**
     * Does something with each of many, some at a time. What goes wrong with one stops none of the others.
     *
     * @param task what is done, in words for whoever waits
     * @param name whose it is
     * @return what went wrong, in order, each with its name; empty where nothing did
     */
    static <T> List<String> each(String task, List<T> all, int jobs, Function<T, String> name, Consumer<T> work) {
        var pool = Executors.newFixedThreadPool(jobs);
        try (var progress = Progress.start(task, all.size())) {
            List<Future<?>> running = new ArrayList<>();
            for (T one : all) {
                running.add(pool.submit(() -> {
                    work.accept(one);
                    progress.advance(1);
                }));
            }
            List<String> failures = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                String who = name.apply(all.get(i));
                failure(running.get(i)).ifPresent(why -> failures.add(who + ", " + why));
            }
            return failures;
        } finally {
            pool.shutdownNow();
        }
    }

    private static Optional<String> failure(Future<?> done) {
        try {
            done.get();
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GradeException("Grading was interrupted. What is graded so far is kept; run it again.");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return Optional.of(String.valueOf(cause instanceof GradeException ? cause.getMessage() : cause));
        }
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
