package practicum.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.source.Project;

final class KernelsTest {
    private static final Path HOME = Path.of("/home/zoë");

    @Test
    void aSpecNamesTheJdkTheClassPathInOrderAndTheConnectionFile(@TempDir Path kernels) throws IOException {
        var spec = KernelSpec.on(
                Jdk.running(),
                true,
                List.of(Path.of("b.jar"), Path.of("a.jar")),
                Path.of("/course"),
                Path.of("/native"));
        JsonObject json =
                JsonParser.parseString(Files.readString(spec.install(kernels))).getAsJsonObject();
        var command = json.getAsJsonArray("argv").asList().stream()
                .map(argument -> argument.getAsString())
                .toList();
        assertThat(Path.of(command.get(0))).isAbsolute().isExecutable();
        assertThat(command).contains("b.jar" + File.pathSeparator + "a.jar").endsWith("{connection_file}");
        assertThat(json.get("interrupt_mode").getAsString()).isEqualTo("message");
        assertThat(json.getAsJsonObject("env").get("DJL_CACHE_DIR").getAsString())
                .isEqualTo(Path.of("/native").toString());
    }

    @Test
    void installingAgainReplacesTheSpecAndLeavesNothingElse(@TempDir Path kernels) throws IOException {
        var spec = new KernelSpec("k", "First", List.of("java"), Map.of());
        spec.install(kernels);
        new KernelSpec("k", "Second", List.of("java"), Map.of()).install(kernels);
        assertThat(kernels.resolve("k/kernel.json"))
                .content()
                .contains("Second")
                .doesNotContain("First");
        try (var files = Files.list(kernels.resolve("k"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg");
        }
    }

    @Test
    void theUsersKernelsAreWhereJupyterLooksOnEachSystem() {
        assertThat(Kernels.ofUser(Map.of(), "Linux", HOME)).isEqualTo(HOME.resolve(".local/share/jupyter/kernels"));
        assertThat(Kernels.ofUser(Map.of("XDG_DATA_HOME", "/data"), "Linux", HOME))
                .isEqualTo(Path.of("/data/jupyter/kernels"));
        assertThat(Kernels.ofUser(Map.of(), "Mac OS X", HOME)).isEqualTo(HOME.resolve("Library/Jupyter/kernels"));
        assertThat(Kernels.ofUser(Map.of("APPDATA", "/roaming"), "Windows 11", HOME))
                .isEqualTo(Path.of("/roaming/jupyter/kernels"));
        assertThat(Kernels.ofUser(Map.of("JUPYTER_DATA_DIR", "/mine"), "Linux", HOME))
                .isEqualTo(Path.of("/mine/kernels"));
    }

    @Test
    void aKernelOfAJdkThatIsGoneIsRemovedAndOthersAreLeftAlone(@TempDir Path kernels) throws IOException {
        Files.createDirectories(kernels.resolve("practicum-java99/inner"));
        Files.createDirectories(kernels.resolve("python3"));
        Kernels.install(kernels, course(kernels), List.of(Jdk.running()));
        try (var folders = Files.list(kernels)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .contains("practicum", "python3")
                    .doesNotContain("practicum-java99");
        }
    }

    /** A folder with just what a build leaves that a kernel needs. */
    private static Project course(Path root) throws IOException {
        Path target = Files.createDirectories(root.resolve("kernel-lib/target"));
        Files.createFile(target.resolve("kernel-lib.jar"));
        Files.writeString(target.resolve("kernel.classpath"), "one.jar");
        return new Project(root);
    }
}
