package practicum.report;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import practicum.check.CheckResult;
import practicum.check.ExerciseResult;
import practicum.check.Flag;
import practicum.check.PlainText;
import practicum.check.Result;
import practicum.check.Status;
import practicum.check.WrittenResult;
import practicum.gradebook.Comment;
import practicum.gradebook.Mark;

/** The page that a student reads: what was right, what was not and why, what to try, and what a person said. */
public final class FeedbackPage {
    private static final int LONGEST = 20_000;

    private final Html html = new Html();
    private final Graded graded;

    private FeedbackPage(Graded graded) {
        this.graded = graded;
    }

    /**
     * The page, complete in itself and without scripts.
     *
     * @param title the practicum's title
     */
    public static String of(Graded graded, String title) {
        var page = new FeedbackPage(graded);
        page.head(title);
        page.summary(graded.result());
        page.comments("", "What a person says");
        graded.result().exercises().forEach(page::exercise);
        graded.result().written().forEach(page::written);
        page.remarks(graded.result().flags());
        return HtmlDocument.of(title + " · " + graded.who().name(), "feedback", page.html);
    }

    private void head(String title) {
        html.element("h1", title).raw("\n").open("p", "class", "who");
        html.element("bdi", graded.who().name());
        if (graded.attempt() > 1) {
            html.text(" · attempt " + graded.attempt());
        }
        html.text(graded.late() ? " · handed in late" : "").closeLine();
    }

    private void summary(Result result) {
        double reachable = graded.isFinal() ? result.max() : result.max() - result.manual() + graded.written();
        html.open("p", "class", "score").element("strong", Points.shown(graded.total()));
        html.text(" of " + Points.shown(reachable) + " points").closeLine();
        html.open(
                        "meter",
                        "min",
                        "0",
                        "max",
                        Points.text(Math.max(reachable, 1e-3)),
                        "value",
                        Points.text(graded.total()),
                        "aria-label",
                        "points earned")
                .closeLine();
        if (graded.time().penalty() > 0) {
            paragraph("notice", lateness());
        }
        if (!graded.isFinal()) {
            double open = result.written().stream()
                    .filter(graded::needsMark)
                    .mapToDouble(WrittenResult::points)
                    .sum();
            paragraph("", Points.text(open) + " more points are for answers in words, which a person grades.");
        }
        if (result.status() != Status.OK) {
            paragraph("notice", result.reason());
        }
    }

    private String lateness() {
        int days = graded.time().days();
        String lost = Points.text(Math.min(graded.earned(), graded.time().penalty()));
        return "Handed in " + (days == 1 ? "a day or less" : "up to " + days + " days") + " late: " + lost + " of "
                + Points.text(graded.earned()) + " points are lost"
                + (graded.time().tooLate() ? ", because that was too late to count." : ".");
    }

    private void exercise(ExerciseResult exercise) {
        html.open("section").raw("\n").open("h2").element("code", exercise.id()).text(" ");
        html.element(
                "span", Points.shown(exercise.earned()) + " of " + Points.shown(exercise.points()), "class", "points");
        html.closeLine();
        if (!exercise.trouble().isEmpty()) {
            paragraph("notice", "The cell of this exercise did not run to its end. " + exercise.trouble());
        }
        html.open("ol", "class", "checks").raw("\n");
        int hidden = 0;
        Set<String> told = new HashSet<>(Set.of(""));
        for (CheckResult check : exercise.checks()) {
            hidden += check.hidden() ? 1 : 0;
            String hint = told.add(check.hint()) ? check.hint() : "";
            check(check, check.hidden() ? "Hidden check " + hidden : check.id(), hint);
        }
        html.closeLine().closeLine();
    }

    private void check(CheckResult check, String name, String hint) {
        String word =
                switch (check.outcome()) {
                    case PASSED -> "passed";
                    case FAILED -> "not passed";
                    case SKIPPED -> "skipped";
                };
        html.open("li", "class", check.outcome().name().toLowerCase(Locale.ROOT));
        html.open("p", "class", "verdict")
                .element("b", word)
                .text(" ")
                .element("code", name)
                .text(" ");
        html.element("span", Points.shown(check.earned()) + " of " + Points.shown(check.points()), "class", "points");
        html.closeLine();
        paragraph("", check.rationale());
        if (check.outcome() == CheckResult.Outcome.FAILED && !check.actual().isEmpty()) {
            html.open("dl").element("dt", "expected").element("dd", check.expected());
            html.element("dt", "yours").element("dd", check.actual()).closeLine();
        }
        paragraph("hint", hint);
        comments(check.id(), "");
        html.closeLine();
    }

    private void written(WrittenResult written) {
        var mark = graded.mark(written);
        html.open("section").raw("\n").open("h2").element("code", written.id()).text(" ");
        html.element("span", points(written), "class", "points").closeLine();
        html.open("div", "class", "prompt")
                .raw(Markdown.untrusted(bounded(written.prompt())))
                .closeLine();
        html.open("blockquote")
                .raw(
                        written.text().isBlank()
                                ? "<p>No answer was written.</p>"
                                : Markdown.untrusted(bounded(written.text())))
                .closeLine();
        mark.ifPresent(given -> rubric(written, given));
        comments(written.id(), "");
        html.closeLine();
    }

    private String points(WrittenResult written) {
        return graded.mark(written)
                .map(mark -> Points.text(mark.points()) + " of " + Points.text(written.points()))
                .orElse(
                        graded.needsMark(written)
                                ? Points.text(written.points()) + " points, graded by a person"
                                : "0 of " + Points.text(written.points()));
    }

    private void rubric(WrittenResult written, Mark mark) {
        html.open("ul", "class", "rubric").raw("\n");
        for (int i = 0; i < written.rubric().size(); i++) {
            boolean met = mark.met().contains(i);
            html.open("li", "class", met ? "passed" : "skipped");
            html.element("b", met ? "met" : "not met")
                    .text(" " + written.rubric().get(i))
                    .closeLine();
        }
        html.closeLine();
        paragraph("comment", mark.comment());
    }

    /** What persons wrote about the whole, a check or a question. */
    private void comments(String topic, String heading) {
        var about = graded.comments().stream()
                .filter(comment -> comment.topic().equals(topic))
                .map(Comment::text)
                .toList();
        if (!about.isEmpty() && !heading.isEmpty()) {
            html.element("h2", heading).raw("\n");
        }
        about.forEach(text -> paragraph("comment", text));
    }

    private void remarks(List<Flag> flags) {
        if (flags.isEmpty()) {
            return;
        }
        html.open("section").raw("\n").element("h2", "What the grader noticed").raw("\n<ul>\n");
        flags.forEach(flag -> html.element("li", flag.sentence()).raw("\n"));
        html.raw("</ul>\n").closeLine();
    }

    private void paragraph(String style, String sentence) {
        if (!sentence.isEmpty()) {
            html.element("p", sentence, style.isEmpty() ? new String[0] : new String[] {"class", style})
                    .raw("\n");
        }
    }

    private static String bounded(String text) {
        return PlainText.of(text, LONGEST);
    }
}
