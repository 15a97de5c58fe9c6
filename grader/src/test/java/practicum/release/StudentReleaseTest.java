package practicum.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.check.SmallPracticum;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookReader;
import practicum.source.Platform;
import practicum.source.PracticumParser;
import practicum.source.Project;

final class StudentReleaseTest {
    /** A line of the solution, of a hidden check and of the rubric. */
    private static final String SOLUTION =
            "return java.util.Arrays.stream(q).map(x -> x / Math.sqrt(plus(20, 4))).toArray();";

    @TempDir
    Path folder;

    private SmallCourse course;

    @BeforeEach
    void build() throws IOException {
        course = SmallCourse.in(folder.resolve("course"));
    }

    @Test
    void aFolderHoldsAllThatAStudentNeedsAndTheManifestItsDigests() throws Exception {
        Path out = folder.resolve("release");
        Path record = course.release().write(out, course.project());
        var manifest = Manifest.read(out.resolve("MANIFEST.json"));
        assertThat(manifest.files().keySet())
                .containsExactly(
                        "LICENSE",
                        "README.md",
                        "library/grader.jar",
                        "library/gson-1.jar",
                        "library/javadoc.json",
                        "library/kernel-lib.jar",
                        "library/kernel.classpath",
                        "library/practicum.jar",
                        "library/" + SmallCourse.natives(Platform.current()),
                        "library/released/" + SmallCourse.STEM + ".ipynb",
                        "notebooks/" + SmallCourse.STEM + ".ipynb",
                        "notebooks/expected/" + SmallCourse.STEM + ".json",
                        "practicum",
                        "practicum.cmd");
        for (var file : manifest.files().entrySet()) {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(out.resolve(file.getKey())));
            assertThat(HexFormat.of().formatHex(digest)).as(file.getKey()).isEqualTo(file.getValue());
        }
        assertThat(out.resolve("practicum")).isExecutable();
        assertThat(record).exists();
        var project = new Project(out);
        assertThat(project.isRelease()).isTrue();
        assertThat(project.kernelClassPath())
                .containsExactly(
                        out.resolve("library/kernel-lib.jar"),
                        out.resolve("library/gson-1.jar"),
                        out.resolve("library/" + SmallCourse.natives(Platform.current())))
                .allSatisfy(jar -> assertThat(jar).exists());
    }

    @Test
    void whatTheLibrarysMethodsAreForIsInItAndNoLineOfTheirBodies() throws IOException {
        Path out = folder.resolve("release");
        course.release().write(out, course.project());
        assertThat(out.resolve("library/javadoc.json"))
                .content()
                .contains("practicum.Some", "Something.", "void doIt()", "Does it.")
                .doesNotContain("secret");
    }

    @Test
    void theSameReleaseIsTheSameArchiveByteForByte() throws IOException {
        Path one = folder.resolve("a/week.zip");
        Path two = folder.resolve("b/week.zip");
        course.release().write(one, course.project());
        course.release().write(two, course.project());
        assertThat(one).hasSameBinaryContentAs(two);
        try (var zip = new ZipFile(one.toFile())) {
            assertThat(zip.getEntry("week/README.md")).isNotNull();
        }
    }

    @Test
    void aFolderThatMayHoldSomebodysWorkIsNotWrittenOver() throws IOException {
        Path out = folder.resolve("release");
        SmallCourse.write(out.resolve("notebooks/mine.ipynb"), "work");
        assertThatThrownBy(() -> course.release().write(out, course.project()))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("may hold somebody's work");
        assertThat(out.resolve("notebooks/mine.ipynb")).hasContent("work");
    }

    @Test
    void anotherPlatformIsTakenWhereItIsAndNamedWithItsCommandWhereItIsNot() throws IOException {
        var other = Platform.current() == Platform.OSX_AARCH64 ? Platform.LINUX_X86_64 : Platform.OSX_AARCH64;
        assertThatThrownBy(() -> course.release(other))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("pytorch-native-cpu:2.7.1:jar:" + other);
        SmallCourse.jar(
                course.project().root().resolve("repository").resolve(SmallCourse.natives(other)), "native", "n");
        assertThat(course.release(Platform.current(), other).files().keySet())
                .contains(
                        "library/" + SmallCourse.natives(other), "library/" + SmallCourse.natives(Platform.current()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SOLUTION,
                "return java.util.Arrays.stream(q)\n\t   .map(x -> x / Math.sqrt(plus(20, 4))).toArray();",
                "answer(\"plus.negative\", plus(-987654, -2));",
                "scores.other",
                "names a pair",
                "-0.6123724356957946", // -3 / sqrt(24), what the hidden check expects
                "int plus(int a, int b) { return a * b; }"
            })
    void whatStudentsMustNotHaveStopsTheReleaseWhereverItStands(String secret) throws IOException {
        // The line break above is one of the source's, too.
        Path license = course.project().root().resolve("LICENSE");
        String told = secret.contains("\n")
                ? SOLUTION.replace("(q).map", "(q)\n\t .map").replace("\n\t ", "")
                : secret;
        Files.writeString(license, "Apache\n" + told.replace(" ", " \n  ") + "\n");
        assertThatThrownBy(() -> course.release())
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("Nothing was written")
                .hasMessageContaining("LICENSE holds");
    }

    @Test
    void archivesInArchivesTheirNamesAndBinaryNumbersAreSearchedToo() throws IOException {
        Path jar = course.project().root().resolve("repository/gson-1.jar");
        disclosed(jar, "deep/" + "inner.zip", zip("x.txt", SOLUTION.getBytes(StandardCharsets.UTF_8)));
        disclosed(jar, "notes.gz", gzip(SOLUTION.getBytes(StandardCharsets.UTF_8)));
        disclosed(jar, "scores.other", new byte[] {1});
        disclosed(jar, "utf16", SOLUTION.getBytes(StandardCharsets.UTF_16LE));
        disclosed(
                jar,
                "base64",
                ("ab" + new String(base64("x" + SOLUTION), StandardCharsets.US_ASCII))
                        .getBytes(StandardCharsets.US_ASCII));
        double root = Math.sqrt(24);
        var numbers = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        numbers.putDouble(1)
                .putDouble(-3 / root)
                .putDouble(0)
                .putDouble(7 / root)
                .putDouble(9 / root);
        disclosed(jar, "weights.bin", numbers.array());
        SmallCourse.jar(jar, "gson", "gson");
        assertThat(course.release().files()).isNotEmpty();
    }

    @Test
    void whatAnotherPracticumShowsIsNoSecretAndWhatItHidesIsOne() throws IOException {
        String other = SmallPracticum.SOURCE
                .replace("number: 3", "number: 4")
                .replace("return a + b;", "int total = a + b;\n    return total;");
        SmallCourse.write(course.project().solutions().resolve("04_other.md"), other);
        Path license = course.project().root().resolve("LICENSE");
        Files.writeString(license, "double[] scores(double[] q) {");
        assertThat(course.release().files()).isNotEmpty();
        Files.writeString(license, "int total = a + b;");
        assertThatThrownBy(() -> course.release())
                .hasMessageContaining("LICENSE holds \"int total = a + b;\" of 04_other");
    }

    private void disclosed(Path jar, String name, byte[] bytes) throws IOException {
        Files.write(jar, zip(name, bytes));
        assertThatThrownBy(() -> course.release())
                .as(name)
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("gson-1.jar!/" + name);
    }

    private static byte[] base64(String text) {
        return Base64.getEncoder().encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(String name, byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void aNotebookKnowsItsReleaseAndTheGraderWhatChangedSince() throws IOException {
        Path out = folder.resolve("release");
        course.release().write(out, course.project());
        Notebook notebook = StudentRelease.pristine(new Project(out), SmallCourse.STEM);
        var origin = Origin.of(notebook);
        var records = new ReleaseRecords(course.project());
        var now = IssuedPracticum.of(SmallPracticum.get());
        assertThat(origin.release()).hasSize(12);
        assertThat(origin.difference(now, records)).isEmpty();

        String edited = SmallPracticum.SOURCE.replace(
                "answer(\"plus.small\", plus(start, 2));", "answer(\"plus.small\", plus(start, 3));");
        var later = IssuedPracticum.of(PracticumParser.parse(edited, SmallCourse.STEM, "x.md"));
        assertThat(origin.difference(later, records))
                .hasValue("release " + origin.release() + ", of which plus_small changed since");
        assertThat(origin.difference(later, new ReleaseRecords(new Project(folder.resolve("other")))))
                .get()
                .asString()
                .contains("no record of");
        var lying = notebook.metadata();
        lying.getAsJsonObject("practicum").addProperty("release", "<b>");
        assertThat(Origin.of(new Notebook(lying, notebook.cells())).release()).isEmpty();
    }

    @Test
    void workMovesIntoANewerNotebookByTheNamesOfItsCells() throws IOException {
        var blank = NotebookReader.parse(practicum.build.Release.student(SmallPracticum.get()), "blank");
        var old = new Notebook(
                blank.metadata(),
                blank.cells().stream()
                        .map(cell -> cell.id().equals("plus") ? cell.withSource(SmallPracticum.PLUS) : cell)
                        .toList());
        assertThat(Moving.of(blank, blank).isNothing()).isTrue();
        var moved = Moving.of(old, blank);
        assertThat(moved.taken()).containsExactly("plus");
        assertThat(moved.notebook().cells()).isEqualTo(old.cells());
        String without = SmallPracticum.SOURCE
                .replace("exercise: plus", "exercise: sum")
                .replace(":check: plus", ":check: sum")
                .replace("hidden: plus", "hidden: sum")
                .replace("mistake: plus", "mistake: sum")
                .replace("\"plus.", "\"sum.")
                .replace("after: plus.", "after: sum.");
        var newer = PracticumParser.parse(without, SmallCourse.STEM, "x.md");
        var lost = Moving.of(old, practicum.build.Release.blank(newer));
        assertThat(lost.lost()).containsExactly("plus");
        assertThat(lost.notebook().cells()).last().satisfies(cell -> assertThat(cell.source())
                .isEqualTo(SmallPracticum.PLUS));
    }

    @Test
    void aReleasedPracticumAsksWhatTheSourceAsksInPublic() {
        var issued = IssuedPracticum.of(SmallPracticum.get());
        assertThat(issued.hidden()).isEqualTo(Map.of("plus", Map.of("equal", 1), "scores", Map.of("same value", 1)));
        var released = ReleasedPracticum.of(
                practicum.build.Release.blank(SmallPracticum.get()), SmallCourse.expectations(), issued, "");
        assertThat(released.practicum().checks())
                .extracting(check -> check.answer())
                .containsExactly("plus.small", "plus.same", "scores.row");
        assertThat(released.practicum().checks().get(1).after()).containsExactly("plus.small");
        assertThat(released.practicum().points()).isEqualTo(12);
        assertThat(released.key().expected()).containsOnlyKeys("plus.small", "plus.same", "scores.row");
    }
}
