package practicum.cli;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import practicum.gradebook.LatePolicy;
import practicum.gradebook.LatePolicy.Counts;

/** What an instructor says of a late policy; what is left unsaid stays as it is. */
final class PolicyOptions {
    private static final String NONE = "none";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--due",
            paramLabel = "TIME|none",
            description = "As in 2026-11-20T23:59, this machine's time; none where nothing is ever late.")
    private @Nullable String due;

    @Option(names = "--grace", paramLabel = "MINUTES", description = "What costs nothing.")
    private @Nullable Long grace;

    @Option(
            names = "--per-day",
            paramLabel = "POINTS|PERCENT%",
            description = "What each day or part of a day costs: 1, or 10%%.")
    private @Nullable String perDay;

    @Option(
            names = "--none-after",
            paramLabel = "DAYS|none",
            description = "After how many days nothing is earned; none where the last day never comes.")
    private @Nullable String noneAfter;

    @Option(names = "--counts", paramLabel = "last|best", description = "Which attempt.")
    private @Nullable String counts;

    /**
     * Refuses what cannot be meant, before anything is opened.
     *
     * @throws ParameterException where an option has no such value
     */
    void check() {
        over(LatePolicy.none());
    }

    /** The policy that was there before, with what is said now. */
    LatePolicy over(LatePolicy before) {
        return new LatePolicy(
                due == null ? before.due() : due(due),
                grace == null ? before.graceMinutes() : grace,
                perDay == null ? before.perDay() : perDay(perDay),
                perDay == null ? before.percent() : perDay.endsWith("%"),
                noneAfter == null ? before.days() : days(noneAfter),
                counts == null ? before.counts() : counts(counts));
    }

    private @Nullable Long due(String text) {
        try {
            return text.equals(NONE)
                    ? null
                    : (Long) LocalDateTime.parse(text)
                            .atZone(ZoneId.systemDefault())
                            .toInstant()
                            .toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw wrong("--due " + text + ": give a time, as 2026-11-20T23:59, or none.");
        }
    }

    private double perDay(String text) {
        if (!text.matches("\\d{1,9}(\\.\\d{1,9})?%?")) {
            throw wrong("--per-day " + text + ": give points, as 1, or 10%.");
        }
        return Double.parseDouble(text.replace("%", ""));
    }

    private @Nullable Integer days(String text) {
        if (!text.matches("\\d{1,9}|" + NONE)) {
            throw wrong("--none-after " + text + ": give a number of days, or none.");
        }
        return text.equals(NONE) ? null : (Integer) Integer.parseInt(text);
    }

    private Counts counts(String text) {
        if (!List.of("last", "best").contains(text)) {
            throw wrong("--counts " + text + ": give last or best.");
        }
        return text.equals("best") ? Counts.BEST : Counts.LAST;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
