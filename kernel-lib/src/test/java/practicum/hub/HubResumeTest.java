package practicum.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import practicum.hub.FakeHub.Request;
import practicum.hub.HubException.Reason;

/** What came before a break is kept, and the rest asked for. */
class HubResumeTest extends HubFixture {
    @Test
    void aDroppedConnectionIsResumedWhereItBroke() throws IOException {
        hub.storeFails(WEIGHTS, Faults.dropAfter(80_000));
        assertWhole(download(), WEIGHTS);
        List<Request> asked = hub.downloads(WEIGHTS);
        assertThat(asked).hasSize(2);
        assertThat(from(asked.get(1))).isBetween(1, 80_000);
        assertThat(asked.get(1).header("If-Range")).startsWith("\"store-");
    }

    @Test
    void aConnectionThatBringsAnythingIsTriedMoreOftenThanOneThatBringsNothing() throws IOException {
        for (int i = 1; i <= 6; i++) {
            hub.storeFails(WEIGHTS, continueAndDrop(i * 30_000));
        }
        assertWhole(download(), WEIGHTS);
        assertThat(pauses).as("each failure is the first since something came").containsOnly(Duration.ofMillis(1));
    }

    @Test
    void whatAnotherProcessLeftIsResumed() throws IOException {
        leaveIncomplete(100_000);
        assertWhole(download(), WEIGHTS);
        assertThat(hub.downloads(WEIGHTS)).hasSize(1);
        assertThat(from(hub.downloads(WEIGHTS).get(0))).isEqualTo(100_000);
    }

    @Test
    void whatIsCompleteButNotYetInPlaceIsNotAskedForAgain() throws IOException {
        leaveIncomplete(LENGTH);
        assertWhole(download(), WEIGHTS);
        assertThat(hub.downloads(WEIGHTS)).isEmpty();
    }

    @Test
    void whatIsLongerThanTheFileIsThrownAway() throws IOException {
        Files.write(leaveIncomplete(LENGTH), new byte[LENGTH + 5]);
        assertWhole(download(), WEIGHTS);
    }

    @Test
    void aServerThatIgnoresTheRangeIsReadFromTheStart() throws IOException {
        leaveIncomplete(100_000);
        hub.storeFails(WEIGHTS, Faults.ignoreRange());
        assertWhole(download(), WEIGHTS);
        assertThat(hub.downloads(WEIGHTS)).hasSize(1);
    }

    @Test
    void aServerThatHasNoSuchRangeIsReadFromTheStart() throws IOException {
        leaveIncomplete(100_000);
        hub.storeFails(WEIGHTS, Faults.status(416));
        assertWhole(download(), WEIGHTS);
        assertThat(hub.downloads(WEIGHTS).get(1).header("Range")).isEmpty();
    }

    @Test
    void aStoreWhoseContentChangedBetweenAttemptsIsReadFromTheStart() throws IOException {
        hub.storeFails(WEIGHTS, (exchange, file) -> {
            byte[] other = new byte[LENGTH];
            exchange.getResponseHeaders().set("ETag", "\"another\"");
            exchange.sendResponseHeaders(200, LENGTH);
            exchange.getResponseBody().write(other, 0, 80_000);
            exchange.getResponseBody().flush();
        });
        assertWhole(download(), WEIGHTS);
        List<Request> asked = hub.downloads(WEIGHTS);
        assertThat(asked).as("the range is refused, so that all comes at once").hasSize(2);
        assertThat(asked.get(1).header("If-Range")).isEqualTo("\"another\"");
    }

    @Test
    void aSilentServerIsLeftAndAskedAgain() throws IOException {
        hub.storeFails(WEIGHTS, Faults.hangAfter(70_000, hub));
        Patience quick = new Patience(
                Duration.ofSeconds(5), Duration.ofMillis(400), 4, Duration.ofMillis(1), Duration.ofSeconds(60));
        Snapshot snapshot = new Hub(hub.settings(cache).withPatience(quick), pauses::add).download(REPO, Revision.MAIN);
        assertWhole(snapshot, WEIGHTS);
        assertThat(from(hub.downloads(WEIGHTS).get(hub.downloads(WEIGHTS).size() - 1)))
                .isBetween(1, 70_000);
    }

    @Test
    void anInterruptedDownloadKeepsWhatItHasAndGoesOnTheNextTime() throws Exception {
        hub.storeFails(WEIGHTS, Faults.hangAfter(90_000, hub));
        AtomicReference<Throwable> failure = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        Thread reader = new Thread(() -> {
            failure.set(catchThrowableOfType(HubException.class, this::download));
            flag.set(Thread.currentThread().isInterrupted());
        });
        reader.start();
        Path incomplete =
                blob(WEIGHTS).resolveSibling(hub.content("tiny/gpt2", WEIGHTS).etag() + ".incomplete");
        while (reader.isAlive() && (!Files.exists(incomplete) || Files.size(incomplete) < 50_000)) {
            Thread.sleep(5);
        }
        reader.interrupt();
        reader.join();
        assertThat(failure.get()).isInstanceOfSatisfying(HubException.class, e -> assertThat(e.reason())
                .isEqualTo(Reason.INTERRUPTED));
        assertThat(flag.get()).as("the thread stays interrupted").isTrue();
        int kept = (int) Files.size(incomplete);
        assertThat(kept).isBetween(50_000, 90_000);
        assertWhole(download(), WEIGHTS);
        assertThat(from(hub.downloads(WEIGHTS).get(1))).isEqualTo(kept);
    }

    private static FakeHub.Fault continueAndDrop(int until) {
        return (exchange, file) -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
            exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (LENGTH - 1) + "/" + LENGTH);
            exchange.sendResponseHeaders(from == 0 ? 200 : 206, LENGTH - from);
            exchange.getResponseBody().write(file.bytes(), from, until - from);
            exchange.getResponseBody().flush();
        };
    }
}
