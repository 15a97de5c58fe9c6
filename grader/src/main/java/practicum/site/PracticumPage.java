package practicum.site;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import practicum.build.Release;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookReader;
import practicum.report.Html;
import practicum.report.Points;
import practicum.source.Cell;
import practicum.source.Practicum;
import practicum.source.Project;

/** The page of one practicum: of its executed solution, or of what students get. */
final class PracticumPage {
    private final Practicum practicum;
    private final Syllabi syllabi;
    private final String path;
    private final Outline outline = new Outline();

    private PracticumPage(Practicum practicum, Syllabi syllabi) {
        this.practicum = practicum;
        this.syllabi = syllabi;
        this.path = path(practicum);
    }

    /** Where the page stands. */
    static String path(Practicum practicum) {
        return "practicums/" + practicum.stem() + ".html";
    }

    /** What a link to the page says. */
    static String name(Practicum practicum) {
        return number(practicum.about().number()) + " " + practicum.about().title();
    }

    /** A practicum's number as its files have it. */
    static String number(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    static Page of(Project project, Practicum practicum, Edition edition, Syllabi syllabi, SiteMap map) {
        Path solution = Release.solutionFile(project, practicum.stem());
        Path file = edition.hasSolutions() ? solution : Release.studentFile(project, practicum.stem());
        List<NotebookCell> cells = cells(project, file);
        if (!edition.hasSolutions()) {
            cells = Opening.shown(cells, cells(project, solution));
        }
        return new PracticumPage(practicum, syllabi).page(cells, project.show(file), map);
    }

    private static List<NotebookCell> cells(Project project, Path file) {
        return NotebookReader.read(file, project.show(file)).cells();
    }

    private Page page(List<NotebookCell> all, String file, SiteMap map) {
        var cells = new NotebookCells(file, map, outline);
        for (int i = 0; i < all.size(); i++) {
            cells.add(i == 0 ? untitled(all.get(i)) : all.get(i));
        }
        return new Page(path, name(practicum), outline.entries(), head(), cells.toString());
    }

    /** The first cell without its title, which the page's head has; a cell that is a title and no more is empty then. */
    private static NotebookCell untitled(NotebookCell cell) {
        if (cell.kind() != NotebookCell.Kind.MARKDOWN || !cell.source().startsWith("# ")) {
            return cell;
        }
        return cell.withSource(
                cell.id().equals("title") ? "" : cell.source().lines().skip(1).collect(Collectors.joining("\n")));
    }

    private String head() {
        Html html = new Html();
        html.open("div", "class", "head").raw("\n");
        html.element("p", "Practicum " + number(practicum.about().number()), "class", "eyebrow")
                .raw("\n");
        html.element("h1", practicum.about().title()).raw("\n");
        if (!saysItsClaim()) {
            html.open("p", "class", "claim").element("b", "The claim");
            html.text(" " + practicum.about().claim()).closeLine();
        }
        html.open("ul", "class", "facts").raw("\n");
        html.element("li", count(practicum.exercises().size(), "exercise")).raw("\n");
        html.element("li", count(practicum.points(), "point")).raw("\n");
        html.element("li", "about " + minutes() + " minutes of exercises").raw("\n");
        for (Syllabi.Place place : syllabi.of(practicum.about().number())) {
            String address = place.syllabus().page() + "#" + Syllabus.id(place.session());
            html.open("li").open("a", "href", Address.of(address, path));
            html.text(place.syllabus().name() + ", " + place.get().when())
                    .close()
                    .closeLine();
        }
        return html.closeLine().closeLine().toString();
    }

    /** Whether the text itself has the claim where it begins. */
    private boolean saysItsClaim() {
        return practicum.cells().stream()
                .limit(3)
                .anyMatch(cell ->
                        cell instanceof Cell.Prose prose && prose.markdown().contains("> **Claim"));
    }

    private int minutes() {
        return practicum.exercises().stream().mapToInt(Cell.Exercise::minutes).sum();
    }

    static String count(double number, String what) {
        return Points.text(number) + " " + what + (number == 1 ? "" : "s");
    }
}
