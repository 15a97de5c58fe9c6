package practicum.runner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import practicum.runner.CellOutcome.Status;

final class EndingTest {
    @Test
    void aCrashIsToldByWhatTheVirtualMachineSaysLast() {
        String words =
                """
                #
                # A fatal error has been detected by the Java Runtime Environment:
                #
                #  SIGSEGV (0xb) at pc=0x00007f, pid=3, tid=4
                """;
        var ending = Ending.offProtocol("a line that is no event: \"#\"", words);
        assertThat(ending.status()).isEqualTo(Status.KERNEL_DIED);
        assertThat(ending.sentence()).contains("SIGSEGV").contains("native code");
        assertThat(Ending.offProtocol("PASS", "PASS\n").sentence())
                .contains("channel")
                .contains("PASS");
    }

    @Test
    void memoryExitsAndSignalsAreToldApart() {
        assertThat(Ending.byItself(1, "java.lang.OutOfMemoryError: Java heap space")
                        .status())
                .isEqualTo(Status.KILLED_MEMORY);
        assertThat(Ending.byItself(7, "").sentence()).contains("status 7");
        assertThat(Ending.byItself(137, "").sentence()).contains("signal 9");
    }
}
