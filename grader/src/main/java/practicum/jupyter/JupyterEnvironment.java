package practicum.jupyter;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The variables by which Jupyter finds the course's kernels, and writes only where it may. */
final class JupyterEnvironment {
    private JupyterEnvironment() {}

    /** Puts the course's folder first on Jupyter's search path, and keeps connection files in it. */
    static void complete(Map<String, String> environment, Path jupyterPath) {
        String others = environment.get("JUPYTER_PATH");
        environment.put(
                "JUPYTER_PATH", others == null ? jupyterPath.toString() : jupyterPath + File.pathSeparator + others);
        environment.put("JUPYTER_RUNTIME_DIR", jupyterPath.resolve("runtime").toString());
        if (!Files.isWritable(Path.of(System.getProperty("user.home")))) {
            environment.put("JUPYTER_CONFIG_DIR", jupyterPath.resolve("config").toString());
            environment.put("JUPYTER_DATA_DIR", jupyterPath.resolve("data").toString());
            environment.put("IPYTHONDIR", jupyterPath.resolve("ipython").toString());
        }
    }
}
