package practicum.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The directions between packages, in both jars. A package that is not in the table fails the test: add it, with the
 * least that it has to know.
 */
class ArchitectureTest {
    /** What each package of the library may know of the others. */
    private static final Map<String, Set<String>> LIBRARY = Map.ofEntries(
            Map.entry("progress", Set.of()),
            Map.entry("tensor", Set.of()),
            Map.entry("token", Set.of("tensor")),
            Map.entry("answer", Set.of("tensor")),
            Map.entry("plot", Set.of("tensor", "token")),
            Map.entry("hook", Set.of("tensor")),
            Map.entry("model", Set.of("progress", "tensor", "token", "hook")),
            Map.entry("hub", Set.of("progress")),
            Map.entry("load", Set.of("progress", "hub", "tensor", "token", "hook", "model")),
            Map.entry("world", Set.of("tensor", "token", "plot", "net")),
            Map.entry("wired", Set.of("tensor", "token", "hook", "model", "world")),
            Map.entry("net", Set.of("tensor", "hook", "model", "load")),
            Map.entry("train", Set.of("progress", "tensor", "token", "hook", "model", "load", "world", "net", "plot")),
            Map.entry(
                    "zoo",
                    Set.of(
                            "progress",
                            "tensor",
                            "token",
                            "hook",
                            "model",
                            "load",
                            "world",
                            "net",
                            "train",
                            "method",
                            "weights")),
            Map.entry("weights", Set.of("progress", "tensor", "token", "hook", "model", "plot")),
            Map.entry(
                    "method",
                    Set.of(
                            "progress",
                            "tensor",
                            "token",
                            "hook",
                            "model",
                            "plot",
                            "load",
                            "world",
                            "net",
                            "train",
                            "weights")),
            Map.entry("bench", Set.of("progress", "tensor", "token", "hook", "model", "load", "train", "method")),
            Map.entry(
                    "notebook",
                    Set.of(
                            "progress",
                            "tensor",
                            "token",
                            "answer",
                            "plot",
                            "hook",
                            "model",
                            "load",
                            "world",
                            "net",
                            "train",
                            "weights",
                            "method")));

    /** What each package of the grader may know of the grader's others and of the library. */
    private static final Map<String, Set<String>> GRADER = Map.ofEntries(
            Map.entry("nbformat", Set.of()),
            Map.entry("source", Set.of("nbformat", "answer")),
            Map.entry("sandbox", Set.of()),
            Map.entry("syntax", Set.of()),
            Map.entry("runner", Set.of("nbformat", "sandbox", "progress")),
            Map.entry("build", Set.of("nbformat", "source", "sandbox", "runner", "syntax", "answer", "progress")),
            Map.entry("check", Set.of("nbformat", "source", "runner", "build", "syntax", "answer", "progress")),
            Map.entry(
                    "verify", Set.of("nbformat", "source", "runner", "check", "build", "syntax", "answer", "progress")),
            Map.entry("inbox", Set.of()),
            Map.entry(
                    "attack",
                    Set.of(
                            "nbformat",
                            "source",
                            "sandbox",
                            "runner",
                            "build",
                            "check",
                            "gradebook",
                            "report",
                            "grade")),
            Map.entry(
                    "release",
                    Set.of(
                            "nbformat",
                            "source",
                            "runner",
                            "check",
                            "build",
                            "verify",
                            "answer",
                            "notebook",
                            "progress")),
            Map.entry("gradebook", Set.of()),
            Map.entry("similarity", Set.of()),
            Map.entry("report", Set.of("nbformat", "source", "check", "gradebook", "similarity", "answer")),
            Map.entry(
                    "site", Set.of("nbformat", "source", "check", "build", "release", "report", "answer", "progress")),
            Map.entry(
                    "grade",
                    Set.of(
                            "nbformat",
                            "source",
                            "sandbox",
                            "runner",
                            "inbox",
                            "build",
                            "check",
                            "release",
                            "gradebook",
                            "similarity",
                            "report",
                            "answer",
                            "progress")),
            Map.entry("jupyter", Set.of("nbformat", "source", "tensor", "load", "progress")),
            Map.entry(
                    "doctor", Set.of("nbformat", "source", "sandbox", "runner", "jupyter", "load", "model", "tensor")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("practicum");

    @Test
    void bothJarsAreLookedAt() {
        assertThat(CLASSES.contain("practicum.tensor.Tensor")).isTrue();
        assertThat(CLASSES.contain("practicum.cli.Main")).isTrue();
    }

    @Test
    void everyPackageHasItsPlace() {
        Set<String> known = new TreeSet<>(LIBRARY.keySet());
        known.addAll(GRADER.keySet());
        known.add("cli");
        assertThat(known).containsAll(packages());
    }

    @Test
    void noPackageIsInBothJars() {
        Map<String, Set<String>> jars = new TreeMap<>();
        for (JavaClass each : CLASSES) {
            String origin = each.getSource().orElseThrow().getUri().toString();
            jars.computeIfAbsent(each.getPackageName(), none -> new TreeSet<>())
                    .add(origin.contains("kernel-lib") ? "kernel-lib" : "grader");
        }
        assertThat(jars)
                .allSatisfy((name, owners) -> assertThat(owners).as(name).hasSize(1));
    }

    @Test
    void packagesKnowOnlyWhatStandsBelowThem() {
        Map<String, Set<String>> all = new TreeMap<>(LIBRARY);
        all.putAll(GRADER);
        all.forEach((name, mayKnow) -> {
            Set<String> others = new TreeSet<>(packages());
            others.remove(name);
            others.removeAll(mayKnow);
            noClasses()
                    .that()
                    .resideInAPackage(in(name))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            others.stream().map(ArchitectureTest::in).toArray(String[]::new))
                    .allowEmptyShould(true)
                    .check(CLASSES);
        });
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("practicum.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheNotebookPackageKnowsJupytersKernel() {
        noClasses()
                .that()
                .resideOutsideOfPackage("practicum.notebook..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.spencerpark..")
                .check(CLASSES);
    }

    /** {@code ./practicum test} starts Maven, and {@code ./practicum bench} a Java that adds: neither is a student's code. */
    @Test
    void onlyThreePackagesStartProcesses() {
        noClasses()
                .that()
                .resideOutsideOfPackages("practicum.runner..", "practicum.sandbox..", "practicum.jupyter..")
                .and()
                .doNotHaveFullyQualifiedName("practicum.cli.TestCommand")
                .and()
                .doNotHaveFullyQualifiedName("practicum.bench.StartCase")
                .should()
                .callMethod(ProcessBuilder.class, "start")
                .orShould()
                .callMethod(Runtime.class, "exec", String.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .check(CLASSES);
    }

    @Test
    void theLibraryKnowsNothingOfGrading() {
        classes()
                .that()
                .resideInAnyPackage(
                        LIBRARY.keySet().stream().map(ArchitectureTest::in).toArray(String[]::new))
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackages(
                        GRADER.keySet().stream().map(ArchitectureTest::in).toArray(String[]::new)))
                .check(CLASSES);
    }

    private static Set<String> packages() {
        return CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("practicum."))
                .map(name -> name.split("\\.")[1])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String in(String name) {
        return "practicum." + name + "..";
    }
}
