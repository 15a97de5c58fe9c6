package practicum.grade;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import practicum.answer.ValueJson;
import practicum.check.AnswerKey;
import practicum.source.Digest;
import practicum.source.Practicum;
import practicum.source.PracticumWriter;

/**
 * Everything but the submission that a verdict follows from, as digests: two gradings with equal inputs give equal
 * verdicts.
 *
 * @param source the practicum's source
 * @param solution what the solution and the mistakes answer
 * @param library the library's jar
 * @param models the models in it
 * @param jars the jars that the library needs, by name and size
 * @param grader the program that compares and counts
 * @param limits what a submission may use up
 */
public record Inputs(
        String source, String solution, String library, String models, String jars, String grader, String limits) {
    /** Ends the words about limits where submissions run twice. */
    public static final String TWICE = ", twice";

    /**
     * The inputs of a grading.
     *
     * @param keys what is expected, in each of its variants
     * @param classPath what cells run with, the library's jar first
     * @param limits what a submission may use up, in words
     */
    public static Inputs of(Practicum practicum, Collection<AnswerKey> keys, List<Path> classPath, String limits) {
        var jars = new StringBuilder();
        try {
            for (Path jar : classPath.subList(1, classPath.size())) {
                jars.append(jar.getFileName())
                        .append(' ')
                        .append(Files.size(jar))
                        .append('\n');
            }
            return new Inputs(
                    Digest.sha256(PracticumWriter.write(practicum)),
                    Digest.sha256(keys.stream().map(Inputs::text).collect(Collectors.joining("\n"))),
                    sha256(classPath.get(0)),
                    models(classPath.get(0)),
                    Digest.sha256(jars.toString()),
                    program(),
                    limits);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the library", e);
        }
    }

    /** The digest of all inputs and a submission. */
    String with(String submission) {
        return Digest.sha256(this + submission);
    }

    /** The inputs that are not the same, by name. */
    public List<String> differing(Inputs other) {
        var mine = parts();
        return other.parts().entrySet().stream()
                .filter(part -> !part.getValue().equals(mine.get(part.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("the practicum's source", source);
        parts.put("the solution's answers", solution);
        parts.put("the library", library);
        parts.put("the models", models);
        parts.put("the libraries' versions", jars);
        parts.put("the grader", grader);
        parts.put("the limits", limits);
        return parts;
    }

    private static String text(AnswerKey key) {
        var text = new StringBuilder();
        new TreeMap<>(key.expected())
                .forEach((id, value) ->
                        text.append(id).append(ValueJson.write(value)).append('\n'));
        key.mistakes().forEach(mistake -> {
            text.append(mistake.id()).append(mistake.says());
            new TreeMap<>(mistake.answers())
                    .forEach((id, value) -> text.append(id).append(ValueJson.write(value)));
        });
        return text.toString();
    }

    /** The models in a jar, by name, size and checksum; a folder of classes, as tests have it, holds them as files. */
    private static String models(Path library) throws IOException {
        if (Files.isDirectory(library)) {
            return "";
        }
        var about = new TreeMap<String, String>();
        try (var jar = new ZipFile(library.toFile())) {
            for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements(); ) {
                var entry = all.nextElement();
                if (entry.getName().endsWith(".safetensors")) {
                    about.put(entry.getName(), entry.getSize() + " " + entry.getCrc());
                }
            }
        }
        return Digest.sha256(about.toString());
    }

    /** The program that runs now: its jar, or nothing where it runs from classes. */
    private static String program() throws IOException {
        try {
            var place = Path.of(Inputs.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(place) ? sha256(place) : "";
        } catch (java.net.URISyntaxException e) {
            throw new IOException("The program does not know where it lies", e);
        }
    }

    /** The digest of a file. */
    static String sha256(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            return sha256(in);
        }
    }

    private static String sha256(InputStream in) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256, but this one has not.", e);
        }
    }
}
