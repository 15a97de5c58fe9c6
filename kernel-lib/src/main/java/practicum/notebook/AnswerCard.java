package practicum.notebook;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import practicum.answer.AnswerException;
import practicum.answer.Expectations;
import practicum.answer.Summary;
import practicum.answer.Value;
import practicum.answer.Verdict;
import practicum.plot.Rgb;
import practicum.token.EditDistance;
import tech.tablesaw.api.Table;

/**
 * What a reader sees of an answer: the value in a few words and, where it is known what was expected, the verdict, the
 * likely mistake and the exercise's hint. It tells nothing of hidden checks but their number.
 *
 * @param id the check's name
 * @param standing how the answer stands
 * @param lines what is said, label by label
 * @param footer the small print, or ""
 */
record AnswerCard(String id, Standing standing, List<Line> lines, String footer) {
    /** How an answer stands: in words, with a sign, and in colours that colour-blind readers can tell apart. */
    enum Standing {
        PASSED("✓", "passed", "#0b6fb8"),
        NOT_YET("✗", "not yet", "#c2590a"),
        UNJUDGED("•", "handed over", "#7a7a7a");

        private final String sign;
        private final String words;
        private final Rgb colour;

        Standing(String sign, String words, String colour) {
            this.sign = sign;
            this.words = words;
            this.colour = Rgb.of(colour);
        }
    }

    /** One labelled sentence of the card. */
    record Line(String label, String text) {}

    static AnswerCard of(String id, Value value, Optional<Expectations> expectations, Attempts attempts) {
        Optional<Expectations.Check> check = expectations.flatMap(known -> known.check(id));
        if (check.isEmpty()) {
            return unjudged(
                    id, value, expectations.map(known -> misspelt(known, id)).orElse(""));
        }
        Optional<Expectations.Exercise> exercise =
                expectations.flatMap(known -> known.exercise(check.get().exercise()));
        try {
            Verdict verdict = check.get().judge(value);
            if (verdict.passed()) {
                attempts.passed(id);
                return passed(id, verdict, exercise);
            }
            int wrong = attempts.failed(id, check.get().exercise(), verdict.actual());
            return notYet(check.get(), verdict, exercise, wrong);
        } catch (AnswerException e) {
            return unjudged(id, value, "This answer cannot be judged here: " + e.getMessage());
        }
    }

    /** One letter from the name of a check: probably that one, which would otherwise never hear of the answer. */
    private static String misspelt(Expectations known, String id) {
        return known.checks().stream()
                .map(Expectations.Check::id)
                .filter(each -> EditDistance.between(each, id) == 1)
                .findFirst()
                .map("No check here has this name. Did you mean “%s”?"::formatted)
                .orElse("");
    }

    private static AnswerCard unjudged(String id, Value value, String footer) {
        return new AnswerCard(id, Standing.UNJUDGED, List.of(new Line("Answer", Summary.of(value))), footer);
    }

    private static AnswerCard passed(String id, Verdict verdict, Optional<Expectations.Exercise> exercise) {
        return new AnswerCard(id, Standing.PASSED, List.of(new Line("Answer", verdict.actual())), hidden(exercise));
    }

    private static AnswerCard notYet(
            Expectations.Check check, Verdict verdict, Optional<Expectations.Exercise> exercise, int attempts) {
        String hint = exercise.map(Expectations.Exercise::hint).orElse("");
        var lines = new ArrayList<Line>();
        lines.add(new Line("Your answer", verdict.actual()));
        lines.add(new Line("Expected", verdict.expected()));
        add(lines, "Difference", verdict.rationale());
        add(lines, "Likely", verdict.diagnosis());
        lines.addAll(HintLadder.rungs(check, hint, attempts, verdict.diagnosis()));
        String next = HintLadder.next(check, hint, attempts, verdict.diagnosis());
        return new AnswerCard(check.id(), Standing.NOT_YET, lines, (next + hidden(exercise)).strip());
    }

    private static void add(List<Line> lines, String label, String text) {
        if (!text.isEmpty()) {
            lines.add(new Line(label, text));
        }
    }

    private static String hidden(Optional<Expectations.Exercise> exercise) {
        return exercise.map(Expectations.Exercise::hiddenChecks)
                .filter(count -> count > 0)
                .map(count -> count == 1
                        ? "One more check of this exercise, on other inputs, runs when it is graded."
                        : count + " more checks of this exercise, on other inputs, run when it is graded.")
                .orElse("");
    }

    /** The card as HTML and as text; a table is shown whole below it, since a few words say little of one. */
    DisplayData display(@Nullable Object answer) {
        Optional<Sheet> table = answer instanceof Table t ? Optional.of(Tables.sheet(t)) : Optional.empty();
        var data =
                new DisplayData(text() + table.map(sheet -> "\n" + sheet.text()).orElse(""));
        data.putHTML(html(table.map(Sheet::html).orElse("")));
        return data;
    }

    String text() {
        var text = new ArrayList<String>();
        text.add("%s %s: %s".formatted(standing.sign, id, standing.words));
        lines.forEach(line -> text.add("  %s: %s".formatted(line.label(), line.text())));
        if (!footer.isEmpty()) {
            text.add("  (" + footer + ")");
        }
        return String.join("\n", text);
    }

    private String html(String below) {
        var html = new StringBuilder(("<div style=\"border-left:5px solid;%s;background:" + Html.TINT
                        + ";padding:.5em .9em;margin:.2em 0;max-width:60em\"><div><b style=\"%s\">%s %s</b>"
                        + " <code style=\"background:none;color:inherit\">%s</code></div>")
                .formatted(
                        Html.paint("border-left-color", standing.colour),
                        Html.paint("color", standing.colour),
                        standing.sign,
                        standing.words,
                        Html.escape(id)));
        for (Line line : lines) {
            html.append("<div><span style=\"opacity:.7\">%s:</span> %s</div>"
                    .formatted(line.label(), Html.escape(line.text())));
        }
        html.append(below);
        if (!footer.isEmpty()) {
            html.append("<div style=\"opacity:.7;font-size:90%\">")
                    .append(Html.escape(footer))
                    .append("</div>");
        }
        return html.append("</div>").toString();
    }
}
