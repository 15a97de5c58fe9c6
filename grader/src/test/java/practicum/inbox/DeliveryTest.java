package practicum.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What platforms export, and what strangers put into archives. */
final class DeliveryTest {
    private static final String STEM = "03_two_functions";
    private static final String FILE = STEM + ".ipynb";

    @TempDir
    Path folder;

    private Path put(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Path zip(String name, Map<String, String> entries) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private List<HandedIn> delivered() throws IOException {
        return Delivery.of(folder, STEM, Naming.none());
    }

    private static String text(HandedIn handed) throws IOException {
        assertThat(handed.problem()).isEmpty();
        return Files.readString(handed.file());
    }

    @Test
    void nbgradersTimestampCountsWhereNbgraderPutsItAndNowhereElse() throws IOException {
        put("ada/" + STEM + "/" + FILE, "a");
        put("ada/" + STEM + "/timestamp.txt", "2026-11-20 23:58:59.500000 UTC\n");
        put("bob/" + FILE, "b");
        put("bob/timestamp.txt", "2020-01-01 00:00:00 UTC");
        put("eve/" + STEM + "/" + FILE, "c");
        put("eve/" + STEM + "/timestamp.txt", "as soon as I could");
        assertThat(delivered())
                .extracting(HandedIn::student, HandedIn::received)
                .containsExactly(
                        tuple("ada", Optional.of(Instant.parse("2026-11-20T23:58:59.500Z"))),
                        tuple("bob", Optional.empty()),
                        tuple("eve", Optional.empty()));
    }

    @Test
    void timesAreReadWithTheirZones() {
        var noon = Optional.of(Instant.parse("2026-11-20T12:00:00Z"));
        assertThat(Timestamp.of("2026-11-20T12:00:00Z")).isEqualTo(noon);
        assertThat(Timestamp.of("2026-11-20 13:00:00.000000000 +01:00")).isEqualTo(noon);
        assertThat(Timestamp.of("2026-11-20 04:00:00 -0800")).isEqualTo(noon);
        assertThat(Timestamp.of("2026-11-20 13:00 Europe/Berlin")).isEqualTo(noon);
        assertThat(Timestamp.of("2026-11-20 12:00")).isEmpty();
        assertThat(Timestamp.of("2026-11-20 12:00", java.time.ZoneOffset.UTC)).isEqualTo(noon);
        assertThat(Timestamp.of("2026-02-30 12:00 UTC")).isEmpty();
        assertThat(Timestamp.of("null")).isEmpty();
    }

    @Test
    void aFolderPerStudentIsTheGradersOwnForm() throws IOException {
        put("ada/" + FILE, "a");
        put("bob/other.ipynb", "b");
        put("readme.txt", "");
        put(FILE, "a template that lies about");
        put(".ipynb_checkpoints/" + FILE, "");
        assertThat(delivered())
                .extracting(HandedIn::student, HandedIn::problem)
                .containsExactly(
                        tuple("ada", ""),
                        tuple("bob", "There is no " + FILE + " in the student's folder, but there is other.ipynb."));
    }

    @Test
    void nbgradersFoldersHaveTheAssignmentBetween() throws IOException {
        put("ada/" + STEM + "/" + FILE, "a");
        assertThat(text(delivered().get(0))).isEqualTo("a");
    }

    @Test
    void canvasNamesFilesAfterTheStudentTheSubmissionAndTheTry() throws IOException {
        put("lovelaceada_1111_900001_" + FILE, "one");
        put("lovelaceada_1111_900001_03twofunctions-2.ipynb", "three");
        put("hoppergrace_LATE_2222_900002_" + FILE, "late");
        put("turingalan_3333_900003_notes.ipynb", "notes");
        put("turingalan_3333_900003_" + FILE, "right");
        put("noetheremmy_4444_900004_essay.pdf", "no notebook");
        assertThat(delivered())
                .extracting(HandedIn::student, HandedIn::attempt, HandedIn::late)
                .containsExactly(
                        tuple("hoppergrace_2222", 1, true),
                        tuple("lovelaceada_1111", 3, false),
                        tuple("noetheremmy_4444", 1, false),
                        tuple("turingalan_3333", 1, false));
        assertThat(delivered().get(2).problem()).contains("essay.pdf");
        assertThat(text(delivered().get(1))).isEqualTo("three");
        assertThat(text(delivered().get(3))).isEqualTo("right");
    }

    @Test
    void moodleNamesFoldersOrFiles() throws IOException {
        put("Ada Lovelace_4711_assignsubmission_file_/my_notebook.ipynb", "renamed");
        put("Émilie du Châtelet_4712_assignsubmission_file/" + FILE, "newer Moodle");
        put("Bob_Under_4713_assignsubmission_file_" + FILE, "flat");
        put("Eve_4714_assignsubmission_onlinetext_/onlinetext.html", "words");
        assertThat(delivered())
                .extracting(HandedIn::student, HandedIn::problem)
                .containsExactly(
                        tuple("Ada Lovelace_4711", ""),
                        tuple("Bob_Under_4713", ""),
                        tuple("Eve_4714", "There is no notebook."),
                        tuple("Émilie du Châtelet_4712", ""));
    }

    @Test
    void gradescopeListsWhoStandsBehindAFolderAlsoInGroups() throws IOException {
        put("submission_77/" + FILE, "both");
        put("submission_78/" + FILE, "alone");
        put("submission_79/" + FILE, "unlisted");
        put(
                "submission_metadata.yml",
                """
                ---
                submission_77:
                  :submitters:
                  - :name: Ada Lovelace
                    :sid: 'S-1'
                    :email: ada@example.org
                  - :name: Bob
                    :sid: ''
                    :email: bob@example.org
                  :created_at: 2026-10-05 22:57:23.000000000 Z
                  :score: 0.0
                  :history:
                  - :id: 70
                  - :id: 71
                submission_78:
                  :submitters:
                  - :name: ../../etc/passwd
                """);
        assertThat(delivered())
                .extracting(HandedIn::student, HandedIn::attempt)
                .containsExactly(
                        tuple("S-1", 3),
                        tuple("bob@example.org", 3),
                        tuple("etc-passwd", 1),
                        tuple("submission_79", 1));
        assertThat(delivered())
                .extracting(HandedIn::received)
                .startsWith(Optional.of(Instant.parse("2026-10-05T22:57:23Z")))
                .endsWith(Optional.empty());
    }

    @Test
    void aGradescopeListThatCannotBeReadLosesNobody() throws IOException {
        put("submission_77/" + FILE, "a");
        put("submission_metadata.yml", "submission_77: [unclosed");
        assertThat(delivered()).extracting(HandedIn::student).containsExactly("submission_77");
    }

    @Test
    void ottersArchivesAndLoneNotebooksAreOnePerStudent() throws IOException {
        zip("ada.zip", Map.of(FILE, "zipped", ".OTTER_LOG", "log"));
        put("bob.ipynb", "plain");
        assertThat(delivered()).extracting(HandedIn::student).containsExactly("ada", "bob");
        assertThat(text(delivered().get(0))).isEqualTo("zipped");
    }

    @Test
    void aZipOfAllIsReadLikeTheFolderAlsoWithAFolderAround() throws IOException {
        Path plain = zip("plain.zip", new TreeMap<>(Map.of("ada/" + FILE, "a", "bob/" + FILE, "b")));
        assertThat(Delivery.of(plain, STEM, Naming.none()))
                .extracting(HandedIn::student)
                .containsExactly("ada", "bob");
        Path mixed = zip("mixed.zip", Map.of("a_1_2_" + FILE, "a", "b_3_4_essay.pdf", "no notebook"));
        assertThat(Delivery.of(mixed, STEM, Naming.none()))
                .extracting(HandedIn::student, HandedIn::problem)
                .containsExactly(tuple("a_1", ""), tuple("b_3", "There is no notebook, but there is b_3_4_essay.pdf."));
        Path one = zip("one.zip", Map.of("ada/" + FILE, "a"));
        assertThat(Delivery.of(one, STEM, Naming.none()))
                .extracting(HandedIn::student)
                .containsExactly("ada");
        Path wrapped = zip("wrapped.zip", Map.of("submissions/lovelaceada_1_2_" + FILE, "a"));
        assertThat(Delivery.of(wrapped, STEM, Naming.none()))
                .extracting(HandedIn::student)
                .containsExactly("lovelaceada_1");
        assertThat(text(Delivery.of(wrapped, STEM, Naming.none()).get(0))).isEqualTo("a");
    }

    @Test
    void archivesCannotWriteElsewhereNorBurstNorHideOneFileBehindAnother() throws IOException {
        Path target = folder.resolve("escaped.ipynb");
        for (String name : List.of(
                "../escaped.ipynb",
                "a/../../escaped.ipynb",
                "/" + FILE,
                target.toString(),
                "..\\escaped.ipynb",
                "C:\\escaped.ipynb",
                "a//b.ipynb",
                "a/b/c/d/e/f/g/h/i/j.ipynb",
                "a\u0000.ipynb")) {
            Path zip = zip("in/eve.zip", Map.of(name, "x"));
            assertThat(Delivery.of(zip.getParent(), STEM, Naming.none()))
                    .singleElement()
                    .satisfies(eve -> assertThat(eve.problem())
                            .as(name)
                            .startsWith("eve.zip: ")
                            .contains("was not unpacked"));
        }
        assertThat(target).doesNotExist();

        Path bomb = zip("in/eve.zip", Map.of(FILE, " ".repeat(80 << 20)));
        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        assertThat(Delivery.of(bomb.getParent(), STEM, Naming.none()).get(0).problem())
                .contains("unpacks to more than it may");

        Path twins = zip("in/eve.zip", new TreeMap<>(Map.of("a/" + FILE, "one", "A/" + FILE.toUpperCase(), "two")));
        assertThat(Delivery.of(twins.getParent(), STEM, Naming.none()).get(0).problem())
                .contains("upper and lower case");

        Path broken = put("in/eve.zip", "PK no zip");
        assertThat(Delivery.of(broken.getParent(), STEM, Naming.none()).get(0).problem())
                .startsWith("eve.zip cannot be read as a ZIP archive");
    }

    @Test
    void oneStudentsHostileFileInTheClassesArchiveCostsOnlyThatStudent() throws IOException {
        Path zip = zip(
                "class.zip",
                new TreeMap<>(
                        Map.of("ada/" + FILE, "a", "eve/../../" + FILE, "x", "zed/" + FILE, " ".repeat(80 << 20))));
        var all = Delivery.of(zip, STEM, Naming.none());
        assertThat(all).extracting(HandedIn::student).containsExactly("ada", "eve", "zed");
        assertThat(text(all.get(0))).isEqualTo("a");
        assertThat(all.get(1).problem()).contains("leads to another folder");
        assertThat(all.get(2).problem()).contains("unpacks to more");
        assertThatThrownBy(() -> Delivery.of(put("no.zip", "nothing"), STEM, Naming.none()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aTimeThatAStudentPutIntoAFolderOfMoodlesIsNobodysWord() throws IOException {
        put("Ada Lovelace_17_assignsubmission_file_/" + STEM + "/" + FILE, "a");
        put("Ada Lovelace_17_assignsubmission_file_/" + STEM + "/timestamp.txt", "2020-01-01 00:00:00 UTC");
        assertThat(delivered()).singleElement().satisfies(ada -> {
            assertThat(text(ada)).isEqualTo("a");
            assertThat(ada.received()).isEmpty();
        });
    }

    @Test
    void whatIsDamagedOrCannotBeNamedCostsOnlyTheOneWhoPackedIt() throws IOException {
        Path zip = zip(
                "class.zip",
                new TreeMap<>(Map.of(
                        "ada/" + FILE,
                        "good",
                        "bob/" + FILE,
                        "x".repeat(5000),
                        "eve",
                        "a file",
                        "eve/" + FILE,
                        "within it",
                        "zed/" + "z".repeat(250) + ".ipynb",
                        "long")));
        byte[] bytes = Files.readAllBytes(zip);
        // Bob's data are five thousand times the same letter: a few bytes behind his entry's name.
        int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("bob/" + FILE);
        bytes[name + ("bob/" + FILE).length()] = (byte) 0xFF;
        Files.write(zip, bytes);
        var all = Delivery.of(zip, STEM, Naming.none());
        assertThat(all).extracting(HandedIn::student).containsExactly("ada", "bob", "eve", "zed");
        assertThat(text(all.get(0))).isEqualTo("good");
        assertThat(all.get(1).problem()).contains("damaged");
        assertThat(all.get(2).problem()).contains("another file has the same name");
        assertThat(all.get(3).problem()).contains("too long");
    }

    @Test
    void namesOfAnOldWindowsAreRead() throws IOException {
        Path file = Files.createDirectories(folder.resolve("in")).resolve("ada.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file), Charset.forName("IBM437"))) {
            zip.putNextEntry(new ZipEntry("\u00fcbung " + FILE));
            zip.write("a".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(text(Delivery.of(file.getParent(), STEM, Naming.none()).get(0)))
                .isEqualTo("a");
    }

    @Test
    void aFolderThatIsClosedToTheGraderIsToldOfAndStopsNobody() throws IOException {
        put("ada/" + FILE, "a");
        Path closed = folder.resolve("eve");
        put("eve/" + FILE, "e");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            Assumptions.assumeFalse(
                    Files.isReadable(closed),
                    "Skipped: this user may read every folder, as root may. Run it as another.");
            var all = delivered();
            assertThat(all).extracting(HandedIn::student).containsExactly("ada", "eve");
            assertThat(text(all.get(0))).isEqualTo("a");
            assertThat(all.get(1).problem()).isNotEmpty();
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void linksAreNotFollowedWhereverTheyStand() throws IOException {
        Path secret = put("secret/" + FILE, "secret");
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Files.createSymbolicLink(inbox.resolve("eve"), secret.getParent());
        Files.createSymbolicLink(inbox.resolve("m_1_2_" + FILE), secret);
        Files.createSymbolicLink(Files.createDirectories(inbox.resolve("mal")).resolve(FILE), secret);
        Files.createSymbolicLink(Files.createDirectories(inbox.resolve("ned")).resolve(STEM), secret.getParent());
        assertThat(Delivery.of(inbox, STEM, Naming.none())).hasSize(4).allSatisfy(each -> assertThat(each.problem())
                .contains("link"));
    }

    /** A roster that has one student of each kind of key. */
    private static String byRoster(Naming.Told told, String key, String filed) {
        return switch (told) {
            case NUMBER -> key.equals("1815") ? "ada" : filed;
            case NAME -> key.equals("Grace Hopper") ? "grace" : filed;
            case ADDRESS -> key.equals("emmy@x.org") ? "emmy" : filed;
        };
    }

    @Test
    void whomPlatformsNameInTheirOwnWayTheRosterNames() throws IOException {
        put("lovelaceada_1815_77_" + STEM + "-1.ipynb", "a");
        put("turingalan_1912_78_" + STEM + ".ipynb", "t");
        assertThat(Delivery.of(folder, STEM, DeliveryTest::byRoster))
                .extracting(HandedIn::student, HandedIn::attempt)
                .containsExactly(tuple("ada", 2), tuple("turingalan_1912", 1));
        Path moodle = put("m/Grace Hopper_5_assignsubmission_file_/any.ipynb", "g")
                .getParent()
                .getParent();
        assertThat(Delivery.of(moodle, STEM, DeliveryTest::byRoster))
                .extracting(HandedIn::student)
                .containsExactly("grace");
        put("g/submission_1/" + FILE, "e");
        Path list = put(
                "g/submission_metadata.yml",
                "submission_1:\n  :submitters:\n  - :name: Emmy Noether\n    :email: emmy@x.org\n");
        assertThat(Delivery.of(list.getParent(), STEM, DeliveryTest::byRoster))
                .extracting(HandedIn::student)
                .containsExactly("emmy");
    }

    @Test
    void twoOfOneNameStayApart() throws IOException {
        put("Grace Hopper_5_assignsubmission_file_/" + FILE, "one");
        put("Grace Hopper_6_assignsubmission_file_/" + FILE, "other");
        assertThat(Delivery.of(folder, STEM, DeliveryTest::byRoster))
                .extracting(HandedIn::student)
                .containsExactly("Grace Hopper_5", "Grace Hopper_6");
    }
}
