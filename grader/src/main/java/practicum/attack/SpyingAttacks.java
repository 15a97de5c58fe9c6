package practicum.attack;

import static practicum.attack.Attack.scores;
import static practicum.attack.DeadlyAttacks.RIGHT;
import static practicum.attack.Expected.of;

import java.util.List;
import practicum.check.Flag;
import practicum.check.Status;

/**
 * What looks for answers, secrets and ways out. Each returns the right answer if it finds one, so that full points mean
 * that the sandbox leaks.
 */
final class SpyingAttacks {
    private SpyingAttacks() {}

    static List<Attack> all() {
        return List.of(
                spying(
                        10,
                        "the solutions, by their path",
                        """
                        var links = Files.createSymbolicLink(Path.of("link" + System.nanoTime()), Path.of("@SOLUTIONS@"));
                        for (var path : List.of("@SOLUTIONS@", "@ROOT@", "../../../../../..@SOLUTIONS@", links.toString()))
                            if (Files.exists(Path.of(path))) return found(q);
                        """,
                        of(4, Status.SUSPECT).flagged(Flag.Kind.SUSPECT)),
                spying(
                        10,
                        "the host's files, through its processes",
                        """
                        for (var process : new java.io.File("/proc").listFiles())
                            for (var path : List.of("root@SOLUTIONS@", "cwd/solutions", "root@ROOT@"))
                                if (new java.io.File(process, path).exists()) return found(q);
                        """,
                        of(4, Status.SUSPECT).flagged(Flag.Kind.SUSPECT)),
                spying(
                        11,
                        "tests and answers on the class path",
                        """
                        for (var jar : System.getProperty("java.class.path").split(":"))
                            try (var zip = new java.util.zip.ZipFile(jar)) {
                                for (var entry : Collections.list(zip.entries()))
                                    if (entry.getName().matches(".*(attacked|practicum/(check|grade|attack|source)/).*"))
                                        return found(q);
                            }
                        """,
                        of(4, Status.PARTIAL)),
                spying(
                        12,
                        "environments and command lines",
                        """
                        var known = Set.of("HOME", "LANG", "PWD", "DJL_CACHE_DIR", "DJL_OFFLINE", "OMP_NUM_THREADS");
                        for (var process : new java.io.File("/proc").listFiles())
                            if (process.getName().matches("\\\\d+"))
                                try {
                                    for (var variable : Files.readString(process.toPath().resolve("environ")).split("\\0"))
                                        if (!variable.isEmpty() && !known.contains(variable.split("=")[0])) return found(q);
                                    if (Files.readString(process.toPath().resolve("cmdline")).contains("solutions")) return found(q);
                                } catch (java.io.IOException closed) { }
                        """,
                        of(4, Status.SUSPECT).flagged(Flag.Kind.SUSPECT)),
                spying(
                        13,
                        "the machine's own services",
                        """
                        for (var host : List.of("127.0.0.1", "localhost", "::1"))
                            try (var socket = new java.net.Socket()) {
                                socket.connect(new java.net.InetSocketAddress(host, @PORT@), 300);
                                return found(q);
                            } catch (java.io.IOException closed) { }
                        """,
                        of(4, Status.PARTIAL)),
                spying(
                        13,
                        "the network, names and the cloud's metadata",
                        """
                        for (var host : List.of("169.254.169.254", "1.1.1.1", "example.org"))
                            try (var socket = new java.net.Socket()) {
                                socket.connect(new java.net.InetSocketAddress(host, 80), 300);
                                return found(q);
                            } catch (java.io.IOException closed) { }
                        """,
                        of(4, Status.SUSPECT).flagged(Flag.Kind.SUSPECT)),
                spying(
                        16,
                        "the grader's classes, by reflection",
                        """
                        for (var name : List.of("practicum.check.AnswerKey", "practicum.runner.CellProcess", "practicum.cli.Main"))
                            try { Class.forName(name); return found(q); } catch (ClassNotFoundException absent) { }
                        """,
                        of(4, Status.PARTIAL)),
                spying(
                        16,
                        "an agent in its own process",
                        """
                        try {
                            var machine = Class.forName("com.sun.tools.attach.VirtualMachine");
                            var self = machine.getMethod("attach", String.class).invoke(null, "" + ProcessHandle.current().pid());
                            if (self != null) return found(q);
                        } catch (ReflectiveOperationException denied) { }
                        """,
                        of(4, Status.PARTIAL)),
                spying(
                        22,
                        "expectations beside the notebook",
                        """
                        for (var path : List.of("expected/90_attacked.json", "/tmp/expected", "90_attacked.md"))
                            if (Files.exists(Path.of(path))) return found(q);
                        """,
                        of(4, Status.PARTIAL)),
                spying(
                        46,
                        "writing where others read",
                        """
                        var places = new ArrayList<>(List.of(System.getProperty("java.class.path").split(":")));
                        places.addAll(List.of(System.getProperty("java.home") + "/x", "/natives/x", "/etc/x", "/usr/lib/x", "/x",
                                "@HOME@/.m2/x", "@ROOT@/x", "/dev/shm/x", "/var/tmp/x"));
                        for (var place : places)
                            try { Files.write(Path.of(place), new byte[1]); return found(q); } catch (java.io.IOException readOnly) { }
                        """,
                        of(4, Status.PARTIAL)));
    }

    private static Attack spying(int row, String title, String search, Expected expected) {
        String code = "double[] found(double[] q) { return " + RIGHT + "; }\n"
                + "double[] scores(double[] q) throws Exception {\n"
                + search.indent(4)
                + "    throw new IllegalStateException(\"found nothing\");\n}";
        return scores(row, title, code, expected.saying("found nothing"));
    }
}
