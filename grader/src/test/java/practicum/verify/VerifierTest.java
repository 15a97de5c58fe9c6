package practicum.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.build.Release;
import practicum.build.ReleaseBuild;
import practicum.build.ReleaseFiles;
import practicum.build.Samples;
import practicum.build.Sessions;
import practicum.source.Project;

/** Each test plants one defect into a practicum that can be released. */
class VerifierTest {
    private static final String STEM = "03_two_numbers";
    private static final Sessions SESSIONS = Sessions.forAuthors(Project.find());

    @TempDir
    private Path root;

    @Test
    void provesARightPracticum() throws IOException {
        Verification verification = verifyBuilt(Samples.SOURCE);
        assertThat(verification.isProven()).as(verification.toString()).isTrue();
        assertThat(verification.toString())
                .startsWith(STEM + "\n  ✓ the source follows")
                .doesNotContain("✗", "–");
    }

    /** The first one takes longest: it runs, and the others cannot even be read. */
    @Test
    void handsOverWhatItFindsInTheOrderOfThePracticums() throws IOException {
        write(Samples.SOURCE);
        Files.writeString(root.resolve("solutions/04_none.md"), "nothing");
        Files.writeString(root.resolve("solutions/05_none.md"), "nothing");
        List<Verification> found = new ArrayList<>();
        new Verifier(new Project(root), () -> SESSIONS).verify(List.of(STEM, "04_none", "05_none"), 2, found::add);
        assertThat(found).extracting(Verification::stem).containsExactly(STEM, "04_none", "05_none");
        assertThat(found).extracting(each -> each.isExamined(Rule.SOLUTION)).containsExactly(true, false, false);
    }

    @Test
    void noticesAMistakeThatLosesNothing() throws IOException {
        assertThat(broken(
                        verifyBuilt(Samples.SOURCE.replace("int wrongProduct = a * b;", "int wrongProduct = b + a;"))))
                .containsExactly(Rule.MISTAKES);
    }

    @Test
    void noticesAMistakeThatDoesNotCompile() throws IOException {
        Verification verification =
                verifyBuilt(Samples.SOURCE.replace("int wrongProduct = a * b;", "int wrongProduct = a *;"));
        assertThat(broken(verification)).containsExactly(Rule.MISTAKES);
        assertThat(verification.failures(Rule.MISTAKES).get(0))
                .contains("solutions/03_two_numbers.md:", "\"plus.mistake-1\" does not run");
    }

    @Test
    void noticesAnAlternativeThatLosesPoints() throws IOException {
        String otherwise = Samples.SOURCE.replace("int otherSum = b - -a;", "int otherSum = Math.max(b - -a, 0);");
        Verification verification = verifyBuilt(otherwise);
        assertThat(broken(verification)).containsExactly(Rule.ALTERNATIVES);
        assertThat(verification.failures(Rule.ALTERNATIVES))
                .singleElement()
                .asString()
                .contains("\"plus.alternative-1\" does not pass \"plus.negative\" of line ");
    }

    @Test
    void noticesAnAlternativeThatLivesOnTheSolution() throws IOException {
        String leaning = Samples.SOURCE
                .replace("    int secretSum = a + b;", "    int secretSum = sum(a, b);")
                .replace(
                        "    // END SOLUTION\n}\n", "    // END SOLUTION\n}\nint sum(int a, int b) { return a + b; }\n")
                .replace("int otherSum = b - -a;", "int otherSum = sum(b, a);");
        assertThat(broken(verifyBuilt(leaning))).containsExactly(Rule.ALTERNATIVES);
    }

    @Test
    void noticesAnAlternativeThatUsesWhatIsForbidden() {
        assertThat(lacking(Samples.SOURCE
                        .replace("paper: Peano (1889)", "forbids: [Math]")
                        .replace("int otherSum = b - -a;", "int otherSum = Math.addExact(b, a);")))
                .containsExactly(Rule.FORBIDDEN);
    }

    @Test
    void noticesABlankReleaseThatEarnsPointsAndAcceptsADeclaredFloor() throws IOException {
        String given =
                Samples.SOURCE.replace("answer(\"plus.small\", plus(start, 2));", "answer(\"plus.small\", start);");
        assertThat(broken(verifyBuilt(given))).containsExactly(Rule.FLOOR);
        assertThat(broken(verifyBuilt(given.replace("seed: 7\n", "seed: 7\nfloor: 0.8\n"))))
                .isEmpty();
    }

    @Test
    void noticesAStubThatDoesNotCompile() throws IOException {
        String source =
                Samples.SOURCE.replace("    // END SOLUTION\n", "    // END SOLUTION\n    // STUB: int x = ;\n");
        assertThat(broken(verifyBuilt(source))).containsExactly(Rule.STUBS);
    }

    @Test
    void noticesWhatAnExerciseLacks() {
        assertThat(lacking(Samples.SOURCE.replace("/** The sum of two numbers. */\n", "")))
                .containsExactly(Rule.DOC_COMMENT);
        assertThat(lacking(Samples.SOURCE.replace("hidden: plus\n", "check: plus\n")))
                .containsExactly(Rule.HIDDEN_CHECK);
        String hidden = Samples.SOURCE
                .replace("check: plus\nweight: 3\n", "hidden: plus\nweight: 3\n")
                .replace(":check: plus", ":hidden: plus");
        assertThat(lacking(hidden)).containsExactly(Rule.VISIBLE_CHECK);
    }

