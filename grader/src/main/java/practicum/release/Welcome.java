package practicum.release;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import practicum.source.Platform;
import practicum.source.Practicum;

/** The one page that a student reads first. */
final class Welcome {
    private Welcome() {}

    static String text(Collection<Practicum> practicums, List<Platform> platforms, String release) {
        String first = practicums.iterator().next().stem();
        String list = practicums.stream()
                .map(practicum -> "- `notebooks/" + practicum.stem() + ".ipynb`: "
                        + practicum.about().title() + ", "
                        + practicum.exercises().size() + " exercises. "
                        + practicum.about().claim())
                .collect(Collectors.joining("\n"));
        String machines = platforms.stream().map(Welcome::machine).collect(Collectors.joining(", "));
        return """
                # Practicum

                %s

                ## Begin

                ```
                ./practicum start        # on Windows: practicum start
                ```

                It opens the notebooks in Jupyter. You need a JDK, 17 or newer, and Jupyter (Lab or Notebook); where
                Jupyter is missing, the command offers to install it. Everything else is in this folder, models
                included: no network is needed. It runs on %s. `./practicum doctor` says what is amiss.

                ## Work

                Run the cells from the top. An exercise is a method that throws until you write it; the cell below it
                checks it at once, and says what you probably did where it is wrong. Keep the cells that are there, and
                their order; add as many of your own as you like. The first start of a command unpacks PyTorch, once.

                ## Before you hand in

                ```
                ./practicum check notebooks/%s.ipynb
                ```

                It does what the grader will do, with the checks that you can see: in a fresh process, from the first
                cell to the last. It says what would be repaired, how many hidden checks remain, and how long grading
                takes. Hidden checks call your methods on other inputs.

                ## Hand in

                The `.ipynb` file, under its own name. Nothing else is graded.

                ## A newer release

                ```
                ./practicum move OLD/notebooks/%s.ipynb
                ```

                in the new folder takes what you wrote in the old one into the new notebook.

                *Release %s. `MANIFEST.json` lists every file with its SHA-256 digest.*
                """
                .formatted(list, machines, first, first, release);
    }

    private static String machine(Platform platform) {
        return switch (platform) {
            case LINUX_X86_64 -> "Linux (x86-64)";
            case LINUX_AARCH64 -> "Linux (ARM)";
            case OSX_AARCH64 -> "macOS (Apple silicon)";
            case WIN_X86_64 -> "Windows (x86-64)";
        };
    }
}
