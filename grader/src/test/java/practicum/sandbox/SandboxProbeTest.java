package practicum.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SandboxProbeTest {
    @TempDir
    Path natives;

    @Test
    void bubblewrapHoldsEveryProtectionOnThisHost() {
        Sandbox sandbox = HostSandbox.require();
        ProbeReport report =
                SandboxProbe.run(sandbox, natives, List.of(Path.of("").toAbsolutePath()));
        assertThat(report.complaints()).isEmpty();
        assertThat(report.findings())
                .extracting(Finding::protection)
                .containsOnlyOnceElementsOf(List.of(Protection.values()));
    }

    @Test
    void noSandboxProtectsNothingAndSaysWhatToInstall() {
        ProbeReport report = SandboxProbe.run(new NoSandbox(natives), natives, List.of());
        assertThat(report.isWhole()).isFalse();
        assertThat(report.missing()).containsExactly(Protection.values());
        assertThat(report.complaints()).anyMatch(line -> line.contains("apt-get install bubblewrap"));
    }

    @Test
    void aSecretThatLiesInAVisibleFolderIsFound() throws Exception {
        Path secret = Files.createFile(natives.resolve("solution.md"));
        Sandbox sandbox = HostSandbox.require();
        ProbeReport report = SandboxProbe.run(sandbox, natives, List.of(Path.of("/usr/lib")));
        assertThat(secret).exists();
        assertThat(report.missing()).containsExactly(Protection.FILES);
        assertThat(report.complaints().get(0)).contains("can read files").contains("/usr/lib");
    }
}
