package practicum.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import practicum.answer.AnswerException;
import practicum.answer.Expectations;
import practicum.build.BuildException;
import practicum.build.Rehearsal;
import practicum.build.Rehearsals;
import practicum.build.Release;
import practicum.build.ScratchFolder;
import practicum.build.Sessions;
import practicum.build.Sidecar;
import practicum.build.VersionRun;
import practicum.check.AnswerKey;
import practicum.check.CheckResult;
import practicum.check.CheckResult.Outcome;
import practicum.check.ExerciseResult;
import practicum.check.Grading;
import practicum.check.Result;
import practicum.runner.CellRunner;
import practicum.source.Cell;
import practicum.source.Practicum;
import practicum.source.Project;

/** The rules that only running the practicum can prove: it is graded as a submission would be. */
final class RunRules {
    private static final double ROUNDING = 1e-9;

    /** How many variants are run: each costs as much as a practicum without any. */
    private static final int EXAMINED = 2;

    private final Project project;
    private final Practicum practicum;
    private final Sessions sessions;

    RunRules(Project project, Practicum practicum, Sessions sessions) {
        this.project = project;
        this.practicum = practicum;
        this.sessions = sessions;
    }

    void examine(Verification verification) {
        Rehearsals rehearsals = Rehearsals.proof(sessions);
        List<Practicum> variants = practicum.variants();
        List<AnswerKey> keys = new ArrayList<>();
        for (Practicum variant : variants.subList(0, Math.min(EXAMINED, variants.size()))) {
            var rules = new RunRules(project, variant, sessions);
            rules.examineVariant(verification, rehearsals).ifPresent(keys::add);
        }
        if (keys.size() > 1 && keys.get(0).expected().equals(keys.get(1).expected())) {
            verification.examine(
                    Rule.SOLUTION,
                    List.of(place(1) + "the first two variants have the same answers. Let something depend on"
                            + " variant(), or delete the option \"variants\"."));
        }
    }

    /** The key of this variant; none where the solution does not run. */
    private Optional<AnswerKey> examineVariant(Verification verification, Rehearsals rehearsals) {
        try (ScratchFolder folder = ScratchFolder.create()) {
            Supplier<CellRunner> processes = () -> sessions.start(folder.path());
            Rehearsal rehearsal = rehearsals.of(practicum, folder.path());
            AnswerKey key = AnswerKey.of(rehearsal);
            Grading grading = Grading.of(practicum, key, processes);
            verification.examine(Rule.SOLUTION, imperfect(grading.grade(Release.solved(practicum))));
            Result blank = grading.grade(Release.blank(practicum));
            verification.examine(Rule.STUBS, broken(blank));
            verification.examine(Rule.FLOOR, floor(blank));
            verification.examine(Rule.MISTAKES, mistakes(rehearsal));
            verification.examine(Rule.ALTERNATIVES, alternatives(rehearsal));
            verification.examine(Rule.EXPECTATIONS, expectations(rehearsal));
            return Optional.of(key);
        } catch (BuildException e) {
            verification.examine(Rule.SOLUTION, List.of(String.valueOf(e.getMessage())));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to the folder for temporary files.", e);
        }
    }

    private List<String> imperfect(Result solution) {
        if (Math.abs(solution.score() + solution.manual() - solution.max()) < ROUNDING) {
            return List.of();
        }
        return solution.checks()
                .filter(check -> check.outcome() != Outcome.PASSED)
                .map(check -> place(line(check)) + "the second time, the solution does not answer \"" + check.id()
                        + "\" as the first time. Give its randomness a seed.")
                .toList();
    }

    private List<String> broken(Result blank) {
        return blank.exercises().stream()
                .filter(ExerciseResult::isBroken)
                .map(exercise -> place(practicum.exercise(exercise.id()).line()) + "the stub of \"" + exercise.id()
                        + "\" does not run. " + exercise.trouble())
                .toList();
    }

    private List<String> floor(Result blank) {
        double floor = practicum.about().floor();
        if (Math.abs(blank.score() - floor) < ROUNDING) {
            return List.of();
        }
        List<String> passed = blank.checks()
                .filter(check -> check.outcome() == Outcome.PASSED)
                .map(CheckResult::id)
                .toList();
        return List.of(place(1) + "without any work a student earns " + blank.score() + " points, not the declared "
                + floor + ", through " + passed + ". Check something that the stub does not do, or declare \"floor: "
                + blank.score() + "\".");
    }

    private List<String> mistakes(Rehearsal rehearsal) {
        List<String> broken = new ArrayList<>();
        for (VersionRun<Cell.Mistake> run : rehearsal.mistakes()) {
            String mistake =
                    place(run.version().line()) + "mistake \"" + run.version().id() + "\" ";
            if (!run.failure().isEmpty()) {
                broken.add(mistake + "does not run. " + run.failure());
            } else if (rehearsal.isUnnoticed(run)) {
                broken.add(mistake + "loses no points: all checks of \""
                        + run.version().exercise() + "\" pass. Add a check whose input tells it from the solution.");
            }
        }
        return broken;
    }

    private List<String> alternatives(Rehearsal rehearsal) {
        List<String> refused = new ArrayList<>();
        for (VersionRun<Cell.Alternative> run : rehearsal.alternatives()) {
            String alternative = place(run.version().line()) + "alternative \""
                    + run.version().id() + "\" ";
            if (!run.failure().isEmpty()) {
                refused.add(alternative + "does not run. " + run.failure());
                continue;
            }
            for (Cell.Check check : rehearsal.noticed(run)) {
                refused.add(alternative + "does not pass \"" + check.answer() + "\" of line " + check.line()
                        + ". If it is right, let that check compare less strictly, or say in the exercise what is asked"
                        + " for; else it is a mistake.");
            }
        }
        return refused;
    }

    private List<String> expectations(Rehearsal rehearsal) {
        Path file = Release.expectedFile(project, practicum.expectedName());
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Agreement.differences(Sidecar.of(rehearsal), Expectations.read(file)).stream()
                    .map(difference -> project.show(file) + ": " + difference + " Run ./practicum build "
                            + practicum.stem() + " and look at what changed.")
                    .toList();
        } catch (AnswerException | IOException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private String place(int line) {
        return practicum.file() + ":" + line + ": ";
    }

    private int line(CheckResult result) {
        return practicum.checks().stream()
                .filter(check -> check.answer().equals(result.id()))
                .mapToInt(Cell.Check::line)
                .findFirst()
                .orElse(1);
    }
}
