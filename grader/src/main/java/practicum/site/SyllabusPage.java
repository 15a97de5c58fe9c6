package practicum.site;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import practicum.report.Html;

/** The page of one course: its sessions in order, each with its practicums and what is read for it. */
final class SyllabusPage {
    private static final Pattern ARXIV = Pattern.compile("arXiv:(\\d{4}\\.\\d{4,5})");

    private SyllabusPage() {}

    static Page of(Syllabus syllabus, Contents contents) {
        Html html = new Html();
        html.element("p", "Syllabus", "class", "eyebrow").raw("\n");
        html.element("h1", syllabus.name()).raw("\n");
        html.element("p", syllabus.about(), "class", "lead").raw("\n");
        html.open("ol", "class", "sessions").raw("\n");
        for (int i = 0; i < syllabus.sessions().size(); i++) {
            html.open("li", "id", Syllabus.id(i)).raw("\n");
            session(syllabus.sessions().get(i), syllabus.page(), contents, html);
            html.closeLine();
        }
        return new Page(
                syllabus.page(),
                syllabus.name(),
                List.of(),
                "",
                html.closeLine().toString());
    }

    private static void session(Syllabus.Session session, String page, Contents contents, Html html) {
        html.element("p", session.when(), "class", "when").raw("\n");
        html.open("div").raw("\n");
        if (contents.isNamed(session.topic(), session.practicums())) {
            html.open("h2");
            contents.name(session.practicums().get(0), page, html);
            html.closeLine();
        } else {
            html.element("h2", session.topic()).raw("\n");
            practicums(session.practicums(), page, contents, html);
        }
        papers("To read", session.papers(), html);
        papers("Further reading", session.further(), html);
        html.closeLine();
    }

    private static void practicums(List<Integer> numbers, String page, Contents contents, Html html) {
        html.open("ul", "class", "practicums").raw("\n");
        for (int number : numbers) {
            html.open("li");
            contents.name(number, page, html);
            html.closeLine();
        }
        html.closeLine();
    }

    private static void papers(String what, List<String> papers, Html html) {
        if (papers.isEmpty()) {
            return;
        }
        html.element("h3", what).raw("\n").open("ul", "class", "papers").raw("\n");
        papers.forEach(paper -> paper(paper, html));
        html.closeLine();
    }

    /** A paper, linked where it can be read if its identifier on arXiv is told. */
    private static void paper(String paper, Html html) {
        html.open("li");
        Matcher arxiv = ARXIV.matcher(paper);
        int end = 0;
        while (arxiv.find()) {
            html.text(paper.substring(end, arxiv.start()));
            html.element("a", arxiv.group(), "href", "https://arxiv.org/abs/" + arxiv.group(1));
            end = arxiv.end();
        }
        html.text(paper.substring(end));
        html.closeLine();
    }
}
