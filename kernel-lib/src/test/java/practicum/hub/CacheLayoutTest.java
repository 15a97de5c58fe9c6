package practicum.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layout is the one that huggingface_hub documents in its guide "Understand caching". */
class CacheLayoutTest {
    private static final byte[] CONFIG = "{}".getBytes(StandardCharsets.UTF_8);
    private static final String CONFIG_ETAG = "9e26dfeeb6e641a33dae4961196235bdb965b21b"; // git hash-object
    private static final byte[] WEIGHTS = "hello\n".getBytes(StandardCharsets.UTF_8);
    private static final String WEIGHTS_ETAG = "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03";
    private static final RepoId REPO = new RepoId("org/name");

    @TempDir
    private Path cache;

    @Test
    void whatIsDownloadedLiesWhereHuggingFaceHubPutsIt() throws IOException {
        Path folder = cache.resolve("hub");
        try (FakeHub hub = new FakeHub()) {
            hub.publish("org/name", FakeHub.COMMIT, "config.json", CONFIG);
            hub.publish("org/name", FakeHub.COMMIT, "model.safetensors", WEIGHTS);
            new Hub(hub.settings(folder)).download(REPO, Revision.MAIN);
        }
        String model = "models--org--name/";
        String snapshot = model + "snapshots/" + FakeHub.COMMIT + "/";
        String absent = model + ".no_exist/" + FakeHub.COMMIT + "/";
        assertThat(files(folder))
                .containsExactlyInAnyOrder(
                        model + "blobs/" + CONFIG_ETAG,
                        model + "blobs/" + WEIGHTS_ETAG,
                        model + "refs/main",
                        snapshot + "config.json",
                        snapshot + "model.safetensors",
                        absent + "tokenizer.json",
                        absent + "tokenizer_config.json",
                        absent + "special_tokens_map.json",
                        absent + "generation_config.json",
                        ".locks/" + model + CONFIG_ETAG + ".lock",
                        ".locks/" + model + WEIGHTS_ETAG + ".lock");
        assertThat(Files.readString(folder.resolve(model + "refs/main"))).isEqualTo(FakeHub.COMMIT);
        assertThat(Files.readSymbolicLink(folder.resolve(snapshot + "model.safetensors")))
                .isEqualTo(Path.of("../../blobs/" + WEIGHTS_ETAG));
        assertThat(Files.size(folder.resolve(absent + "tokenizer.json"))).isZero();
    }

    @Test
    void whatHuggingFaceHubHasDownloadedIsFound() throws IOException {
        layOut("models--org--name", FakeHub.COMMIT, "main");
        Snapshot found = find("org/name", "main").orElseThrow();
        assertThat(found.isWhole()).isTrue();
        assertThat(found.folder().resolve("model.safetensors")).hasBinaryContent(WEIGHTS);
        assertThat(find("org/name", FakeHub.COMMIT)).as("by its commit").contains(found);
        assertThat(find("org/name", "step1000")).isEmpty();
        assertThat(find("org/other", "main")).isEmpty();
    }

    @Test
    void branchesWithSlashesAndCommitsWithoutABranchAreFound() throws IOException {
        layOut("models--org--name", FakeHub.COMMIT, "refs/pr/1");
        assertThat(find("org/name", "refs/pr/1")).isPresent();
        assertThat(find("org/name", "main")).as("no branch is guessed").isEmpty();
    }

    @Test
    void gpt2IsFoundUnderItsOldNameAndItsNew() throws IOException {
        layOut("models--gpt2", FakeHub.COMMIT, "main");
        assertThat(find("gpt2", "main")).isPresent();
        assertThat(find("openai-community/gpt2", "main")).isPresent();
        layOut("models--openai-community--gpt2", FakeHub.OLDER_COMMIT, "main");
        assertThat(find("gpt2", "main").orElseThrow().folder())
                .as("the new one first")
                .hasFileName(FakeHub.OLDER_COMMIT);
    }

    @Test
    void aHalfDownloadedModelIsNotWhole() throws IOException {
        Path snapshot = layOut("models--org--name", FakeHub.COMMIT, "main");
        Files.delete(snapshot.resolve("model.safetensors"));
        assertThat(find("org/name", "main").orElseThrow().missing()).containsExactly("model.safetensors");
        Files.writeString(
                snapshot.resolve("model.safetensors.index.json"),
                "{\"weight_map\":{\"a\":\"m-1.safetensors\",\"b\":\"m-2.safetensors\",\"c\":\"m-1.safetensors\"}}");
        Files.write(snapshot.resolve("m-2.safetensors"), WEIGHTS);
        assertThat(find("org/name", "main").orElseThrow().missing()).containsExactly("m-1.safetensors");
        Files.createSymbolicLink(snapshot.resolve("m-1.safetensors"), Path.of("../../blobs/gone"));
        assertThat(find("org/name", "main").orElseThrow().isWhole())
                .as("a link to nothing is no file")
                .isFalse();
        Files.writeString(snapshot.resolve("model.safetensors.index.json"), "{");
        assertThatThrownBy(() -> find("org/name", "main"))
                .isInstanceOf(HubException.class)
                .hasMessageContaining("model.safetensors.index.json")
                .hasMessageContaining("delete it");
    }

