package practicum.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import practicum.build.Rehearsals;
import practicum.check.AnswerKey;
import practicum.check.Grading;
import practicum.check.KeyCache;
import practicum.grade.Batch;
import practicum.grade.Confinement;
import practicum.grade.Grader;
import practicum.grade.Inputs;
import practicum.grade.Lateness;
import practicum.jupyter.NativeLibraries;
import practicum.release.ReleaseRecords;
import practicum.runner.CellRunner;
import practicum.runner.Kernel;
import practicum.runner.Limits;
import practicum.source.Practicum;
import practicum.source.Project;

/**
 * Everything between a notebook and its verdict, set up for one practicum on this machine.
 *
 * @param practicum what is graded
 * @param processes where cells run
 * @param keys what is expected in each of its variants
 * @param grader what makes verdicts
 * @param inputs what these follow from
 * @param place where cells run, in words
 * @param limits what a submission may use up
 */
record GradingChain(
        Practicum practicum,
        Supplier<CellRunner> processes,
        Function<Practicum, AnswerKey> keys,
        Grader grader,
        Inputs inputs,
        String place,
        Limits limits) {
    /**
     * How many times as long as a submission the course's own code may take for the key: on a busy machine it must not
     * be cut short, and what it may work stays as it is.
     */
    private static final int PATIENCE = 6;

    /**
     * The chain of a practicum; the key is computed where it is not known.
     *
     * @param cell how long one cell may run
     * @param twice whether every submission runs twice
     * @param unsafe whether a machine that cannot protect itself is accepted
     */
    static GradingChain of(Project project, String stem, Duration cell, boolean twice, boolean unsafe) {
        var practicum = project.practicum(stem);
        new NativeLibraries(project).unpack();
        var confinement = Confinement.probe(project.nativeDir(), List.of(project.solutions()));
        confinement.require(unsafe);
        var limits = Limits.standard().withCell(cell);
        Path kept = project.root().resolve(".practicum/cache");
        var kernel = Kernel.of(project.kernelClassPath(), project.nativeDir());
        var quickened = confinement.quickened(kernel, limits, kept);
        var processes = confinement.processes(quickened, limits);
        var patient = confinement.processes(quickened, limits.withWall(PATIENCE));
        var cache = new KeyCache(kept, project.kernelClassPath());
        var known = new LinkedHashMap<Practicum, AnswerKey>();
        var rehearsals = Rehearsals.forKeys(folder -> patient.get());
        for (Practicum variant : practicum.variants()) {
            known.put(variant, cache.get(variant, () -> AnswerKey.of(rehearsals.of(variant, Path.of("")))));
        }
        Function<Practicum, AnswerKey> keys = variant -> Objects.requireNonNull(known.get(variant));
        var grader = new Grader(
                practicum,
                (student, each) -> {
                    var grading = Grading.of(practicum, keys, each).of(student);
                    return twice ? grading.twice() : grading;
                },
                processes,
                confinement.flag(),
                Optional.of(new ReleaseRecords(project)));
        String place = confinement.flag().map(Object::toString).orElse("confined");
        String words = cell.toSeconds() + " s a cell" + (twice ? Inputs.TWICE : "");
        var inputs = Inputs.of(practicum, known.values(), project.kernelClassPath(), words);
        return new GradingChain(practicum, processes, keys, grader, inputs, place, limits);
    }

    Batch batch(Lateness lateness, int jobs) {
        return new Batch(grader, inputs, place, lateness, jobs);
    }
}
