package practicum.grade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import practicum.check.CheckResult;
import practicum.check.Result;
import practicum.gradebook.Attempt;
import practicum.gradebook.Gradebook;
import practicum.gradebook.Verdict;
import practicum.report.Points;

/**
 * Grading again what was graded from other inputs. New verdicts are kept aside, by the digest of their inputs, until
 * somebody accepts them; so a look costs the time once, and leaves the gradebook as it is.
 */
public final class Regrade {
    private final Batch batch;
    private final Inputs inputs;
    private final Path aside;
    private final Path out;

    /**
     * A regrade.
     *
     * @param batch how verdicts are made
     * @param inputs what they follow from now
     * @param aside where new verdicts wait
     * @param out the folder of results
     */
    public Regrade(Batch batch, Inputs inputs, Path aside, Path out) {
        this.batch = batch;
        this.inputs = inputs;
        this.aside = aside;
        this.out = out;
    }

    /**
     * One attempt whose verdict would be another one.
     *
     * @param verdict the new verdict
     * @param before the score that holds
     * @param inputs which inputs changed
     * @param checks which checks come to something else, in words
     */
    public record Move(Verdict verdict, double before, List<String> inputs, List<String> checks) {
        public Move {
            inputs = List.copyOf(inputs);
            checks = List.copyOf(checks);
        }

        /** Whether the score or a check changes. */
        public boolean isVisible() {
            return !checks.isEmpty() || verdict.score() != before;
        }

        /** Why it is another verdict, in a few words. */
        public String why() {
            return inputs.isEmpty() ? "graded again" : "changed: " + String.join(", ", inputs);
        }
    }

    /**
     * What grading again came to.
     *
     * @param all what was graded again, by students
     * @param failures whose could not be, and why; their verdicts stay
     */
    public record Moves(List<Move> all, List<String> failures) {
        public Moves {
            all = List.copyOf(all);
            failures = List.copyOf(failures);
        }
    }

    /**
     * Grades what has to be, several at a time, and tells who would move; changes nothing in the gradebook.
     *
     * @param all also what was graded from these very inputs
     * @param anew also what waits to be accepted
     */
    public Moves moves(Gradebook book, String stem, boolean all, boolean anew) {
        book.max(stem);
        var attempts = book.attempts(stem, Optional.empty());
        Map<Long, Move> moves = new ConcurrentHashMap<>();
        var failures = Parallel.each("Regrading " + stem, attempts, batch.jobs(), Attempt::student, attempt -> {
            var old = book.verdict(attempt);
            if (old.isPresent() && (all || !old.get().inputs().equals(inputs.with(attempt.submission())))) {
                submission(attempt)
                        .map(file -> move(old.get(), file, anew))
                        .ifPresent(move -> moves.put(attempt.id(), move));
            }
        });
        return new Moves(
                attempts.stream()
                        .map(attempt -> moves.get(attempt.id()))
                        .filter(Objects::nonNull)
                        .toList(),
                failures);
    }

    /** What was handed in; nothing where there was no notebook, whose verdict no input changes. */
    private Optional<Submission> submission(Attempt attempt) {
        Path file = Outbox.submission(out, attempt.submission());
        return Files.exists(file) ? Optional.of(new Submission(attempt.student(), file, "")) : Optional.empty();
    }

    private Move move(Verdict old, Submission submission, boolean anew) {
        var fresh = fresh(old.attempt(), submission, anew);
        var then = Kept.fromJson(old.result()).result();
        var now = Kept.fromJson(fresh.result()).result();
        var changed = Receipt.fromJson(old.receipt(), "The old verdict")
                .inputs()
                .differing(Receipt.fromJson(fresh.receipt(), "The new verdict").inputs());
        return new Move(fresh, old.score(), changed, differences(then, now));
    }

    private Verdict fresh(Attempt attempt, Submission submission, boolean anew) {
        String digest = practicum.source.Digest.sha256(
                inputs.with(attempt.submission()) + attempt.id() + " " + attempt.student());
        Path result = aside.resolve(digest + ".result.json");
        Path receipt = aside.resolve(digest + ".receipt.json");
        try {
            if (anew || !Files.exists(result) || !Files.exists(receipt)) {
                var verdict = batch.verdict(attempt, submission);
                Batch.requireVerdict(verdict);
                // The result goes last: where it is, the receipt is.
                Outbox.write(receipt, verdict.receipt());
                Outbox.write(result, verdict.result());
                return verdict;
            }
            var kept = Kept.fromJson(Files.readString(result)).result();
            return new Verdict(
                    attempt,
                    inputs.with(attempt.submission()),
                    Files.getLastModifiedTime(result).toInstant(),
                    kept.score(),
                    kept.status().name(),
                    Files.readString(result),
                    Files.readString(receipt));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + result, e);
        }
    }

    /** Which checks came to something else. */
    static List<String> differences(Result then, Result now) {
        Map<String, CheckResult> before = new LinkedHashMap<>();
        then.checks().forEach(check -> before.put(check.id(), check));
        var differences = new ArrayList<String>();
        now.checks().forEach(check -> {
            var old = before.remove(check.id());
            if (old == null) {
                differences.add(check.id() + " is new: " + words(check));
            } else if (!words(old).equals(words(check))) {
                differences.add(check.id() + ": " + words(old) + " → " + words(check));
            }
        });
        before.values().forEach(old -> differences.add(old.id() + " is gone: " + words(old)));
        if (then.status() != now.status()) {
            differences.add("status: " + then.status() + " → " + now.status());
        }
        return differences;
    }

    private static String words(CheckResult check) {
        String points = Points.text(check.earned()) + " of " + Points.text(check.points());
        return check.outcome().name().toLowerCase(java.util.Locale.ROOT) + " (" + points + ")";
    }
}
