package practicum.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import practicum.hub.HubException.Reason;

/** A server that fails is waited for, or given up with the reason. */
class HubFailureTest extends HubFixture {
    @Test
    void errorsOfTheServerAreWaitedOutWithGrowingPauses() throws IOException {
        hub.storeFails(WEIGHTS, Faults.status(500), Faults.status(502), Faults.status(503));
        assertWhole(download(), WEIGHTS);
        assertThat(pauses).containsExactly(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(4));
    }

    @Test
    void aServerThatOnlyFailsIsGivenUp() {
        hub.hubFails("config.json", Faults.status(503), Faults.status(503), Faults.status(503), Faults.status(503));
        assertThat(refusal(Reason.UNREACHABLE)).contains("status 503", "Tried 4 times");
        assertThat(pauses).hasSize(3);
    }

    @Test
    void tooManyRequestsArePausedForAsLongAsTheServerAsks() throws IOException {
        hub.hubFails("config.json", Faults.status(429, "Retry-After", "7"));
        hub.storeFails(WEIGHTS, Faults.status(429, "Retry-After", "Thu, 01 Jan 1970 00:00:00 GMT"));
        assertWhole(download(), WEIGHTS);
        assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofMillis(1));
    }

    @Test
    void aServerThatWantsToBeLeftAloneForLongIsLeftAlone() {
        hub.hubFails("config.json", Faults.status(429, "Retry-After", "3600"));
        assertThat(refusal(Reason.UNREACHABLE)).contains("3600 s");
        assertThat(pauses).isEmpty();
    }

    @Test
    void aHubThatIsNotThereIsToldAtOnce() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var settings = hub.settings(cache, Map.of("HF_ENDPOINT", "http://127.0.0.1:" + port));
        assertThat(refusal(Reason.UNREACHABLE, new Hub(settings, pauses::add), REPO, Revision.MAIN))
                .contains("no connection", "HTTPS_PROXY");
        assertThat(pauses).isEmpty();
    }

    @Test
    void anAddressThatIsNoHubIsToldApart() {
        hub.hubFails("config.json", Faults.status(200, "ETag", "\"1\""));
        assertThat(refusal(Reason.UNREACHABLE)).contains("X-Repo-Commit", "HF_ENDPOINT");
    }

    @Test
    void redirectsInACircleEnd() {
        FakeHub.Fault circle = Faults.status(302, "Location", "/tiny/gpt2/resolve/main/config.json");
        for (int i = 0; i < 40; i++) {
            hub.hubFails("config.json", circle);
        }
        assertThat(refusal(Reason.UNREACHABLE)).contains("circle");
    }
}
