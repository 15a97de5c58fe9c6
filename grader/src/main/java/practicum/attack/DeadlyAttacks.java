package practicum.attack;

import static practicum.attack.Attack.beside;
import static practicum.attack.Attack.scores;
import static practicum.attack.Attacked.SCORES;
import static practicum.attack.Expected.of;

import java.util.List;
import practicum.check.Status;

/** What ends the process, or uses up what the machine has. */
final class DeadlyAttacks {
    private static final String UNSAFE =
            """
            var field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
            field.setAccessible(true);
            var unsafe = (sun.misc.Unsafe) field.get(null);
            """;

    /**
     * At its bound a bomb gets an exception, or its process is ended. What was handed over before counts, and nothing of it
     * may be left; whether the virtual machine lives on without room for a thread more, and answers what was declared, or
     * dies, is its own affair.
     */
    private static final Expected BROKEN_BOMB = Expected.of(
                    2, Status.PARTIAL, Status.KERNEL_DIED, Status.KILLED_MEMORY, Status.TIMEOUT, Status.OK)
            .atMost(10)
            .breaking("scores");

    private DeadlyAttacks() {}

    static List<Attack> all() {
        return List.of(
                scores(
                        4,
                        "System.exit",
                        SCORES + "\nSystem.exit(0);",
                        of(4, Status.KERNEL_DIED).saying("ended by itself")),
                scores(
                        4,
                        "Runtime.halt",
                        SCORES + "\nRuntime.getRuntime().halt(7);",
                        of(4, Status.KERNEL_DIED).saying("status 7")),
                beside(
                        5,
                        "a hook that talks at the end",
                        "Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(\"PASS\")));",
                        of(10, Status.OK)),
                scores(
                        5,
                        "a thread that leaves while a check runs",
                        """
                        var called = new java.util.concurrent.CountDownLatch(1);
                        var leaver = new Thread(() -> {
                            try { called.await(); } catch (InterruptedException e) { }
                            Runtime.getRuntime().halt(0);
                        });
                        leaver.setDaemon(true);
                        leaver.start();
                        double[] scores(double[] q) throws Exception {
                            called.countDown();
                            Thread.sleep(60_000);
                            return %s;
                        }
                        """
                                .formatted(RIGHT),
                        // What plus handed over before counts; its hidden check runs in a fresh process.
                        of(4, Status.KERNEL_DIED).saying("ended by itself")),
                beside(
                        5,
                        "a thread that leaves when all is told",
                        """
                        var leaver = new Thread(() -> {
                            try { Thread.sleep(900_000); } catch (InterruptedException e) { }
                            Runtime.getRuntime().halt(0);
                        });
                        leaver.setDaemon(true);
                        leaver.start();
                        """,
                        of(10, Status.OK)),
                scores(
                        6,
                        "a heap that grows",
                        "double[] scores(double[] q) { var all = new ArrayList<byte[]>(); while (true) all.add(new byte[1 << 20]); }",
                        of(4, Status.PARTIAL, Status.KILLED_MEMORY).saying("emory")),
                scores(
                        7,
                        "direct buffers",
                        "double[] scores(double[] q) { var all = new ArrayList<java.nio.ByteBuffer>();"
                                + " while (true) all.add(java.nio.ByteBuffer.allocateDirect(32 << 20)); }",
                        of(4, Status.PARTIAL, Status.KILLED_MEMORY).saying("emory")),
                scores(
                        7,
                        "memory past every count of the virtual machine",
                        UNSAFE + "while (true) unsafe.setMemory(unsafe.allocateMemory(64 << 20), 64 << 20, (byte) 1);",
                        of(4, Status.PARTIAL, Status.KILLED_MEMORY).saying("emory")),
                scores(
                        7,
                        "memory that no process has",
                        """
                        double[] scores(double[] q) {
                            var c = com.sun.jna.NativeLibrary.getInstance("c");
                            int file = c.getFunction("memfd_create").invokeInt(new Object[] {"hidden", 0});
                            int shared = c.getFunction("shmget")
                                    .invokeInt(new Object[] {0, new com.sun.jna.NativeLong(1 << 20), 0600});
                            int locks = c.getFunction("semget").invokeInt(new Object[] {0, 30_000, 0600});
                            if (Math.max(file, Math.max(shared, locks)) >= 0) return %s;
                            throw new IllegalStateException("no hidden memory");
                        }
                        """
                                .formatted(RIGHT),
                        of(4, Status.PARTIAL).saying("no hidden memory")),
                scores(
                                8,
                                "100,000 threads",
                                SCORES
                                        + """

                                        while (true) {
                                            var thread = new Thread(() -> { try { Thread.sleep(99_999); } catch (Exception e) { } });
                                            thread.setDaemon(true);
                                            thread.start();
                                        }
                                        """,
                                BROKEN_BOMB)
                        .slow(),
                scores(
                                8,
                                "processes that start processes",
                                SCORES
                                        + """

                                        var command = ProcessHandle.current().info().command().orElse("/jdk/bin/java");
                                        while (true) new ProcessBuilder(command, "-Xmx8m", "-cp",
                                                System.getProperty("java.class.path"), "practicum.notebook.CellServer").start();
                                        """,
                                BROKEN_BOMB)
                        .slow(),
                beside(
                        8,
                        "a process whose name is no text",
                        "Files.write(Path.of(\"/proc/self/comm\"), new byte[] {(byte) 0xFF, ')', ' ', 'Z', ' ', '0', '\\n'});",
                        of(10, Status.SUSPECT)),
                beside(
                        9,
                        "a process left behind",
                        """
                        var command = ProcessHandle.current().info().command().orElse("/jdk/bin/java");
                        new ProcessBuilder(command, "-Xmx8m", "-cp", System.getProperty("java.class.path"),
                                "practicum.notebook.CellServer").start();
                        """,
                        of(10, Status.OK)),
                scores(
                        9,
                        "a shell",
                        """
                        double[] scores(double[] q) throws Exception {
                            for (var shell : List.of("/bin/sh", "/bin/bash", "/usr/bin/python3", "/usr/bin/setsid", "/usr/bin/perl"))
                                if (Files.exists(Path.of(shell))) return %s;
                            throw new IllegalStateException("no shell");
                        }
                        """
                                .formatted(RIGHT),
                        of(4, Status.PARTIAL).saying("no shell")),
                scores(
                        44,
                        "a full disk",
                        SCORES
                                + """

                                var bytes = new byte[1 << 20];
                                for (int i = 0; i < 100_000; i++) Files.write(Path.of("fill" + i), bytes);
                                """,
                        of(4, Status.KILLED_DISK).saying("filled the")),
                scores(
                                44,
                                "a million files",
                                SCORES
                                        + """

                                        for (int i = 0; i < 1_000_000; i++) {
                                            try { Files.createFile(Path.of("/tmp/f" + i)); } catch (java.io.IOException full) { Thread.sleep(1); }
                                        }
                                        """,
                                of(4, Status.KILLED_DISK).saying("files"))
                        .slow(),
                scores(
                        49,
                        "a crash in native code",
                        SCORES + "\n" + UNSAFE + "unsafe.putAddress(0, 0);",
                        of(4, Status.KERNEL_DIED).saying("SIG")));
    }

    /** What {@code scores} must return, told only by an attack that has found what it should not. */
    static final String RIGHT = "java.util.stream.DoubleStream.of(q).map(x -> x / Math.sqrt(24)).toArray()";
}
