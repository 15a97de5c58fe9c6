package practicum.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import practicum.check.CheckResult;
import practicum.check.CheckResult.Outcome;
import practicum.check.ExerciseResult;
import practicum.check.Flag;
import practicum.check.Status;
import practicum.check.WrittenResult;
import practicum.grade.Confinement;
import practicum.grade.SelfCheck;
import practicum.jupyter.NativeLibraries;
import practicum.runner.Kernel;
import practicum.runner.Limits;
import practicum.sandbox.Bubblewrap;
import practicum.sandbox.ProbeReport;
import practicum.sandbox.Sandbox;
import practicum.source.Project;

/** Shows a student, before handing in, what the grader will make of a notebook. */
@Command(
        name = "check",
        header = "Show what the grader will make of a notebook, before it is handed in.",
        description = "Run a notebook as the grader will: from its first cell, in a fresh process, with the released"
                + " checks. Shows what would be repaired, which visible checks pass, how many hidden ones remain, and how"
                + " long grading takes.",
        footer = "Exits with 0 when every visible check passes, 1 when one does not, 2 when there is no such notebook.")
final class CheckCommand implements Callable<Integer> {
    private static final Limits LIMITS = Limits.standard();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE.ipynb", description = "The notebook.")
    private Path file = Path.of("");

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long one cell may run (default: ${DEFAULT-VALUE}).")
    private long timeout = 60;

    @Option(
            names = "--sandbox",
            description = "Keep it from network, files and memory as the grader does. Without this it runs as you do.")
    private boolean sandboxed;

    @Override
    public Integer call() {
        if (timeout < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--timeout " + timeout + ": a cell needs at least 1 second.");
        }
        var project = Project.find();
        new NativeLibraries(project).unpack();
        var place = new Confinement(
                sandboxed ? Optional.of(sandbox()) : Optional.empty(),
                new ProbeReport("the student's own machine", List.of(), ""));
        var kernel = Kernel.of(project.kernelClassPath(), project.nativeDir());
        var limits = LIMITS.withCell(Duration.ofSeconds(timeout));
        var check = SelfCheck.of(project, file, place.processes(kernel, limits));
        show(check, limits);
        return check.result().checks().allMatch(each -> each.outcome() == Outcome.PASSED) ? 0 : 1;
    }

    private Sandbox sandbox() {
        return Bubblewrap.find()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--sandbox needs bubblewrap on Linux: apt-get install bubblewrap."));
    }

    private void show(SelfCheck check, Limits limits) {
        var result = check.result();
        out().println(result.practicum() + ", as the grader sees it");
        if (result.status() != Status.OK && result.status() != Status.PARTIAL) {
            out().println("  " + result.reason());
        }
        structure(result.flags());
        result.exercises().forEach(exercise -> exercise(exercise, check.hidden()));
        written(result.written());
        out().printf(
                        Locale.ROOT,
                        "%nYour cells ran for %s here, the slowest for %s of the %s that it may. Grading will take about %s of"
                                + " %s.%n",
                        seconds(check.ran()),
                        seconds(check.slowest()),
                        seconds(limits.cell()),
                        seconds(check.grading()),
                        seconds(limits.process()));
    }

    private void structure(List<Flag> flags) {
        if (flags.isEmpty()) {
            out().println("  All released cells are there, in order and unchanged.");
        }
        flags.forEach(flag -> out().println("  ! " + flag.sentence()));
    }

    private void exercise(ExerciseResult exercise, Map<String, Map<String, Integer>> hidden) {
        long passed = exercise.checks().stream()
                .filter(check -> check.outcome() == Outcome.PASSED)
                .count();
        var remaining = Optional.ofNullable(hidden.get(exercise.id())).orElse(Map.of());
        out().printf(
                        "%n%s: %d of %d visible checks pass; %s.%n",
                        exercise.id(), passed, exercise.checks().size(), remaining(remaining));
        if (!exercise.trouble().isEmpty()) {
            out().println("  " + exercise.trouble());
        }
        for (CheckResult check : exercise.checks()) {
            if (check.outcome() != Outcome.PASSED) {
                out().println("  ✗ " + check.id() + ": " + check.rationale());
                if (!check.hint().isEmpty()) {
                    out().println("    " + check.hint());
                }
            }
        }
    }

    private static String remaining(Map<String, Integer> kinds) {
        int count = kinds.values().stream().mapToInt(Integer::intValue).sum();
        if (count == 0) {
            return "none is hidden";
        }
        String each = kinds.entrySet().stream()
                .map(kind -> kind.getValue() + " by " + kind.getKey())
                .collect(Collectors.joining(", "));
        return count + (count == 1 ? " hidden check remains (" : " hidden checks remain (") + each + ")";
    }

    private void written(List<WrittenResult> answers) {
        if (answers.isEmpty()) {
            return;
        }
        String empty = answers.stream()
                .filter(answer -> answer.text().isBlank())
                .map(WrittenResult::id)
                .collect(Collectors.joining(", "));
        out().printf(
                        "%n%d %s in words, graded by a person%s.%n",
                        answers.size(),
                        answers.size() == 1 ? "answer" : "answers",
                        empty.isEmpty() ? "" : "; still empty: " + empty);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, time.toSeconds() < 10 ? "%.1f s" : "%.0f s", time.toMillis() / 1000.0);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
