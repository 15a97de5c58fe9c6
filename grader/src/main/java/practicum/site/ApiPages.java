package practicum.site;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import practicum.source.Project;

/** The library's Javadoc, made by the JDK's own tool. */
final class ApiPages {
    static final String FOLDER = "api/";
    static final String INDEX = FOLDER + "index.html";

    private ApiPages() {}

    /** The files by their places in the site. */
    static SortedMap<String, byte[]> of(Project project) {
        try {
            Path draft = Files.createTempDirectory("practicum-api");
            try {
                run(project, draft);
                return read(draft);
            } finally {
                delete(draft);
            }
        } catch (IOException e) {
            throw new SiteException("Cannot write the library's Javadoc: " + e + ".");
        }
    }

    private static void run(Project project, Path out) {
        ToolProvider javadoc = ToolProvider.findFirst("javadoc")
                .orElseThrow(() -> new SiteException(
                        "This Java has no javadoc: it is no JDK. Leave --api out, or run ./practicum doctor."));
        String classPath = project.kernelClassPath().stream()
                .map(Path::toString)
                .collect(Collectors.joining(java.io.File.pathSeparator));
        StringWriter said = new StringWriter();
        PrintWriter to = new PrintWriter(said);
        int code = javadoc.run(to, to, arguments(project, classPath, out).toArray(String[]::new));
        if (code != 0) {
            throw new SiteException("javadoc failed:\n" + said);
        }
    }

    private static List<String> arguments(Project project, String classPath, Path out) {
        return List.of(
                "-quiet",
                "-notimestamp",
                "-nohelp",
                "-public",
                "-Xdoclint:none",
                "-encoding",
                "UTF-8",
                "-charset",
                "UTF-8",
                "-locale",
                "en",
                "-windowtitle",
                "kernel-lib",
                "-doctitle",
                "kernel-lib",
                "-header",
                "<a href=\"{@docRoot}/../index.html\">Practicum</a>",
                "-classpath",
                classPath,
                "-sourcepath",
                project.root().resolve("kernel-lib/src/main/java").toString(),
                "-subpackages",
                "practicum",
                "-d",
                out.toString());
    }

    private static SortedMap<String, byte[]> read(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                files.put(FOLDER + name, Files.readAllBytes(path));
            }
        }
        return files;
    }

    private static void delete(Path folder) throws IOException {
        List<Path> innermostFirst;
        try (Stream<Path> paths = Files.walk(folder)) {
            innermostFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : innermostFirst) {
            Files.delete(path);
        }
    }
}
