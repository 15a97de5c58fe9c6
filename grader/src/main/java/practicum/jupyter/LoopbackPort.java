package practicum.jupyter;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Ports of the loopback interface. */
public final class LoopbackPort {
    private static final int TRIED = 50;

    private LoopbackPort() {}

    /** Whether nothing listens on a port. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // As servers do: a port that a connection of a moment ago still occupies counts as free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The first free port at or after one. */
    public static int atOrAfter(int port) {
        return IntStream.range(port, Math.min(port + TRIED, 65_536))
                .filter(LoopbackPort::isFree)
                .findFirst()
                .orElseThrow(() -> new JupyterException("The ports " + port + " to " + (port + TRIED - 1)
                        + " are all taken. Name a free one: ./practicum start --port N"));
    }

    /** A free port that the system chose. */
    public static int any() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new JupyterException("No free port on the loopback interface: " + e.getMessage(), e);
        }
    }
}
