package practicum.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import practicum.hub.FakeHub.Request;
import practicum.hub.HubException.Reason;

/** A model's files arrive as they were published, once. */
class HubDownloadTest extends HubFixture {
    @Test
    void everyFileArrivesAsItWasPublished() throws IOException {
        assertWhole(download(), "config.json", WEIGHTS, "tokenizer.json", "tokenizer_config.json");
        assertThat(pauses).isEmpty();
    }

    @Test
    void contentIsAskedForAtTheCommitThatTheRevisionStoodFor() {
        hub.point("step1000", FakeHub.COMMIT);
        hub().download(REPO, new Revision("step1000"));
        assertThat(hub.requests())
                .filteredOn(request -> request.path().contains("/step1000/"))
                .extracting(Request::method)
                .as("only the question which commit step1000 is")
                .containsOnly("HEAD");
        assertThat(cache.resolve("models--tiny--gpt2/refs/step1000")).hasContent(FakeHub.COMMIT);
    }

    @Test
    void theTokenGoesToTheHubAndToNobodyElse() {
        new Hub(hub.settings(cache, Map.of("HF_TOKEN", "hf_secret")), pauses::add).download(REPO, Revision.MAIN);
        assertThat(hub.requests())
                .filteredOn(request -> request.server().equals("hub"))
                .isNotEmpty()
                .allSatisfy(
                        request -> assertThat(request.header("Authorization")).isEqualTo("Bearer hf_secret"));
        assertThat(hub.requests())
                .filteredOn(request -> request.server().equals("store"))
                .isNotEmpty()
                .allSatisfy(
                        request -> assertThat(request.header("Authorization")).isEmpty());
    }

    @Test
    void allShardsThatTheIndexNamesAreFetched() throws IOException {
        publishShards("a-1.safetensors", "a-2.safetensors");
        hub.publish("tiny/sharded", FakeHub.COMMIT, "a-1.safetensors", new byte[1000]);
        hub.publish("tiny/sharded", FakeHub.COMMIT, "a-2.safetensors", new byte[2000]);
        Snapshot snapshot = hub().download(new RepoId("tiny/sharded"), Revision.MAIN);
        assertThat(snapshot.missing()).isEmpty();
        assertThat(snapshot.folder().resolve("a-2.safetensors")).hasBinaryContent(new byte[2000]);
    }

    @Test
    void whatTheCacheHasIsNotFetchedAgain() {
        download();
        int before = contents();
        download();
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void aNewCommitFetchesOnlyWhatChanged() throws IOException {
        download();
        String newer = FakeHub.OLDER_COMMIT;
        for (String file : List.of("config.json", WEIGHTS, "tokenizer.json", "tokenizer_config.json")) {
            hub.publish("tiny/gpt2", newer, file, Files.readAllBytes(MODEL.resolve(file)));
        }
        hub.publish("tiny/gpt2", newer, "tokenizer_config.json", "{}".getBytes(StandardCharsets.UTF_8));
        hub.point("main", newer);
        int before = contents();
        Snapshot snapshot = download();
        assertThat(snapshot.folder()).hasFileName(newer);
        assertThat(snapshot.folder().resolve("tokenizer_config.json")).hasContent("{}");
        assertThat(contents()).isEqualTo(before + 1);
        assertThat(cache.resolve("models--tiny--gpt2/refs/main")).hasContent(newer);
    }

    @Test
    void aFailedDownloadDoesNotMoveTheRevision() throws IOException {
        download();
        hub.publish("tiny/gpt2", FakeHub.OLDER_COMMIT, "config.json", "{}".getBytes(StandardCharsets.UTF_8));
        hub.publish("tiny/gpt2", FakeHub.OLDER_COMMIT, WEIGHTS, new byte[5000]);
        hub.point("main", FakeHub.OLDER_COMMIT);
        hub.storeFails(WEIGHTS, Faults.status(403));
        assertThat(refusal(Reason.NO_ACCESS)).isNotEmpty();
        assertThat(new HubCache(cache).find(REPO, Revision.MAIN).orElseThrow().folder())
                .hasFileName(FakeHub.COMMIT);
    }

    @Test
    void twoThreadsThatWantOneModelFetchItOnce() throws Exception {
        Callable<Snapshot> task = this::download;
        List<Snapshot> both = Parallel.all(List.of(task, task), () -> {});
        assertWhole(both.get(0), WEIGHTS);
        assertThat(both.get(1)).isEqualTo(both.get(0));
        assertThat(hub.downloads(WEIGHTS)).hasSize(1);
    }

    /** How many contents were sent: by the store, or by the hub without a redirect. */
    private int contents() {
        long redirects = hub.requests().stream()
                .filter(request -> request.method().equals("GET")
                        && request.server().equals("hub")
                        && (request.path().endsWith(WEIGHTS)
                                || request.path().endsWith("config.json")
                                        && !request.path().startsWith("/cached")
                                        && !request.path().endsWith("_config.json")))
                .count();
        return (int) (contentsOf("hub") + contentsOf("store") - redirects);
    }
}
