package practicum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class StartCommandTest {
    private final StringWriter err = new StringWriter();

    @Test
    void aPortThatWasAskedForAndIsTakenIsAnErrorThatNamesIt() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(start("--port", "" + taken.getLocalPort())).isEqualTo(2);
            assertThat(err.toString()).contains("--port " + taken.getLocalPort() + " is taken");
        }
    }

    @Test
    void aNumberThatIsNoPortIsAnErrorThatNamesTheBounds() {
        assertThat(start("--port", "70000")).isEqualTo(2);
        assertThat(err.toString()).contains("70000", "between 1 and 65535");
    }

    private int start(String... arguments) {
        var line = new CommandLine(new Main()).setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 2];
        all[0] = "start";
        all[1] = "--no-browser";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return line.execute(all);
    }
}
