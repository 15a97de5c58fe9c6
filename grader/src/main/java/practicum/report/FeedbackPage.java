package practicum.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import practicum.check.CheckResult;
import practicum.check.ExerciseResult;
import practicum.check.Flag;
import practicum.check.PlainText;
import practicum.check.Result;
import practicum.check.Status;
import practicum.check.WrittenResult;

/** The page that a student reads: what was right, what was not and why, what to try, and what a person still grades. */
public final class FeedbackPage {
    private static final int LONGEST = 20_000;
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    private final StringBuilder html = new StringBuilder();

    private FeedbackPage() {}

    /**
     * The page, complete in itself and without scripts.
     *
     * @param title the practicum's title
     */
    public static String of(Graded graded, String title) {
        var page = new FeedbackPage();
        page.head(title, graded);
        page.summary(graded.result());
        graded.result().exercises().forEach(page::exercise);
        graded.result().written().forEach(page::written);
        page.remarks(graded.result().flags());
        page.html.append("</main>\n</body>\n</html>\n");
        return page.html.toString();
    }

    private void head(String title, Graded graded) {
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(POLICY)
                .append("\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        html.append(text(title)).append(" · ").append(text(graded.student())).append("</title>\n<style>\n");
        html.append(Stylesheet.of("feedback")).append("</style>\n</head>\n<body>\n<main>\n<h1>");
        html.append(text(title))
                .append("</h1>\n<p class=\"who\"><bdi>")
                .append(text(graded.student()))
                .append("</bdi>");
        html.append(graded.late() ? " · handed in late" : "").append("</p>\n");
    }

    private void summary(Result result) {
        double reachable = result.max() - result.manual();
        html.append("<p class=\"score\"><strong>")
                .append(Points.text(result.score()))
                .append("</strong> of ");
        html.append(Points.text(reachable)).append(" points</p>\n");
        bar(result.score(), reachable);
        if (result.manual() > 0) {
            html.append("<p>").append(Points.text(result.manual()));
            html.append(" more points are for answers in words, which a person grades.</p>\n");
        }
        if (result.status() != Status.OK) {
            html.append("<p class=\"notice\">").append(text(result.reason())).append("</p>\n");
        }
    }

    private void exercise(ExerciseResult exercise) {
        html.append("<section>\n<h2><code>").append(text(exercise.id())).append("</code> <span class=\"points\">");
        html.append(Points.text(exercise.earned())).append(" of ").append(Points.text(exercise.points()));
        html.append("</span></h2>\n");
        if (!exercise.trouble().isEmpty()) {
            html.append("<p class=\"notice\">The cell of this exercise did not run to its end. ");
            html.append(text(exercise.trouble())).append("</p>\n");
        }
        html.append("<ol class=\"checks\">\n");
        int hidden = 0;
        Set<String> told = new HashSet<>(Set.of(""));
        for (CheckResult check : exercise.checks()) {
            hidden += check.hidden() ? 1 : 0;
            String hint = told.add(check.hint()) ? check.hint() : "";
            check(check, check.hidden() ? "Hidden check " + hidden : check.id(), hint);
        }
        html.append("</ol>\n</section>\n");
    }

    private void check(CheckResult check, String name, String hint) {
        String word =
                switch (check.outcome()) {
                    case PASSED -> "passed";
                    case FAILED -> "not passed";
                    case SKIPPED -> "skipped";
                };
        html.append("<li class=\"")
                .append(check.outcome().name().toLowerCase(java.util.Locale.ROOT))
                .append("\">");
        html.append("<p class=\"verdict\"><b>")
                .append(word)
                .append("</b> <code>")
                .append(text(name));
        html.append("</code> <span class=\"points\">")
                .append(Points.text(check.earned()))
                .append(" of ");
        html.append(Points.text(check.points())).append("</span></p>\n");
        paragraph("", check.rationale());
        if (check.outcome() == CheckResult.Outcome.FAILED && !check.actual().isEmpty()) {
            html.append("<dl><dt>expected</dt><dd>")
                    .append(text(check.expected()))
                    .append("</dd><dt>yours</dt><dd>");
            html.append(text(check.actual())).append("</dd></dl>\n");
        }
        paragraph("hint", hint);
        html.append("</li>\n");
    }

    private void written(WrittenResult written) {
        html.append("<section>\n<h2><code>").append(text(written.id())).append("</code> <span class=\"points\">");
        html.append(Points.text(written.points())).append(" points, graded by a person</span></h2>\n");
        html.append("<div class=\"prompt\">")
                .append(Markdown.untrusted(bounded(written.prompt())))
                .append("</div>\n");
        html.append("<blockquote>");
        html.append(
                written.text().isBlank()
                        ? "<p>No answer was written.</p>"
                        : Markdown.untrusted(bounded(written.text())));
        html.append("</blockquote>\n</section>\n");
    }

    private void remarks(List<Flag> flags) {
        if (flags.isEmpty()) {
            return;
        }
        html.append("<section>\n<h2>What the grader noticed</h2>\n<ul>\n");
        for (Flag flag : flags) {
            html.append("<li>").append(text(flag.sentence())).append("</li>\n");
        }
        html.append("</ul>\n</section>\n");
    }

    private void bar(double part, double whole) {
        html.append("<meter min=\"0\" max=\"")
                .append(Points.text(Math.max(whole, 1e-3)))
                .append("\" value=\"");
        html.append(Points.text(part)).append("\"></meter>\n");
    }

    private void paragraph(String style, String sentence) {
        if (!sentence.isEmpty()) {
            html.append(style.isEmpty() ? "<p>" : "<p class=\"" + style + "\">")
                    .append(text(sentence))
                    .append("</p>\n");
        }
    }

    private static String text(String text) {
        return HtmlText.escape(bounded(text));
    }

    private static String bounded(String text) {
        return PlainText.of(text, LONGEST);
    }
}
