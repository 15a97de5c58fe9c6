package practicum.sandbox;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program that {@link SandboxProbe} runs inside a sandbox: it tries what a hostile submission would try, and
 * prints what it met with. Run outside, it harms nothing: what it takes it gives back.
 */
final class Intruder {
    private static final Set<String> HARMLESS =
            Set.of("HOME", "LANG", "PWD", "DJL_CACHE_DIR", "DJL_OFFLINE", "OMP_NUM_THREADS");

    private Intruder() {}

    /** Tries each protection; or, told {@code burn} or {@code spawn}, burns processor time or leaves a child behind. */
    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "burn" -> burn();
            case "spawn" -> spawn();
            default -> {
                int port = Integer.parseInt(arguments[0]);
                List<Path> secrets = Stream.of(arguments).skip(2).map(Path::of).toList();
                for (Attempt attempt : attempts(port, Long.parseLong(arguments[1]), secrets)) {
                    System.out.println(attempt.make().toLine());
                }
            }
        }
    }

    /** An attack that ends in a finding. */
    private interface Attempt {
        Finding make() throws Exception;
    }

    private static List<Attempt> attempts(int port, long diskBytes, List<Path> secrets) {
        return List.of(
                () -> connect(port),
                () -> look(secrets),
                () -> overwrite(),
                () -> readEnvironments(),
                () -> countProcesses(),
                () -> readPrivileges(),
                () -> callKernel(),
                () -> fillDisk(diskBytes),
                () -> takeMemory(),
                () -> startThreads());
    }

    private static Finding connect(int port) throws IOException {
        List<String> cards = NetworkInterface.networkInterfaces()
                .map(NetworkInterface::getName)
                .filter(name -> !name.equals("lo"))
                .toList();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return broken(Protection.NETWORK, "reached the grader's own port " + port);
        } catch (IOException e) {
            return new Finding(
                    Protection.NETWORK, cards.isEmpty(), e.getMessage() + "; interfaces besides lo: " + cards);
        }
    }

    private static Finding look(List<Path> secrets) {
        List<Path> visible = secrets.stream().filter(Files::exists).toList();
        return visible.isEmpty()
                ? held(Protection.FILES, "none of " + secrets.size() + " paths exists")
                : broken(Protection.FILES, "sees " + visible.get(0));
    }

    private static Finding overwrite() {
        String classPath = System.getProperty("java.class.path");
        List<Path> shared = Stream.of(
                        classPath,
                        System.getProperty("java.home"),
                        System.getenv().getOrDefault("DJL_CACHE_DIR", "/"),
                        "/",
                        "/usr/lib",
                        "/etc",
                        "/dev/shm",
                        "/proc/sys/kernel")
                .map(Path::of)
                .filter(Files::isDirectory)
                .toList();
        for (Path folder : shared) {
            try {
                Files.delete(Files.createTempFile(folder, "probe", ""));
                return broken(Protection.READ_ONLY, "wrote into " + folder);
            } catch (IOException e) {
                // As it should be.
            }
        }
        return held(Protection.READ_ONLY, shared.size() + " folders refuse");
    }

    private static Finding readEnvironments() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path process : processes()) {
            try {
                String variables = Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
                Stream.of(variables.split("\0"))
                        .filter(variable -> !variable.isEmpty())
                        .map(variable -> variable.split("=", 2)[0])
                        .forEach(names::add);
            } catch (IOException e) {
                // Not readable: as it should be.
            }
        }
        names.removeAll(HARMLESS);
        return names.isEmpty()
                ? held(Protection.ENVIRONMENT, "only its own variables")
                : broken(
                        Protection.ENVIRONMENT,
                        names.size() + " variables of the grader, first "
                                + names.iterator().next());
    }

    private static Finding countProcesses() throws IOException {
        int count = processes().size();
        // The sandbox's first process, this one, and for a moment a third between them.
        return new Finding(Protection.PROCESSES_HIDDEN, count <= 3, count + " processes visible");
    }

    private static Finding readPrivileges() throws IOException {
        Map<String, String> status = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .map(line -> line.split(":\\s*", 2))
                .filter(field -> field.length == 2)
                .collect(Collectors.toMap(field -> field[0], field -> field[1]));
        String user = status.getOrDefault("Uid", "0\t");
        boolean root = user.startsWith("0\t");
        boolean powers = Long.parseUnsignedLong(status.getOrDefault("CapEff", "1"), 16) != 0
                || Long.parseUnsignedLong(status.getOrDefault("CapPrm", "1"), 16) != 0;
        boolean may = !"1".equals(status.get("NoNewPrivs"));
        String saw = "user " + user.split("\t")[0] + (powers ? ", with capabilities" : "")
                + (may ? ", may gain privileges" : "");
        return new Finding(Protection.PRIVILEGES, !root && !powers && !may, saw);
    }

    private static Finding callKernel() throws IOException, InterruptedException {
        boolean filtered = Files.readAllLines(Path.of("/proc/self/status")).contains("Seccomp:\t2");
        if (!filtered) {
            return broken(Protection.SYSTEM_CALLS, "no filter");
        }
        int error = RawCall.isPossible() ? RawCall.error(Path.of("/tmp"), RawCall.PTRACE) : 1;
        return error == 1
                ? held(Protection.SYSTEM_CALLS, "filtered")
                : broken(Protection.SYSTEM_CALLS, "ptrace answers " + error);
    }

    private static Finding fillDisk(long allowed) throws IOException {
        for (Path folder : List.of(Path.of(System.getProperty("user.home")), Path.of("/tmp"))) {
            long written = fill(folder, 2 * allowed);
            if (written > allowed) {
                return broken(Protection.DISK, "wrote " + (written >> 20) + " MiB to " + folder);
            }
        }
        return held(Protection.DISK, "full at " + (allowed >> 20) + " MiB");
    }

    private static long fill(Path folder, long enough) throws IOException {
        List<Path> files = new ArrayList<>();
        long written = 0;
        try {
            while (written < enough) {
                Path file = Files.createTempFile(folder, "probe", "");
                files.add(file);
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    written += channel.write(ByteBuffer.allocate(1 << 20));
                }
            }
        } catch (IOException e) {
            // Full, or not writable: both bound it.
        } finally {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        return written;
    }

    private static Finding takeMemory() {
        List<ByteBuffer> taken = new ArrayList<>();
        long enough = Long.getLong("probe.enough");
        try {
            for (long bytes = 0; bytes < enough; bytes += 64 << 20) {
                taken.add(ByteBuffer.allocateDirect(64 << 20));
            }
            return broken(Protection.MEMORY, "took " + (enough >> 20) + " MiB outside the heap");
        } catch (OutOfMemoryError e) {
            return held(Protection.MEMORY, "refused after " + taken.size() * 64 + " MiB outside the heap");
        }
    }

    private static Finding startThreads() {
        CountDownLatch release = new CountDownLatch(1);
        int started = 0;
        try {
            for (; started < 500; started++) {
                Thread thread = new Thread(() -> awaitQuietly(release));
                thread.setDaemon(true);
                thread.start();
            }
            return broken(Protection.PROCESS_COUNT, "started " + started + " threads");
        } catch (OutOfMemoryError e) {
            return held(Protection.PROCESS_COUNT, "refused after " + started + " threads");
        } finally {
            release.countDown();
        }
    }

    private static void burn() {
        long x = 1;
        while (x != 0) {
            x = x * 31 | 1;
        }
    }

    private static void spawn() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        new ProcessBuilder(
                        java.toString(),
                        "-Xmx16m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Intruder.class.getName(),
                        "burn")
                .start();
        System.out.println("spawned");
        burn();
    }

    private static List<Path> processes() throws IOException {
        try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
            return entries.filter(path -> path.getFileName().toString().matches("\\d+"))
                    .toList();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Finding held(Protection protection, String saw) {
        return new Finding(protection, true, saw);
    }

    private static Finding broken(Protection protection, String saw) {
        return new Finding(protection, false, saw);
    }
}
