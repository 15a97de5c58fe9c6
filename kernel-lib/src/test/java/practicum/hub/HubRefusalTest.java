package practicum.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import practicum.hub.FakeHub.Request;
import practicum.hub.HubException.Reason;

/** A model that cannot be had is refused with the reason and what to do. */
class HubRefusalTest extends HubFixture {
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
    void aCacheThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(temporary.resolve("hub"), "a file where the folder should be");
        assertThat(refusal(Reason.NO_ROOM)).contains(cache.toString(), "HF_HUB_CACHE");
    }
}
