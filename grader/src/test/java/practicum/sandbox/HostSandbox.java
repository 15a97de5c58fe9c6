package practicum.sandbox;

import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The sandbox of the host that runs the tests. */
public final class HostSandbox {
    private HostSandbox() {}

    /** The host's sandbox; without one the test is skipped, and says how to have it run. */
    public static Sandbox require() {
        Optional<Bubblewrap> sandbox = Bubblewrap.find();
        Assumptions.assumeTrue(
                sandbox.isPresent(),
                "Skipped: no bubblewrap on this host. To run it: apt-get install bubblewrap (Linux only).");
        return sandbox.orElseThrow();
    }
}
