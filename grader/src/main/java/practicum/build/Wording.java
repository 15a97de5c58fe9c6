package practicum.build;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import practicum.source.Cell;
import practicum.source.Practicum;

/** The Markdown that a generated notebook holds beside its source's own. */
final class Wording {
    /** What a written answer's cell says before the student writes. */
    static final String ANSWER_HERE = "*Write your answer here: double-click this cell.*";

    private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[<$]");

    private Wording() {}

    static String title(Practicum practicum) {
        return "# " + practicum.about().title() + "\n\n*" + practicum.about().claim() + "*";
    }

    static String header(Practicum practicum, Cell.Exercise exercise) {
        String header = "**Exercise** `" + exercise.id() + "` · " + points(exercise.points()) + " · about "
                + exercise.minutes() + " minutes · " + exercise.difficulty();
        if (exercise.allOrNothing()) {
            header += " · all or nothing";
        }
        if (!exercise.paper().isEmpty()) {
            header += " · *" + exercise.paper() + "*";
        }
        List<String> forbidden = practicum.forbidden(exercise);
        return forbidden.isEmpty()
                ? header
                : header + "\n\nDo it without " + forbidden.stream().collect(Collectors.joining("`, `", "`", "`"))
                        + ".";
    }

    static String prompt(Cell.Written written) {
        return "**Written answer** `" + written.id() + "` · " + points(written.points())
                + " · read and graded by a person\n\n" + written.prompt();
    }

    static String rubric(Cell.Written written) {
        StringBuilder text = new StringBuilder("**Rubric**\n");
        written.rubric().forEach(line -> text.append("\n- ").append(line));
        return text.toString();
    }

    /** What stands above a cell that students never see: what it is, and what is wrong or other in it. */
    static Optional<String> label(Practicum practicum, Cell.Code code) {
        if (code instanceof Cell.Mistake mistake) {
            return Optional.of("**Mistake** · " + plain(mistake.says()));
        } else if (code instanceof Cell.Alternative alternative) {
            return Optional.of("**Also right** · " + plain(alternative.says()));
        } else if (code instanceof Cell.Check check && check.hidden()) {
            return Optional.of("**Hidden check** `" + check.answer() + "` · " + points(practicum.worth(check)));
        }
        return Optional.empty();
    }

    /** A text as Markdown that shows it as it is. */
    private static String plain(String text) {
        return MARKS.matcher(text).replaceAll("\\\\$0");
    }

    static String points(double points) {
        String number = new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(points);
        return number + (points == 1 ? " point" : " points");
    }
}
