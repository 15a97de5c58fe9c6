package practicum.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import practicum.source.Cell;
import practicum.source.Practicum;

/** Builds the release of one practicum: runs its solution and its mistakes, then its solution once more as a student. */
public final class ReleaseBuild {
    private final Sessions sessions;

    /** A build whose cells run in processes of these sessions. */
    public ReleaseBuild(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * The release.
     *
     * <p>The second run of the solution has the new expectations beside it, so that its outputs show the verdicts, and it
     * must hand over the first run's answers.
     *
     * @throws BuildException where the solution fails, or answers differently the second time
     */
    public Release of(Practicum practicum) {
        try (ScratchFolder folder = ScratchFolder.create()) {
            Rehearsal rehearsal = Rehearsal.of(practicum, sessions, folder.path());
            String expected = Sidecar.of(rehearsal).toJson();
            Path file = folder.path().resolve("expected").resolve(practicum.stem() + ".json");
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
            Run run = performance(rehearsal, folder.path());
            return new Release(Release.student(practicum), expected, Release.solution(practicum, run, expected));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to the folder for temporary files.", e);
        }
    }

    private Run performance(Rehearsal rehearsal, Path folder) {
        Practicum practicum = rehearsal.practicum();
        Run run = Rehearsal.complete(practicum, sessions, folder);
        for (Cell.Check check : practicum.checks()) {
            if (!rehearsal.passes(check, run.answers())) {
                throw new BuildException(practicum.file() + ":" + check.line() + ": the solution answers \""
                        + check.answer() + "\" differently each time it runs. Give its randomness a seed.");
            }
        }
        return run;
    }
}
