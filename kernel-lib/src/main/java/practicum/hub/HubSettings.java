package practicum.hub;

import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the hub and its cache are, and how to reach them. The environment variables are those of Python's
 * {@code huggingface_hub}, so that both find what the other has downloaded.
 *
 * @param endpoint the hub's address ({@code HF_ENDPOINT})
 * @param cache the cache's folder ({@code HF_HUB_CACHE}, else {@code $HF_HOME/hub}, else under {@code XDG_CACHE_HOME})
 * @param token the reader's token ({@code HF_TOKEN}, else the file {@code HF_TOKEN_PATH} or {@code $HF_HOME/token})
 * @param offline whether the network must not be touched ({@code HF_HUB_OFFLINE}, {@code TRANSFORMERS_OFFLINE})
 * @param proxies the way there ({@code HTTPS_PROXY}, {@code NO_PROXY})
 * @param patience how long to wait, and how often to try
 */
public record HubSettings(
        URI endpoint, Path cache, AccessToken token, boolean offline, Proxies proxies, Patience patience) {
    /** The system property that switches the network off. */
    public static final String OFFLINE_PROPERTY = "practicum.offline";

    /** The settings of this process: its environment variables, and {@code -Dpracticum.offline=true}. */
    public static HubSettings ofThisMachine() {
        Environment environment = new Environment(System.getenv(), Path.of(System.getProperty("user.home")));
        return of(environment, ProxySelector.getDefault()).offline(Boolean.getBoolean(OFFLINE_PROPERTY));
    }

    /**
     * The settings that environment variables name.
     *
     * @param variables the environment variables
     * @param home the user's home folder
     */
    public static HubSettings of(Map<String, String> variables, Path home) {
        return of(new Environment(variables, home), null);
    }

    private static HubSettings of(Environment environment, @Nullable ProxySelector java) {
        Path home = environment.path("HF_HOME").orElseGet(() -> environment
                .path("XDG_CACHE_HOME")
                .orElse(environment.home().resolve(".cache"))
                .resolve("huggingface"));
        return new HubSettings(
                endpoint(environment.text("HF_ENDPOINT").orElse("https://huggingface.co")),
                environment.path("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE").orElse(home.resolve("hub")),
                AccessToken.of(environment, environment.path("HF_TOKEN_PATH").orElse(home.resolve("token"))),
                environment.isOn("HF_HUB_OFFLINE") || environment.isOn("TRANSFORMERS_OFFLINE"),
                new Proxies(environment, java),
                Patience.NORMAL);
    }

    /** The same, but off the network if this says so. */
    public HubSettings offline(boolean off) {
        return new HubSettings(endpoint, cache, token, offline || off, proxies, patience);
    }

    /** The same with another patience. */
    public HubSettings withPatience(Patience other) {
        return new HubSettings(endpoint, cache, token, offline, proxies, other);
    }

    /** The hub's page of a model. */
    String page(RepoId repo) {
        return endpoint + "/" + repo;
    }

    private static URI endpoint(String text) {
        try {
            URI uri = URI.create(text.replaceFirst("/+$", ""));
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Said below, with what is expected.
        }
        throw new HubException(
                HubException.Reason.UNREACHABLE,
                "HF_ENDPOINT is \"" + text + "\"; expected an address such as https://huggingface.co.");
    }
}
