package practicum.hub;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy leads to an address: Java's own properties decide ({@code https.proxyHost} and its like), and where they
 * say nothing, {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY} do.
 */
public final class Proxies extends ProxySelector {
    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private final Environment environment;
    private final @Nullable ProxySelector java;

    Proxies(Environment environment, @Nullable ProxySelector java) {
        this.environment = environment;
        this.java = java;
    }

    @Override
    public List<Proxy> select(URI address) {
        List<Proxy> properties = java == null ? DIRECT : java.select(address);
        if (properties.stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT)) {
            return properties;
        }
        return fromEnvironment(address).map(Proxies::proxy).map(List::of).orElse(DIRECT);
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
        // The request itself fails and says so.
    }

    /** The header with the name and password that the variable holds, if it holds any. */
    Optional<String> authorization(URI address) {
        return fromEnvironment(address)
                .map(URI::getUserInfo)
                .map(user -> "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<URI> fromEnvironment(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        return isExempt(address)
                ? Optional.empty()
                : environment
                        .text(scheme + "_proxy", scheme.toUpperCase(Locale.ROOT) + "_PROXY", "all_proxy", "ALL_PROXY")
                        .map(Proxies::address);
    }

    private boolean isExempt(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        for (String entry : environment.text("no_proxy", "NO_PROXY").orElse("").split("[,\\s]+")) {
            String domain =
                    entry.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", "").replaceFirst(":\\d+$", "");
            if (entry.equals("*") || host.equals(domain) || (!domain.isEmpty() && host.endsWith("." + domain))) {
                return true;
            }
        }
        return false;
    }

    private static URI address(String text) {
        try {
            URI uri = URI.create(text.contains("://") ? text : "http://" + text);
            if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Said below, with what is expected.
        }
        throw new HubException(
                HubException.Reason.UNREACHABLE,
                "The proxy variable of the environment is not understood: expected http://host:port, or"
                        + " http://name:password@host:port.");
    }

    private static Proxy proxy(URI uri) {
        int port = uri.getPort() > 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(uri.getHost(), port));
    }
}
