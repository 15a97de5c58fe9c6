package practicum.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import practicum.answer.Verdict;
import practicum.check.CheckResult.Outcome;
import practicum.runner.CellOutcome;
import practicum.source.Cell;
import practicum.source.Practicum;

/** One attempt while it is graded: its cells run in order, and each check is judged as soon as it has run. */
final class Examination {
    private static final String ELSEWHERE = "Your code works on what you can see, but not on other inputs.";

    private static final int LONGEST = 2000;

    private final Practicum practicum;
    private final AnswerKey key;
    private final Attempt attempt;
    private final Session session;
    private final long start = System.nanoTime();
    private final Map<String, String> troubles = new HashMap<>();
    private final Map<String, CheckResult> results = new LinkedHashMap<>();
    private final List<Flag> flags = new ArrayList<>();
    private final Shortcuts shortcuts;
    private boolean unanswered;

    Examination(Practicum practicum, AnswerKey key, Attempt attempt, Session session) {
        this.practicum = practicum;
        this.key = key;
        this.attempt = attempt;
        this.session = session;
        this.flags.addAll(attempt.flags());
        this.shortcuts = new Shortcuts(practicum, attempt);
    }

    Result result() {
        flags.addAll(ClaimedVariant.flags(practicum, attempt));
        setOwnNumbers();
        Stream.concat(attempt.visible(practicum).stream(), Attempt.hidden(practicum).stream())
                .forEach(this::take);
        var exercises = practicum.exercises().stream().map(this::exercise).toList();
        var written = practicum.written().stream().map(this::written).toList();
        var status = status();
        return new Result(
                practicum.stem(),
                status,
                reason(status),
                practicum.points(),
                exercises,
                written,
                flags,
                Duration.ofNanos(System.nanoTime() - start));
    }

    private void take(Step step) {
        if (step instanceof Step.Asked asked) {
            results.put(asked.check().answer(), check(asked.check()));
            return;
        }
        var outcome = session.run(step.code());
        if (step instanceof Step.Solved || step.id().isEmpty()) {
            setOwnNumbers();
        }
        if (step instanceof Step.Solved solved && outcome.status() != CellOutcome.Status.OK) {
            troubles.put(solved.exercise().id(), Failures.of(outcome));
        }
    }

    /**
     * The student's numbers are those of the roster, also after code that says otherwise. A variable that is named like
     * the package hides it; the method, imported, has another place among names.
     */
    private void setOwnNumbers() {
        if (!practicum.hasVariants()) {
            return;
        }
        String call = "practicum(\"" + practicum.stem() + "\", " + practicum.chosenVariant() + ");";
        if (session.run("practicum.notebook.Answers." + call).status() != CellOutcome.Status.OK) {
            session.run(call);
        }
    }

    private CheckResult check(Cell.Check check) {
        var failed = check.after().stream().filter(id -> !passed(id)).findFirst();
        if (failed.isPresent()) {
            return result(check, Outcome.SKIPPED, "Skipped: " + cause(failed.get()), "");
        }
        var forbidden = shortcuts.of(check);
        if (forbidden.isPresent()) {
            unanswered = true;
            forbidden.get().flag().ifPresent(this::flag);
            String trouble = forbidden.get().flag().isEmpty() ? troubles.getOrDefault(check.exercise(), "") : "";
            return result(check, Outcome.FAILED, (forbidden.get().sentence() + " " + trouble).strip(), hint(check));
        }
        var outcome = session.run(check.code());
        var handed = HandedOver.of(outcome, check.answer());
        if (handed instanceof HandedOver.Answer answer) {
            return judged(check, answer);
        }
        unanswered = true;
        if (handed instanceof HandedOver.Forged forged) {
            flags.add(new Flag(Flag.Kind.FORGED, check.hidden() ? check.exercise() : check.answer()));
            return result(check, Outcome.FAILED, check.hidden() ? "No answer was handed over." : forged.reason(), "");
        }
        return result(check, Outcome.FAILED, why(check, outcome), hint(check));
    }

    /** A check that got no answer: because the exercise's cell failed, or because of what the check met itself. */
    private String why(Cell.Check check, CellOutcome outcome) {
        String trouble = troubles.get(check.exercise());
        if (trouble != null) {
            return "The cell of " + check.exercise() + " did not run to its end. " + trouble;
        } else if (!attempt.code().containsKey(check.exercise())) {
            return "The cell of " + check.exercise() + " is missing.";
        } else if (outcome.status() == CellOutcome.Status.OK) {
            return "The check ran, but handed over no answer.";
        }
        String kind = check.hidden() ? Failures.kind(outcome) : Failures.of(outcome);
        return check.hidden() && !kind.equals(Failures.TO_DO) ? "On other inputs: " + kind : kind;
    }

    /** What has to pass first, and what that itself waited for. */
    private String cause(String id) {
        var skipped = results.get(id);
        return id + " has to pass first"
                + (skipped != null && skipped.outcome() == Outcome.SKIPPED
                        ? ". " + skipped.rationale().replace("Skipped: ", "That was skipped: ")
                        : ".");
    }

    private void flag(Flag flag) {
        if (!flags.contains(flag)) {
            flags.add(flag);
        }
    }

