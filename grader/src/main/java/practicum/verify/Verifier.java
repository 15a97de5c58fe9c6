package practicum.verify;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import practicum.build.Sessions;
import practicum.source.Practicum;
import practicum.source.Problem;
import practicum.source.Project;
import practicum.source.SourceException;

/** Proves that a practicum can be released: reads it, runs its solution, its blank release and all its mistakes. */
public final class Verifier {
    private final Project project;
    private final Supplier<Sessions> sessions;

    /** A verifier of a course; sessions are asked for only when something runs. */
    public Verifier(Project project, Supplier<Sessions> sessions) {
        this.project = project;
        this.sessions = sessions;
    }

    /** Examines several practicums, so many at a time, and hands over what was found in the order of their stems. */
    public void verify(List<String> stems, int jobs, Consumer<Verification> each) {
        var pool = Executors.newFixedThreadPool(jobs);
        try {
            List<Future<Verification>> running =
                    stems.stream().map(stem -> pool.submit(() -> verify(stem))).toList();
            running.forEach(one -> each.accept(await(one)));
        } finally {
            pool.shutdownNow();
        }
    }

    private static Verification await(Future<Verification> running) {
        try {
            return running.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while practicums were verified.", e);
        }
    }

    /** Examines every rule that can be. */
    public Verification verify(String stem) {
        Verification verification = new Verification(stem);
        Practicum practicum;
        try {
            practicum = project.practicum(stem);
        } catch (SourceException e) {
            List<String> problems = e.problems().stream().map(Problem::toString).toList();
            verification.examine(Rule.READABLE, problems.isEmpty() ? List.of(e.getMessage() + "") : problems);
            return verification;
        }
        verification.examine(Rule.READABLE, List.of());
        new StaticRules(project, practicum).examine(verification);
        new RunRules(project, practicum, sessions.get()).examine(verification);
        return verification;
    }
}
