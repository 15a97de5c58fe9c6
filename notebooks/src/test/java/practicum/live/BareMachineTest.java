package practicum.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import practicum.jupyter.Jdk;
import practicum.source.Project;

/** The launcher where something is missing: a view of this machine without it, made by bubblewrap. */
@EnabledOnOs(OS.LINUX)
final class BareMachineTest {
    private static final List<String> FILES = List.of(
            "practicum",
            "mvnw",
            ".mvn/wrapper/maven-wrapper.properties",
            "pom.xml",
            "kernel-lib/pom.xml",
            "grader/pom.xml",
            "grader/src/main/resources/practicum/cli/usage.txt");

    @TempDir
    private Path clone;

    @BeforeEach
    void copyWhatAFreshCloneBeginsWith() throws IOException {
        Path root = Project.find().root();
        for (String file : FILES) {
            Path copy = clone.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(root.resolve(file), copy);
        }
        Files.createDirectories(clone.resolve("kernel-lib/src/main"));
    }

    @Test
    void theCommandsAreListedWithoutAJdkAndBeforeAnyBuild() throws Exception {
        for (String[] arguments : new String[][] {{}, {"help"}, {"--help"}}) {
            Answer answer = launch(withoutJdk(), arguments);
            assertThat(answer.status()).isZero();
            assertThat(answer.text()).contains("Usage: practicum", "start ", "doctor ", "test ");
        }
    }

    @Test
    void withoutAJdkItSaysWhichOneAndHowToGetIt() throws Exception {
        Answer answer = launch(withoutJdk(), "start");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.text()).contains("needs a JDK, version 17 or newer", "openjdk-17-jdk-headless", "JAVA_HOME");
    }

    @Test
    void aJreIsNamedAsOne() throws Exception {
        Answer answer = launch(withJavaHome(java("17.0.1", false)), "start");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.text()).contains("Java 17 in", "has no compiler: it is a JRE, not a JDK");
    }

    @Test
    void anOldJdkIsNamedWithItsVersion() throws Exception {
        Answer answer = launch(withJavaHome(java("11.0.2", true)), "start");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.text()).contains("Java 11 in", "is too old");
    }

    @Test
    void withoutANetworkTheFirstBuildSaysWhatIsMissing() throws Exception {
        List<String> view = new ArrayList<>(view());
        view.addAll(List.of(
                "--unshare-net", "--setenv", "JAVA_HOME", Jdk.running().home().toString()));
        Answer answer = launch(view, "start");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.text())
                .contains("Missing: Maven itself", "does not answer", "Connect this machine to the network once")
                .doesNotContain("Exception", "\tat ");
    }

    /** This machine's files, an empty home, and neither a package manager nor a Maven. */
    private List<String> view() throws IOException {
        Path home = Files.createDirectories(clone.resolve("home"));
        List<String> view = new ArrayList<>(List.of(Needs.bubblewrap().toString(), "--dev-bind", "/", "/"));
        view.addAll(List.of("--setenv", "HOME", home.toString(), "--unsetenv", "MAVEN_USER_HOME"));
        for (String program : List.of("/usr/bin/apt-get", "/usr/bin/mvn")) {
            if (Files.exists(Path.of(program))) {
                view.addAll(List.of(
                        "--ro-bind", "/dev/null", Path.of(program).toRealPath().toString()));
            }
        }
        return view;
    }

    private List<String> withoutJdk() throws IOException {
        List<String> view = new ArrayList<>(view());
        for (Path place : List.of(
                Path.of("/usr/lib/jvm"),
                Path.of("/opt/java"),
                Jdk.running().home().toRealPath())) {
            if (Files.isDirectory(place)) {
                view.addAll(List.of("--tmpfs", place.toString()));
            }
        }
        view.addAll(List.of("--unsetenv", "JAVA_HOME"));
        return view;
    }

    private List<String> withJavaHome(Path java) throws IOException {
        List<String> view = new ArrayList<>(withoutJdk());
        view.addAll(List.of("--setenv", "JAVA_HOME", java.toString()));
        return view;
    }

    /** A folder that looks like a Java of that version. */
    private Path java(String version, boolean compiler) throws IOException {
        Path bin = Files.createDirectories(clone.resolve("java/bin"));
        for (String program : compiler ? List.of("java", "javac") : List.of("java")) {
            Files.writeString(bin.resolve(program), "#!/bin/sh\n").toFile().setExecutable(true);
        }
        Files.writeString(clone.resolve("java/release"), "JAVA_VERSION=\"" + version + "\"\n");
        return clone.resolve("java");
    }

    private Answer launch(List<String> view, String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.of(
                        view.stream(), Stream.of(clone.resolve("practicum").toString()), Stream.of(arguments))
                .flatMap(part -> part)
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    private record Answer(int status, String text) {}
}