    @Test
    void readsNoFurtherWhereTheSourceIsBroken() throws IOException {
        write(Samples.SOURCE.replace("hint: What", "hnt: What"));
        Verification verification = verify();
        assertThat(broken(verification)).containsExactly(Rule.READABLE);
        assertThat(verification.isProven()).isFalse();
        assertThat(verification.toString())
                .contains("This exercise has no hint")
                .contains("– the solution earns");
    }

    @Test
    void noticesASolutionThatFails() throws IOException {
        write(Samples.SOURCE.replace("return secretSum;", "return secretSum"));
        assertThat(verify().failures(Rule.SOLUTION)).singleElement().asString().contains("this cell fails");
    }

    @Test
    void noticesStaleFilesLeaksAndOtherExpectations() throws IOException {
        build(Samples.SOURCE);
        Project project = new Project(root);
        Path student = Release.studentFile(project, STEM);
        Files.writeString(student, Files.readString(student).replace("Some *prose*.", "int secretSum = a + b;"));
        Path expected = Release.expectedFile(project, STEM);
        Files.writeString(expected, Files.readString(expected).replace("42", "43"));
        Verification verification = verify();
        assertThat(broken(verification)).containsExactly(Rule.CURRENT, Rule.NO_LEAK, Rule.EXPECTATIONS);
        assertThat(verification.failures(Rule.CURRENT))
                .allSatisfy(why -> assertThat(why).endsWith("Run ./practicum build 03_two_numbers."));
        assertThat(verification.failures(Rule.EXPECTATIONS).get(0)).contains("now answers \"plus.small\"");
    }

    @Test
    void provesAPracticumWhoseStudentsHaveNumbersOfTheirOwn() throws IOException {
        String varied = Samples.SOURCE.replace("seed: 7\n", "seed: 7\nvariants: 2\n");
        Verification verification =
                verifyBuilt(varied.replace("var start = 40;", "var start = (int) (variant() % 1000);"));
        assertThat(verification.isProven()).as(verification.toString()).isTrue();
        Project project = new Project(root);
        assertThat(Release.expectedFile(project, STEM)).doesNotExist();
        assertThat(Files.readString(Release.expectedFile(project, STEM + "-0")))
                .isNotEqualTo(Files.readString(Release.expectedFile(project, STEM + "-1")));
        assertThat(Files.readString(Release.studentFile(project, STEM)))
                .contains("practicum(\\\"" + STEM + "\\\", \\\"\\\", 2);");
        write(varied);
        assertThat(verify().failures(Rule.SOLUTION)).singleElement().asString().contains("have the same answers");
    }

    @Test
    void noticesWhatIsForbiddenAndDoesNotExist() {
        for (String there : List.of("LogitLens", "Tensor.softmax", "Math", "DoubleStream.average", "softmax")) {
            assertThat(KnownTypes.problem(there)).as(there).isEmpty();
        }
        assertThat(KnownTypes.problem("LogitLense")).contains("called \"LogitLense\"");
        assertThat(KnownTypes.problem("Tensor.softmaks")).contains("no method \"softmaks\"");
        assertThat(lacking(Samples.SOURCE.replace("paper: Peano (1889)", "forbids: [Maths]")))
                .containsExactly(Rule.FORBIDDEN);
    }

    @Test
    void noticesASolutionThatUsesWhatItForbidsAndOneThatFailsItsOwnTruth() throws IOException {
        write(Samples.SOURCE
                .replace("paper: Peano (1889)", "forbids: [Math]")
                .replace("int secretSum = a + b;", "int secretSum = Math.addExact(a, b);")
                .replace("compare: equal\n", "compare: interval(lo=0)\n"));
        Verification verification = verify();
        assertThat(verification.failures(Rule.FORBIDDEN).get(0)).contains("Math", "but your code uses it");
        assertThat(verification.failures(Rule.SOLUTION).get(0))
                .contains("does not pass its own check \"plus.negative\"");
    }

    /** The rules of reading that a source breaks, its files aside. */
    private List<Rule> lacking(String source) {
        Verification verification = new Verification(STEM);
        new StaticRules(new Project(root), Samples.parse(source)).examine(verification);
        return broken(verification).stream()
                .filter(rule -> rule != Rule.CURRENT)
                .toList();
    }

    @Test
    void noticesASolutionThatAnswersAtRandom() throws IOException {
        write(Samples.SOURCE.replace("answer(\"plus.shown\", shown)", "answer(\"plus.shown\", Math.random())"));
        assertThat(verify().failures(Rule.SOLUTION)).singleElement().asString().contains("as the first time");
    }

    private Verification verifyBuilt(String source) throws IOException {
        build(source);
        return verify();
    }

    private void build(String source) throws IOException {
        write(source);
        Project project = new Project(root);
        Release release = new ReleaseBuild(SESSIONS).of(project.practicum(STEM));
        ReleaseFiles.write(release.files(project, project.practicum(STEM)));
    }

    private void write(String source) throws IOException {
        Files.createDirectories(root.resolve("solutions"));
        Files.writeString(root.resolve("solutions/" + STEM + ".md"), source);
    }

    private Verification verify() {
        return new Verifier(new Project(root), () -> SESSIONS).verify(STEM);
    }

    private static List<Rule> broken(Verification verification) {
        return Arrays.stream(Rule.values())
                .filter(rule -> !verification.failures(rule).isEmpty())
                .toList();
    }
}
