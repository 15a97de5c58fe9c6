package practicum.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import practicum.inbox.Delivery;
import practicum.inbox.Naming;

/** The submissions to grade. */
final class Inbox {
    private Inbox() {}

    /** The submissions in a folder or an archive, by the students' ids. */
    static List<Submission> of(Path place, String stem, Naming naming) {
        if (!Files.isDirectory(place) && !Files.isRegularFile(place)) {
            throw new GradeException("There is no folder " + place + " with submissions. It holds one folder per"
                    + " student, and each of those " + stem + ".ipynb; or it is what Canvas, Moodle or Gradescope"
                    + " export, as a folder or as one ZIP archive.");
        }
        try {
            var submissions = Delivery.of(place, stem, naming).stream()
                    .map(handed -> new Submission(
                            handed.student(), handed.file(), handed.problem(), handed.late(), handed.received()))
                    .toList();
            if (submissions.isEmpty()) {
                throw new GradeException("No student has a folder in " + place + ". A submission is "
                        + place.resolve("STUDENT").resolve(stem + ".ipynb") + ".");
            }
            return submissions;
        } catch (IOException e) {
            throw new GradeException("Cannot read the submissions in " + place + ": " + e.getMessage() + ".");
        }
    }
}
