package practicum.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reader's token for the hub: from the environment, else from the file that {@code hf auth login} writes. */
public final class AccessToken {
    private final @Nullable String given;
    private final @Nullable Path file;

    private AccessToken(@Nullable String given, @Nullable Path file) {
        this.given = given;
        this.file = file;
    }

    /** No token: only public models. */
    public static AccessToken none() {
        return new AccessToken(null, null);
    }

    /** This token. */
    public static AccessToken of(String token) {
        return new AccessToken(token, null);
    }

    static AccessToken of(Environment environment, Path file) {
        if (environment.isOn("HF_HUB_DISABLE_IMPLICIT_TOKEN")) {
            return none();
        }
        return new AccessToken(
                environment.text("HF_TOKEN", "HUGGING_FACE_HUB_TOKEN").orElse(null), file);
    }

    /** The token; empty where there is none. */
    Optional<String> read() {
        return Optional.ofNullable(given)
                .or(this::fromFile)
                .map(AccessToken::cleaned)
                .filter(text -> !text.isEmpty());
    }

    private Optional<String> fromFile() {
        if (file == null || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            throw new HubException(
                    HubException.Reason.NO_ACCESS, "Cannot read the token in " + file + ": " + Failure.words(e), e);
        }
    }

    private static String cleaned(String text) {
        return text.replace("\r", "").replace("\n", "").strip();
    }

    /** Says that there is a token, never which. */
    @Override
    public String toString() {
        return given != null ? "AccessToken[given]" : "AccessToken[file=" + file + "]";
    }
}
