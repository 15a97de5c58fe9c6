package practicum.site;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import practicum.build.Release;
import practicum.build.Staleness;
import practicum.check.AnswerKey;
import practicum.nbformat.NotebookReader;
import practicum.progress.Progress;
import practicum.release.Disclosure;
import practicum.source.Practicum;
import practicum.source.Project;

/**
 * The course as a folder of pages, made and proven before it is written.
 *
 * @param files its files by their places
 * @param problems what does not work in it: links that lead nowhere and the like; empty where all does
 * @param disclosures what it would tell students that they must not know; empty where it tells nothing
 */
public record CourseSite(SortedMap<String, byte[]> files, List<String> problems, List<String> disclosures) {
    /** What is handed over is copied. */
    public CourseSite {
        files = new TreeMap<>(files);
        problems = List.copyOf(problems);
        disclosures = List.copyOf(disclosures);
    }

    /**
     * What goes into a site.
     *
     * @param practicums the stems of its practicums
     * @param syllabi the keys of its syllabi; all where there are none
     * @param edition whom it is for
     * @param api whether the library's Javadoc is made too, which takes a minute
     */
    public record Order(List<String> practicums, List<String> syllabi, Edition edition, boolean api) {
        /** What is handed over is copied. */
        public Order {
            practicums = practicums.stream().sorted().toList();
            syllabi = List.copyOf(syllabi);
        }
    }

    /**
     * Makes the pages, and checks them.
     *
     * @throws SiteException where something that a page is made of is missing or not current
     */
    public static CourseSite of(Project project, Order order) {
        List<Practicum> practicums =
                order.practicums().stream().map(project::practicum).toList();
        requireCurrent(project, practicums);
        SortedMap<String, byte[]> files = new Pages(project, order, practicums).files();
        List<String> disclosures =
                order.edition().hasSolutions() ? List.of() : List.copyOf(disclosures(project, practicums, files));
        return new CourseSite(files, LinkCheck.of(files), disclosures);
    }

    /** Whether it may be written: all its links lead somewhere, and it discloses nothing. */
    public boolean isSound() {
        return problems.isEmpty() && disclosures.isEmpty();
    }

    /**
     * Writes it to a folder that is new, empty, or an earlier site.
     *
     * @throws SiteException where it is not sound, or where the folder may hold somebody's work
     */
    public void write(Path folder) {
        if (!isSound()) {
            throw new SiteException("This site is not sound, and is not written.");
        }
        new SiteFolder(folder).write(files);
    }

    /** Throws where a folder is neither new nor empty nor an earlier site, before any work is done for it. */
    public static void requireWritable(Path folder) {
        new SiteFolder(folder).requireOurs();
    }

    private static void requireCurrent(Project project, List<Practicum> practicums) {
        List<String> stale = new ArrayList<>();
        List<String> toBuild = new ArrayList<>();
        for (Practicum practicum : practicums) {
            List<String> found = Staleness.of(project, practicum);
            stale.addAll(found);
            if (!found.isEmpty()) {
                toBuild.add(practicum.stem());
            }
        }
        if (!stale.isEmpty()) {
            throw new SiteException(String.join("\n", stale) + "\nRun ./practicum build " + String.join(" ", toBuild)
                    + " first, or name only the practicums that are current.");
        }
    }

