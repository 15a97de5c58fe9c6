package practicum.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port of this machine that attacks try to come in by; who comes is counted and shown out. */
final class Door implements AutoCloseable {
    private final ServerSocket socket;
    private volatile boolean entered;

    private Door(ServerSocket socket) {
        this.socket = socket;
    }

    static Door open() throws IOException {
        Door door = new Door(new ServerSocket(0, 8, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(door::await, "door");
        thread.setDaemon(true);
        thread.start();
        return door;
    }

    private void await() {
        try {
            while (true) {
                socket.accept().close();
                entered = true;
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    boolean wasEntered() {
        return entered;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
