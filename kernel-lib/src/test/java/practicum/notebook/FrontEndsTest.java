package practicum.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What VS Code, JupyterLab's console and {@code jupyter console} ask a kernel, as their sources and the protocol word it. */
@Timeout(300)
class FrontEndsTest {
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
    void theKernelSaysWhatItSpeaks() throws Exception {
        for (JupyterMessage reply : List.of(
                client.ask("kernel_info_request", new JsonObject()),
                client.askControl("kernel_info_request", new JsonObject()))) {
            JsonObject language = reply.content().getAsJsonObject("language_info");
            assertThat(language.get("name").getAsString()).isEqualToIgnoringCase("java");
            assertThat(language.get("file_extension").getAsString()).isEqualTo(".jshell");
            assertThat(reply.content().get("protocol_version").getAsString()).startsWith("5.");
        }
        assertThat(client.ask("comm_info_request", new JsonObject())
                        .content()
                        .getAsJsonObject("comms")
                        .size())
                .isZero();
    }

    /** VS Code names the notebook's cell in the metadata, and may leave out what has a default. */
    @Test
    void aCellOfVsCodeIsRunAndCounted() throws Exception {
        int before = count(client.finish(client.start(code("1 + 1", false, true), cellId("W0sZmlsZQ=="))));
        List<JupyterMessage> messages = client.finish(client.start(code("6 * 7", false, true), cellId("W1sZmlsZQ==")));
        assertThat(one(messages, "execute_result")
                        .content()
                        .getAsJsonObject("data")
                        .get("text/plain")
                        .getAsString())
                .isEqualTo("42");
        assertThat(count(messages)).isEqualTo(before + 1);
        assertThat(one(messages, "execute_reply").content().get("status").getAsString())
                .isEqualTo("ok");
    }

    /** So its extensions ask for things that are no cell of the reader's. */
    @Test
    void whatIsNotToBeRememberedIsNotCounted() throws Exception {
        int before = count(client.finish(client.start(code("int quiet = 1;", false, true), new JsonObject())));
        client.finish(client.start(code("quiet = 2;", true, false), new JsonObject()));
        client.finish(client.start(code("quiet = 3;", false, false), new JsonObject()));
        List<JupyterMessage> after = client.finish(client.start(code("quiet", false, true), new JsonObject()));
        assertThat(count(after)).isEqualTo(before + 1);
        assertThat(one(after, "execute_result")
                        .content()
                        .getAsJsonObject("data")
                        .get("text/plain")
                        .getAsString())
                .isEqualTo("3");
    }

    @Test
    void aConsoleThatAsksForEarlierCellsIsAnswered() throws Exception {
        var content = new JsonObject();
        content.addProperty("hist_access_type", "tail");
        content.addProperty("n", 1000);
        content.addProperty("raw", true);
        content.addProperty("output", false);
        assertThat(client.ask("history_request", content).content().getAsJsonArray("history"))
                .isEmpty();
    }

    @Test
    void aConsoleIsToldWhetherALineIsWhole() throws Exception {
        assertThat(completeness("int whole = 1;")).isEqualTo("complete");
        assertThat(completeness("1 + 1")).isEqualTo("complete");
        assertThat(completeness("for (int i = 0; i < 3; i++) {")).isEqualTo("incomplete");
    }

    /** Jupyter counts characters; Java, UTF-16's units, of which the flower has two. */
    @Test
    void completionAndHelpFindTheirPlaceBehindAnyCharacter() throws Exception {
        String code = "String flower = \"🌼\"; Hook.residP";
        var content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("cursor_pos", code.codePointCount(0, code.length()));
        JsonObject reply = client.ask("complete_request", content).content();
        assertThat(reply.getAsJsonArray("matches").toString()).contains("residPre", "residPost");
        assertThat(reply.get("cursor_start").getAsInt()).isEqualTo(code.codePointCount(0, code.indexOf("residP")));
        assertThat(reply.get("cursor_end").getAsInt()).isEqualTo(code.codePointCount(0, code.length()));
        content.addProperty("code", "String bloom = \"🌼🌼\"; Hook.residPost(");
        content.addProperty("cursor_pos", "String bloom = \"..\"; Hook.residPost(".length());
        content.addProperty("detail_level", 0);
        JsonObject help = client.ask("inspect_request", content).content();
        assertThat(help.get("found").getAsBoolean()).isTrue();
        assertThat(help.getAsJsonObject("data").get("text/plain").getAsString()).contains("residPost(int");
    }

    /** VS Code waits for the answer before it shows the cell as stopped. */
    @Test
    void theRequestToStopIsAnsweredWhileTheCellRuns() throws Exception {
        String endless = client.start(code("System.out.println(1); while (true) { }", false, true), new JsonObject());
        client.awaitOutput(endless);
        assertThat(client.askControl("interrupt_request", new JsonObject()).type())
                .isEqualTo("interrupt_reply");
        assertThat(one(client.finish(endless), "error").content().get("ename").getAsString())
                .isEqualTo("Interrupted");
    }

    @Test
    void aCellThatAsksForInputIsToldThatThereIsNone() throws Exception {
        List<JupyterMessage> messages = client.execute("new Scanner(System.in).nextLine()");
        assertThat(one(messages, "error").content().get("traceback").toString())
                .contains("A cell cannot ask for input");
    }

    private static JsonObject code(String code, boolean silent, boolean remembered) {
        var content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("silent", silent);
        content.addProperty("store_history", remembered);
        content.addProperty("allow_stdin", true);
        return content;
    }

    private static JsonObject cellId(String id) {
        var metadata = new JsonObject();
        metadata.addProperty("cellId", id);
        metadata.add("deletedCells", new JsonArray());
        return metadata;
    }

    private static String completeness(String code) throws Exception {
        var content = new JsonObject();
        content.addProperty("code", code);
        return client.ask("is_complete_request", content)
                .content()
                .get("status")
                .getAsString();
    }

    private static int count(List<JupyterMessage> messages) {
        return one(messages, "execute_reply").content().get("execution_count").getAsInt();
    }

    private static JupyterMessage one(List<JupyterMessage> messages, String type) {
        return messages.stream()
                .filter(message -> message.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + type + " in " + messages));
    }
}
