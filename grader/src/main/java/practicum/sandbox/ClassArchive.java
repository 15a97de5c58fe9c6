package practicum.sandbox;

import java.nio.file.Path;
import java.util.List;

/**
 * A program's classes in the form in which the virtual machine maps them, so that a process does not read and check them
 * one by one (class data sharing, JEP 350). A machine to which one does not fit starts without it.
 *
 * @param file the archive on the host
 * @param isWritten whether the program writes it when it ends, instead of starting from it
 */
public record ClassArchive(Path file, boolean isWritten) {
    /** The archive that a program starts from. */
    public static ClassArchive of(Path file) {
        return new ClassArchive(file, false);
    }

    /** The archive that a program leaves behind. */
    public static ClassArchive writtenTo(Path file) {
        return new ClassArchive(file, true);
    }

    /** The virtual machine's option, given where the archive lies as the program sees it. */
    List<String> option(Path seen) {
        return List.of((isWritten ? "-XX:ArchiveClassesAtExit=" : "-XX:SharedArchiveFile=") + seen);
    }
}
