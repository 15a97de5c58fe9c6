package practicum.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import practicum.hub.FakeHub.Request;
import practicum.hub.HubException.Reason;

@Timeout(60)
class HubDownloadTest {
    private static final Path MODEL = Path.of("src/test/resources/goldens/gpt2");
    private static final String WEIGHTS = "model.safetensors";
    private static final RepoId REPO = new RepoId("tiny/gpt2");
    private static final int LENGTH = 205584;

    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    @TempDir
    private Path temporary;

    private Path cache;
    private FakeHub hub;

    @BeforeEach
    void open() throws IOException {
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
    void close() {
        hub.close();
    }

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
    void aGatedModelSaysWhereItsLicenceIsAndToSetTheToken() {
        hub.hubFails("config.json", Faults.status(401, "X-Error-Code", "GatedRepo"));
        assertThat(refusal(Reason.NO_ACCESS)).contains("licence", hub.endpoint() + "/tiny/gpt2", "HF_TOKEN");
        hub.hubFails("config.json", Faults.status(403));
        assertThat(refusal(Reason.NO_ACCESS)).contains("licence", hub.endpoint() + "/tiny/gpt2", "HF_TOKEN");
    }

    @Test
    void gatedFilesOfAnOpenModelAreRefusedTheSameWay() {
        hub.storeFails(WEIGHTS, Faults.status(403));
        assertThat(refusal(Reason.NO_ACCESS)).contains("licence");
    }

    @Test
    void aTokenThatTheHubRefusesIsTheThingToMend() {
        hub.hubFails("config.json", Faults.status(401, "X-Error-Message", "Invalid credentials"));
        var settings = hub.settings(cache, Map.of("HF_TOKEN", "hf_old"));
        assertThat(refusal(Reason.NO_ACCESS, new Hub(settings, pauses::add), REPO, Revision.MAIN))
                .contains("refuses your token", "Invalid credentials", "/settings/tokens")
                .doesNotContain("hf_old");
    }

    @Test
    void anUnknownModelAndAnUnknownRevisionAreToldApart() {
        assertThat(refusal(Reason.NO_SUCH_MODEL, hub(), new RepoId("tiny/gtp2"), Revision.MAIN))
                .contains("has no model tiny/gtp2");
        assertThat(refusal(Reason.NO_SUCH_REVISION, hub(), REPO, new Revision("step7")))
                .contains("no revision \"step7\"", "/tiny/gpt2/tree/main");
    }

    @Test
    void pickledWeightsAreRefusedBeforeTheyAreFetched() {
        hub.publish("tiny/pickled", FakeHub.COMMIT, "config.json", "{}".getBytes(StandardCharsets.UTF_8));
        hub.publish("tiny/pickled", FakeHub.COMMIT, "pytorch_model.bin", new byte[10]);
        assertThat(refusal(Reason.UNUSABLE_MODEL, hub(), new RepoId("tiny/pickled"), Revision.MAIN))
                .contains("pytorch_model.bin", "any code", "refs/pr/");
        assertThat(hub.requests()).extracting(Request::method).containsOnly("HEAD");
    }

    @Test
    void aModelWithoutConfigurationOrWeightsSaysSo() {
        hub.publish("tiny/empty", FakeHub.COMMIT, "README.md", new byte[1]);
        assertThat(refusal(Reason.UNUSABLE_MODEL, hub(), new RepoId("tiny/empty"), Revision.MAIN))
                .contains("no config.json");
        hub.publish("tiny/empty", FakeHub.COMMIT, "config.json", "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(refusal(Reason.UNUSABLE_MODEL, hub(), new RepoId("tiny/empty"), Revision.MAIN))
                .contains("no weights in safetensors");
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
    void aShardThatIsNotThereAndOneOutsideOfTheModelAreErrors() {
        publishShards("a-1.safetensors");
        assertThat(refusal(Reason.UNUSABLE_MODEL, hub(), new RepoId("tiny/sharded"), Revision.MAIN))
                .contains("a-1.safetensors", "no such file");
        publishShards("../../../../evil.safetensors");
        hub.publish("tiny/sharded", FakeHub.COMMIT, "../../../../evil.safetensors", new byte[3]);
        assertThat(catchThrowableOfType(
                        HubException.class, () -> hub().download(new RepoId("tiny/sharded"), Revision.MAIN)))
                .isNotNull();
        assertThat(temporary.resolve("evil.safetensors")).doesNotExist();
    }

    @Test
    void aDiskThatIsTooSmallIsNoticedBeforeTheDownload() {
        RemoteContent small = hub.content("tiny/gpt2", WEIGHTS);
        hub.publish(
                "tiny/gpt2",
                FakeHub.COMMIT,
                WEIGHTS,
                new RemoteContent(small.bytes(), true, small.etag(), 100_000_000_000_000L));
        assertThat(refusal(Reason.NO_ROOM)).contains("100,000,0", "MB", "HF_HUB_CACHE");
        assertThat(hub.downloads(WEIGHTS)).isEmpty();
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

    @Test
    void aCacheThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(temporary.resolve("hub"), "a file where the folder should be");
        assertThat(refusal(Reason.NO_ROOM)).contains(cache.toString(), "HF_HUB_CACHE");
    }

    private Hub hub() {
        return new Hub(hub.settings(cache), pauses::add);
    }

    private Snapshot download() {
        return hub().download(REPO, Revision.MAIN);
    }

    private String refusal(Reason reason) {
        return refusal(reason, hub(), REPO, Revision.MAIN);
    }

    private static String refusal(Reason reason, Hub from, RepoId repo, Revision revision) {
        HubException failure = catchThrowableOfType(HubException.class, () -> from.download(repo, revision));
        assertThat(failure).as("the download fails").isNotNull();
        assertThat(failure.reason()).as(failure.getMessage()).isEqualTo(reason);
        return failure.getMessage();
    }

    private static void assertWhole(Snapshot snapshot, String... files) throws IOException {
        for (String file : files) {
            assertThat(snapshot.folder().resolve(file)).hasBinaryContent(Files.readAllBytes(MODEL.resolve(file)));
        }
    }

    private static int from(Request request) {
        return Integer.parseInt(request.header("Range").replaceAll("bytes=(\\d+)-", "$1"));
    }

    private long contentsOf(String server) {
        return hub.requests().stream()
                .filter(request ->
                        request.method().equals("GET") && request.server().equals(server))
                .count();
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

    private Path blob(String file) {
        return cache.resolve("models--tiny--gpt2/blobs")
                .resolve(hub.content("tiny/gpt2", file).etag());
    }

    private List<String> blobs() throws IOException {
        try (var files = Files.list(cache.resolve("models--tiny--gpt2/blobs"))) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    /** As a process that was killed leaves it. */
    private Path leaveIncomplete(int bytes) throws IOException {
        Path incomplete =
                blob(WEIGHTS).resolveSibling(hub.content("tiny/gpt2", WEIGHTS).etag() + ".incomplete");
        Files.createDirectories(incomplete.getParent());
        byte[] content = Files.readAllBytes(MODEL.resolve(WEIGHTS));
        return Files.write(incomplete, java.util.Arrays.copyOf(content, bytes));
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

    private static FakeHub.Fault passOn() {
        return (exchange, file) -> {
            exchange.getResponseHeaders().set("X-Repo-Commit", FakeHub.COMMIT);
            file.send(exchange, true);
        };
    }

    private void publishShards(String... names) {
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
