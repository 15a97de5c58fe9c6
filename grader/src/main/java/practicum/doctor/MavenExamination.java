package practicum.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import practicum.jupyter.Programs;
import practicum.source.Project;

/** The build tool; only who changes Java code, or runs the tests, needs it from now on. */
record MavenExamination(Project project) implements Examination {
    @Override
    public List<Diagnosis> examine() {
        Optional<Path> wrapped = wrapped();
        if (wrapped.isPresent()) {
            return List.of(Diagnosis.well(
                    "Maven", "The wrapper's own, " + wrapped.get().getFileName() + "."));
        }
        return List.of(Programs.find("mvn")
                .map(mvn -> Diagnosis.well("Maven", "The system's, " + mvn + "."))
                .orElseGet(() -> Diagnosis.weak(
                        "Maven",
                        "Not downloaded yet.",
                        "Run ./mvnw --version once with a network, or install it: apt-get install maven")));
    }

    private Optional<Path> wrapped() {
        String home = System.getenv("MAVEN_USER_HOME");
        Path user = home == null ? Path.of(System.getProperty("user.home"), ".m2") : Path.of(home);
        return Stream.of(user, project.root().resolve(".practicum/m2"))
                .flatMap(folder -> distributions(folder.resolve("wrapper/dists")))
                .findFirst();
    }

    private static Stream<Path> distributions(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().startsWith("apache-maven-")).toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
