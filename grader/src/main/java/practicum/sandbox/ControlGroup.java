package practicum.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A group of processes whose memory and number the kernel bounds together, where this host's systemd lends one. Without
 * it every single process is bounded by the kernel, and all of them together by a look from outside, four times a second.
 *
 * @param systemdRun the command that makes groups
 * @param forUser whether the group is one of the user's own, not the machine's
 */
record ControlGroup(Path systemdRun, boolean forUser) {
    private static final Path BOOTED_BY_SYSTEMD = Path.of("/run/systemd/system");
    private static final long TRIAL = 96L << 20;
    private static final int PATIENCE_SECONDS = 10;

    /** What systemd-run needs to find its user's systemd. */
    private static final List<String> NEEDED = List.of("XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS");

    /** What this host lends: a group was made, and the kernel was seen to hold its bound. */
    static Optional<ControlGroup> find() {
        if (!Files.isDirectory(BOOTED_BY_SYSTEMD)) {
            return Optional.empty();
        }
        boolean forUser = !HostTools.isPrivilegedRoot();
        return HostTools.find("systemd-run")
                .map(command -> new ControlGroup(command, forUser))
                .filter(ControlGroup::holds);
    }

    /** What goes before a command, so that it and all that it starts are one group within these bounds. */
    List<String> prefix(Resources resources) {
        // What is written to folders in memory is the group's memory too.
        return prefix(
                resources.memoryBytes() + FileView.WRITABLE.size() * resources.diskBytes(), resources.processes() + 16);
    }

    private List<String> prefix(long memory, int tasks) {
        List<String> command = new ArrayList<>(List.of(systemdRun.toString()));
        if (forUser) {
            command.add("--user");
        }
        command.addAll(List.of("--scope", "--quiet", "--collect"));
        command.addAll(List.of("--property=MemoryMax=" + memory, "--property=MemorySwapMax=0"));
        command.addAll(List.of("--property=TasksMax=" + tasks, "--"));
        return command;
    }

    /** The variables that the command needs; nothing behind it may see them. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        for (String name : NEEDED) {
            String value = System.getenv(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        return environment;
    }

    /** Makes a group and reads from inside of it what the kernel has been told. */
    private boolean holds() {
        List<String> command = prefix(TRIAL, 32);
        command.addAll(List.of("/bin/sh", "-c", "cat /sys/fs/cgroup$(sed -n s/^0:://p /proc/self/cgroup)/memory.max"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            String said = new String(process.getInputStream().readNBytes(1000), StandardCharsets.UTF_8);
            return process.exitValue() == 0 && said.strip().equals(Long.toString(TRIAL));
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
