package practicum.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubSettingsTest {
    @TempDir
    private Path home;

    @Test
    void theCacheIsWhereTheFirstOfItsVariablesSays() {
        assertThat(of().cache()).isEqualTo(home.resolve(".cache/huggingface/hub"));
        assertThat(of("XDG_CACHE_HOME", "/xdg").cache()).isEqualTo(Path.of("/xdg/huggingface/hub"));
        assertThat(of("XDG_CACHE_HOME", "/xdg", "HF_HOME", "/hf").cache()).isEqualTo(Path.of("/hf/hub"));
        assertThat(of("HF_HOME", "/hf", "HUGGINGFACE_HUB_CACHE", "/old").cache())
                .isEqualTo(Path.of("/old"));
        assertThat(of("HUGGINGFACE_HUB_CACHE", "/old", "HF_HUB_CACHE", "/new").cache())
                .isEqualTo(Path.of("/new"));
        assertThat(of("HF_HUB_CACHE", "", "HF_HOME", "/hf").cache())
                .as("empty is not set")
                .isEqualTo(Path.of("/hf/hub"));
    }

    @Test
    void tildesAndVariablesInPathsAreReplaced() {
        assertThat(of("HF_HOME", "~/models").cache()).isEqualTo(home.resolve("models/hub"));
        assertThat(of("HF_HUB_CACHE", "$DISK/${WHO}/hub", "DISK", "/data", "WHO", "eve")
                        .cache())
                .isEqualTo(Path.of("/data/eve/hub"));
        assertThat(of("HF_HUB_CACHE", "/a/$NOT_SET").cache()).isEqualTo(Path.of("/a/$NOT_SET"));
    }

    @Test
    void theTokenComesFromItsVariablesElseFromItsFile() throws IOException {
        assertThat(of().token().read()).isEmpty();
        Files.createDirectories(home.resolve(".cache/huggingface"));
        Files.writeString(home.resolve(".cache/huggingface/token"), "hf_file\n");
        assertThat(of().token().read()).contains("hf_file");
        Files.writeString(home.resolve("other"), " hf_other\r\n");
        assertThat(of("HF_TOKEN_PATH", "~/other").token().read()).contains("hf_other");
        assertThat(of("HUGGING_FACE_HUB_TOKEN", "hf_old").token().read()).contains("hf_old");
        assertThat(of("HUGGING_FACE_HUB_TOKEN", "hf_old", "HF_TOKEN", "hf_new")
                        .token()
                        .read())
                .contains("hf_new");
        assertThat(of("HF_TOKEN", "hf_new", "HF_HUB_DISABLE_IMPLICIT_TOKEN", "1")
                        .token()
                        .read())
                .isEmpty();
    }

    @Test
    void aTokenIsNeverPrinted() {
        assertThat(of("HF_TOKEN", "hf_secret").toString()).doesNotContain("hf_secret");
        assertThat(AccessToken.of("hf_secret").toString()).doesNotContain("hf_secret");
    }

    @Test
    void eachSwitchTurnsTheNetworkOff() {
        assertThat(of().offline()).isFalse();
        assertThat(of("HF_HUB_OFFLINE", "0").offline()).isFalse();
        for (String on : Set.of("1", "true", "ON", "Yes")) {
            assertThat(of("HF_HUB_OFFLINE", on).offline()).isTrue();
            assertThat(of("TRANSFORMERS_OFFLINE", on).offline()).isTrue();
        }
        assertThat(of().offline(true).offline()).isTrue();
        assertThat(of("HF_HUB_OFFLINE", "1").offline(false).offline())
                .as("nothing turns it on again")
                .isTrue();
    }

    @Test
    void anEndpointThatIsNoAddressIsRefused() {
        assertThat(of("HF_ENDPOINT", "https://mirror.org/hf/").endpoint())
                .isEqualTo(URI.create("https://mirror.org/hf"));
        for (String bad : Set.of("mirror.org", "ftp://mirror.org", "https://", "not an address")) {
            assertThatThrownBy(() -> of("HF_ENDPOINT", bad)).hasMessageContaining("HF_ENDPOINT");
        }
    }

    @Test
    void namesAreThoseThatTheHubAccepts() {
        assertThat(List.of("gpt2", "EleutherAI/pythia-70m", "Qwen/Qwen2.5-0.5B", "a_b/c.d"))
                .allMatch(RepoId::isLegal);
        assertThat(List.of("", "./model", "/model", "a/b/c", "a b", "a--b", "a..b", "a/b.git", "-a", "C:\\models"))
                .noneMatch(RepoId::isLegal);
        assertThat(new RepoId("gpt2-xl").value()).isEqualTo("openai-community/gpt2-xl");
        assertThatThrownBy(() -> new Revision("../main")).hasMessageContaining("no revision");
        assertThatThrownBy(() -> new Revision("a b")).hasMessageContaining("no revision");
    }

    @Test
    void theProxyIsTheOneOfTheScheme() {
        var settings =
                of("HTTPS_PROXY", "http://proxy:3128", "http_proxy", "plain", "NO_PROXY", "internal, .corp.org:8");
        assertThat(proxy(settings, "https://huggingface.co/x")).isEqualTo("proxy:3128");
        assertThat(proxy(settings, "http://huggingface.co/x")).isEqualTo("plain:80");
        for (String direct :
                Set.of("https://internal/x", "https://a.internal", "https://corp.org", "https://a.corp.org")) {
            assertThat(proxy(settings, direct)).as(direct).isEmpty();
        }
        assertThat(proxy(settings, "https://notinternal/x")).isEqualTo("proxy:3128");
        assertThat(proxy(of("ALL_PROXY", "all:1", "no_proxy", "*"), "https://huggingface.co"))
                .isEmpty();
        assertThatThrownBy(() -> proxy(of("HTTPS_PROXY", "socks5://x:1"), "https://huggingface.co"))
                .hasMessageContaining("http://host:port");
    }

    @Test
    void requestsGoThroughTheProxyWithItsPassword() throws IOException {
        List<String> seen = new CopyOnWriteArrayList<>();
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        proxy.createContext("/", exchange -> {
            seen.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Proxy-Authorization"));
            exchange.getResponseHeaders().set("X-Error-Code", "RepoNotFound");
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        proxy.start();
        try {
            int port = proxy.getAddress().getPort();
            var settings = of(
                    "HF_ENDPOINT",
                    "http://hub.invalid",
                    "HTTP_PROXY",
                    "http://me:word@127.0.0.1:" + port,
                    "HF_HUB_CACHE",
                    home.resolve("hub").toString());
            assertThatThrownBy(() -> new Hub(settings).download(new RepoId("org/name"), Revision.MAIN))
                    .hasMessageContaining("has no model org/name");
            assertThat(seen).containsExactly("http://hub.invalid/org/name/resolve/main/config.json Basic bWU6d29yZA==");
        } finally {
            proxy.stop(0);
        }
    }

    private static String proxy(HubSettings settings, String address) {
        Proxy proxy = settings.proxies().select(URI.create(address)).get(0);
        return proxy.address() instanceof InetSocketAddress at ? at.getHostString() + ":" + at.getPort() : "";
    }

    private HubSettings of(String... variables) {
        Map<String, String> map = new java.util.HashMap<>();
        for (int i = 0; i < variables.length; i += 2) {
            map.put(variables[i], variables[i + 1]);
        }
        return HubSettings.of(map, home);
    }
}