    private CheckResult judged(Cell.Check check, HandedOver.Answer answer) {
        var verdict = key.judge(check, answer.value());
        if (!check.hidden()) {
            String hint = verdict.diagnosis().isEmpty() && !verdict.passed() ? hint(check) : verdict.diagnosis();
            return result(
                    check,
                    outcome(verdict),
                    share(check, verdict),
                    verdict.expected(),
                    verdict.actual(),
                    verdict.rationale() + inPart(check, verdict),
                    hint);
        } else if (verdict.passed()) {
            return result(check, Outcome.PASSED, "It works on other inputs too.", "");
        }
        boolean overfitted =
                practicum.visibleChecks(check.exercise()).stream().allMatch(visible -> passed(visible.answer()));
        String rationale =
                verdict.discreet().rationale() + (overfitted ? " " + ELSEWHERE : "") + inPart(check, verdict);
        return result(
                check, Outcome.FAILED, share(check, verdict), "", "", rationale, named(check, verdict.diagnosis()));
    }

    private static Outcome outcome(Verdict verdict) {
        return verdict.passed() ? Outcome.PASSED : Outcome.FAILED;
    }

    /** The part of a check's worth that an answer earns: all or nothing, unless the check counts elements. */
    private static double share(Cell.Check check, Verdict verdict) {
        return verdict.passed() ? 1 : check.perElement() ? verdict.score() : 0;
    }

    private static String inPart(Cell.Check check, Verdict verdict) {
        double share = share(check, verdict);
        return share > 0 && share < 1
                ? " " + Math.round(100 * share) + " % of it is right, and earns that part of the points."
                : "";
    }

    /** What a hidden check's hint may be: a named mistake, or the exercise's own hint; never one made from numbers. */
    private String named(Cell.Check check, String diagnosis) {
        return practicum.mistakes(check.exercise()).stream()
                .map(Cell.Mistake::says)
                .filter(diagnosis::equals)
                .findFirst()
                .orElse(hint(check));
    }

    private String hint(Cell.Check check) {
        return practicum.exercise(check.exercise()).hint();
    }

    private CheckResult result(Cell.Check check, Outcome outcome, String rationale, String hint) {
        return result(check, outcome, outcome == Outcome.PASSED ? 1 : 0, "", "", rationale, hint);
    }

    private CheckResult result(
            Cell.Check check,
            Outcome outcome,
            double share,
            String expected,
            String actual,
            String rationale,
            String hint) {
        double worth = practicum.worth(check);
        return new CheckResult(
                check.answer(),
                check.exercise(),
                check.hidden(),
                worth,
                worth * share,
                outcome,
                PlainText.of(expected, LONGEST),
                PlainText.of(actual, LONGEST),
                PlainText.of(rationale, LONGEST),
                hint);
    }

    /** Whether everything that an id names has passed: a check, or all checks so far of an exercise. */
    private boolean passed(String id) {
        var named = results.values().stream()
                .filter(result -> result.id().equals(id) || result.exercise().equals(id))
                .toList();
        return named.stream().allMatch(result -> result.outcome() == Outcome.PASSED);
    }

    private ExerciseResult exercise(Cell.Exercise exercise) {
        var all = checks(exercise.id())
                .map(check -> results.get(check.answer()))
                .filter(Objects::nonNull)
                .sorted(java.util.Comparator.comparing(CheckResult::hidden))
                .toList();
        boolean whole = all.stream().allMatch(check -> check.outcome() == Outcome.PASSED);
        if (exercise.allOrNothing() && !whole) {
            all = all.stream().map(Examination::forNothing).toList();
        }
        return new ExerciseResult(exercise.id(), exercise.points(), troubles.getOrDefault(exercise.id(), ""), all);
    }

    private static CheckResult forNothing(CheckResult check) {
        return check.outcome() == Outcome.PASSED
                ? check.withoutPoints("This exercise earns its points only when all its checks pass.")
                : check;
    }

    private Stream<Cell.Check> checks(String exercise) {
        return practicum.checks().stream().filter(check -> check.exercise().equals(exercise));
    }

    private WrittenResult written(Cell.Written question) {
        String text = Optional.ofNullable(attempt.words().get(question.id())).orElse("");
        return new WrittenResult(question.id(), question.points(), question.prompt(), question.rubric(), text);
    }

    private Status status() {
        var deaths = session.deaths();
        if (!deaths.isEmpty()) {
            return Status.valueOf(deaths.get(0).name());
        } else if (has(Flag.Kind.FORGED) || has(Flag.Kind.SUSPECT) || has(Flag.Kind.REFLECTION)) {
            return Status.SUSPECT;
        } else if (has(Flag.Kind.TAMPERED)) {
            return Status.TAMPERED;
        }
        return unanswered ? Status.PARTIAL : Status.OK;
    }

    private boolean has(Flag.Kind kind) {
        return flags.stream().anyMatch(flag -> flag.kind() == kind);
    }

    private static String reason(Status status) {
        return switch (status) {
            case OK -> "";
            case PARTIAL -> "Some checks gave no answer.";
            case TAMPERED -> "Cells of the release were changed; the release's own were run.";
            case SUSPECT -> "A person should look at this submission: see the remarks.";
            case OUTPUT_LIMIT -> "A cell printed more than a notebook may.";
            case KERNEL_DIED -> "The process that ran the notebook ended by itself.";
            case KILLED_MEMORY -> "The process that ran the notebook used more memory than it may.";
            case KILLED_DISK -> "The process that ran the notebook filled the disk space that it has.";
            case TIMEOUT -> "A cell ran out of time.";
            case INVALID_NOTEBOOK, GRADER_ERROR -> "";
        };
    }
}
