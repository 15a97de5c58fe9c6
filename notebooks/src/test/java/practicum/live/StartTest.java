package practicum.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.jupyter.LoopbackPort;
import practicum.source.Project;

/** {@code ./practicum start}, as a person types it and ends it. */
final class StartTest {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/\\S+token=\\w+");

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void whenItEndsNothingIsLeftRunning(String signal) throws Exception {
        Needs.jupyter();
        Assumptions.assumeTrue(
                !signal.equals("INT") || !ignoresInterrupts(),
                "This test was itself started so that Ctrl-C does not reach it.");
        int port = LoopbackPort.any();
        Process start = launcher("start", "--no-browser", "--port", "" + port).start();
        try (BufferedReader out = start.inputReader()) {
            var session = KernelSession.start(address(out));
            String pid = session.execute("ProcessHandle.current().pid()")
                    .shown("text/plain")
                    .get(0);
            ProcessHandle kernel = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            session.submit("while (true) { }");
            new ProcessBuilder("kill", "-" + signal, "" + start.pid()).start().waitFor();
            assertThat(start.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(out.lines().filter(line -> line.contains("status"))).isEmpty();
            kernel.onExit().get(5, TimeUnit.SECONDS);
            assertThat(LoopbackPort.isFree(port)).isTrue();
        } finally {
            start.descendants().forEach(ProcessHandle::destroyForcibly);
            start.destroyForcibly();
        }
    }

    @Test
    void aTakenPortIsPassedOverAndSaid() throws Exception {
        Needs.jupyter();
        Process first = launcher("start", "--no-browser").start();
        Process second = null;
        try (BufferedReader out = first.inputReader()) {
            URI one = address(out);
            second = launcher("start", "--no-browser").start();
            StringBuilder said = new StringBuilder();
            try (BufferedReader other = second.inputReader()) {
                assertThat(address(other, said)).isNotEqualTo(one);
            }
            assertThat(said).contains("is taken; using");
        } finally {
            first.destroy();
            first.waitFor(20, TimeUnit.SECONDS);
            if (second != null) {
                second.destroy();
                second.waitFor(20, TimeUnit.SECONDS);
            }
        }
    }

    private static URI address(BufferedReader out) throws IOException {
        return address(out, new StringBuilder());
    }

    /** Reads what the command says until it names the address. */
    private static URI address(BufferedReader out, StringBuilder said) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            var address = ADDRESS.matcher(line);
            if (address.find()) {
                return URI.create(address.group());
            }
        }
        throw new AssertionError("No address, but:\n" + said);
    }

    private static ProcessBuilder launcher(String... arguments) {
        Path program = Project.find().root().resolve("practicum");
        var command = new java.util.ArrayList<>(java.util.List.of(program.toString()));
        command.addAll(java.util.List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /** Whether this process, and so each that it starts, ignores SIGINT, as shells arrange for background jobs. */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }
}
