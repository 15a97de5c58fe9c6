package practicum.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The proof that a sandbox protects on this host: it sends an {@link Intruder} in and counts what comes out. */
public final class SandboxProbe {
    /** Long, because the machine may be busy; what is tried ends by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** By then a process that may work for one second has been ended, or never will be. */
    private static final Duration OVERWORKED = Duration.ofSeconds(5);

    /** The exit statuses of a process ended by SIGKILL or SIGXCPU. */
    private static final Set<Integer> KILLED = Set.of(128 + 9, 128 + 24);

    private static final int MOST_OUTPUT = 1 << 16;
    private static final Resources SMALL = new Resources(
            Resources.mebibytes(64),
            Resources.mebibytes(64),
            Resources.mebibytes(16),
            1000,
            64,
            256,
            Duration.ofSeconds(60));

    private final Sandbox sandbox;
    private final Path natives;
    private final List<Path> secrets;

    private SandboxProbe(Sandbox sandbox, Path natives, List<Path> secrets) {
        this.sandbox = sandbox;
        this.natives = natives;
        this.secrets = secrets;
    }

    /**
     * Tries every protection of the sandbox; takes one to two seconds.
     *
     * @param natives a folder of the host that programs in the sandbox may read
     * @param secrets existing paths that must not be visible in it, such as the folder of the solutions
     */
    public static ProbeReport run(Sandbox sandbox, Path natives, List<Path> secrets) {
        if (sandbox instanceof NoSandbox) {
            return new ProbeReport(sandbox.description(), List.of(), Remedies.install());
        }
        return new SandboxProbe(sandbox, natives, secrets).report();
    }

    private ProbeReport report() {
        var cpu = CompletableFuture.supplyAsync(this::burn);
        var tree = CompletableFuture.supplyAsync(this::killTree);
        List<String> errors = new ArrayList<>();
        List<Finding> findings = new ArrayList<>(intrude(errors));
        findings.add(cpu.join());
        findings.addAll(tree.join());
        boolean whole = findings.stream().allMatch(Finding::holds);
        return new ProbeReport(sandbox.description(), findings, whole ? "" : Remedies.mend(errors));
    }

    private List<Finding> intrude(List<String> errors) {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path canary = Files.createTempFile("practicum-canary", "");
            try {
                List<String> arguments = new ArrayList<>();
                arguments.add(Integer.toString(door.getLocalPort()));
                arguments.add(Long.toString(SMALL.diskBytes()));
                Stream.concat(secrets.stream(), Stream.of(canary))
                        .map(path -> path.toAbsolutePath().toString())
                        .forEach(arguments::add);
                return findings(start(SMALL, arguments), errors);
            } finally {
                Files.delete(canary);
            }
        } catch (IOException e) {
            errors.add(e.getMessage());
            return List.of();
        }
    }

    private static List<Finding> findings(ProcessTree tree, List<String> errors) {
        try (tree) {
            CompletableFuture<String> said = text(tree.process().getInputStream());
            CompletableFuture<String> complained = text(tree.process().getErrorStream());
            if (!ended(tree, PATIENCE)) {
                errors.add("The probe did not end within " + PATIENCE.toSeconds() + " s.");
                tree.close();
            }
            List<Finding> findings = said.join().lines().map(Finding::ofLine).toList();
            if (findings.isEmpty()) {
                complained.join().lines().limit(5).forEach(errors::add);
            }
            return findings;
        }
    }

    private Finding burn() {
        try (ProcessTree tree = start(SMALL.withCpu(Duration.ofSeconds(1)), List.of("burn"))) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            boolean ended = false;
            while (!ended
                    && System.nanoTime() < deadline
                    && tree.processorTime().compareTo(OVERWORKED) < 0) {
                ended = ended(tree, Duration.ofMillis(200));
            }
            boolean killed = ended && KILLED.contains(tree.process().exitValue());
            return new Finding(
                    Protection.PROCESSOR_TIME,
                    killed,
                    killed ? "killed after 1 s of work" : "not killed after its time");
        } catch (IOException e) {
            return new Finding(Protection.PROCESSOR_TIME, false, "could not be tried: " + e.getMessage());
        }
    }

    private List<Finding> killTree() {
        try (ProcessTree tree = start(SMALL, List.of("spawn"))) {
            boolean ready = tree.process().getInputStream().read() >= 0;
            List<ProcessHandle> members =
                    tree.process().toHandle().descendants().toList();
            List<Finding> findings = new ArrayList<>();
            if (!sandbox.scratch(tree).isVisible()) {
                findings.add(new Finding(Protection.DISK, false, "its folders cannot be looked at from outside"));
            }
            if (members.stream().anyMatch(SandboxProbe::isLeafOfRoot)) {
                findings.add(new Finding(Protection.PRIVILEGES, false, "known to this machine as root"));
            }
            tree.process().destroyForcibly();
            long left = await(members);
            members.forEach(ProcessHandle::destroyForcibly);
            String saw = ready ? left + " of " + members.size() + " processes left after 2 s" : "did not start";
            findings.add(new Finding(Protection.ENDS_WHOLE, ready && left == 0, saw));
            return findings;
        } catch (IOException e) {
            return List.of(new Finding(Protection.ENDS_WHOLE, false, "could not be tried: " + e.getMessage()));
        }
    }

    /** Whether a process that started no other, so the program and not the sandbox's own, belongs to root out here. */
    private static boolean isLeafOfRoot(ProcessHandle process) {
        return process.children().findAny().isEmpty()
                && process.info().user().filter("root"::equals).isPresent();
    }

    /** How many of them still live, two seconds from now at the latest. */
    private static long await(List<ProcessHandle> processes) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        while (true) {
            long left = processes.stream().filter(ProcessTree::lives).count();
            if (left == 0 || System.nanoTime() > deadline) {
                return left;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ProcessTree start(Resources resources, List<String> arguments) throws IOException {
        JavaProgram program = new JavaProgram(
                JavaProgram.currentJavaHome(),
                List.of(ownClasses()),
                Intruder.class.getName(),
                arguments,
                // The JVM's own bound is lifted, so that it is the sandbox's that is met.
                List.of("-XX:MaxDirectMemorySize=4g", "-Dprobe.enough=" + 2 * resources.memoryBytes()),
                natives,
                resources);
        return ProcessTree.start(sandbox.command(program));
    }

    private static Path ownClasses() {
        try {
            return Path.of(Intruder.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The grader's own classes are in no file", e);
        }
    }

    private static boolean ended(ProcessTree tree, Duration patience) {
        try {
            return tree.process().waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static CompletableFuture<String> text(InputStream stream) {
        return CompletableFuture.supplyAsync(() -> {
            try (stream) {
                return new String(stream.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
            } catch (IOException e) {
                return "";
            }
        });
    }
}
