package practicum.runner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import practicum.sandbox.Bubblewrap;
import practicum.sandbox.ClassArchive;
import practicum.sandbox.ProcessTree;

/**
 * The archived classes of kernels, one file for each kernel, sandbox and Java. A kernel makes its own, by running a few
 * cells of the course; no submission takes part in that, and submissions can read the file but not write it. Where none
 * can be made, kernels start without.
 */
public final class ArchivedClasses {
    /** What most notebooks begin with: declarations, streams, an answer, a picture. */
    private static final String CELLS =
            """
            {"id":"1","code":"int twice(int x) { return 2 * x; }\\nrecord Pair(int a, double b) {}\\nvar pair = new Pair(twice(2), 0.5);\\npair"}
            {"id":"2","code":"IntStream.range(0, 5).mapToObj(i -> Map.of(i, \\"x\\" + i)).collect(Collectors.toList())"}
            {"id":"3","code":"answer(\\"archived\\", new double[] {1, 2, 3});"}
            {"id":"4","code":"int wrong = \\"text\\";"}
            {"id":"5","code":"throw new IllegalStateException(\\"thrown\\");"}
            """;

    private static final int PATIENCE_SECONDS = 120;
    private static final String NAME = "classes-";
    private static final String DRAFTS = "archiving-";

    private final Path folder;

    /** Those that are kept in a folder, which is made when it is needed. */
    public ArchivedClasses(Path folder) {
        this.folder = folder;
    }

    /** The same kernel, started from archived classes where these can be had. */
    public Kernel of(Kernel kernel, Bubblewrap sandbox, Limits limits) {
        try {
            Path file = folder.resolve(NAME + digest(kernel) + ".jsa");
            if (!Files.isReadable(file)) {
                make(kernel, sandbox, limits, file);
            }
            return kernel.startingFrom(file);
        } catch (IOException e) {
            // It only starts a little slower.
            return kernel;
        }
    }

    private void make(Kernel kernel, Bubblewrap sandbox, Limits limits, Path file) throws IOException {
        Files.createDirectories(folder);
        // The sandbox's user is another one, and nothing else than this folder is open to it.
        Path draft = Files.createTempDirectory(folder, DRAFTS);
        try {
            Path open = Files.createDirectory(draft.resolve("open"));
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
            Path written = open.resolve("archive.jsa");
            var program = kernel.program(limits.resources()).with(ClassArchive.writtenTo(written));
            try (var tree = ProcessTree.start(sandbox.command(program)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD))) {
                feed(tree);
            }
            if (!Files.isRegularFile(written)) {
                throw new IOException("the virtual machine wrote no archive");
            }
            Path own = Files.copy(written, draft.resolve("archive.jsa"));
            Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("r--r--r--"));
            Files.move(own, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(draft);
        }
    }

    private static void feed(ProcessTree tree) throws IOException {
        try (OutputStream cells = tree.process().getOutputStream()) {
            cells.write(CELLS.getBytes(StandardCharsets.UTF_8));
        }
        try {
            if (!tree.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("the virtual machine did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Names all that the virtual machine compares before it maps an archive; a file of another name is never tried. */
    private static String digest(Kernel kernel) throws IOException {
        var about = new StringBuilder(CELLS)
                .append(kernel.javaHome())
                .append(System.getProperty("java.vendor"))
                .append(Runtime.version())
                .append(Files.getLastModifiedTime(kernel.javaHome().resolve("lib/modules")));
        for (Path entry : kernel.classPath()) {
            if (!Files.isRegularFile(entry)) {
                throw new IOException(entry + " is no jar");
            }
            about.append('\n')
                    .append(entry.getFileName())
                    .append(' ')
                    .append(Files.size(entry))
                    .append(' ')
                    .append(Files.getLastModifiedTime(entry));
        }
        return UUID.nameUUIDFromBytes(about.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static void delete(Path draft) throws IOException {
        try (Stream<Path> files = Files.walk(draft)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
