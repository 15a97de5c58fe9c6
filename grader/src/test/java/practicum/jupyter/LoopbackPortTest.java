package practicum.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

final class LoopbackPortTest {
    @Test
    void aTakenPortIsPassedOver() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThat(LoopbackPort.isFree(port)).isFalse();
            assertThat(LoopbackPort.atOrAfter(port)).isGreaterThan(port);
        }
    }

    @Test
    void aPortThatWasJustClosedIsFreeAgain() throws IOException {
        int port = LoopbackPort.any();
        try (var server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                var client = new java.net.Socket(InetAddress.getLoopbackAddress(), port);
                var accepted = server.accept()) {
            assertThat(client.isConnected() && accepted.isConnected()).isTrue();
        }
        assertThat(LoopbackPort.isFree(port)).isTrue();
    }
}
