package practicum.build;

import com.google.gson.JsonObject;
import practicum.source.Digest;
import practicum.source.Practicum;
import practicum.source.PracticumWriter;

/**
 * What an executed notebook was made from: digests of the source and of the expectations that the same build wrote.
 *
 * <p>The library is left out on purpose. Its jar differs with every commit and every JDK, while what it computes seldom
 * does; where it does, {@code verify} sees it, because it runs everything and compares the answers.
 *
 * @param source the digest of the source's cells, however they are spelled
 * @param expected the digest of the file of expectations
 */
record Provenance(String source, String expected) {
    static Provenance of(Practicum practicum, String expected) {
        return new Provenance(Digest.sha256(PracticumWriter.write(practicum)), Digest.sha256(expected));
    }

    void addTo(JsonObject metadata) {
        JsonObject own = metadata.getAsJsonObject("practicum");
        own.addProperty("source_sha256", source);
        own.addProperty("expected_sha256", expected);
    }
}
