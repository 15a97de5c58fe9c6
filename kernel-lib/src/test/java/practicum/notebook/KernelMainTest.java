package practicum.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class KernelMainTest {
    private static JupyterClient client;

    @BeforeAll
    static void start() throws Exception {
        client = new JupyterClient();
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
    }

    @Test
    void answersACellWithItsResultAndReply() throws Exception {
        List<JupyterMessage> messages = client.execute("int a = 40;\na + 2");
        assertThat(messages.stream().map(JupyterMessage::type))
                .containsExactlyInAnyOrder("status", "execute_input", "execute_result", "execute_reply", "status");
        assertThat(content(messages, "execute_result")
                        .getAsJsonObject("data")
                        .get("text/plain")
                        .getAsString())
                .isEqualTo("42");
        assertThat(content(messages, "execute_result").get("execution_count"))
                .isEqualTo(content(messages, "execute_input").get("execution_count"));
        assertThat(content(messages, "execute_reply").get("status").getAsString())
                .isEqualTo("ok");
    }

    @Test
    void displaysFromInsideACell() throws Exception {
        List<JupyterMessage> messages = client.execute("System.out.println(\"before\");\nhtml(\"<b>é</b>\");");
        assertThat(messages.stream().map(JupyterMessage::type))
                .containsSubsequence("stream", "display_data")
                .doesNotContain("execute_result");
        assertThat(content(messages, "display_data")
                        .getAsJsonObject("data")
                        .get("text/html")
                        .getAsString())
                .isEqualTo("<b>é</b>");
    }

    @Test
    void drawsProgressInPlace() throws Exception {
        List<JupyterMessage> messages = client.execute(
                """
                try (var p = Progress.start("Waiting", 5)) {
                    for (int i = 0; i < 5; i++) { Thread.sleep(150); p.advance(1); }
                }""");
        assertThat(messages.stream().filter(m -> m.type().equals("display_data")))
                .hasSize(1);
        JupyterMessage last = messages.stream()
                .filter(m -> m.type().equals("update_display_data"))
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(last.content().getAsJsonObject("data").get("text/plain").getAsString())
                .startsWith("Waiting: 100 %, 5 of 5");
        assertThat(last.content().getAsJsonObject("transient").get("display_id"))
                .isEqualTo(content(messages, "display_data")
                        .getAsJsonObject("transient")
                        .get("display_id"));
    }

    @Test
    void aBarWithinABarLeavesOneBar() throws Exception {
        List<JupyterMessage> messages = client.execute(
                """
                try (var outer = Progress.start("Outer", 2)) {
                    for (int k = 0; k < 2; k++) {
                        try (var inner = Progress.start("Inner " + k, 3)) {
                            for (int i = 0; i < 3; i++) { Thread.sleep(220); inner.advance(1); outer.note("run " + k); }
                        }
                        outer.advance(1);
                    }
                }""");
        assertThat(messages.stream().filter(m -> m.type().equals("display_data")))
                .hasSize(1);
        List<String> updates = messages.stream()
                .filter(m -> m.type().equals("update_display_data"))
                .map(m -> m.content().getAsJsonObject("data").get("text/plain").getAsString())
                .toList();
        assertThat(updates).anyMatch(text -> text.contains("Inner 0") && text.contains("Outer"));
        assertThat(updates).anyMatch(text -> text.contains("Inner 1") && !text.contains("Inner 0"));
        assertThat(updates.get(updates.size() - 1)).startsWith("Outer: 100 %").doesNotContain("Inner");
    }

    @Test
    void aComputationMadeAgainTakesThePlaceOfItsBarAndAnotherOneDoesNot() throws Exception {
        List<JupyterMessage> messages = client.execute(
                """
                for (String what : List.of("Reading", "Reading", "Writing", "Writing")) {
                    try (var p = Progress.start(what, 2)) {
                        for (int i = 0; i < 2; i++) { Thread.sleep(220); p.advance(1); }
                    }
                }""");
        assertThat(messages.stream().filter(m -> m.type().equals("display_data")))
                .hasSize(2);
    }

    @Test
    void publishesAnErrorThatNamesItsCellAsTheNotebookNumbersIt() throws Exception {
        List<JupyterMessage> messages = client.execute("\nint bad = \"s\";");
        int count = content(messages, "execute_input").get("execution_count").getAsInt();
        JsonObject error = content(messages, "error");
        assertThat(error.get("ename").getAsString()).isEqualTo("CompileError");
        assertThat(error.get("evalue").getAsString()).startsWith("In [" + count + "], line 2: incompatible types");
        JsonObject reply = content(messages, "execute_reply");
        assertThat(reply.get("status").getAsString()).isEqualTo("error");
        assertThat(reply.get("ename").getAsString()).isEqualTo("CompileError");
    }

    @Test
    void survivesAnErrorWhileRendering() throws Exception {
        List<JupyterMessage> messages =
                client.execute("class Loop { public String toString() { return toString() + 1; } }\nnew Loop()");
        assertThat(content(messages, "error").get("ename").getAsString()).isEqualTo("StackOverflowError");
        assertThat(result(client.execute("2 + 3"))).isEqualTo("5");
    }

    @Test
    void losesNoneOfTwentyThousandLines() throws Exception {
        List<JupyterMessage> messages =
                client.execute("for (int i = 0; i < 20000; i++) { System.out.println(i); System.out.flush(); }");
        String printed = messages.stream()
                .filter(m -> m.type().equals("stream"))
                .map(m -> m.content().get("text").getAsString())
                .collect(Collectors.joining());
        assertThat(printed)
                .isEqualTo(IntStream.range(0, 20000).mapToObj(i -> i + "\n").collect(Collectors.joining()));
    }

    @Test
    void losesNoneOfFiveThousandDisplays() throws Exception {
        List<JupyterMessage> messages = client.execute("for (int i = 0; i < 5000; i++) html(\"\" + i);");
        assertThat(messages.stream().filter(m -> m.type().equals("display_data")))
                .hasSize(5000);
    }

    @Test
    void stopsASleepAndAnEndlessLoopOnInterrupt() throws Exception {
        for (String code : List.of("Thread.sleep(60_000);", "int x = 0;\nwhile (true) { x++; }")) {
            JsonObject error = interrupted(client, code);
            assertThat(error.get("ename").getAsString()).isEqualTo("Interrupted");
            assertThat(error.get("evalue").getAsString()).isEqualTo("You stopped this cell.");
        }
        List<JupyterMessage> after = client.execute("Thread.getAllStackTraces().keySet().stream()"
                + ".filter(t -> t.getName().equals(\"cell\") && t != Thread.currentThread()).count()");
        assertThat(result(after)).as("threads of stopped cells").isEqualTo("0");
    }

    @Test
    void completesAName() throws Exception {
        client.execute("int thermometer = 3;");
        assertThat(completed("thermo")).first().isEqualTo("thermometer");
    }

    @Test
    void hooksAreCompletedInTheOrderOfTheForwardPass() throws Exception {
        List<String> hooks = completed("Hook.").stream()
                .map(match -> match.replaceFirst("\\(.*", ""))
                .toList();
        assertThat(hooks)
                .startsWith("embed", "posEmbed")
                .containsSubsequence("residPre", "q", "pattern", "z", "attnOut", "residMid", "mlpPost", "residPost")
                .containsSubsequence("residPost", "lnFinalNormalized", "parse");
        assertThat(completed("var r = 1;\nHook.resid"))
                .extracting(match -> match.replaceFirst("\\(.*", ""))
                .containsExactly("residPre", "residMid", "residPost");
    }

    @Test
    void aValuesOwnMethodsComeBeforeThoseOfEveryObject() throws Exception {
        for (String code : List.of("Tensor.of(1.0, 2.0).", "var t = Tensor.of(1.0);\nt.", "List.of(1, 2).")) {
            List<String> methods = completed(code);
            assertThat(methods).as(code).hasSizeGreaterThan(5);
            int firstOfEveryObject = IntStream.range(0, methods.size())
                    .filter(i -> methods.get(i).matches("(equals|getClass|hashCode|notify|wait).*"))
                    .findFirst()
                    .orElseThrow();
            assertThat(methods.subList(firstOfEveryObject, methods.size()))
                    .as(code)
                    .allMatch(name -> name.matches("(class|equals|getClass|hashCode|notify|toString|wait).*"));
        }
    }

    @Test
    void theLibrarysNamesComeBeforeJavas() throws Exception {
        assertThat(completed("Logit")).first().asString().startsWith("LogitLens");
        assertThat(completed("Pa"))
                .containsSubsequence("PathPatching", "Path")
                .containsSubsequence("Palette", "Package");
        assertThat(completed("Plo")).first().isEqualTo("Plot");
        assertThat(completed("sho")).first().asString().startsWith("show(");
    }

    @Test
    void afterAMethodInTheSameCellNamesAreCompletedToo() throws Exception {
        assertThat(completed("int twice(int x) { return 2 * x; }\nLogit"))
                .first()
                .asString()
                .startsWith("LogitLens");
    }

    private static List<String> completed(String code) throws Exception {
        var content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("cursor_pos", code.length());
        var matches = client.ask("complete_request", content).content().getAsJsonArray("matches");
        return matches.asList().stream().map(match -> match.getAsString()).toList();
    }

    @Test
    void printsNothingOnItsOwnConsole() throws Exception {
        client.execute("System.err.println(1);");
        assertThat(Files.readString(client.log())).isEmpty();
    }

    @Test
    void asksForARestartWhereCodeCannotBeStoppedAndExitsOnShutdownEvenSo() throws Exception {
        try (var other = new JupyterClient()) {
            JsonObject error =
                    interrupted(other, "new ProcessBuilder(\"sleep\", \"60\").start().getInputStream().read();");
            assertThat(error.get("evalue").getAsString()).contains("still runs", "restart the kernel");
            assertThat(result(other.execute("2 + 3"))).isEqualTo("5");
            other.awaitOutput(other.start("System.out.println(1);\nwhile (true) { }"));
            other.requestShutdown();
            assertThat(other.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(other.process().exitValue()).isZero();
        }
    }

    /** The error that a cell ends with when it is interrupted while it runs. */
    private static JsonObject interrupted(JupyterClient client, String code) throws Exception {
        String request = client.start("{ System.out.println(\"begun\");\n" + code + " }");
        client.awaitOutput(request);
        Thread.sleep(500);
        client.interrupt();
        return content(client.finish(request), "error");
    }

    private static String result(List<JupyterMessage> messages) {
        return content(messages, "execute_result")
                .getAsJsonObject("data")
                .get("text/plain")
                .getAsString();
    }

    private static JsonObject content(List<JupyterMessage> messages, String type) {
        return messages.stream()
                .filter(m -> m.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + type + " in " + messages))
                .content();
    }
}
