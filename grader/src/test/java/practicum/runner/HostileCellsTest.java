package practicum.runner;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static practicum.sandbox.Resources.mebibytes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import practicum.nbformat.Output;
import practicum.runner.CellOutcome.Status;
import practicum.sandbox.HostSandbox;
import practicum.sandbox.ProcessTree;
import practicum.sandbox.Resources;
import practicum.sandbox.Sandbox;

/** What a hostile or broken submission meets; those that a kernel survives share one. */
@Timeout(value = 180, unit = SECONDS)
final class HostileCellsTest {
    private static final Resources SMALL = Resources.standard()
            .withHeap(mebibytes(192))
            .withNative(mebibytes(384))
            .withProcesses(96);
    private static final Limits LIMITS = Limits.standard().withResources(SMALL).withCell(Duration.ofSeconds(20));

    /** The way past {@code System.out}. */
    private static final String OUT = "var out = new java.io.FileOutputStream(java.io.FileDescriptor.out); ";

    private static Sandbox sandbox;
    private static CellProcess shared;

    @BeforeAll
    static void start() {
        sandbox = HostSandbox.require();
        shared = fresh(LIMITS);
        shared.run("import java.io.*;");
    }

    @AfterAll
    static void stop() {
        Optional.ofNullable(shared).ifPresent(CellProcess::close);
    }

    private static CellProcess fresh(Limits limits) {
        return CellProcess.start(TestKernel.get(), sandbox, limits);
    }

    @Test
    void anEndlessLoopIsKilledAtItsLimit() {
        assertTimeout("while (true) {}");
    }

    @Test
    void aLoopThatCatchesEverythingIsKilledAtItsLimit() {
        assertTimeout("while (true) { try { while (true) Thread.sleep(5); } catch (Throwable t) {} }");
    }

