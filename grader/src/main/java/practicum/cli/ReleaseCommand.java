package practicum.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import practicum.build.Rehearsal;
import practicum.build.ScratchFolder;
import practicum.build.Sessions;
import practicum.build.Staleness;
import practicum.check.AnswerKey;
import practicum.check.KeyCache;
import practicum.jupyter.NativeLibraries;
import practicum.release.ReleaseException;
import practicum.release.StudentRelease;
import practicum.source.Platform;
import practicum.source.Practicum;
import practicum.source.Project;

/** Makes what students get. */
@Command(
        name = "release",
        header = "Make what students get: one folder or archive that needs no network.",
        description = {
            "Write notebooks, launcher, library, natives, models, visible expectations and a README of one page to a new"
                    + " folder or a .zip.",
            "Every byte of it is searched for solutions, hidden checks and the values that they expect, inside archives"
                    + " too; nothing is written where one is found."
        },
        footer = {"", "Example: ./practicum release 01 09 --out week9.zip --platform linux-x86_64,osx-aarch64"})
final class ReleaseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private NamedPracticums named = new NamedPracticums();

    @Option(names = "--out", paramLabel = "DIR|ZIP", required = true, description = "A new folder, or NAME.zip.")
    private Path out = Path.of("");

    @Option(
            names = "--platform",
            paramLabel = "NAME",
            split = ",",
            description =
                    "For which machines: linux-x86_64, linux-aarch64, osx-aarch64, win-x86_64; this one's where none"
                            + " is named.")
    private List<String> platforms = List.of();

    @Override
    public Integer call() {
        var project = Project.find();
        if (project.isRelease()) {
            throw new ParameterException(spec.commandLine(), "This is a release already. Make one from the course.");
        }
        var machines = platforms.isEmpty()
                ? List.of(Platform.current())
                : platforms.stream().map(Platform::of).distinct().toList();
        var practicums = named.stems(project).stream().map(project::practicum).toList();
        requireCurrent(project, practicums);
        new NativeLibraries(project).unpack();
        var keys = new LinkedHashMap<Practicum, AnswerKey>();
        practicums.stream()
                .flatMap(practicum -> practicum.variants().stream())
                .forEach(variant -> keys.put(variant, key(project, variant)));
        var release = StudentRelease.of(project, practicums, keys, machines);
        Path record = release.write(out, project);
        PrintWriter text = spec.commandLine().getOut();
        text.println("Wrote " + out + ": release " + release.manifest().release() + ", "
                + release.files().size() + " files, for "
                + String.join(", ", release.manifest().platforms()) + ".");
        text.println("Commit " + project.show(record) + ": by it the grader knows the release again.");
        return 0;
    }

    /** Only what is expected is searched for, which takes no run of the mistakes. */
    private static AnswerKey key(Project project, Practicum practicum) {
        var cache = new KeyCache(project.root().resolve(".practicum/cache"), project.kernelClassPath());
        return cache.known(practicum).orElseGet(() -> {
            try (var folder = ScratchFolder.create()) {
                var expected = Rehearsal.expected(practicum, Sessions.forAuthors(project), folder.path());
                return new AnswerKey(practicum.stem(), expected, List.of());
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot make a folder for temporary files", e);
            }
        });
    }

    private static void requireCurrent(Project project, List<Practicum> practicums) {
        var stale = new ArrayList<String>();
        practicums.forEach(practicum -> stale.addAll(Staleness.of(project, practicum)));
        if (practicums.isEmpty()) {
            throw new ReleaseException("There is no practicum to release.");
        } else if (!stale.isEmpty()) {
            throw new ReleaseException(String.join("\n", stale) + "\nRun ./practicum build and verify first.");
        }
    }
}
