package practicum.build;

import java.nio.file.Path;
import practicum.runner.CellRunner;

/** Starts processes that run cells. */
@FunctionalInterface
public interface Sessions {
    /** A fresh process whose working directory is {@code folder}. */
    CellRunner start(Path folder);
}