    @Test
    void whereLinksAreImpossibleTheFileItselfStandsInTheSnapshot() throws IOException {
        RepoFolder folder = RepoFolder.of(cache, "org/name", (link, target) -> {
            throw new FileSystemException(link.toString(), null, "A required privilege is not held by the client");
        });
        Files.createDirectories(folder.blob(WEIGHTS_ETAG).getParent());
        Files.write(folder.blob(WEIGHTS_ETAG), WEIGHTS);
        folder.point(FakeHub.OLDER_COMMIT, "model.safetensors", WEIGHTS_ETAG, false);
        assertThat(folder.blob(WEIGHTS_ETAG)).as("an old blob is copied").exists();
        folder.point(FakeHub.COMMIT, "model.safetensors", WEIGHTS_ETAG, true);
        assertThat(folder.blob(WEIGHTS_ETAG)).as("a new one is moved").doesNotExist();
        for (String commit : Set.of(FakeHub.COMMIT, FakeHub.OLDER_COMMIT)) {
            Path file = folder.pointer(commit, "model.safetensors");
            assertThat(file).hasBinaryContent(WEIGHTS).isRegularFile();
            assertThat(Files.isSymbolicLink(file)).isFalse();
        }
    }

    @Test
    void namesThatLeadOutOfTheCacheAreRefused() {
        RepoFolder folder = RepoFolder.of(cache, "org/name");
        for (String name : Set.of("../x", "a/../../x", "/etc/passwd", "", "a\\..\\x")) {
            assertThatThrownBy(() -> folder.pointer(FakeHub.COMMIT, name)).isInstanceOf(HubException.class);
        }
        for (String etag : Set.of("../x", "", "a/b", ".lock")) {
            assertThatThrownBy(() -> folder.blob(etag)).isInstanceOf(HubException.class);
        }
    }

    @Test
    void checksumsAreThoseOfGitAndOfSha256sum() {
        assertThat(matches(CONFIG_ETAG, CONFIG)).isTrue();
        assertThat(matches(WEIGHTS_ETAG, WEIGHTS)).isTrue();
        assertThat(matches("ce013625030ba8dba906f756967f9e9ca394464a", WEIGHTS))
                .as("git hash-object of hello")
                .isTrue();
        assertThat(matches(CONFIG_ETAG, WEIGHTS)).isFalse();
        assertThat(matches(WEIGHTS_ETAG, CONFIG)).isFalse();
        assertThat(matches("whatever", CONFIG)).as("an etag that is no hash").isTrue();
    }

    @Test
    void etagsLoseTheirQuotesAndTheirMarkOfWeakness() {
        assertThat(Map.of("\"abc\"", "abc", "W/\"abc\"", "abc", "abc", "abc"))
                .allSatisfy(
                        (header, etag) -> assertThat(RemoteFile.plain(header)).isEqualTo(etag));
    }

    private static boolean matches(String etag, byte[] content) {
        Checksum checksum = new Checksum(etag, content.length);
        var digest = checksum.start();
        digest.update(content);
        return checksum.matches(digest);
    }

    private Optional<Snapshot> find(String repo, String revision) {
        return new HubCache(cache).find(new RepoId(repo), new Revision(revision));
    }

    /** As Python's {@code snapshot_download} leaves it. */
    private Path layOut(String model, String commit, String ref) throws IOException {
        Path folder = cache.resolve(model);
        Path snapshot = Files.createDirectories(folder.resolve("snapshots").resolve(commit));
        Files.createDirectories(folder.resolve("blobs"));
        Files.write(folder.resolve("blobs").resolve(CONFIG_ETAG), CONFIG);
        Files.write(folder.resolve("blobs").resolve(WEIGHTS_ETAG), WEIGHTS);
        Files.createSymbolicLink(snapshot.resolve("config.json"), Path.of("../../blobs/" + CONFIG_ETAG));
        Files.createSymbolicLink(snapshot.resolve("model.safetensors"), Path.of("../../blobs/" + WEIGHTS_ETAG));
        Path file = folder.resolve("refs").resolve(ref);
        Files.createDirectories(file.getParent());
        Files.writeString(file, commit);
        return snapshot;
    }

    private static Set<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
