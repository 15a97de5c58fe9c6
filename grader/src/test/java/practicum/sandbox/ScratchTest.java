package practicum.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScratchTest {
    @TempDir
    Path folder;

    @Test
    void filesAndFoldersAreCountedAtEveryDepthAndLinksAreNotFollowed() throws Exception {
        Path deep = Files.createDirectories(folder.resolve("a/b/c"));
        Files.createFile(deep.resolve("file"));
        Files.createSymbolicLink(deep.resolve("loop"), folder);
        var scratch = new Scratch(List.of(folder));
        // The folder itself, three in it, a file and a link.
        assertThat(scratch.holdsMoreThan(5)).isTrue();
        assertThat(scratch.holdsMoreThan(6)).isFalse();
    }

    @Test
    void severalFoldersCountTogetherAndOneThatIsGoneCountsForNothingMore() throws Exception {
        Path one = Files.createDirectories(folder.resolve("one"));
        Files.createFile(one.resolve("file"));
        var scratch = new Scratch(List.of(one, one, folder.resolve("gone")));
        assertThat(scratch.holdsMoreThan(4)).isTrue();
        assertThat(scratch.holdsMoreThan(5)).isFalse();
        assertThat(scratch.isVisible()).isFalse();
        assertThat(new Scratch(List.of(folder.resolve("gone"))).full()).isEmpty();
    }

    @Test
    void aFolderThatItsOwnerHasClosedCouldHoldAnyNumber() throws Exception {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("-wx------"));
        try {
            Assumptions.assumeFalse(
                    Files.isReadable(closed),
                    "Skipped: this user may read every folder, as root may. Run it as another.");
            assertThat(new Scratch(List.of(folder)).holdsMoreThan(1000)).isTrue();
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void noFoldersAreNeverFull() {
        assertThat(new Scratch(List.of()).full()).isEmpty();
        assertThat(new Scratch(List.of()).holdsMoreThan(0)).isFalse();
    }
}
