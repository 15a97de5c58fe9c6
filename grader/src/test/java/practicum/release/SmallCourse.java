package practicum.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import practicum.answer.Expectations;
import practicum.check.AnswerKey;
import practicum.check.PretendKernel;
import practicum.check.SmallPracticum;
import practicum.source.Platform;
import practicum.source.Practicum;
import practicum.source.Project;

/** A course of {@link SmallPracticum} in a folder, built as far as a release looks at it. */
record SmallCourse(Project project) {
    static final String STEM = SmallPracticum.get().stem();

    static SmallCourse in(Path root) throws IOException {
        write(root.resolve("practicum"), "#!/bin/sh\n");
        write(root.resolve("practicum.cmd"), "@echo off\r\n");
        write(root.resolve("LICENSE"), "Apache\n");
        write(root.resolve("solutions").resolve(STEM + ".md"), SmallPracticum.SOURCE);
        write(
                root.resolve("notebooks/expected").resolve(STEM + ".json"),
                expectations().toJson());
        write(
                root.resolve("kernel-lib/src/main/java/practicum/Some.java"),
                "package practicum;\n/** Something. */\npublic class Some {\n/** Does it. */\npublic void doIt() {"
                        + " secret(); }\n}\n");
        jar(root.resolve("kernel-lib/target/kernel-lib.jar"), "practicum/Some.class", "code");
        jar(root.resolve("grader/target/grader.jar"), "practicum/Other.class", "code");
        Path jars = root.resolve("repository");
        jar(jars.resolve("gson-1.jar"), "gson", "gson");
        jar(jars.resolve("sqlite-jdbc-3.jar"), "sqlite", "sqlite");
        jar(jars.resolve(natives(Platform.current())), "native", "native");
        String separator = java.io.File.pathSeparator;
        String kernel = jars.resolve("gson-1.jar") + separator + jars.resolve(natives(Platform.current()));
        write(root.resolve("kernel-lib/target/kernel.classpath"), kernel);
        write(
                root.resolve("grader/target/grader.classpath"),
                root.resolve("kernel-lib/target/kernel-lib.jar")
                        + separator
                        + kernel
                        + separator
                        + jars.resolve("sqlite-jdbc-3.jar"));
        return new SmallCourse(new Project(root));
    }

    static String natives(Platform platform) {
        return "pytorch-native-cpu-2.7.1-" + platform + ".jar";
    }

    static Expectations expectations() {
        Practicum practicum = SmallPracticum.get();
        var key = PretendKernel.key();
        return new Expectations(
                STEM,
                practicum.about().title(),
                practicum.exercises().stream()
                        .map(each -> new Expectations.Exercise(
                                each.id(),
                                each.points(),
                                each.hint(),
                                practicum.hiddenChecks(each.id()).size()))
                        .toList(),
                practicum.checks().stream()
                        .filter(check -> !check.hidden())
                        .map(key::expectation)
                        .toList());
    }

    StudentRelease release(Platform... platforms) {
        var practicum = project.practicum(STEM);
        var machines = platforms.length == 0 ? List.of(Platform.current()) : List.of(platforms);
        Map<Practicum, AnswerKey> keys = new java.util.LinkedHashMap<>();
        practicum.variants().forEach(variant -> keys.put(variant, PretendKernel.key()));
        return StudentRelease.of(project, List.of(practicum), keys, machines);
    }

    /** An archive with one entry. */
    static void jar(Path file, String name, String text) throws IOException {
        Files.createDirectories(file.getParent());
        try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new ZipEntry(name));
            jar.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
