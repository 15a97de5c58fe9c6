package practicum.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class CellServerTest {
    private static CellServerProcess server;

    @BeforeAll
    static void start() throws IOException {
        server = CellServerProcess.shared();
    }

    @Test
    void showsTheValueOfTheLastExpressionOnly() throws IOException {
        assertThat(server.run("int a = 40;\na + 1;\na + 2").result()).isEqualTo("42");
        assertThat(server.run("int b = 40;").events()).isEmpty();
    }

    @Test
    void seesTheDefaultImportsInAFirstCell() throws IOException {
        CellEvents events = server.run(
                "Function<Integer, List<Integer>> f = n -> Stream.of(n, n + 1).toList();\nf.apply(new ArrayList<>(Set.of(3)).get(0))");
        assertThat(events.result()).isEqualTo("[3, 4]");
        assertThat(server.run("DoubleColumn.create(\"x\", 1, 2).mean()").result())
                .isEqualTo("1.5");
    }

    @Test
    void keepsBothStreamsAndTheirOrderAndEveryCharacter() throws IOException {
        CellEvents events =
                server.run("System.out.print(\"é𝄞\"); System.err.print(\"oops\"); System.out.print(\"ü\"); 1");
        assertThat(events.events().stream()
                        .map(e -> e.get("event").getAsString()
                                + (e.has("text") ? e.get("text").getAsString() : "")))
                .containsExactly("streamé𝄞", "streamoops", "streamü", "result");
    }

    @Test
    void losesNoneOfTwentyThousandLines() throws IOException {
        CellEvents events = server.run("for (int i = 0; i < 20000; i++) System.out.println(i);");
        String expected = IntStream.range(0, 20000).mapToObj(i -> i + "\n").collect(Collectors.joining());
        assertThat(events.printed("stdout")).isEqualTo(expected);
        assertThat(events.events()).as("few events, each with many lines").hasSizeLessThan(200);
    }

    @Test
    void sendsOutputWhileTheCellStillRuns() throws IOException {
        server.send("{\"id\":\"slow\",\"code\":\"System.out.println(1); Thread.sleep(600); System.out.println(2);\"}");
        JsonObject first = server.next();
        long gotFirst = System.nanoTime();
        server.until("slow");
        assertThat(first.get("text").getAsString()).isEqualTo("1\n");
        assertThat((System.nanoTime() - gotFirst) / 1_000_000).isGreaterThan(300);
    }

    @Test
    void keepsTheOutputOfThreadsThatOutliveTheirCell() throws IOException {
        server.run(
                """
                var late = new Thread(() -> { try { Thread.sleep(200); } catch (InterruptedException e) { } System.out.println("late"); });
                late.start();""");
        assertThat(server.run("late.join();").printed("stdout")).isEqualTo("late\n");
    }

    @Test
    void hidesItsOwnInputFromTheCell() throws IOException {
        assertThat(server.run("System.in.read()").result()).isEqualTo("-1");
    }

    @Test
    void noCellRunsUnderWhatAnotherLeft() throws IOException {
        String before = server.run("Locale.getDefault() + String.format(\"%.1f\", 0.5) + System.lineSeparator()"
                        + " + TimeZone.getDefault().getID()")
                .result();
        server.run(
                """
                Locale.setDefault(Locale.GERMANY);
                TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
                System.setProperty("user.home", "/elsewhere");
                System.setIn(new java.io.ByteArrayInputStream(new byte[] {7}));
                System.out.close();
                System.setErr(null);
                """);
        assertThat(server.run("Locale.getDefault() + String.format(\"%.1f\", 0.5) + System.lineSeparator()"
                                + " + TimeZone.getDefault().getID()")
                        .result())
                .isEqualTo(before);
        CellEvents after = server.run(
                "System.out.print(1); System.err.print(2); System.in.read() + System.getProperty(\"user.home\")");
        assertThat(after.printed("stdout")).isEqualTo("1");
        assertThat(after.printed("stderr")).isEqualTo("2");
        assertThat(after.result()).startsWith("-1").doesNotContain("elsewhere");
    }

    @Test
    void endsWithItsInputWhateverHooksACellHasLeft() throws IOException, InterruptedException {
        try (var other = new CellServerProcess()) {
            other.run("Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) { } }));");
            assertThat(other.endInput()).isZero();
        }
    }

    @Test
    void answersABadRequestWithAnErrorAndGoesOn() throws IOException {
        server.send("not json");
        assertThat(server.until("").errorName()).isEqualTo("BadRequest");
        server.send("{\"id\":\"x\"}");
        assertThat(server.until("x").errorMessage()).contains("{\"id\":\"c1\",\"code\":\"1 + 1\"}");
        assertThat(server.run("1 + 1").result()).isEqualTo("2");
    }

    @Test
    void endsWithItsInput() throws IOException, InterruptedException {
        try (var other = new CellServerProcess()) {
            other.run("new Thread(() -> { while (true) { } }).start();");
            assertThat(other.endInput()).isZero();
        }
    }
}