    private static void assertTimeout(String code) {
        try (CellProcess process = fresh(LIMITS.withCell(Duration.ofSeconds(2)))) {
            CellOutcome outcome = process.run("System.out.println(\"before\");\n" + code);
            assertThat(outcome.status()).isEqualTo(Status.TIMEOUT);
            assertThat(outcome.detail()).contains("longer than 2 s");
            assertThat(outcome.took()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
            assertThat(outcome.outputs()).containsExactly(new Output.Stream("stdout", "before\n"));
            assertThat(process.isAlive()).isFalse();
            CellOutcome next = process.run("1 + 1");
            assertThat(next.status()).isEqualTo(Status.NOT_RUN);
            assertThat(next.detail()).contains("longer than 2 s");
        }
    }

    @Test
    void anEndlessNotebookIsKilledAtItsProcessorTime() {
        Limits limits = LIMITS.withResources(SMALL.withCpu(Duration.ofSeconds(4)));
        try (CellProcess process = fresh(limits)) {
            CellOutcome outcome = process.run("while (true) {}");
            assertThat(outcome.status()).isEqualTo(Status.TIMEOUT);
            assertThat(outcome.detail()).contains("4 s of processor time");
        }
    }

    @Test
    void aFloodIsCutOffWhileItStreams() {
        try (CellProcess process = fresh(LIMITS.withCellOutput(mebibytes(1)))) {
            CellOutcome outcome = process.run("while (true) System.out.println(\"x\".repeat(1000));");
            assertThat(outcome.status()).isEqualTo(Status.OUTPUT_LIMIT);
            assertThat(outcome.outputs().toString()).hasSizeBetween(100_000, 1 << 20);
        }
    }

    @Test
    void oneEndlessLineIsCutOffToo() {
        try (CellProcess process = fresh(LIMITS.withCellOutput(mebibytes(1)))) {
            String code = OUT + "while (true) out.write(new byte[1 << 16]);";
            assertThat(process.run(code).status()).isEqualTo(Status.OUTPUT_LIMIT);
        }
    }

    @Test
    void leavingIsDyingAndKeepsWhatWasShown() {
        try (CellProcess process = fresh(LIMITS)) {
            process.run("System.out.println(\"kept\");");
            CellOutcome outcome = process.run("System.exit(0);");
            assertThat(outcome.status()).isEqualTo(Status.KERNEL_DIED);
            assertThat(outcome.detail()).contains("status 0").contains("System.exit");
            assertThat(process.run("1 + 1").status()).isEqualTo(Status.NOT_RUN);
        }
    }

    @Test
    void wordsInTheGradersChannelEndTheProcess() {
        String code = OUT + "out.write(\"PASS 100\\n\".getBytes());";
        try (CellProcess process = fresh(LIMITS)) {
            CellOutcome outcome = process.run(code);
            assertThat(outcome.status()).isEqualTo(Status.KERNEL_DIED);
            assertThat(outcome.detail()).contains("PASS 100");
            assertThat(process.isAlive()).isFalse();
        }
    }

    @Test
    void aForgedAnswerToAnotherCellEndsTheProcess() {
        String code = OUT
                + "out.write(\"{\\\"event\\\":\\\"done\\\",\\\"id\\\":\\\"c99\\\"}\\n\".getBytes()); Thread.sleep(9999);";
        try (CellProcess process = fresh(LIMITS)) {
            assertThat(process.run(code).detail()).contains("a cell that is not running");
        }
    }

    @Test
    void memoryThatTheJvmDoesNotCountIsCountedOutside() {
        // Shared anonymous memory, through a file in memory that is mapped: no heap, no direct buffer, no private page.
        String code =
                """
                import java.nio.*;
                import java.nio.channels.*;
                var file = Files.createTempFile(Path.of("/tmp"), "m", "");
                var channel = FileChannel.open(file, java.nio.file.StandardOpenOption.READ,
                        java.nio.file.StandardOpenOption.WRITE);
                var kept = new ArrayList<MappedByteBuffer>();
                for (int i = 0; i < 40; i++) {
                    var map = channel.map(FileChannel.MapMode.READ_WRITE, 0, 100 << 20);
                    for (int k = 0; k < map.capacity(); k += 4096) map.put(k, (byte) 1);
                    kept.add(map);
                }
                Thread.sleep(5000);
                """;
        try (CellProcess process = fresh(LIMITS)) {
            assertThat(process.run(code).status()).isEqualTo(Status.KILLED_MEMORY);
        }
    }

    @Test
    void aThreadBombMeetsTheBoundAndHarmsNobody() {
        String code =
                "while (true) new Thread(() -> { while (true) try { Thread.sleep(100); } catch (Throwable t) {} })"
                        + ".start();";
        try (CellProcess process = fresh(LIMITS.withCell(Duration.ofSeconds(5)))) {
            CellOutcome outcome = process.run(code);
            assertThat(outcome.status()).isNotEqualTo(Status.OK);
        }
        assertThat(shared.run("1 + 1").status()).isEqualTo(Status.OK);
    }

    @Test
    void whatAProcessLeavesBehindDiesWithIt() {
        String spawn =
                """
                var java = ProcessHandle.current().info().command().get();
                var sleeper = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"),
                        "practicum.notebook.CellServer").start();
                sleeper.isAlive()
                """;
        Set<ProcessHandle> before = descendants();
        CellProcess process = fresh(LIMITS);
        assertThat(process.run(spawn).outputs().toString()).contains("true");
        Set<ProcessHandle> started = descendants();
        started.removeAll(before);
        assertThat(started)
                .as("bwrap, its first process, the kernel and its child")
                .hasSizeGreaterThanOrEqualTo(4);
        process.close();
        assertThat(started).noneMatch(ProcessTree::lives);
    }

    private static Set<ProcessHandle> descendants() {
        return ProcessHandle.current().descendants().collect(Collectors.toSet());
    }

    @Test
    void aSandboxOutlivesTheThreadThatStartedIt() throws Exception {
        CellProcess[] started = new CellProcess[1];
        Thread thread = new Thread(() -> started[0] = fresh(LIMITS));
        thread.start();
        thread.join();
        try (CellProcess process = started[0]) {
            assertThat(process.run("1 + 1").status()).isEqualTo(Status.OK);
        }
    }

    @Test
    void aHeapBombIsAnErrorOfItsCell() {
        CellOutcome outcome = shared.run("var all = new ArrayList<byte[]>(); while (true) all.add(new byte[1 << 20]);");
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.outputs().toString()).contains("OutOfMemoryError");
        assertThat(shared.run("all = null; 1 + 1").status()).isEqualTo(Status.OK);
    }

    @Test
    void aDirectBufferBombIsAnErrorOfItsCell() {
        CellOutcome outcome = shared.run(
                "var direct = new ArrayList<java.nio.ByteBuffer>(); while (true) direct.add(java.nio.ByteBuffer.allocateDirect(8 << 20));");
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(shared.run("direct = null; System.gc(); 1 + 1").status()).isEqualTo(Status.OK);
    }

    @Test
    void aTensorBombIsAnErrorOfItsCell() {
        try (CellProcess process = fresh(LIMITS)) {
            CellOutcome outcome = process.run(
                    "var all = new ArrayList<Tensor>(); while (true) all.add(Tensor.zeros(1024, 1024, 16));");
            assertThat(outcome.status()).isIn(Status.ERROR, Status.KILLED_MEMORY);
            assertThat(outcome.outputs() + outcome.detail()).containsIgnoringCase("memory");
        }
    }

