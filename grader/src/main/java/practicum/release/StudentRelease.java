package practicum.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import practicum.build.Release;
import practicum.check.AnswerKey;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookReader;
import practicum.nbformat.NotebookWriter;
import practicum.source.Digest;
import practicum.source.Platform;
import practicum.source.Practicum;
import practicum.source.Project;

/**
 * What students get of some practicums, ready to be written: every file, with its manifest, searched for what it must
 * not hold.
 *
 * @param manifest what it consists of
 * @param files its files by their paths, the manifest among them
 */
public record StudentRelease(Manifest manifest, SortedMap<String, Content> files) {
    /** As many complaints as one reads. */
    private static final int SHOWN = 12;

    /**
     * Puts a release together.
     *
     * @param practicums what to release
     * @param keys the keys of all of their variants
     * @param platforms the machines that it is to run on
     * @throws ReleaseException where a file is missing, not current, or holds what students must not have
     */
    public static StudentRelease of(
            Project project, List<Practicum> practicums, Map<Practicum, AnswerKey> keys, List<Platform> platforms) {
        var files = new TreeMap<String, Content>();
        new ReleasedLibrary(project, platforms).addTo(files);
        String name = name(practicums, project, files);
        practicums.forEach(practicum -> add(practicum, name, project, files));
        files.put("README.md", Content.Made.text(Welcome.text(practicums, platforms, name)));
        refuseDisclosure(project, keys, files);
        var manifest = new Manifest(
                name,
                platforms.stream().map(Platform::classifier).toList(),
                practicums.stream().map(IssuedPracticum::of).toList(),
                digests(files));
        files.put(Manifest.FILE, Content.Made.text(manifest.toJson()));
        return new StudentRelease(manifest, files);
    }

    /** Writes it to a folder or an archive, and remembers it in the course. */
    public Path write(Path out, Project project) {
        if (out.toString().endsWith(".zip")) {
            ReleaseWriter.archive(files, out);
        } else {
            ReleaseWriter.folder(files, out);
        }
        return new ReleaseRecords(project)
                .keep(new Manifest(manifest.release(), manifest.platforms(), manifest.practicums(), Map.of()));
    }

    /** The same notebooks, expectations and library always make the same name. */
    private static String name(Collection<Practicum> practicums, Project project, Map<String, Content> files) {
        var about = new StringBuilder();
        for (Practicum practicum : practicums) {
            about.append(practicum.stem()).append(Digest.sha256(Release.student(practicum)));
            Release.expectedFiles(project, practicum)
                    .forEach(file -> about.append(Digest.sha256(expected(project, file, practicum))));
        }
        var library = new TreeMap<>(files);
        digests(library).forEach((path, digest) -> about.append(path).append(digest));
        return Digest.sha256(about.toString()).substring(0, 12);
    }

    private static void add(Practicum practicum, String name, Project project, Map<String, Content> files) {
        Notebook blank = Release.blank(practicum);
        var metadata = blank.metadata();
        IssuedPracticum.of(practicum).mark(metadata, name);
        var notebook = Content.Made.text(NotebookWriter.write(new Notebook(metadata, blank.cells())));
        files.put("notebooks/" + practicum.stem() + ".ipynb", notebook);
        files.put("library/released/" + practicum.stem() + ".ipynb", notebook);
        Release.expectedFiles(project, practicum)
                .forEach(file -> files.put(
                        "notebooks/expected/" + file.getFileName(),
                        Content.Made.text(expected(project, file, practicum))));
    }

    private static String expected(Project project, Path file, Practicum practicum) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new ReleaseException(
                    project.show(file) + " cannot be read. Run ./practicum build " + practicum.stem() + " first.");
        }
    }

    private static void refuseDisclosure(
            Project project, Map<Practicum, AnswerKey> keys, SortedMap<String, Content> files) {
        var all = project.stems().stream().map(project::practicum).toList();
        try {
            var found = new Disclosure(new Confidential(all, keys)).in(files);
            if (!found.isEmpty()) {
                throw new ReleaseException("Nothing was written, because the release would disclose what students must"
                        + " not have:\n  "
                        + String.join("\n  ", found.stream().limit(SHOWN).toList())
                        + (found.size() > SHOWN ? "\n  and " + (found.size() - SHOWN) + " more" : "")
                        + "\nTake it out of the source or of that file, build again, and release again.");
            }
        } catch (IOException e) {
            throw new ReleaseException("Nothing was written, because a file could not be searched: " + e.getMessage());
        }
    }

    private static Map<String, String> digests(SortedMap<String, Content> files) {
        var digests = new LinkedHashMap<String, String>();
        files.forEach((path, content) -> digests.put(path, digest(content)));
        return digests;
    }

    private static String digest(Content content) {
        try (var stream = new DigestInputStream(content.open(), MessageDigest.getInstance("SHA-256"))) {
            stream.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(stream.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + content, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256, but this one has not.", e);
        }
    }

    /** The released notebook of a practicum as nobody has edited it. */
    public static Notebook pristine(Project project, String stem) {
        Path file = project.released().resolve("released").resolve(stem + ".ipynb");
        return NotebookReader.read(file, project.show(file));
    }
}
