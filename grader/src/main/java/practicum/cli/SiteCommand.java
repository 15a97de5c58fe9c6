package practicum.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import practicum.site.CourseSite;
import practicum.site.Edition;
import practicum.source.Project;

/** Makes the course's site. */
@Command(
        name = "site",
        header = "Make the course's site: pages that work from a folder, with solutions or without.",
        description = {
            "Write pages of the practicums, by week for each syllabus, with gallery, model cards and guides. They need"
                    + " no server, no network and no scripts.",
            "Every link, anchor and picture is checked; with --no-solutions every byte is searched for what students"
                    + " must not have. Nothing is written where something is wrong."
        },
        footer = {
            "",
            "Example: ./practicum site --no-solutions --syllabus tau --out public",
            "Exits with 0 when the site was written, 1 when something in it is wrong, 2 on wrong use."
        })
final class SiteCommand implements Callable<Integer> {
    /** As many complaints as one reads. */
    private static final int SHOWN = 40;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private NamedPracticums named = new NamedPracticums();

    @Option(names = "--out", paramLabel = "DIR", description = "Where the pages go; target/site where it is not given.")
    private @Nullable Path out;

    @Option(names = "--no-solutions", description = "What students may see: pages of their notebooks.")
    private boolean noSolutions;

    @Option(
            names = "--syllabus",
            paramLabel = "NAME",
            split = ",",
            description = "Only these syllabi of docs/syllabi.yaml, such as tau, bu or dfki.")
    private List<String> syllabi = List.of();

    @Option(names = "--api", description = "Also the library's Javadoc, which takes a minute.")
    private boolean api;

    @Override
    public Integer call() {
        var project = Project.find();
        if (project.isRelease()) {
            throw new ParameterException(spec.commandLine(), "This is a release. The site is made from the course.");
        }
        Path folder = out == null ? project.root().resolve("target/site") : out;
        CourseSite.requireWritable(folder);
        var edition = noSolutions ? Edition.STUDENTS : Edition.INSTRUCTORS;
        var keys = syllabi.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        var site = CourseSite.of(project, new CourseSite.Order(named.stems(project), keys, edition, api));
        if (!site.isSound()) {
            list("The site would tell students what they must not know:", site.disclosures());
            list("The site does not hold together:", site.problems());
            out().println("Nothing was written.");
            return 1;
        }
        site.write(folder);
        out().println("Wrote " + site.files().size() + " files"
                + (noSolutions ? " without solutions" : " with solutions: not for students") + ". Open "
                + project.show(folder.resolve("index.html")) + ".");
        return 0;
    }

    private void list(String what, List<String> sentences) {
        if (sentences.isEmpty()) {
            return;
        }
        out().println(what);
        sentences.stream().limit(SHOWN).forEach(sentence -> out().println("  " + sentence));
        if (sentences.size() > SHOWN) {
            out().println("  and " + (sentences.size() - SHOWN) + " more");
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
