package practicum.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A folder of submissions, one folder in it per student, with the notebook inside. Links are not followed. */
final class Inbox {
    private static final Set<String> NOT_STUDENTS = Set.of(".git", ".ipynb_checkpoints", "__MACOSX");

    private Inbox() {}

    /** The submissions, by the students' names. */
    static List<Submission> of(Path folder, String stem) {
        if (!Files.isDirectory(folder)) {
            throw new GradeException("There is no folder " + folder + " with submissions. It holds one folder per"
                    + " student, and each of those " + stem + ".ipynb.");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            var submissions = entries.filter(Inbox::isStudent)
                    .sorted()
                    .map(student -> submission(student, stem))
                    .toList();
            if (submissions.isEmpty()) {
                throw new GradeException("No student has a folder in " + folder + ". A submission is "
                        + folder.resolve("STUDENT").resolve(stem + ".ipynb") + ".");
            }
            return submissions;
        } catch (IOException e) {
            throw new GradeException("Cannot list " + folder + ": " + e.getMessage() + ".");
        }
    }

    private static boolean isStudent(Path entry) {
        return Files.isDirectory(entry)
                && !NOT_STUDENTS.contains(entry.getFileName().toString());
    }

    private static Submission submission(Path student, String stem) {
        Path file = student.resolve(stem + ".ipynb");
        return new Submission(student.getFileName().toString(), file, problem(student, file));
    }

    private static String problem(Path student, Path file) {
        if (Files.isSymbolicLink(student) || Files.isSymbolicLink(file)) {
            return "It is a link to somewhere else. Put the notebook itself there.";
        } else if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return "There is no " + file.getFileName() + " in the student's folder" + others(student) + ".";
        }
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? "" : file.getFileName() + " is no file.";
    }

    private static String others(Path student) {
        try (Stream<Path> files = Files.list(student)) {
            var names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ipynb"))
                    .sorted()
                    .limit(3)
                    .toList();
            return names.isEmpty() ? "" : ", but there is " + String.join(", ", names);
        } catch (IOException e) {
            return ", which cannot be listed";
        }
    }
}
