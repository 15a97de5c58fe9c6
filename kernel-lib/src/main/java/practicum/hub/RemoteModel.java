package practicum.hub;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/** A model on the hub, at one revision: which files it has, and what they are. */
final class RemoteModel {
    private static final String COMMIT = "X-Repo-Commit";
    private static final String LINKED_ETAG = "X-Linked-Etag";
    private static final String LINKED_SIZE = "X-Linked-Size";

    private final HubSettings settings;
    private final HubHttp http;
    private final Retries retries;
    private final RepoId repo;
    private final Revision revision;

    RemoteModel(HubSettings settings, HubHttp http, Retries retries, RepoId repo, Revision revision) {
        this.settings = settings;
        this.http = http;
        this.retries = retries;
        this.repo = repo;
        this.revision = revision;
    }

    /** A file as it is at the revision now. */
    Optional<RemoteFile> file(String name) throws InterruptedException {
        return fileAt(revision.value(), name);
    }

    /** A file as it is at a commit; empty where there is none. */
    Optional<RemoteFile> fileAt(String at, String name) throws InterruptedException {
        URI address = http.address(repo, at, name);
        List<HttpResponse<Void>> answers = retries.run(() -> http.head(address, RemoteModel::tellAll));
        HttpResponse<Void> last = answers.get(answers.size() - 1);
        if (Refusal.isMissingFile(last)) {
            return Optional.empty();
        }
        if (last.statusCode() >= 400) {
            throw refusal(last);
        }
        return Optional.of(
                read(name, answers.stream().map(HttpResponse::headers).toList()));
    }

    URI address(RemoteFile file) {
        return http.address(repo, file.commit(), file.name());
    }

    HubException refusal(HttpResponse<?> answer) {
        return new Refusal(settings, repo, revision).of(answer);
    }

    private RemoteFile read(String name, List<HttpHeaders> answers) {
        HttpHeaders last = answers.get(answers.size() - 1);
        String commit = first(answers, COMMIT).filter(Revision::isCommit).orElseThrow(() -> noHub(COMMIT));
        String etag = first(answers, LINKED_ETAG)
                .or(() -> last.firstValue("ETag"))
                .map(RemoteFile::plain)
                .orElseThrow(() -> noHub("ETag"));
        String size = first(answers, LINKED_SIZE)
                .or(() -> last.firstValue("Content-Length"))
                .filter(text -> text.matches("\\d{1,15}"))
                .orElseThrow(() -> noHub("Content-Length"));
        return new RemoteFile(name, commit, etag, Long.parseLong(size));
    }

    private static boolean tellAll(List<HttpHeaders> answers) {
        return List.of(COMMIT, LINKED_ETAG, LINKED_SIZE).stream()
                .allMatch(name -> first(answers, name).isPresent());
    }

    private static Optional<String> first(List<HttpHeaders> answers, String name) {
        return answers.stream()
                .map(headers -> headers.firstValue(name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private HubException noHub(String header) {
        return new HubException(
                HubException.Reason.UNREACHABLE,
                settings.endpoint() + " does not answer as the Hugging Face hub does: the header " + header
                        + " is missing or odd. Is HF_ENDPOINT right, or a proxy in between?");
    }
}
