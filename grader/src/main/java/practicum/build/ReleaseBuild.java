package practicum.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
            Map<String, String> expected = new LinkedHashMap<>();
            Path expectations = Files.createDirectories(folder.path().resolve("expected"));
            Run first = null;
            Rehearsals rehearsals = Rehearsals.inSight(sessions);
            for (Practicum variant : practicum.variants()) {
                Rehearsal rehearsal = rehearsals.of(variant, folder.path());
                String text = Sidecar.of(rehearsal).toJson();
                expected.put(variant.expectedName(), text);
                Files.writeString(expectations.resolve(variant.expectedName() + ".json"), text);
                Run run = performance(rehearsal, folder.path());
                first = first == null ? run : first;
            }
            String solution =
                    Release.solution(practicum, Objects.requireNonNull(first), String.join("", expected.values()));
            String shown =
                    Objects.requireNonNull(expected.remove(practicum.in(0).expectedName()));
            return new Release(Release.student(practicum), shown, solution, expected);
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
