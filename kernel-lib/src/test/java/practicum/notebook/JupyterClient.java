package practicum.notebook;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** A Jupyter client over real ZeroMQ sockets: starts the kernel as Jupyter would, and speaks its protocol. */
final class JupyterClient implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);
    private static final String[] CHANNELS = {"shell", "iopub", "stdin", "control", "hb"};

    private final String key = UUID.randomUUID().toString();
    private final String session = UUID.randomUUID().toString();
    private final ZContext context = new ZContext(1);
    private final Path connectionFile = Files.createTempFile("kernel-", ".json");
    private final Process process;
    private final ZMQ.Socket shell;
    private final ZMQ.Socket iopub;
    private final ZMQ.Socket control;

    JupyterClient() throws IOException, TimeoutException {
        int[] ports = freePorts(CHANNELS.length);
        Files.writeString(connectionFile, connection(ports).toString());
        process = ChildJava.of(KernelMain.class, connectionFile.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log().toFile()))
                .start();
        iopub = connect(SocketType.SUB, ports[1]);
        iopub.subscribe(new byte[0]);
        shell = connect(SocketType.DEALER, ports[0]);
        control = connect(SocketType.DEALER, ports[3]);
        try {
            awaitReady();
        } catch (IOException | TimeoutException e) {
            close();
            throw e;
        }
    }

    Path log() {
        return connectionFile.resolveSibling(connectionFile.getFileName() + ".log");
    }

    Process process() {
        return process;
    }

    /** Runs a cell and gathers everything published for it, until the kernel is idle again and has replied. */
    List<JupyterMessage> execute(String code) throws TimeoutException {
        return finish(start(code));
    }

    /** Sends a cell without waiting for it; returns the id of the request. */
    String start(String code) {
        var content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("silent", false);
        content.addProperty("store_history", true);
        content.add("user_expressions", new JsonObject());
        content.addProperty("allow_stdin", false);
        content.addProperty("stop_on_error", true);
        return start(content, new JsonObject());
    }

    /** Sends a request to run a cell, as its front end words it. */
    String start(JsonObject content, JsonObject metadata) {
        return send(shell, "execute_request", content, metadata);
    }

    List<JupyterMessage> finish(String request) throws TimeoutException {
        var messages = new ArrayList<JupyterMessage>();
        boolean idle = false;
        boolean replied = false;
        long end = System.nanoTime() + PATIENCE;
        while (!idle || !replied) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("No " + (idle ? "reply" : "idle") + " after: " + messages);
            }
            JupyterMessage published = receive(iopub, 20);
            if (published != null && published.parent().equals(request)) {
                idle |= isIdle(published);
                messages.add(published);
            }
            JupyterMessage reply = replied ? null : receive(shell, 1);
            if (reply != null && reply.parent().equals(request)) {
                replied = true;
                messages.add(reply);
            }
        }
        return messages;
    }

    /** Waits until the cell of a request has printed something: from then on its code runs. */
    void awaitOutput(String request) throws TimeoutException {
        long end = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < end) {
            JupyterMessage message = receive(iopub, 50);
            if (message != null
                    && message.parent().equals(request)
                    && message.type().equals("stream")) {
                return;
            }
        }
        throw new TimeoutException("The cell prints nothing.");
    }

    void interrupt() {
        send(control, "interrupt_request", new JsonObject());
    }

    void requestShutdown() {
        var content = new JsonObject();
        content.addProperty("restart", false);
        send(control, "shutdown_request", content);
    }

    JupyterMessage ask(String type, JsonObject content) throws TimeoutException {
        return finish(send(shell, type, content)).stream()
                .filter(m -> m.type().endsWith("_reply"))
                .findFirst()
                .orElseThrow();
    }

    /** Asks on the channel that is read while a cell runs. */
    JupyterMessage askControl(String type, JsonObject content) throws TimeoutException {
        String request = send(control, type, content);
        long end = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < end) {
            JupyterMessage reply = receive(control, 50);
            if (reply != null && reply.parent().equals(request)) {
                return reply;
            }
        }
        throw new TimeoutException("No reply to " + type);
    }

    private void awaitReady() throws IOException, TimeoutException {
        long end = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IOException("The kernel ended: " + Files.readString(log()));
            }
            send(shell, "kernel_info_request", new JsonObject());
            if (receive(iopub, 300) != null && receive(shell, 300) != null) {
                return;
            }
        }
        throw new TimeoutException("The kernel does not answer.");
    }

    private String send(ZMQ.Socket socket, String type, JsonObject content) {
        return send(socket, type, content, new JsonObject());
    }

    private String send(ZMQ.Socket socket, String type, JsonObject content, JsonObject metadata) {
        JupyterMessage message = JupyterMessage.request(type, content);
        List<byte[]> frames = message.frames(key, session, metadata);
        for (int i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
        }
        return message.id();
    }

    private JupyterMessage receive(ZMQ.Socket socket, int millis) {
        socket.setReceiveTimeOut(millis);
        byte[] frame = socket.recv();
        if (frame == null) {
            return null;
        }
        var frames = new ArrayList<byte[]>();
        frames.add(frame);
        while (socket.hasReceiveMore()) {
            frames.add(socket.recv());
        }
        return JupyterMessage.parse(frames, key);
    }

    private static boolean isIdle(JupyterMessage message) {
        return message.type().equals("status")
                && message.content().get("execution_state").getAsString().equals("idle");
    }

    private ZMQ.Socket connect(SocketType type, int port) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setRcvHWM(0);
        if (type == SocketType.DEALER) {
            socket.setIdentity(session.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        socket.connect("tcp://127.0.0.1:" + port);
        return socket;
    }

    private JsonObject connection(int[] ports) {
        var connection = new JsonObject();
        connection.addProperty("ip", "127.0.0.1");
        connection.addProperty("transport", "tcp");
        for (int i = 0; i < CHANNELS.length; i++) {
            connection.addProperty(CHANNELS[i] + "_port", ports[i]);
        }
        connection.addProperty("signature_scheme", "hmac-sha256");
        connection.addProperty("key", key);
        return connection;
    }

    private static int[] freePorts(int count) throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        var ports = new int[count];
        for (int i = 0; i < count; i++) {
            sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            ports[i] = sockets.get(i).getLocalPort();
        }
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return ports;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        context.close();
        Files.deleteIfExists(connectionFile);
        Files.deleteIfExists(log());
    }
}
