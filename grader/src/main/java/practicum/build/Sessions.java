package practicum.build;

import java.nio.file.Path;
import practicum.runner.CellProcess;
import practicum.runner.CellRunner;
import practicum.runner.Kernel;
import practicum.runner.Limits;
import practicum.sandbox.NoSandbox;
import practicum.source.Project;

/** Starts processes that run cells. */
@FunctionalInterface
public interface Sessions {
    /** A fresh process whose working directory is {@code folder}. */
    CellRunner start(Path folder);

    /** Processes for the course's own code, which is trusted: no sandbox, and time as an author has patience for. */
    static Sessions forAuthors(Project project) {
        Kernel kernel = Kernel.of(project.kernelClassPath(), project.nativeDir());
        return folder -> CellProcess.start(kernel, new NoSandbox(folder), Limits.relaxed());
    }
}