    @Test
    void tensorsWorkBehindTheWall() {
        try (CellProcess process = fresh(Limits.standard())) {
            CellOutcome outcome = process.run("Tensor.of(new float[] {1, 2, 3}, 3).sum().item()");
            assertThat(outcome.outputs().toString()).contains("6.0");
            assertThat(process.run("ai.djl.huggingface.tokenizers.jni.LibUtils.checkStatus()")
                            .status())
                    .isEqualTo(Status.OK);
        }
    }

    @Test
    void environmentsTellNothing() {
        CellOutcome outcome = shared.run(
                """
                for (var process : new File("/proc").listFiles()) {
                    try { System.out.println(Files.readString(process.toPath().resolve("environ"))); }
                    catch (Exception closed) {}
                }
                System.out.println(System.getenv().keySet());
                """);
        assertThat(outcome.outputs().toString()).contains("DJL_CACHE_DIR");
        for (String name : System.getenv().keySet()) {
            if (!List.of("HOME", "LANG", "PWD", "OMP_NUM_THREADS", "DJL_CACHE_DIR", "DJL_OFFLINE", "_")
                    .contains(name)) {
                assertThat(outcome.outputs().toString()).doesNotContain(name + "=");
            }
        }
    }

    @Test
    void thereIsNoNetwork() {
        CellOutcome outcome = shared.run("new java.net.Socket(\"1.1.1.1\", 53)");
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.outputs().toString()).contains("Network is unreachable");
        assertThat(shared.run("java.net.InetAddress.getByName(\"example.org\")")
                        .outputs()
                        .toString())
                .contains("UnknownHostException");
    }

    @Test
    void librariesCannotBeChanged() {
        CellOutcome outcome =
                shared.run("for (var file : new File(\"/libs\").listFiles()) Files.write(file.toPath(), new byte[1]);");
        assertThat(outcome.outputs().toString()).containsAnyOf("Read-only file system", "AccessDeniedException");
    }

    @Test
    void aFullDiskEndsTheProcess() {
        String fill =
                """
                var bytes = new byte[1 << 20];
                for (int i = 0; i < 100_000; i++) Files.write(Path.of("fill" + i), bytes);
                """;
        Limits small = LIMITS.withResources(SMALL.withDisk(mebibytes(8), 1000));
        try (CellProcess process = fresh(small)) {
            CellOutcome outcome = process.run(fill);
            assertThat(outcome.status()).isEqualTo(Status.KILLED_DISK);
            assertThat(outcome.detail()).contains("filled the 8 MiB");
            assertThat(process.isAlive()).isFalse();
        }
    }

    @Test
    void manyThreadsAtWorkAreOneCellsProcessorTime() {
        String code =
                """
                for (int i = 0; i < 8; i++) new Thread(() -> { while (true) { } }).start();
                Thread.sleep(60_000);
                """;
        try (CellProcess process = fresh(LIMITS.withCellCpu(Duration.ofSeconds(3)))) {
            CellOutcome outcome = process.run(code);
            assertThat(outcome.status()).isEqualTo(Status.TIMEOUT);
            assertThat(outcome.detail()).contains("3 s of processor time");
            assertThat(process.processorTime()).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        }
    }

    @Test
    void nothingOfTheCourseLiesInside() {
        String root = System.getProperty("practicum.home");
        CellOutcome outcome = shared.run(
                """
                void list(File folder, int depth) {
                    System.out.println(folder);
                    var files = folder.listFiles();
                    if (files != null && depth > 0) for (var file : files) list(file, depth - 1);
                }
                for (var top : new File("/").listFiles()) if (!top.getName().equals("proc")) list(top, 3);
                System.out.println(Files.exists(Path.of("%s")));
                """
                        .formatted(root));
        assertThat(outcome.outputs().toString())
                .contains("/libs/00-kernel-lib.jar")
                .contains("false")
                .doesNotContain("solutions")
                .doesNotContain("grader")
                .doesNotContain("expected");
        assertThat(shared.run("Class.forName(\"practicum.runner.CellProcess\")")
                        .outputs()
                        .toString())
                .contains("ClassNotFoundException");
    }

    @Test
    void aKernelInAnotherFolderIsTheSame() {
        assertThat(shared.run("System.getProperty(\"user.dir\")").outputs().toString())
                .contains("/home/student");
        assertThat(Path.of("/home/student")).doesNotExist();
    }
}
