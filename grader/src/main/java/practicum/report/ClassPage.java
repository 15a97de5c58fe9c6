package practicum.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import practicum.gradebook.Comment;

/** The page that an instructor reads of a class: how it went, which questions were hard, and what many got wrong alike. */
public final class ClassPage {
    private static final int NAMES = 12;

    private final Html html = new Html();

    private ClassPage() {}

    /**
     * The page, complete in itself and without scripts.
     *
     * @param comments what was written to clusters already
     */
    public static String of(String title, Statistics statistics, Clusters clusters, List<Comment> comments) {
        var page = new ClassPage();
        page.html.element("h1", title).raw("\n");
        page.summary(statistics);
        page.histogram(statistics);
        page.questions(statistics.questions());
        page.clusters(clusters.shared(), comments);
        return HtmlDocument.of("Class report · " + title, "class", page.html);
    }

    private void summary(Statistics statistics) {
        html.open("dl", "class", "figures");
        figure("students", Integer.toString(statistics.count()));
        figure("mean", number(statistics.mean()) + " of " + Points.text(statistics.max()));
        figure("median", number(statistics.median()));
        figure("standard deviation", number(statistics.deviation()));
        figure("late", Integer.toString(statistics.late()));
        figure("with answers to read", Integer.toString(statistics.open()));
        figure(
                "seconds to grade",
                number(statistics.seconds(0.5)) + " median, " + number(statistics.seconds(0.9)) + " for nine in ten, "
                        + number(statistics.seconds(1)) + " at most");
        figure(
                "ended",
                statistics.statuses().entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", ")));
        html.closeLine();
    }

    private void figure(String name, String value) {
        html.element("dt", name).element("dd", value);
    }

    private void histogram(Statistics statistics) {
        html.element("h2", "Points").raw("\n").open("table", "class", "bars");
        html.element("caption", "How many students earned which part of the points, penalties included");
        int[] counts = statistics.histogram();
        int most = java.util.Arrays.stream(counts).max().orElse(0);
        for (int i = 0; i < counts.length; i++) {
            String range = i * 10 + "–" + (i + 1) * 10 + " %";
            html.open("tr").element("th", range, "scope", "row").open("td");
            bar(counts[i], most, range);
            html.close().element("td", Integer.toString(counts[i])).closeLine();
        }
        html.closeLine();
    }

    private void bar(double value, double most, String label) {
        html.open(
                        "meter",
                        "min",
                        "0",
                        "max",
                        Points.text(Math.max(most, 1e-3)),
                        "value",
                        Points.text(value),
                        "aria-label",
                        label)
                .close();
    }

    private void questions(Map<String, Statistics.Question> questions) {
        html.element("h2", "Questions").raw("\n").open("table", "class", "questions");
        html.element(
                "caption",
                "Facility: the mean part of its points that was earned. Discrimination: its correlation with what the"
                        + " same students earned elsewhere; look at questions near or below 0.");
        html.open("tr");
        List.of("exercise", "check", "facility", "", "discrimination")
                .forEach(head -> html.element("th", head, "scope", "col"));
        html.closeLine();
        questions.forEach((id, question) -> {
            html.open("tr", "class", question.discrimination() < 0.1 ? "look" : "");
            html.element("td", question.exercise());
            html.element("td", id + (question.isHidden() ? " (hidden)" : ""));
            html.element("td", number(question.facility())).open("td");
            bar(question.facility(), 1, "facility of " + id);
            html.close().element("td", number(question.discrimination())).closeLine();
        });
        html.closeLine();
    }

    private void clusters(List<Clusters.Cluster> clusters, List<Comment> comments) {
        html.element("h2", "The same wrong answer").raw("\n");
        if (clusters.isEmpty()) {
            html.element("p", "No two students gave the same wrong answer.").raw("\n");
            return;
        }
        html.open("p").text("One comment reaches all who gave an answer, whoever hands in later too: ");
        html.element("code", "./practicum gradebook comment NN --out OUT --on NAME \"…\"")
                .closeLine();
        for (Clusters.Cluster cluster : clusters) {
            html.open("section");
            html.open("h3")
                    .element("code", cluster.check())
                    .text(": " + cluster.students().size() + " students");
            html.closeLine().open("p").element("code", cluster.shown()).closeLine();
            html.element("p", cluster.rationale()).raw("\n");
            html.open("p", "class", "who")
                    .element("bdi", names(cluster.students()))
                    .closeLine();
            html.open("p").text("Name: ").element("code", cluster.name()).closeLine();
            comments.stream()
                    .filter(comment -> comment.student().isEmpty())
                    .filter(comment -> (comment.topic() + "=" + comment.answer()).equals(cluster.name()))
                    .forEach(comment -> html.element("p", comment.text(), "class", "comment"));
            html.closeLine();
        }
    }

    private static String names(List<String> students) {
        String some = students.stream().limit(NAMES).collect(Collectors.joining(", "));
        return students.size() > NAMES ? some + " and " + (students.size() - NAMES) + " more" : some;
    }

    private static String number(double number) {
        return Double.isNaN(number) ? "–" : String.format(Locale.ROOT, "%.2f", number);
    }
}
