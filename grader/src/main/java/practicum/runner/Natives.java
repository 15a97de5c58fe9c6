package practicum.runner;

import java.io.IOException;
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
import practicum.runner.CellOutcome.Status;
import practicum.sandbox.NoSandbox;

/**
 * The native libraries of PyTorch and of the tokenizers, unpacked before any sandbox starts: a sandbox sees them
 * read-only.
 */
public final class Natives {
    private static final String MARKER = "unpacked.txt";
    private static final List<String> CELLS = List.of(
            "ai.djl.engine.Engine.getEngine(\"PyTorch\").getVersion()",
            "ai.djl.huggingface.tokenizers.jni.LibUtils.checkStatus()");

    private Natives() {}

    /** Whether the kernel's libraries are there. */
    public static boolean areUnpacked(Kernel kernel) {
        try {
            Path marker = kernel.natives().resolve(MARKER);
            return Files.exists(marker) && Files.readString(marker).equals(sources(kernel));
        } catch (IOException e) {
            return false;
        }
    }

    /** Unpacks the kernel's libraries where that is still to be done: 450 MB, a few seconds, once per checkout. */
    public static void unpack(Kernel kernel) throws IOException {
        if (areUnpacked(kernel)) {
            return;
        }
        Files.createDirectories(kernel.natives());
        Path lock = kernel.natives().resolve(".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            if (held.isValid() && !areUnpacked(kernel)) {
                load(kernel);
                openToReaders(kernel.natives());
                Files.writeString(kernel.natives().resolve(MARKER), sources(kernel));
            }
        }
    }

    private static void load(Kernel kernel) throws IOException {
        try (CellProcess process = CellProcess.start(kernel, new NoSandbox(kernel.natives()), Limits.standard())) {
            for (String cell : CELLS) {
                CellOutcome outcome = process.run(cell);
                if (outcome.status() != Status.OK) {
                    throw new IOException("The native libraries could not be unpacked to " + kernel.natives()
                            + ": " + outcome.detail() + outcome.outputs()
                            + "\nThey need 450 MB there. Run ./practicum doctor to see what is missing.");
                }
            }
        }
    }

    /** DJL unpacks for its own user only; a sandbox runs as another. */
    private static void openToReaders(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> readers = PosixFilePermissions.fromString("r--r--r--");
        Set<PosixFilePermission> visitors = PosixFilePermissions.fromString("r-xr-xr-x");
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
                if (permissions.addAll(Files.isDirectory(path) ? visitors : readers)) {
                    Files.setPosixFilePermissions(path, permissions);
                }
            }
        }
    }

    /** The names of the jars that natives come from: other versions are unpacked again. */
    private static String sources(Kernel kernel) {
        return kernel.classPath().stream()
                .map(entry -> entry.getFileName().toString())
                .filter(name -> name.contains("native") || name.contains("-jni-") || name.startsWith("tokenizers"))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
