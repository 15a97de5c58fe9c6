package practicum.jupyter;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import practicum.source.Project;

/** A Jupyter server that this program started on the loopback interface; closed, it is gone with its kernels. */
public final class JupyterServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration END_PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Process process;
    private final FrontEnd frontEnd;
    private final int port;
    private final String token;
    private final Path log;
    private volatile boolean closing;

    private JupyterServer(Process process, FrontEnd frontEnd, int port, String token, Path log) {
        this.process = process;
        this.frontEnd = frontEnd;
        this.port = port;
        this.token = token;
        this.log = log;
    }

    /** Starts a server for a folder of notebooks and waits until it answers. */
    public static JupyterServer start(FrontEnd frontEnd, Project project, Path folder, int port) {
        String token = HexFormat.of().formatHex(new SecureRandom().generateSeed(24));
        Path log = Kernels.jupyterPath(project).resolve("server-" + port + ".log");
        var builder = new ProcessBuilder(frontEnd.serve(folder, port))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Nothing.file()));
        JupyterEnvironment.complete(builder.environment(), Kernels.jupyterPath(project));
        builder.environment().put("JUPYTER_TOKEN", token);
        try {
            Files.createDirectories(log.getParent());
            var server = new JupyterServer(builder.start(), frontEnd, port, token, log);
            server.awaitAnswer();
            return server;
        } catch (IOException e) {
            throw new JupyterException("Cannot start " + frontEnd.program() + ": " + e.getMessage(), e);
        }
    }

    /** The address of the list of notebooks, with the token that lets a browser in. */
    public URI page() {
        return URI.create(base() + frontEnd.kind().page() + "?token=" + token);
    }

    /** The address that all of the server's own begin with; it ends with a slash. */
    public String base() {
        return "http://127.0.0.1:" + port + "/";
    }

    /** What a client shows to be let in. */
    public String token() {
        return token;
    }

    /** Waits until the server ends; its status, which is 0 too where it was closed. */
    public int waitFor() throws InterruptedException {
        int status = process.waitFor();
        return closing ? 0 : status;
    }

    /** What the server wrote last, for a reader who must find out why it ended. */
    public String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }

    /** Asks the server to end, so that it ends its kernels in order; whatever is left then is killed. */
    @Override
    public void close() {
        closing = true;
        // Listed before: a child whose parent has ended cannot be found.
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(END_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private void awaitAnswer() {
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create(base() + "api/status"))
                .header("Authorization", "token " + token)
                .timeout(Duration.ofSeconds(10))
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not listening yet.
            } catch (InterruptedException e) {
                close();
                Thread.currentThread().interrupt();
                throw new JupyterException("Interrupted while " + frontEnd.kind() + " started.", e);
            }
            pause();
        }
        String how = process.isAlive() ? "did not answer within " + PATIENCE.toSeconds() + " s" : "ended at once";
        close();
        throw new JupyterException(frontEnd.kind() + " (" + frontEnd.program() + ") " + how + ". Its last words, from "
                + log + ":\n" + lastWords());
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
