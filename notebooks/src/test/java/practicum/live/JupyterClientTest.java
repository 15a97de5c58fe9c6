package practicum.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import practicum.jupyter.Jdk;
import practicum.jupyter.Jdks;
import practicum.jupyter.KernelSpec;

/** The kernel under a real Jupyter server, on every JDK that it is installed for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JupyterClientTest {
    private Classroom classroom;
    private KernelSession session;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        classroom = Classroom.open(Needs.jupyter(), folder);
        session = KernelSession.start(classroom.server(), KernelSpec.COURSE);
    }

    @AfterAll
    void close() throws Exception {
        if (session != null) {
            session.close();
        }
        if (classroom != null) {
            classroom.close();
        }
    }

    static List<Jdk> jdks() {
        return Jdks.forKernels();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aFirstCellNeedsNoImportAndNoMagicOnAnyJdk(Jdk jdk) throws Exception {
        String kernel = classroom.kernels().get(jdks().indexOf(jdk)).name();
        try (var fresh = KernelSession.start(classroom.server(), kernel)) {
            assertThat(fresh.execute("Tensor.of(1.0, 2.0).add(Tensor.of(3.0, 4.0)).toFloatArray()[1]")
                            .shown("text/plain"))
                    .containsExactly("6.0");
            assertThat(fresh.execute("Runtime.version().feature()").shown("text/plain"))
                    .containsExactly(String.valueOf(jdk.version()));
        }
    }

    @Test
    void everyOneOfTwentyThousandLinesArrives() throws Exception {
        Reply reply = session.execute("for (int i = 0; i < 20_000; i++) System.out.println(i);");
        assertThat(reply.printed())
                .isEqualTo(IntStream.range(0, 20_000).mapToObj(i -> i + "\n").collect(Collectors.joining()));
    }

    @Test
    void anErrorSaysWhatHappenedAndTheKernelGoesOn() throws Exception {
        Reply failed = session.execute("throw new IllegalStateException(\"lost\", new ArithmeticException(\"why\"));");
        assertThat(failed.status()).isEqualTo("error");
        assertThat(failed.outputs().toString()).contains("lost", "why");
        assertThat(session.execute("1 + 1").shown("text/plain")).containsExactly("2");
    }

    @Test
    void anErrorWhileAValueIsShownDoesNotHangTheKernel() throws Exception {
        Reply failed = session.execute(
                "new Object() { @Override public String toString() { throw new StackOverflowError(); } }");
        assertThat(failed.status()).isEqualTo("error");
        assertThat(session.execute("3").shown("text/plain")).containsExactly("3");
    }

    @Test
    void theStopButtonEndsAnEndlessCell() throws Exception {
        String endless = session.submit("System.out.println(\"begun\"); while (true) { Thread.sleep(10); }");
        session.awaitOutput(endless);
        session.interrupt();
        assertThat(session.await(endless).status()).isEqualTo("error");
        assertThat(session.execute("2").shown("text/plain")).containsExactly("2");
    }
}
