package practicum.live;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import practicum.jupyter.FrontEnd;
import practicum.jupyter.FrontEndSetup;
import practicum.jupyter.Programs;
import practicum.source.Project;

/** Programs that a test cannot do without: where one is missing the test is skipped and says why; on CI it fails. */
final class Needs {
    private Needs() {}

    static FrontEnd jupyter() {
        return FrontEnd.find(FrontEndSetup.virtualEnvironment(Project.find())).stream()
                .findFirst()
                .orElseGet(() -> missing("Jupyter", "jupyter-notebook"));
    }

    /** The classic Notebook, whose page the browser test knows. */
    static FrontEnd notebook() {
        return FrontEnd.find(FrontEndSetup.virtualEnvironment(Project.find())).stream()
                .filter(frontEnd -> frontEnd.kind() == FrontEnd.Kind.NOTEBOOK)
                .findFirst()
                .orElseGet(() -> missing("Jupyter Notebook", "jupyter-notebook"));
    }

    /** JupyterLab, which no package of Debian 12 has: without it a test is skipped on CI too. */
    static FrontEnd lab() {
        return FrontEnd.find(FrontEndSetup.virtualEnvironment(Project.find())).stream()
                .filter(frontEnd -> frontEnd.kind() == FrontEnd.Kind.LAB)
                .findFirst()
                .orElseGet(() -> {
                    String reason = "JupyterLab is not on this machine, and Debian has no package of it. To run this"
                            + " test: python3 -m venv .practicum/venv, and .practicum/venv/bin/pip install jupyterlab.";
                    System.out.println("SKIPPED: " + reason);
                    return abort(reason);
                });
    }

    static Path chromedriver() {
        return Programs.find("chromedriver").orElseGet(() -> missing("chromedriver", "chromium-driver"));
    }

    static Path chromium() {
        return Programs.find("chromium")
                .or(() -> Programs.find("google-chrome"))
                .orElseGet(() -> missing("Chromium", "chromium"));
    }

    static Path bubblewrap() {
        return Programs.find("bwrap").orElseGet(() -> missing("bubblewrap", "bubblewrap"));
    }

    /** Skips the running test, or fails it on CI, where everything is to be there. */
    static <T> T missing(String program, String debianPackage) {
        String reason =
                program + " is not on this machine. To run this test: ./practicum test --yes, or apt-get install "
                        + debianPackage + ".";
        if ("true".equals(System.getenv("CI"))) {
            return fail(reason);
        }
        System.out.println("SKIPPED: " + reason);
        return abort(reason);
    }
}
