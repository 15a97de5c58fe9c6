package practicum.jupyter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import practicum.source.Project;

/** PyTorch's and the tokenizers' native libraries: in jars until they are unpacked, once for the whole course. */
public final class NativeLibraries {
    private static final List<String> NATIVE_JARS = List.of("pytorch-native-", "pytorch-jni-", "tokenizers-");

    private final Path folder;
    private final List<Path> jars;
    private final String classPath;

    /** Those of a course. */
    public NativeLibraries(Project project) {
        this.folder = project.nativeDir();
        // A release's program knows no platform's libraries; its kernel knows this one's.
        this.classPath = Stream.concat(
                        Stream.of(System.getProperty("java.class.path")),
                        project.isRelease() ? project.kernelClassPath().stream().map(Path::toString) : Stream.empty())
                .collect(Collectors.joining(java.io.File.pathSeparator));
        this.jars = project.kernelClassPath().stream()
                .filter(jar -> NATIVE_JARS.stream()
                        .anyMatch(name -> jar.getFileName().toString().startsWith(name)))
                .toList();
    }

    /** Whether these very versions have been unpacked, to their end. */
    public boolean areUnpacked() {
        try {
            return Files.readString(stamp()).equals(versions());
        } catch (IOException e) {
            return false;
        }
    }

    /** Unpacks what is not unpacked, showing progress; two processes that ask at once do it once. */
    public void unpack() {
        if (areUnpacked()) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path lock = folder.resolve(".lock");
            try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = channel.lock()) {
                if (held.isValid() && !areUnpacked()) {
                    load();
                    openToReaders();
                    Files.writeString(stamp(), versions());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot unpack the native libraries into " + folder + ", which takes 0.5 GB.", e);
        }
    }

    /** A process of its own loads them, which unpacks them and proves that they work. */
    private void load() throws IOException {
        Path log = folder.resolve("unpack.log");
        var builder = new ProcessBuilder(
                        Jdk.running().java().toString(), "-cp", classPath, NativeLoading.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("DJL_CACHE_DIR", folder.toString());
        int status = UnpackingProgress.of(folder, torch()).watch(builder.start());
        if (status != 0) {
            throw new JupyterException("The native libraries could not be loaded on this machine: "
                    + Files.readString(log).strip());
        }
        Files.delete(log);
    }

    /** DJL unpacks for its own user only; a sandbox reads them as another. */
    private void openToReaders() throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
                if (permissions.addAll(
                        PosixFilePermissions.fromString(Files.isDirectory(path) ? "r-xr-xr-x" : "r--r--r--"))) {
                    Files.setPosixFilePermissions(path, permissions);
                }
            }
        }
    }

    private Path torch() {
        return jars.stream()
                .filter(jar -> jar.getFileName().toString().startsWith(NATIVE_JARS.get(0)))
                .findFirst()
                .orElseThrow(
                        () -> new JupyterException(
                                "PyTorch's native libraries for this system are not on the class"
                                        + " path. They exist for Linux (x86-64, ARM), macOS (Apple silicon) and Windows (x86-64)."));
    }

    private Path stamp() {
        return folder.resolve("unpacked.txt");
    }

    private String versions() {
        return jars.stream().map(jar -> jar.getFileName() + "\n").collect(Collectors.joining());
    }
}
