package practicum.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.grade.Confinement;
import practicum.runner.TestKernel;
import practicum.sandbox.HostSandbox;
import practicum.source.Digest;
import practicum.source.Project;

/** The catalogue of hostile submissions against the grader of this host. */
final class AttackTest {
    /** One of each kind; the others run only where something that they depend on has changed. */
    private static final Set<Integer> ALWAYS = Set.of(3, 4, 14, 26, 44, 49);

    private static Range range;

    @BeforeAll
    static void open() throws IOException {
        HostSandbox.require();
        var project = Project.find();
        var confinement = Confinement.probe(TestKernel.get().natives(), List.of(project.solutions()));
        assumeTrue(
                confinement.report().isWhole(),
                () -> "Skipped, because hostile code is run: this host has no whole sandbox: "
                        + confinement.report().complaints());
        range = Range.open(TestKernel.get(), confinement, project.root(), project.solutions(), Duration.ofSeconds(20));
    }

    @AfterAll
    static void close() throws IOException {
        if (range != null) {
            range.close();
        }
    }

    private static String failures(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> !outcome.ok())
                .map(Outcome::toString)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void whatIsNoNotebookIsRefusedWithAReasonAndStartsNothing() throws IOException {
        var attacks = Catalogue.all().stream()
                .filter(attack -> attack.pace() == Attack.Pace.AT_ONCE)
                .toList();
        assertThat(attacks).hasSizeGreaterThan(12);
        assertThat(failures(range.carryOut(attacks, 2))).isEmpty();
    }

    @Test
    void oneAttackOfEachKindIsWithstood() throws IOException {
        var attacks = Catalogue.all().stream()
                .filter(attack -> attack.pace() == Attack.Pace.QUICK && ALWAYS.contains(attack.row()))
                .toList();
        assertThat(failures(range.carryOut(attacks, 2))).isEmpty();
    }

    @Test
    void everyAttackIsWithstoodOnceSomethingHasChanged() throws IOException {
        var marker = Inputs.marker();
        assumeFalse(
                Files.exists(marker),
                () -> "Skipped: nothing that the attacks depend on has changed since all of them were withstood here."
                        + " To run them: delete " + marker + ", or call ./practicum attack.");
        var card = Scorecard.of(range, "this host's sandbox", Set.of(), 2);
        assertThat(failures(card.outcomes())).isEmpty();
        assertThat(card.text()).contains("all withstood");
        Files.createDirectories(marker.getParent());
        Files.writeString(marker, card.json());
    }

    @Test
    void aWrongVerdictIsNoticed() throws IOException {
        var lenient = Attack.refused(32, "a lie", target -> target.submit("{}"), Expected.of(10));
        var outcome = range.carryOut(List.of(lenient), 1).get(0);
        assertThat(outcome.ok()).isFalse();
        assertThat(outcome.seen()).contains("another status", "another score");
        var card = new Scorecard("here", List.of(outcome));
        assertThat(card.isWithstood()).isFalse();
        assertThat(card.text()).contains("✗ 32  a lie", "1 not withstood");
        assertThat(card.json()).contains("\"ok\": false");
    }

    @Test
    void whatStrangersWroteIsCarriedOutAndJudgedByWhatHoldsOfAny(@TempDir Path root) throws IOException {
        Path folder = root.resolve("hostile");
        int written = Scorecard.write(range, Set.of(26, 36), folder);
        assertThat(Scorecard.hasStrangers(folder)).isTrue();
        assertThat(Scorecard.hasStrangers(root)).isFalse();
        Files.createDirectory(folder.resolve("=cmd()"));
        var card = Scorecard.ofStrangers(range, "here", folder, 2);
        assertThat(failures(card.outcomes())).isEmpty();
        assertThat(card.outcomes()).extracting(Outcome::title).contains("=cmd()", "an honest submission after them");
        assertThat(card.text()).contains((written + 1) + " rows", "OK, 10");
    }

    @Test
    void everyRowOfTheCatalogueHasAnAttack() {
        var rows = Catalogue.all().stream().map(Attack::row).collect(Collectors.toCollection(HashSet::new));
        ClassAttacks.all().stream().map(ClassAttack::row).forEach(rows::add);
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 52).boxed().toList());
        assertThat(Catalogue.all().stream().map(Attack::student)).doesNotHaveDuplicates();
    }

    /** What the attacks depend on, and a file that says that they were withstood with it. */
    private static final class Inputs {
        static Path marker() throws IOException {
            var project = Project.find();
            var digest = new StringBuilder();
            for (Path classes : List.of(
                    project.root().resolve("grader/src/main"),
                    project.root().resolve("kernel-lib/src/main/java/practicum/notebook"),
                    project.root().resolve("kernel-lib/src/main/java/practicum/answer"))) {
                try (var files = Files.walk(classes)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        digest.append(project.root().relativize(file))
                                .append(Digest.sha256(Files.readString(file, StandardCharsets.ISO_8859_1)));
                    }
                }
            }
            return project.root()
                    .resolve(".practicum/cache/attacks-"
                            + Digest.sha256(digest.toString()).substring(0, 16) + ".json");
        }
    }
}
