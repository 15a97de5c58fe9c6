package practicum.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import practicum.hub.FakeHub.Request;
import practicum.hub.HubException.Reason;

/** A hub that has a tiny model, and a cache that has nothing. */
@Timeout(60)
abstract class HubFixture {
    static final Path MODEL = Path.of("src/test/resources/goldens/gpt2");
    static final String WEIGHTS = "model.safetensors";
    static final RepoId REPO = new RepoId("tiny/gpt2");
    static final int LENGTH = 205584;

    final List<Duration> pauses = new CopyOnWriteArrayList<>();

    @TempDir
    Path temporary;

    Path cache;
    FakeHub hub;

    @BeforeEach
    final void open() throws IOException {
        cache = temporary.resolve("hub");
        hub = new FakeHub();
        hub.publish(
                "tiny/gpt2",
                MODEL,
                "config.json",
                WEIGHTS,
                "tokenizer.json",
                "tokenizer_config.json",
                "generation_config.json");
    }

    @AfterEach
    final void close() {
        hub.close();
    }

    Hub hub() {
        return new Hub(hub.settings(cache), pauses::add);
    }

    Snapshot download() {
        return hub().download(REPO, Revision.MAIN);
    }

    String refusal(Reason reason) {
        return refusal(reason, hub(), REPO, Revision.MAIN);
    }

    static String refusal(Reason reason, Hub from, RepoId repo, Revision revision) {
        HubException failure = catchThrowableOfType(HubException.class, () -> from.download(repo, revision));
        assertThat(failure).as("the download fails").isNotNull();
        assertThat(failure.reason()).as(failure.getMessage()).isEqualTo(reason);
        return failure.getMessage();
    }

    static void assertWhole(Snapshot snapshot, String... files) throws IOException {
        for (String file : files) {
            assertThat(snapshot.folder().resolve(file)).hasBinaryContent(Files.readAllBytes(MODEL.resolve(file)));
        }
    }

    static int from(Request request) {
        return Integer.parseInt(request.header("Range").replaceAll("bytes=(\\d+)-", "$1"));
    }

    long contentsOf(String server) {
        return hub.requests().stream()
                .filter(request ->
                        request.method().equals("GET") && request.server().equals(server))
                .count();
    }

    Path blob(String file) {
        return cache.resolve("models--tiny--gpt2/blobs")
                .resolve(hub.content("tiny/gpt2", file).etag());
    }

    /** As a process that was killed leaves it. */
    Path leaveIncomplete(int bytes) throws IOException {
        Path incomplete =
                blob(WEIGHTS).resolveSibling(hub.content("tiny/gpt2", WEIGHTS).etag() + ".incomplete");
        Files.createDirectories(incomplete.getParent());
        byte[] content = Files.readAllBytes(MODEL.resolve(WEIGHTS));
        return Files.write(incomplete, java.util.Arrays.copyOf(content, bytes));
    }

    void publishShards(String... names) {
        StringBuilder map = new StringBuilder();
        for (String name : names) {
            map.append(map.isEmpty() ? "" : ",")
                    .append("\"t")
                    .append(map.length())
                    .append("\":\"")
                    .append(name)
                    .append('"');
        }
        hub.publish("tiny/sharded", FakeHub.COMMIT, "config.json", "{}".getBytes(StandardCharsets.UTF_8));
        hub.publish(
                "tiny/sharded",
                FakeHub.COMMIT,
                "model.safetensors.index.json",
                ("{\"weight_map\":{" + map + "}}").getBytes(StandardCharsets.UTF_8));
    }
}
