package practicum.site;

import java.util.List;
import java.util.Map;
import practicum.report.Html;

/** The first page: the courses, all practicums, and what else there is. */
final class IndexPage {
    static final String PATH = "index.html";

    private IndexPage() {}

    static Page of(Syllabi syllabi, Contents contents, List<Page.Link> more) {
        Html html = new Html();
        html.element("h1", "Practicum").raw("\n");
        html.element("p", "The interpretability of neural networks, week by week, on the JVM.", "class", "lead")
                .raw("\n");
        html.element("h2", "By week").raw("\n").open("ul", "class", "courses").raw("\n");
        syllabi.all().forEach(syllabus -> course(syllabus, contents, html));
        html.closeLine();
        html.element("h2", "All practicums")
                .raw("\n")
                .open("ul", "class", "practicums")
                .raw("\n");
        for (Map.Entry<Integer, String> practicum : contents.all().entrySet()) {
            html.open("li");
            contents.name(practicum.getKey(), PATH, html);
            places(syllabi.of(practicum.getKey()), html);
            html.closeLine();
        }
        html.closeLine();
        html.element("h2", "More").raw("\n").open("ul", "class", "entries").raw("\n");
        for (Page.Link link : more) {
            html.open("li").element("a", link.title(), "href", link.path()).closeLine();
        }
        return new Page(PATH, "Practicum", List.of(), "", html.closeLine().toString());
    }

    private static void course(Syllabus syllabus, Contents contents, Html html) {
        long written = syllabus.sessions().stream()
                .flatMap(session -> session.practicums().stream())
                .distinct()
                .filter(contents.pages()::containsKey)
                .count();
        html.open("li").open("a", "href", syllabus.page());
        html.element("b", syllabus.name()).text(" ");
        html.element("span", syllabus.about()).text(" ");
        html.element(
                "small",
                PracticumPage.count(syllabus.sessions().size(), "session") + ", "
                        + PracticumPage.count(written, "practicum") + " here");
        html.close().closeLine();
    }

    private static void places(List<Syllabi.Place> places, Html html) {
        if (places.isEmpty()) {
            return;
        }
        html.text(" ").open("span", "class", "places");
        for (int i = 0; i < places.size(); i++) {
            Syllabi.Place place = places.get(i);
            html.text(i == 0 ? "" : " · ");
            html.element(
                    "a",
                    place.syllabus().name() + " " + place.get().when(),
                    "href",
                    place.syllabus().page() + "#" + Syllabus.id(place.session()));
        }
        html.close();
    }
}
