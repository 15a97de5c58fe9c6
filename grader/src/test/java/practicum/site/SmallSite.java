package practicum.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import practicum.build.ReleaseBuild;
import practicum.build.ReleaseFiles;
import practicum.check.PretendKernel;
import practicum.check.SmallPracticum;
import practicum.source.Practicum;
import practicum.source.PracticumParser;
import practicum.source.Project;

/** A course of one built practicum, with all that a site is made of. */
record SmallSite(Project project) {
    static final String STEM = SmallPracticum.get().stem();
    static final String PAGE = "practicums/" + STEM + ".html";

    static SmallSite in(Path root) throws IOException {
        SmallSite site = new SmallSite(new Project(root));
        site.build(STEM, SmallPracticum.SOURCE);
        site.put(
                "docs/syllabi.yaml",
                """
                practicums:
                  3: Two functions
                  4: Three functions
                syllabi:
                  tau:
                    name: TAU
                    about: Weekly.
                    sessions:
                      - when: Week 1
                        topic: Two functions
                        practicums: [3]
                        papers: [On sums & more (arXiv:2310.02207)]
                      - when: Week 2
                        topic: More functions
                        practicums: [3, 4]
                  bu:
                    name: BU
                    about: By date.
                    sessions:
                      - when: Sep 2
                        topic: Sums
                        practicums: [4]
                """);
        site.put("docs/student.md", "# For students\n\nSee [the pictures](gallery.html).\n\n## One\n\n## Two\n");
        site.put("docs/instructor.md", "# For instructors\n\nSee [students](student.md#two).\n");
        site.put("docs/decisions/README.md", "# Decisions\n\n- [one](001-one.md)\n");
        site.put("docs/decisions/001-one.md", "# 001 One\n\n[All](README.md), [for instructors](../instructor.md)\n");
        site.put(
                "docs/gallery.html",
                "<html><body><main>\n<section class=\"prose\">\n<h1>Gallery</h1>\n</section>\n<h2>Same &amp; same</h2><h2>Same &amp; same</h2></main></body>");
        site.put(
                "kernel-lib/src/main/resources/practicum/models/adder/README.md",
                "# adder\n\nIt adds. It does no more.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
        return site;
    }

    /** Writes a practicum's source, and all that a build makes of it. */
    void build(String stem, String source) throws IOException {
        put("solutions/" + stem + ".md", source);
        Practicum practicum = PracticumParser.parse(source, stem, "solutions/" + stem + ".md");
        ReleaseFiles.write(
                new ReleaseBuild(folder -> new PretendKernel(0)).of(practicum).files(project, practicum));
    }

    Path put(String path, String text) throws IOException {
        Path file = project.root().resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    CourseSite made(Edition edition) {
        return made(new CourseSite.Order(project.stems(), List.of(), edition, false));
    }

    CourseSite made(CourseSite.Order order) {
        return CourseSite.of(project, order);
    }

    /** All that a site says, however it is marked up. */
    static String all(SortedMap<String, byte[]> files) {
        StringBuilder all = new StringBuilder();
        files.forEach((path, bytes) -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            all.append(path).append(text).append(PageText.of(text)).append(PageText.unescaped(text));
        });
        return all.toString();
    }

    static String text(CourseSite site, String path) {
        return new String(site.files().get(path), StandardCharsets.UTF_8);
    }
}
