package practicum.build;

import java.util.List;
import java.util.Optional;
import practicum.answer.Expectations;
import practicum.answer.Value;
import practicum.source.Cell;
import practicum.source.Practicum;

/** The expectations that students get beside their notebook: visible checks only. */
public final class Sidecar {
    private Sidecar() {}

    /** The expectations as a rehearsal found them. */
    public static Expectations of(Rehearsal rehearsal) {
        Practicum practicum = rehearsal.practicum();
        return new Expectations(
                practicum.stem(),
                practicum.about().title(),
                practicum.exercises().stream()
                        .map(exercise -> exercise(practicum, exercise))
                        .toList(),
                practicum.checks().stream()
                        .filter(check -> !check.hidden())
                        .map(check -> check(rehearsal, check))
                        .toList());
    }

    private static Expectations.Exercise exercise(Practicum practicum, Cell.Exercise exercise) {
        int hidden = practicum.hiddenChecks(exercise.id()).size();
        return new Expectations.Exercise(exercise.id(), exercise.points(), exercise.hint(), hidden);
    }

    private static Expectations.Check check(Rehearsal rehearsal, Cell.Check check) {
        Value expected = Optional.ofNullable(rehearsal.answers().get(check.answer()))
                .orElseThrow(() -> new IllegalStateException("A rehearsal without the answer " + check.answer() + "."));
        return new Expectations.Check(
                check.answer(), check.exercise(), check.compare(), expected, mistakes(rehearsal, check));
    }

    /** A mistake that this check does not notice would explain nothing here. */
    private static List<Expectations.Mistake> mistakes(Rehearsal rehearsal, Cell.Check check) {
        return rehearsal.mistakes().stream()
                .filter(run -> run.version().exercise().equals(check.exercise()))
                .filter(run -> !rehearsal.passes(check, run.answers()))
                .flatMap(run ->
                        run
                                .answer(check)
                                .map(value ->
                                        new Expectations.Mistake(run.version().says(), value))
                                .stream())
                .toList();
    }
}
