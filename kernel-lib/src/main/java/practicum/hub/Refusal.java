package practicum.hub;

import java.net.http.HttpResponse;
import practicum.hub.HubException.Reason;

/** What the hub means by an answer that no further try would better. */
final class Refusal {
    private final HubSettings settings;
    private final RepoId repo;
    private final Revision revision;

    Refusal(HubSettings settings, RepoId repo, Revision revision) {
        this.settings = settings;
        this.repo = repo;
        this.revision = revision;
    }

    /** Whether the answer says that the model, which is there, has no such file. */
    static boolean isMissingFile(HttpResponse<?> answer) {
        String code = code(answer);
        return answer.statusCode() == 404 && (code.isEmpty() || code.equals("EntryNotFound"));
    }

    HubException of(HttpResponse<?> answer) {
        String code = code(answer);
        if (code.equals("RevisionNotFound")) {
            return noRevision();
        }
        if (code.equals("RepoNotFound")) {
            return noModel();
        }
        return switch (answer.statusCode()) {
            case 401 -> code.equals("GatedRepo") || !hasToken() ? noAccess() : badToken(answer);
            case 403 -> noAccess();
            case 404 -> noModel();
            case 407 -> proxy();
            default ->
                new HubException(
                        Reason.UNREACHABLE,
                        settings.endpoint() + " answers with status " + answer.statusCode() + " when asked for " + repo
                                + said(answer) + ".");
        };
    }

    private HubException noModel() {
        return new HubException(
                Reason.NO_SUCH_MODEL,
                settings.endpoint() + " has no model " + repo + ", or it is private"
                        + (hasToken()
                                ? " and closed to your token."
                                : ": then set HF_TOKEN to a token that may read it."));
    }

    private HubException noRevision() {
        return new HubException(
                Reason.NO_SUCH_REVISION,
                repo + " has no revision \"" + revision + "\": " + settings.page(repo)
                        + "/tree/main lists its branches and tags.");
    }

    private HubException noAccess() {
        return new HubException(
                Reason.NO_ACCESS,
                repo + " is not open to everybody: accept its licence at " + settings.page(repo) + ", "
                        + (hasToken()
                                ? "with the account to which your token belongs; a fine-grained token also needs the"
                                        + " permission to read gated models."
                                : "make a token at " + settings.endpoint()
                                        + "/settings/tokens, and set HF_TOKEN to it."));
    }

    private HubException badToken(HttpResponse<?> answer) {
        return new HubException(
                Reason.NO_ACCESS,
                settings.endpoint() + " refuses your token" + said(answer) + ". Make a new one at "
                        + settings.endpoint()
                        + "/settings/tokens and set HF_TOKEN to it, or remove the old one to load public models.");
    }

    private static HubException proxy() {
        return new HubException(
                Reason.UNREACHABLE,
                "The proxy wants a name and a password: HTTPS_PROXY=http://name:password@host:port, and start Java with"
                        + " -Djdk.http.auth.tunneling.disabledSchemes= (nothing after the =), for it sends no password"
                        + " otherwise.");
    }

    private boolean hasToken() {
        return settings.token().read().isPresent();
    }

    private static String code(HttpResponse<?> answer) {
        return answer.headers().firstValue("X-Error-Code").orElse("");
    }

    private static String said(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("X-Error-Message")
                .map(message -> " (\"" + message + "\")")
                .orElse("");
    }
}