    /** Searched as they are, and as a browser shows them: marked-up code is the same code. */
    private static SortedSet<String> disclosures(
            Project project, List<Practicum> practicums, SortedMap<String, byte[]> files) {
        Map<Practicum, AnswerKey> keys = new LinkedHashMap<>();
        for (Practicum practicum : practicums) {
            Path executed = Release.solutionFile(project, practicum.stem());
            Practicum shown = practicum.variants().get(0); // the one whose numbers the solution's notebook has
            keys.put(shown, AnswerKey.executed(shown, NotebookReader.read(executed, project.show(executed))));
        }
        SortedMap<String, byte[]> searched = new TreeMap<>(files);
        files.forEach((path, bytes) -> {
            if (path.endsWith(".html")) {
                String html = new String(bytes, StandardCharsets.UTF_8);
                searched.put(path + ", as it is read,", bytes(PageText.of(html)));
                searched.put(path + ", in its attributes,", bytes(PageText.unescaped(html)));
            }
        });
        return Disclosure.in(project, keys, searched);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The pages of one site in the making. */
    private static final class Pages {
        private final Project project;
        private final Order order;
        private final List<Practicum> practicums;
        private final Syllabi syllabi;
        private final List<String> guides;
        private final List<String> cards;
        private final boolean hasGallery;
        private final SiteMap map;

        Pages(Project project, Order order, List<Practicum> practicums) {
            this.project = project;
            this.order = order;
            this.practicums = practicums;
            this.syllabi = SyllabiReader.read(project.root()).only(order.syllabi());
            this.guides = new GuidePages(project).files(order.edition());
            this.cards = new ModelPages(project).files();
            this.hasGallery = Files.exists(project.root().resolve(GalleryPage.FILE));
            this.map = map();
        }

        private SiteMap map() {
            SortedMap<String, String> pages = new TreeMap<>();
            pages.put("README.md", IndexPage.PATH);
            pages.put(GalleryPage.FILE, GalleryPage.PATH);
            guides.forEach(file -> pages.put(file, GuidePages.path(file)));
            cards.forEach(file -> pages.put(file, ModelPages.path(file)));
            practicums.forEach(practicum -> pages.putAll(SiteMap.practicum(practicum.stem())));
            return new SiteMap(project.root(), pages);
        }

        SortedMap<String, byte[]> files() {
            Layout layout = new Layout(menu(), edition());
            SortedMap<String, byte[]> files = new TreeMap<>();
            for (Page page : pages()) {
                files.put(page.path(), bytes(layout.html(page)));
            }
            if (order.api()) {
                files.putAll(ApiPages.of(project));
            }
            return files;
        }

        private List<Page.Link> menu() {
            List<Page.Link> menu = new ArrayList<>();
            menu.add(new Page.Link(IndexPage.PATH, "Practicum"));
            syllabi.all().forEach(syllabus -> menu.add(new Page.Link(syllabus.page(), syllabus.name())));
            menu.addAll(more());
            return menu;
        }

        private List<Page.Link> more() {
            List<Page.Link> more = new ArrayList<>();
            if (hasGallery) {
                more.add(new Page.Link(GalleryPage.PATH, "Gallery"));
            }
            more.add(new Page.Link(ModelPages.INDEX, "Models"));
            more.add(new Page.Link(GuidePages.INDEX, "Guides"));
            if (order.api()) {
                more.add(new Page.Link(ApiPages.INDEX, "API"));
            }
            return more;
        }

        private String edition() {
            return order.edition().hasSolutions()
                    ? "The instructors’ edition, with solutions and hidden checks. Not for students."
                    : "";
        }

        private List<Page> pages() {
            List<Page> pages = new ArrayList<>();
            Contents contents = contents();
            pages.add(IndexPage.of(syllabi, contents, more()));
            syllabi.all().forEach(syllabus -> pages.add(SyllabusPage.of(syllabus, contents)));
            pages.addAll(practicumPages());
            if (hasGallery) {
                pages.add(GalleryPage.of(project));
            }
            pages.addAll(new ModelPages(project).of(cards, map));
            pages.addAll(new GuidePages(project).of(guides, map));
            return pages;
        }

        private Contents contents() {
            SortedMap<Integer, Practicum> byNumber = new TreeMap<>();
            practicums.forEach(practicum -> byNumber.put(practicum.about().number(), practicum));
            List<Integer> written = project.stems().stream()
                    .map(stem -> Integer.valueOf(stem.substring(0, 2)))
                    .toList();
            return new Contents(syllabi.titles(), byNumber, written);
        }

        private List<Page> practicumPages() {
            List<Page> pages = new ArrayList<>();
            try (Progress progress = Progress.start("Writing practicums", practicums.size())) {
                for (int i = 0; i < practicums.size(); i++) {
                    pages.add(PracticumPage.of(project, practicums.get(i), order.edition(), syllabi, map)
                            .between(link(i - 1), link(i + 1)));
                    progress.advance(1);
                }
            }
            return pages;
        }

        private Optional<Page.Link> link(int place) {
            return place < 0 || place >= practicums.size()
                    ? Optional.empty()
                    : Optional.of(new Page.Link(
                            PracticumPage.path(practicums.get(place)), PracticumPage.name(practicums.get(place))));
        }
    }
}
