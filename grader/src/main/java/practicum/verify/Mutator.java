package practicum.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import practicum.build.MutantRun;
import practicum.build.MutantRuns;
import practicum.build.Sessions;
import practicum.source.Practicum;
import practicum.source.Project;

/** Tests a practicum's checks by small mistakes in its solutions, made mechanically. */
public final class Mutator {
    private final Project project;
    private final Sessions patient;
    private final Function<Duration, Sessions> limited;

    /** A mutator whose sessions give a cell all the time that it needs, or a limited one. */
    public Mutator(Project project, Sessions patient, Function<Duration, Sessions> limited) {
        this.project = project;
        this.patient = patient;
        this.limited = limited;
    }

    /** Runs all mutants of a practicum; of some exercises only, where any are named. */
    public MutationReport run(String stem, List<String> exercises) {
        Practicum practicum = project.practicum(stem).variants().get(0);
        exercises.forEach(practicum::exercise);
        List<String> source = lines(stem);
        try (MutantRuns mutants = MutantRuns.of(practicum, patient, limited)) {
            List<MutantRun> runs = mutants.all(exercise -> exercises.isEmpty() || exercises.contains(exercise.id()));
            return new MutationReport(stem, runs, run -> line(run, source));
        }
    }

    /** The code begins after the cell's options, at the first line that is the code's first. */
    private static int line(MutantRun run, List<String> source) {
        String first = run.exercise().code().lines().findFirst().orElse("").strip();
        int begin = run.exercise().line();
        while (begin < source.size() && !source.get(begin).strip().equals(first)) {
            begin++;
        }
        return begin + run.mutant().line();
    }

    private List<String> lines(String stem) {
        try {
            return Files.readAllLines(project.source(stem));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + project.source(stem), e);
        }
    }
}
