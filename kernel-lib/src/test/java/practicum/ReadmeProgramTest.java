package practicum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that the README prints, compiled and run as it stands there. */
class ReadmeProgramTest {
    private static final Pattern PROGRAM =
            Pattern.compile("```java\\n((?:(?!```)[\\s\\S])*?public class (\\w+)[\\s\\S]*?)```");

    @Test
    void itRunsAsPrinted(@TempDir Path folder) throws Exception {
        String readme = Files.readString(Path.of(System.getProperty("practicum.home"), "README.md"));
        Matcher program = PROGRAM.matcher(readme);
        assertThat(program.find()).as("a public class in README.md").isTrue();
        Path source = Files.writeString(folder.resolve(program.group(2) + ".java"), program.group(1));
        var complaints = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        complaints,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString());
        assertThat(status).as(complaints.toString(StandardCharsets.UTF_8)).isZero();
        String printed = run(folder, program.group(2));
        assertThat(printed).contains("probability", "Logit lens", "Figure: file:");
        Matcher page = Pattern.compile("Figure: (file:\\S+)").matcher(printed);
        assertThat(page.find()).isTrue();
        Path written = Path.of(URI.create(page.group(1)));
        assertThat(written).content().contains("<img");
        Files.delete(written);
    }

    /** A process of its own, as a reader's program is. */
    private static String run(Path folder, String name) throws Exception {
        String classPath = folder + File.pathSeparator + System.getProperty("java.class.path");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-DDJL_CACHE_DIR=" + System.getProperty("DJL_CACHE_DIR", ""),
                        "-cp",
                        classPath,
                        name)
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
