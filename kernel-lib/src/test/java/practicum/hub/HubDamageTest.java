package practicum.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.hub.HubException.Reason;

/** What is not as it was published never enters the cache. */
class HubDamageTest extends HubFixture {
    @Test
    void aTruncatedAnswerIsNoWholeFile() throws IOException {
        hub.storeFails(WEIGHTS, Faults.truncateTo(50_000));
        assertWhole(download(), WEIGHTS);
        assertThat(from(hub.downloads(WEIGHTS).get(1))).isEqualTo(50_000);
    }

    @Test
    void aFileThatIsDamagedOnceIsFetchedAgain() throws IOException {
        hub.storeFails(WEIGHTS, Faults.wrongContent());
        assertWhole(download(), WEIGHTS);
        assertThat(hub.downloads(WEIGHTS)).hasSize(2);
    }

    @Test
    void aDamagedBeginningIsFoundOutAndFetchedAgain() throws IOException {
        Files.write(leaveIncomplete(100_000), new byte[100_000]);
        assertWhole(download(), WEIGHTS);
    }

    @Test
    void aFileThatIsDamagedTwiceNeverEntersTheCache() throws IOException {
        hub.storeFails(WEIGHTS, Faults.wrongContent(), Faults.wrongContent());
        assertThat(refusal(Reason.DAMAGED))
                .contains(WEIGHTS, hub.content("tiny/gpt2", WEIGHTS).etag());
        assertThat(blobs())
                .noneMatch(name ->
                        name.startsWith(hub.content("tiny/gpt2", WEIGHTS).etag()));
        assertThat(new HubCache(cache).find(REPO, Revision.MAIN)).isEmpty();
    }

    @Test
    void aSmallFileIsVerifiedToo() {
        hub.hubFails("tokenizer.json", passOn(), Faults.wrongContent(), Faults.wrongContent());
        assertThat(refusal(Reason.DAMAGED)).contains("tokenizer.json");
    }

    @Test
    void aFileThatIsLongerThanAnnouncedIsRefused() {
        hub.storeFails(WEIGHTS, Faults.tooLong());
        assertThat(refusal(Reason.DAMAGED)).contains("longer than the 205584 bytes");
    }

    private List<String> blobs() throws IOException {
        try (var files = Files.list(cache.resolve("models--tiny--gpt2/blobs"))) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static FakeHub.Fault passOn() {
        return (exchange, file) -> {
            exchange.getResponseHeaders().set("X-Repo-Commit", FakeHub.COMMIT);
            file.send(exchange, true);
        };
    }
}
