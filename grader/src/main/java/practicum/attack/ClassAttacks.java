package practicum.attack;

import static practicum.attack.Attacked.PERFECT;
import static practicum.attack.Attacked.STEM;
import static practicum.attack.Attacked.with;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import practicum.build.BuildException;
import practicum.build.Rehearsal;
import practicum.check.CheckResult;
import practicum.check.Flag;
import practicum.check.Result;
import practicum.grade.Outbox;
import practicum.gradebook.Gradebook;
import practicum.gradebook.Mark;
import practicum.report.Graded;
import practicum.source.PracticumParser;
import practicum.source.SourceException;

/** Attacks on the grading of a whole class, and faults of its instructor. */
final class ClassAttacks {
    /** An answer that is right half of the time shows in one of so many pairs of runs, but for one time in a million. */
    private static final int PAIRS = 6;

    private ClassAttacks() {}

    static List<ClassAttack> all() {
        return List.of(
                new ClassAttack(
                        13,
                        "the grader's own port, from any of them",
                        "nobody came",
                        range -> range.wasEntered() ? "somebody came through" : ""),
                new ClassAttack(
                        42, "an answer that is right by chance", "FLAKY, the lower score", ClassAttacks::byChance),
                new ClassAttack(
                        50,
                        "an exercise without points",
                        "refused, with the line",
                        range -> refused(Attacked.source().replaceFirst("points: 4\n", ""), "points")),
                new ClassAttack(
                        50,
                        "a solution that is not closed",
                        "refused, with the line",
                        range -> refused(Attacked.source().replaceFirst("    // END SOLUTION\n", ""), "END SOLUTION")),
                new ClassAttack(50, "a solution that fails", "refused, with its error", ClassAttacks::failingSolution),
                new ClassAttack(
                        51, "a second grading over the remains of a first", "the same rows, once", ClassAttacks::again),
                new ClassAttack(
                        51,
                        "two graders at once, one of them killed",
                        "one is turned away, and every verdict is there once",
                        Rivals::meet),
                new ClassAttack(
                        52, "grading again where a person has marked", "the mark is kept", ClassAttacks::marked));
    }

    private static String byChance(Range range) {
        var chancy =
                with(PERFECT, "plus", "int plus(int a, int b) { return new Random().nextBoolean() ? a + b : a - b; }");
        for (int pair = 0; pair < PAIRS; pair++) {
            Result result = range.grading().twice().grade(chancy);
            if (result.flags().contains(new Flag(Flag.Kind.FLAKY, "plus"))) {
                return result.score() < 10 ? "" : "full marks all the same";
            }
        }
        return "not noticed in " + PAIRS + " pairs of runs";
    }

    private static String refused(String source, String word) {
        try {
            PracticumParser.parse(source, STEM, "solutions/" + STEM + ".md");
            return "accepted";
        } catch (SourceException e) {
            String message = String.valueOf(e.getMessage());
            return message.contains(word) && message.contains(".md:") ? "" : "refused otherwise: " + message;
        }
    }

    private static String failingSolution(Range range) {
        String source = Attacked.source().replace("return a + b;", "return a / (b - b);");
        var practicum = PracticumParser.parse(source, STEM, "solutions/" + STEM + ".md");
        try {
            Rehearsal.of(practicum, ignored -> range.processes().get(), range.folder());
            return "accepted";
        } catch (BuildException e) {
            String message = String.valueOf(e.getMessage());
            return message.contains("fails in the solution") ? "" : "refused otherwise: " + message;
        }
    }

    private static String again(Range range) throws IOException {
        Path inbox = Files.createTempDirectory(range.folder(), "inbox");
        Path out = range.folder().resolve("again");
        for (String student : List.of("ada", "bob")) {
            new Target(Files.createDirectory(inbox.resolve(student)), Map.of()).submit(Attacked.BLANK);
        }
        Map<String, Graded> first = range.grade(inbox, out, "", 1);
        try (var files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(Objects.requireNonNull(file.getParent()).resolve(".grade1.tmp"), "half a ver");
            }
        }
        List<String> rows = scores(range.grade(inbox, out, "", 2));
        String table = Files.readString(out.resolve("grades.csv"));
        if (!scores(first).equals(rows) || rows.size() != 2 || table.lines().count() != 3) {
            return "first " + scores(first) + ", then " + rows + ", in the table "
                    + table.lines().count() + " lines";
        }
        return "";
    }

    /** A person has marked an answer in words; then the practicum changes, and everybody is graded again. */
    private static String marked(Range range) throws IOException {
        Path inbox = Files.createTempDirectory(range.folder(), "inbox");
        Path out = range.folder().resolve("marked");
        new Target(Files.createDirectory(inbox.resolve("ada")), Map.of())
                .submit(with(Attacked.BLANK, "why", "Because 2 + 2 = 2 · 2."));
        Graded before = Objects.requireNonNull(range.grade(inbox, out, "", 1).get("ada"));
        var answer = before.result().written().get(0);
        try (var book = Gradebook.open(Outbox.gradebook(out))) {
            book.marks()
                    .add(
                            "ada",
                            STEM,
                            new Mark(answer.id(), Graded.digest(answer), 1.5, List.of(0), "Good.", "instructor"));
        }
        Graded after = Objects.requireNonNull(
                range.grade(inbox, out, " and another", 1).get("ada"));
        return after.written() == 1.5 ? "" : "after grading again the mark is " + after.written();
    }

    private static List<String> scores(Map<String, Graded> graded) {
        List<String> rows = new ArrayList<>();
        for (Graded each : new TreeMap<>(graded).values()) {
            rows.add(each.student() + " " + each.result().score() + " "
                    + each.result().checks().map(CheckResult::outcome).toList());
        }
        return rows;
    }
}
