package practicum.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A wall of Linux namespaces, built by <a href="https://github.com/containers/bubblewrap">bubblewrap</a>: no network,
 * no files but {@link FileView}'s, no processes but its own, no environment, no privileges,
 * no system calls that lead out, and bounds on memory,
 * processor time, processes and files. What is started behind it dies with the thread that started it.
 *
 * <p>An ordinary user becomes nobody in a user namespace. For root that would be a nobody which the kernel still knows
 * as root, exempt from the bound on processes; root therefore drops to a user id of its own for each program.
 */
public final class Bubblewrap implements Sandbox {
    private static final int NOBODY = 65534;

    /** The number under which bubblewrap finds the filter open. */
    private static final int FILTER = 9;

    private static final List<String> VM_OPTIONS = List.of(
            "-Duser.home=" + FileView.HOME,
            "-Duser.name=student",
            "-Duser.timezone=UTC",
            "-XX:+DisableAttachMechanism");
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final Path bwrap;
    private final Path prlimit;
    private final Path setpriv;
    private final Path env;
    private final Optional<Path> filter;
    private final Optional<ControlGroup> group;
    private final String help;
    private final boolean dropFromRoot;

    private Bubblewrap(Path bwrap, Path prlimit, Path setpriv, Path env) {
        this.bwrap = bwrap;
        this.prlimit = prlimit;
        this.setpriv = setpriv;
        this.env = env;
        this.help = HostTools.help(bwrap);
        this.filter = help.contains("--seccomp") ? filter() : Optional.empty();
        this.group = ControlGroup.find();
        this.dropFromRoot = HostTools.isPrivilegedRoot();
    }

    /** The sandbox of this host, where its commands {@code bwrap}, {@code prlimit} and {@code setpriv} are installed. */
    public static Optional<Bubblewrap> find() {
        return HostTools.find("bwrap").flatMap(bwrap -> HostTools.find("prlimit")
                .flatMap(prlimit -> HostTools.find("setpriv").flatMap(setpriv -> HostTools.find("env")
                        .map(env -> new Bubblewrap(bwrap, prlimit, setpriv, env)))));
    }

    /** The filter of system calls lies in a file, because bubblewrap reads it from an open one. */
    private static Optional<Path> filter() {
        return SystemCalls.ofThisMachine().map(calls -> {
            try {
                Path file = Files.createTempFile("practicum-calls-", ".bpf");
                file.toFile().deleteOnExit();
                return Files.write(file, calls.program());
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write a temporary file for the sandbox", e);
            }
        });
    }

    @Override
    public ProcessBuilder command(JavaProgram program) {
        FileView files = new FileView(program, tools(), help.contains("--size"));
        List<String> command = new ArrayList<>();
        group.ifPresent(lent -> command.addAll(lent.prefix(program.resources())));
        command.addAll(opening());
        // bwrap itself is process 1 inside, so its environment is readable there: it must be clean from the start.
        command.addAll(List.of(env.toString(), "-i"));
        environment().forEach((name, value) -> command.add(name + "=" + value));
        command.add(bwrap.toString());
        if (filter.isPresent()) {
            command.addAll(List.of("--seccomp", Integer.toString(FILTER)));
        }
        command.addAll(namespaces());
        command.addAll(files.options());
        command.add("--");
        command.addAll(privileges());
        command.addAll(limits(program.resources()));
        JavaProgram inside = program.with(VM_OPTIONS)
                .with(program.archive()
                        .map(archive -> archive.option(FileView.ARCHIVE))
                        .orElse(List.of()));
        command.addAll(Sandbox.javaCommand(inside, FileView.JDK, files.classPath()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        group.ifPresent(lent -> builder.environment().putAll(lent.environment()));
        return builder.directory(Path.of("/").toFile());
    }

    @Override
    public Scratch scratch(ProcessTree tree) {
        return tree.innermost()
                .map(pid -> Path.of("/proc", Long.toString(pid), "root"))
                .map(root -> new Scratch(FileView.WRITABLE.stream()
                        .map(folder -> root.resolve(folder.toString().substring(1)))
                        .toList()))
                .orElse(new Scratch(List.of()));
    }

    @Override
    public String description() {
        return "bubblewrap (" + bwrap + ", " + (dropFromRoot ? "dropped from root" : "user namespace")
                + (group.isPresent()
                        ? ", control group"
                        : ", no control group: the memory of all processes together is sampled")
                + ")";
    }

    /** A shell that becomes the command once it has opened the filter for it, which Java cannot do. */
    private List<String> opening() {
        return filter.map(file -> List.of(
                        "/bin/sh", "-c", "file=$1; shift; exec \"$@\" " + FILTER + "<\"$file\"", "sh", file.toString()))
                .orElse(List.of());
    }

    private List<Path> tools() {
        return dropFromRoot ? List.of(setpriv, prlimit) : List.of(prlimit);
    }

    private List<String> namespaces() {
        List<String> options = new ArrayList<>(List.of("--die-with-parent", "--new-session", "--cap-drop", "ALL"));
        options.addAll(List.of("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts"));
        options.addAll(List.of("--unshare-cgroup-try", "--hostname", "sandbox"));
        if (dropFromRoot) {
            // What setpriv needs to give up the rest.
            options.addAll(List.of("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--cap-add", "CAP_SETPCAP"));
        } else {
            options.addAll(List.of("--unshare-user", "--uid", "" + NOBODY, "--gid", "" + NOBODY));
            if (help.contains("--disable-userns")) {
                options.add("--disable-userns");
            }
        }
        return options;
    }

    private List<String> privileges() {
        if (!dropFromRoot) {
            return List.of();
        }
        String user = Integer.toString(freshUser());
        return List.of(
                FileView.tool(setpriv).toString(),
                "--reuid=" + user,
                "--regid=" + user,
                "--clear-groups",
                "--no-new-privs",
                "--inh-caps=-all",
                "--bounding-set=-all");
    }

    /** A user id that nobody has: the kernel counts processes by user, so two programs must not share one. */
    private static int freshUser() {
        long grader = ProcessHandle.current().pid() & 0x3FFFFF;
        return (int) (1L << 30 | grader << 8 | STARTED.getAndIncrement() & 0xFF);
    }

    private List<String> limits(Resources resources) {
        long seconds = Math.max(1, resources.cpu().toSeconds());
        return List.of(
                FileView.tool(prlimit).toString(),
                "--data=" + resources.memoryBytes(),
                "--nproc=" + resources.processes(),
                "--nofile=" + resources.openFiles(),
                // A signal that says why, and one that cannot be caught.
                "--cpu=" + seconds + ":" + (seconds + 2),
                "--fsize=" + resources.diskBytes(),
                "--core=0");
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Sandbox.libraryEnvironment(FileView.NATIVES.toString()));
        environment.put("HOME", FileView.HOME.toString());
        environment.put("LANG", "C.UTF-8");
        environment.put("OMP_NUM_THREADS", "1");
        return environment;
    }
}
