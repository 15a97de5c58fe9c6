package practicum.notebook;

import java.util.List;
import java.util.stream.Stream;

/** What every cell sees without importing it. */
final class DefaultImports {
    /** The last of the statements is in force when this expression has a type. */
    static final String PROBE = "Duration.ZERO";

    private static final List<String> JAVA = List.of(
            "java.util.*", "java.util.function.*", "java.util.stream.*", "java.nio.file.*", "java.time.Duration");
    private static final List<String> LIBRARIES =
            List.of("tech.tablesaw.api.*", "org.knowm.xchart.*", "practicum.notebook.NotImplemented");
    private static final List<String> PACKAGES = List.of(
            "progress",
            "tensor",
            "token",
            "hook",
            "model",
            "load",
            "method",
            "plot",
            "world",
            "world.sequence",
            "world.arithmetic",
            "world.brackets",
            "world.superposition",
            "world.causal",
            "world.picture",
            "world.table",
            "world.binding",
            "world.grammar",
            "world.language",
            "world.language.atlas",
            "world.language.fact",
            "world.language.ioi",
            "world.language.social",
            "world.language.task",
            "net",
            "train",
            "weights",
            "wired",
            "zoo");
    private static final List<String> STATICS = List.of(
            "practicum.notebook.NotImplemented.*",
            "practicum.notebook.Show.*",
            "practicum.notebook.Answers.*",
            "practicum.notebook.Help.*");

    private DefaultImports() {}

    /**
     * The import statements. The first is one that no cell repeats: where all are evaluated in one piece, that is the
     * piece's name, and a cell's own statement of the same name would take the piece's place.
     */
    static List<String> statements() {
        Stream<String> own = ownPackages().stream().map(name -> name + ".*");
        Stream<String> onDemand =
                Stream.of(LIBRARIES.stream(), own, JAVA.stream()).flatMap(names -> names);
        return Stream.concat(
                        STATICS.stream().map(name -> "import static " + name + ";"),
                        onDemand.map(name -> "import " + name + ";"))
                .toList();
    }

    /** The library's own packages among them. */
    static List<String> ownPackages() {
        return PACKAGES.stream()
                .filter(DefaultImports::exists)
                .map(name -> "practicum." + name)
                .toList();
    }

    /** Whether an import brings a class of this simple name. */
    static boolean have(String simpleName) {
        return statements().stream()
                .filter(statement -> !statement.startsWith("import static") && statement.endsWith(".*;"))
                .map(statement -> statement.substring("import ".length(), statement.length() - "*;".length()))
                .anyMatch(packageName -> isClass(packageName + simpleName));
    }

    private static boolean isClass(String name) {
        try {
            Class.forName(name, false, DefaultImports.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** The simple names of classes that a notebook's first steps need; a misspelt one is recognised by them. */
    static List<String> libraryTypes() {
        return List.of(
                "Models",
                "Nets",
                "Hook",
                "Tensor",
                "Plot",
                "Series",
                "Scale",
                "Axis",
                "LogitLens",
                "TunedLens",
                "ActivationPatching",
                "AttributionPatching",
                "DirectLogitAttribution",
                "EdgeAttribution",
                "HeadDetectors",
                "IntegratedGradients",
                "LinearProbe",
                "PathPatching",
                "Metric",
                "Run",
                "Loss",
                "Saliency",
                "GradCam",
                "Table",
                "List",
                "Map",
                "Arrays",
                "ArrayList",
                "HashMap",
                "Stream",
                "IntStream",
                "Random",
                "Path",
                "Files",
                "String",
                "Integer",
                "Double",
                "Math",
                "System");
    }

    /** Every package of this library has an annotated {@code package-info}, which is a class file. */
    private static boolean exists(String name) {
        String file = "/practicum/" + name.replace('.', '/') + "/package-info.class";
        return DefaultImports.class.getResource(file) != null;
    }
}
