package practicum.build;

import java.nio.file.Path;
import java.time.Duration;
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
        return forAuthors(project, Limits.relaxed());
    }

    /** The same processes, in which a cell may run for a time only. */
    static Sessions forMutants(Project project, Duration cell) {
        return forAuthors(project, Limits.relaxed().withCell(cell));
    }

    private static Sessions forAuthors(Project project, Limits limits) {
        Kernel kernel = Kernel.of(project.kernelClassPath(), project.nativeDir());
        return folder -> CellProcess.start(kernel, new NoSandbox(folder), limits);
    }
}
