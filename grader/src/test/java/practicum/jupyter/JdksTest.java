package practicum.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JdksTest {
    @Test
    void theRunningJdkIsFoundByItsReleaseFile() {
        Jdk running = Jdk.running();
        assertThat(Jdks.in(running.home())).contains(running);
        assertThat(Jdks.forKernels()).startsWith(running);
    }

    @Test
    void aFolderWithoutJShellIsNoJdk(@TempDir Path jre) throws IOException {
        Files.createDirectories(jre.resolve("bin"));
        Files.createFile(jre.resolve("bin/java"));
        Files.writeString(jre.resolve("release"), "JAVA_VERSION=\"21.0.1\"\nMODULES=\"java.base java.desktop\"\n");
        assertThat(Jdks.in(jre)).isEmpty();
    }

    @Test
    void seventeenAndEveryFourthFromThereAreLongTerm() {
        assertThat(java.util.stream.IntStream.rangeClosed(11, 29)
                        .filter(version -> new Jdk(Path.of("jdk"), version).isLongTerm()))
                .containsExactly(17, 21, 25, 29);
    }

    @Test
    void notebooksRunOnTheRunningJdkTheNewestAndTheOldestOnce() {
        assertThat(Jdks.choose(jdk(17), List.of(jdk(25), jdk(21), jdk(17)))).containsExactly(jdk(17), jdk(25));
        assertThat(Jdks.choose(jdk(25), List.of(jdk(25), jdk(17)))).containsExactly(jdk(25), jdk(17));
        assertThat(Jdks.choose(jdk(23), List.of(jdk(21)))).containsExactly(jdk(23), jdk(21));
        assertThat(Jdks.choose(jdk(17), List.of())).containsExactly(jdk(17));
    }

    private static Jdk jdk(int version) {
        return new Jdk(Path.of("/jdk-" + version), version);
    }
}
