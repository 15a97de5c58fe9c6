package practicum.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import practicum.similarity.Likeness;

/** The page that an instructor reads of submissions that share code, side by side. */
public final class SimilarityPage {
    private static final int SIDE_BY_SIDE = 20;

    private final Html html = new Html();

    private SimilarityPage() {}

    /** The page, complete in itself and without scripts. */
    public static String of(String title, int students, List<Likeness> likenesses) {
        var page = new SimilarityPage();
        page.html.element("h1", title).raw("\n");
        page.html
                .element(
                        "p",
                        "The most alike pairs of " + students + " submissions. Code of the release, and what a fifth of"
                                + " the class writes alike, is left out; names, numbers, comments and layout are not"
                                + " compared. A likeness is a reason to look and to ask, and proves nothing.")
                .raw("\n");
        page.table(likenesses);
        likenesses.stream().limit(SIDE_BY_SIDE).forEach(page::pair);
        return HtmlDocument.of("Similarity · " + title, "class", page.html);
    }

    private void table(List<Likeness> likenesses) {
        if (likenesses.isEmpty()) {
            html.element("p", "No two submissions share anything of their own.").raw("\n");
            return;
        }
        html.open("table").open("tr");
        List.of("similarity", "shared passages", "students", "identical cells")
                .forEach(head -> html.element("th", head, "scope", "col"));
        html.closeLine();
        for (Likeness each : likenesses) {
            html.open("tr").element("td", Math.round(100 * each.similarity()) + " %");
            html.element("td", Integer.toString(each.shared())).open("td");
            html.element("bdi", each.first().student())
                    .text(", ")
                    .element("bdi", each.second().student());
            html.close().element("td", String.join(", ", each.identical())).closeLine();
        }
        html.closeLine();
    }

    private void pair(Likeness each) {
        html.open("section").open("h2").element("bdi", each.first().student()).text(" and ");
        html.element("bdi", each.second().student()).text(": " + Math.round(100 * each.similarity()) + " %");
        html.closeLine();
        for (Map.Entry<String, Set<Integer>> cell : each.firstLines().entrySet()) {
            html.open("h3").element("code", cell.getKey()).closeLine().open("div", "class", "pair");
            code(each.first().code().getOrDefault(cell.getKey(), ""), cell.getValue());
            code(
                    each.second().code().getOrDefault(cell.getKey(), ""),
                    each.secondLines().getOrDefault(cell.getKey(), Set.of()));
            html.closeLine();
        }
        html.closeLine();
    }

    private void code(String code, Set<Integer> shared) {
        html.open("pre");
        var lines = code.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (shared.contains(i)) {
                html.element("mark", lines.get(i));
            } else {
                html.text(lines.get(i));
            }
            html.raw("\n");
        }
        html.close();
    }
}
