package practicum.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that a confined program sees: system libraries, fonts, one JDK, its jars and the unpacked natives, all
 * read-only, and two empty folders in memory to write to. Nothing else of the host exists there.
 */
final class FileView {
    static final Path JDK = Path.of("/jdk");
    static final Path HOME = Path.of("/home/student");
    static final Path NATIVES = Path.of("/natives");
    /** The folders that the program may write to; each is a file system of its own, in memory. */
    static final List<Path> WRITABLE = List.of(Path.of("/tmp"), HOME);

    /** The archived classes of the program. */
    static final Path ARCHIVE = Path.of("/classes/archive.jsa");

    private static final Path ARCHIVES = Path.of("/classes");

    private static final Path LIBRARIES = Path.of("/libs");
    private static final Path TOOLS = Path.of("/tools");

    private final List<String> options = new ArrayList<>();
    private final List<String> classPath = new ArrayList<>();
    private final Set<Path> folders = new HashSet<>();

    FileView(JavaProgram program, List<Path> tools, boolean sizedFolders) {
        systemLibraries();
        readOnly(Path.of("/etc/ld.so.cache"));
        readOnly(Path.of("/etc/fonts"));
        readOnly(Path.of("/usr/share/fonts"));
        readOnly(Path.of("/usr/share/fontconfig"));
        readOnly(Path.of("/var/cache/fontconfig"));
        jdk(program.javaHome());
        tools.forEach(tool -> bind(tool, tool(tool)));
        for (Path entry : program.classPath()) {
            // Numbered, because two artifacts may share a file name.
            Path inside = LIBRARIES.resolve("%02d-%s".formatted(classPath.size(), entry.getFileName()));
            bind(entry, inside);
            classPath.add(inside.toString());
        }
        if (Files.isDirectory(program.natives())) {
            bind(program.natives(), NATIVES);
        }
        program.archive().ifPresent(this::archive);
        add("--proc", "/proc", "--dev", "/dev");
        List<String> size = sizedFolders
                ? List.of("--size", Long.toString(program.resources().diskBytes()))
                : List.of();
        for (Path folder : WRITABLE) {
            folder(folder.getParent());
            options.addAll(size);
            add("--perms", "1777", "--tmpfs", folder.toString());
        }
        // The mounts that held the mount points themselves are in memory too, and without a size.
        add("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", HOME.toString());
    }

    /** The arguments for {@code bwrap}. */
    List<String> options() {
        return options;
    }

    /** The class path as the program sees it. */
    List<String> classPath() {
        return classPath;
    }

    /** Where a tool of the host lies inside. */
    static Path tool(Path onHost) {
        return TOOLS.resolve(onHost.getFileName());
    }

    private void systemLibraries() {
        for (String name : List.of("lib", "lib32", "lib64", "libx32")) {
            readOnly(Path.of("/usr", name));
            Path top = Path.of("/", name);
            if (Files.isSymbolicLink(top)) {
                add("--symlink", target(top).toString(), top.toString());
            } else {
                readOnly(top);
            }
        }
    }

    private void jdk(Path home) {
        bind(home, JDK);
        absoluteLinks(home).forEach((link, real) -> bind(real, link));
    }

    /** Distributions keep a JDK's configuration under {@code /etc} and link to it: the link's text, and the real file. */
    private static Map<Path, Path> absoluteLinks(Path jdk) {
        Map<Path, Path> links = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(jdk.toRealPath(), 4)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Path target = target(link);
                if (target.isAbsolute() && !target.startsWith("/usr/lib") && Files.exists(target)) {
                    links.put(target, target.toRealPath());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the JDK in " + jdk, e);
        }
        return links;
    }

    private static Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the link " + link, e);
        }
    }

    /** To write an archive, a program of the course's own gets the folder that it goes to. */
    private void archive(ClassArchive archive) {
        if (archive.isWritten()) {
            folder(ARCHIVES);
            Path outside = Objects.requireNonNull(archive.file().getParent());
            add("--bind", outside.toString(), ARCHIVES.toString());
        } else {
            bind(archive.file(), ARCHIVE);
        }
    }

    private void readOnly(Path path) {
        if (Files.exists(path)) {
            bind(path, path);
        }
    }

    private void bind(Path source, Path inside) {
        folder(inside.getParent());
        add("--ro-bind", source.toString(), inside.toString());
    }

    /** Made by hand, because the folders that bubblewrap makes on the way are closed to all but root. */
    private void folder(@Nullable Path folder) {
        if (folder != null && folder.getParent() != null && folders.add(folder)) {
            folder(folder.getParent());
            add("--dir", folder.toString());
        }
    }

    private void add(String... arguments) {
        options.addAll(List.of(arguments));
    }
}
