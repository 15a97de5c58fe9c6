package practicum.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe of docs/container.md, as far as it can be tried without a container: what root may do in one. */
final class ContainerTest {
    /** What podman gives a container, which is less than Docker gives. */
    private static final List<String> GIVEN = List.of(
            "chown",
            "dac_override",
            "fowner",
            "fsetid",
            "kill",
            "net_bind_service",
            "setfcap",
            "setgid",
            "setpcap",
            "setuid");

    private static final Pattern ADDED = Pattern.compile("--cap-add ([A-Z_]+)");

    @TempDir
    Path natives;

    /** Tries the sandbox in a process of its own; prints what does not hold. */
    public static void main(String[] arguments) {
        Sandbox sandbox = Bubblewrap.find().orElseThrow();
        SandboxProbe.run(sandbox, Path.of(arguments[0]), List.of(Path.of("").toAbsolutePath()))
                .complaints()
                .forEach(System.out::println);
        System.out.println(sandbox.description());
    }

    @Test
    void rootInTheRecipesContainerMayBuildTheSandbox() throws Exception {
        Assumptions.assumeTrue(
                HostTools.isPrivilegedRoot(), "Skipped: only root can be given what root in a container has.");
        HostSandbox.require();
        String recipe = Files.readString(Path.of("../docs/container.md"));
        List<String> held = new ArrayList<>(GIVEN);
        ADDED.matcher(recipe.substring(0, recipe.indexOf("With Docker")))
                .results()
                .map(MatchResult::group)
                .map(option -> option.substring(option.indexOf(' ') + 1).toLowerCase(Locale.ROOT))
                .forEach(held::add);
        var probe = new ProcessBuilder(
                        "setpriv",
                        "--inh-caps=-all",
                        "--bounding-set=-all,+" + String.join(",+", held),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ContainerTest.class.getName(),
                        natives.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(probe.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(said).contains("dropped from root");
        assertThat(said.lines()).as(said).hasSize(1);
    }
}
