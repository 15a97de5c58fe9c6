package practicum.release;

import java.io.IOException;
import java.nio.file.Path;
import practicum.source.Project;

/** {@link SmallCourse} for tests of other packages. */
public final class SmallCourses {
    private SmallCourses() {}

    /** A built course. */
    public static Project built(Path root) throws IOException {
        return SmallCourse.in(root).project();
    }

    /** Its release, unpacked. */
    public static Project released(Project course, Path folder) {
        new SmallCourse(course).release().write(folder, course);
        return new Project(folder);
    }
}
