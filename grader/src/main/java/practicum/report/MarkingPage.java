package practicum.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.List;
import practicum.check.PlainText;
import practicum.source.Rubric;

/**
 * The page on which a person reads answers in words and gives points, by keyboard alone: without names, in an order that
 * tells nothing, one question after another. It needs no server; what was given leaves it as a file.
 */
public final class MarkingPage {
    /** What marks are exchanged as, so that a file of something else is refused. */
    public static final String FORMAT = "practicum-marks-1";

    private static final int LONGEST = 20_000;

    /** Escapes what could end a script element. */
    private static final Gson GSON = new GsonBuilder().create();

    private MarkingPage() {}

    /**
     * An answer to read.
     *
     * @param who stands for the student
     * @param question the question's id
     * @param prompt the question, in Markdown
     * @param rubric what earns the points
     * @param points what it is worth
     * @param text the answer, in Markdown
     * @param digest of the answer
     * @param given the points that it has already; null where it has none
     * @param met which sentences of the rubric it met
     * @param comment what the student reads
     */
    public record Item(
            String who,
            String question,
            String prompt,
            List<String> rubric,
            double points,
            String text,
            String digest,
            @org.jspecify.annotations.Nullable Double given,
            List<Integer> met,
            String comment) {}

    /** What the page's script has to know of an answer; the texts stand in the page. */
    private record Known(
            String who,
            String question,
            String answer,
            double max,
            List<Double> rubric,
            @org.jspecify.annotations.Nullable Double points,
            List<Integer> met,
            String comment) {}

    /** What the page's script has to know. */
    private record Sheet(String format, String practicum, List<Known> items) {}

    /** The page. */
    public static String of(String stem, String title, List<Item> items) {
        var html = new Html();
        html.element("h1", "Answers in words · " + title).raw("\n");
        html.open("p", "class", "keys");
        html.text(
                "Keys: 1–9 toggle the rubric · + and − change the points · f full · 0 none · c comment (Esc leaves it)"
                        + " · q the question · j, Enter next · k back · u next unread · s save the file");
        html.closeLine();
        html.open("p", "class", "state");
        html.open("span", "aria-live", "polite", "id", "state").close().text(" ");
        html.element("button", "Save marks", "type", "button", "id", "save").closeLine();
        for (int i = 0; i < items.size(); i++) {
            boolean first =
                    i == 0 || !items.get(i).question().equals(items.get(i - 1).question());
            item(items.get(i), i, first, html);
        }
        var known = items.stream()
                .map(item -> new Known(
                        item.who(),
                        item.question(),
                        item.digest(),
                        item.points(),
                        Rubric.worth(item.rubric(), item.points()),
                        item.given(),
                        item.met(),
                        item.comment()))
                .toList();
        html.raw("<script type=\"application/json\" id=\"sheet\">")
                .raw(GSON.toJson(new Sheet(FORMAT, stem, known)))
                .raw("</script>\n");
        return HtmlDocument.of("Marking · " + title, "marking", Stylesheet.file("marking.js"), html);
    }

    /** The question is open where it is new, and one key away after that. */
    private static void item(Item item, int number, boolean first, Html html) {
        html.open("section", "id", "item" + number, "tabindex", "-1").raw("\n");
        html.open("h2").element("code", item.question()).text(" · answer of ").element("code", item.who());
        html.closeLine();
        (first ? html.open("details", "open", "") : html.open("details")).element("summary", "The question");
        html.open("div").raw(Markdown.untrusted(item.prompt())).closeLine().closeLine();
        html.open("blockquote")
                .raw(Markdown.untrusted(PlainText.of(item.text(), LONGEST)))
                .closeLine();
        html.open("ol", "class", "rubric").raw("\n");
        for (int i = 0; i < item.rubric().size(); i++) {
            String id = "item" + number + "-" + i;
            html.open("li").open("input", "type", "checkbox", "id", id);
            html.dropped()
                    .open("label", "for", id)
                    .text(item.rubric().get(i))
                    .close()
                    .closeLine();
        }
        html.closeLine();
        html.open("p").open("label").text("Points ");
        html.open(
                        "input",
                        "type",
                        "number",
                        "min",
                        "0",
                        "max",
                        Points.text(item.points()),
                        "step",
                        "any",
                        "class",
                        "points")
                .dropped();
        html.text(" of " + Points.text(item.points())).close().closeLine();
        html.open("p")
                .open("label")
                .text("Comment ")
                .open("textarea", "rows", "3", "class", "comment")
                .close();
        html.close().closeLine().closeLine();
    }
}
