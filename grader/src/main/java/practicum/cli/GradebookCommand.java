package practicum.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import practicum.grade.GradeException;
import practicum.grade.Outbox;
import practicum.grade.Standings;
import practicum.gradebook.Comment;
import practicum.gradebook.Gradebook;
import practicum.gradebook.LatePolicy;
import practicum.gradebook.Student;
import practicum.report.Csv;
import practicum.report.Points;
import practicum.source.Project;

/** Shows and changes what a class's gradebook holds beside verdicts. */
@Command(
        name = "gradebook",
        header = "Show a class's gradebook; set late policy, extensions, names and comments.",
        description = "Show or change OUT/gradebook.db. Every change is in its history.",
        synopsisSubcommandLabel = "COMMAND")
final class GradebookCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "show", description = "Who has which points in a practicum.")
    int show(@Mixin NamedPracticum named, @Mixin ResultsFolder results) {
        var stem = named.stem(Project.find());
        try (var book = results.read()) {
            print().println(book.title(stem) + ", " + Points.text(book.max(stem)) + " points; "
                    + book.deadlines().policy(stem) + ".");
            new Standings(book, stem).each(standing -> {
                var graded = standing.graded();
                print().printf(
                                Locale.ROOT,
                                "%-24s %7.2f  = %.2f by checks + %.2f by persons − %.2f for %s late; attempt %d, %s%s%n",
                                graded.student(),
                                graded.total(),
                                graded.result().score(),
                                graded.written(),
                                graded.time().penalty(),
                                graded.time().days() == 1
                                        ? "1 day"
                                        : graded.time().days() + " days",
                                graded.attempt(),
                                graded.result().status(),
                                graded.isFinal() ? "" : ", answers to read");
            });
        }
        return 0;
    }

    @Command(name = "history", description = "Everything that happened, oldest first.")
    int history(@Mixin ResultsFolder results) {
        try (var book = results.read()) {
            book.history().each(entry -> print().println(entry.time() + " " + entry.who() + " " + entry.action() + " "
                    + entry.student() + " " + entry.stem() + " " + entry.detail()));
        }
        return 0;
    }

    @Command(name = "policy", description = "What lateness costs, and which attempt counts; what is not named stays.")
    int policy(@Mixin NamedPracticum named, @Mixin PolicyOptions said, @Mixin ResultsFolder results) {
        var project = Project.find();
        var practicum = project.practicum(named.stem(project));
        said.check();
        try (var book = results.open()) {
            book.know(practicum.stem(), practicum.about().title(), practicum.points());
            var deadlines = book.deadlines();
            deadlines.setPolicy(practicum.stem(), said.over(deadlines.policy(practicum.stem())));
            Outbox.in(results.path()).writeAll(book, practicum.stem());
            print().println(practicum.stem() + ": " + deadlines.policy(practicum.stem()) + ".");
        }
        return 0;
    }

    @Command(name = "extend", description = "Let a student hand in later.")
    int extend(
            @Mixin NamedPracticum named,
            @Parameters(index = "1", paramLabel = "STUDENT", description = "The student's folder.") String student,
            @Option(names = "--until", paramLabel = "TIME", required = true, description = "As in 2026-11-20T23:59.")
                    LocalDateTime until,
            @Mixin ResultsFolder results) {
        var project = Project.find();
        var practicum = project.practicum(named.stem(project));
        var stem = practicum.stem();
        try (var book = results.open()) {
            book.know(stem, practicum.about().title(), practicum.points());
            boolean known =
                    book.roster().all().stream().anyMatch(one -> one.id().equals(student));
            book.deadlines().extend(student, stem, instant(until));
            Outbox.in(results.path()).writeAll(book, stem);
            print().println(student + " may hand in " + stem + " until " + LatePolicy.shown(instant(until)) + "."
                    + (known ? "" : " Nobody of this id has handed in yet: is it spelt as the folder will be?"));
        }
        return 0;
    }

    @Command(name = "comment", description = "Write to a student, or to all who gave the same wrong answer.")
    int comment(
            @Mixin NamedPracticum named,
            @Parameters(index = "1", paramLabel = "TEXT", description = "What they read.") String text,
            @Mixin ResultsFolder results,
            @Option(names = "--to", paramLabel = "STUDENT", description = "Whom it is for.") @Nullable String student,
            @Option(
                            names = "--on",
                            paramLabel = "CHECK[=ANSWER]",
                            description = "What it is about; with an answer's name, as the class report gives it, it is"
                                    + " for all who gave that.")
                    @Nullable
                    String topic) {
        var stem = named.stem(Project.find());
        var about = Optional.ofNullable(topic).orElse("");
        String answer = about.contains("=") ? about.substring(about.indexOf('=') + 1) : "";
        if ((student == null) == answer.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "Say whom it is for: one student with --to, or all with --on CHECK=ANSWER.");
        }
        try (var book = results.open()) {
            book.max(stem);
            var comment = new Comment(
                    Optional.ofNullable(student).orElse(""),
                    about.replaceFirst("=.*", ""),
                    answer,
                    text,
                    System.getProperty("user.name"));
            requireReaders(book, stem, comment);
            book.comments().add(stem, comment);
            Outbox.in(results.path()).writeAll(book, stem);
            print().println("Noted; the feedback pages have it.");
        }
        return 0;
    }

    /** Somebody who writes to nobody has mistyped a name. */
    private static void requireReaders(Gradebook book, String stem, Comment comment) {
        if (comment.student().isEmpty() && new Standings(book, stem).readers(comment) == 0) {
            throw new GradeException("Nobody gave the answer " + comment.topic() + "=" + comment.answer()
                    + ". The class report has the names of answers: ./practicum report.");
        }
        if (!comment.student().isEmpty()
                && book.roster().all().stream().noneMatch(one -> one.id().equals(comment.student()))) {
            throw new GradeException("There is no student " + comment.student()
                    + " in this gradebook. ./practicum gradebook show lists those who were graded.");
        }
    }

    @Command(
            name = "roster",
            description =
                    "Take over names: a CSV with the columns id, name, email, lms. Submissions that a platform named"
                            + " are filed under these ids from then on: Canvas by the number lms, Moodle by the whole name,"
                            + " Gradescope by the address where it has no number. So take it over before the first grading.")
    int roster(
            @Parameters(paramLabel = "FILE.csv", description = "Its first row names the columns; only id has to be.")
                    Path file,
            @Mixin ResultsFolder results) {
        var students = students(file);
        try (var book = results.open()) {
            students.forEach(book.roster()::enrol);
            Outbox.in(results.path()).writeAll(book, book.stems());
        }
        print().println("Took over " + students.size() + " students.");
        return 0;
    }

    private static List<Student> students(Path file) {
        try {
            var rows = Csv.read(Files.readString(file));
            var header = rows.isEmpty() ? List.<String>of() : rows.get(0);
            if (!header.contains("id")) {
                throw new GradeException(file + " names no column id in its first row: it has " + header + ".");
            }
            var students = new ArrayList<Student>();
            for (List<String> row : rows.subList(1, rows.size())) {
                String id = cell(row, header, "id");
                String name = cell(row, header, "name");
                students.add(new Student(
                        id, name.isEmpty() ? id : name, cell(row, header, "email"), cell(row, header, "lms")));
            }
            return students;
        } catch (IllegalArgumentException | IOException e) {
            throw new GradeException("Cannot read " + file + ": " + e.getMessage() + ".");
        }
    }

    private static String cell(List<String> row, List<String> header, String name) {
        int place = header.indexOf(name);
        return place < 0 || place >= row.size() ? "" : row.get(place).strip();
    }

    private static java.time.Instant instant(LocalDateTime time) {
        return time.atZone(ZoneId.systemDefault()).toInstant();
    }

    private PrintWriter print() {
        return spec.commandLine().getOut();
    }
}
