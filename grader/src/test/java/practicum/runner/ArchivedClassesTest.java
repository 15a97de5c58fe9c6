package practicum.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.runner.CellOutcome.Status;
import practicum.sandbox.Bubblewrap;
import practicum.sandbox.HostSandbox;

final class ArchivedClassesTest {
    @TempDir
    Path folder;

    private static void assertStarts(Kernel kernel) {
        try (var process = CellProcess.start(kernel, HostSandbox.require(), Limits.standard())) {
            assertThat(process.run("20 + 1").status()).isEqualTo(Status.OK);
            assertThat(process.run("Files.writeString(Path.of(\"/classes/archive.jsa\"), \"mine\")")
                            .status())
                    .isEqualTo(Status.ERROR);
        }
    }

    @Test
    void aKernelStartsFromItsArchiveAndWithoutOneThatDoesNotFit() throws IOException {
        var sandbox = (Bubblewrap) HostSandbox.require();
        var kernel = TestKernel.get();
        assumeTrue(
                kernel.classPath().stream().allMatch(Files::isRegularFile),
                "Skipped: the library is not packed into a jar yet. To run it: ./mvnw verify.");
        var archived = new ArchivedClasses(folder).of(kernel, sandbox, Limits.standard());
        Path file = archived.archive().orElseThrow();
        assertThat(Files.size(file)).isGreaterThan(1 << 20);
        try (var all = Files.list(folder)) {
            assertThat(all).as("nothing is left of making it").containsExactly(file);
        }
        assertStarts(archived);
        var made = Files.getLastModifiedTime(file);
        assertThat(new ArchivedClasses(folder).of(kernel, sandbox, Limits.standard()))
                .isEqualTo(archived);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(made);

        assertStarts(kernel.startingFrom(Files.writeString(folder.resolve("spoilt.jsa"), "no archive")));
        assertStarts(kernel.startingFrom(folder.resolve("gone.jsa")));
    }

    @Test
    void whereNoneCanBeMadeTheKernelStaysAsItIs() throws IOException {
        var sandbox = (Bubblewrap) HostSandbox.require();
        var unpacked = new Kernel(TestKernel.get().javaHome(), List.of(folder), folder);
        assertThat(new ArchivedClasses(folder).of(unpacked, sandbox, Limits.standard()))
                .isEqualTo(unpacked);
        var file = Files.createFile(folder.resolve("no-folder"));
        assertThat(new ArchivedClasses(file).of(TestKernel.get(), sandbox, Limits.standard()))
                .isEqualTo(TestKernel.get());
    }
}
