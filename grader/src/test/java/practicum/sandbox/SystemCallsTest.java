package practicum.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The filter's program, run by an interpreter of the kernel's small machine that knows nothing of how it was made. */
final class SystemCallsTest {
    private static final int X86_64 = 0xC000003E;
    private static final int ALLOWED = 0x7FFF0000;
    private static final int KILLED = 0x80000000;
    private static final int NOT_PERMITTED = 0x00050001;

    private static byte[] program() {
        var calls = SystemCalls.ofThisMachine();
        Assumptions.assumeTrue(
                calls.isPresent() && calls.get().architecture() == X86_64, "Skipped: the numbers are those of x86-64.");
        return calls.orElseThrow().program();
    }

    private static int answer(byte[] program, int architecture, int number, long first, long second) {
        ByteBuffer call = ByteBuffer.allocate(64).order(ByteOrder.nativeOrder());
        call.putInt(number).putInt(architecture).putLong(0).putLong(first).putLong(second);
        ByteBuffer code = ByteBuffer.wrap(program).order(ByteOrder.nativeOrder());
        int accumulator = 0;
        for (int at = 0; ; at++) {
            int operation = code.getShort(8 * at);
            int whenTrue = code.get(8 * at + 2) & 0xFF;
            int whenFalse = code.get(8 * at + 3) & 0xFF;
            int number32 = code.getInt(8 * at + 4);
            switch (operation) {
                case 0x20 -> accumulator = call.getInt(number32);
                case 0x54 -> accumulator &= number32;
                case 0x15 -> at += accumulator == number32 ? whenTrue : whenFalse;
                case 0x35 -> at += Integer.compareUnsigned(accumulator, number32) >= 0 ? whenTrue : whenFalse;
                case 0x06 -> {
                    return number32;
                }
                default -> throw new AssertionError("operation " + operation);
            }
        }
    }

    private static int answer(int number, long first) {
        return answer(program(), X86_64, number, first, 0);
    }

    @Test
    void whatAVirtualMachineNeedsIsLetThrough() {
        // read, write, mmap, mprotect, rt_sigaction, execve, exit, kill, openat, futex, getrandom, prlimit64, rseq
        for (int number : new int[] {0, 1, 9, 10, 13, 59, 60, 62, 257, 202, 318, 302, 334}) {
            assertThat(answer(number, 0)).as("call %d", number).isEqualTo(ALLOWED);
        }
    }

    @Test
    void whatLeadsOutIsRefused() {
        // ptrace, process_vm_readv, mount, unshare, setns, bpf, perf_event_open, keyctl, io_uring_setup,
        // open_by_handle_at
        for (int number : new int[] {101, 310, 165, 272, 308, 321, 298, 250, 425, 304}) {
            assertThat(answer(number, 0)).as("call %d", number).isEqualTo(NOT_PERMITTED);
        }
    }

    @Test
    void threadsAreMadeAndNamespacesAreNot() {
        int thread = 0x3D0F00;
        int process = 0x01200011;
        int newUser = 0x10000000;
        int newNetwork = 0x40000000;
        assertThat(answer(56, thread)).isEqualTo(ALLOWED);
        assertThat(answer(56, process)).isEqualTo(ALLOWED);
        assertThat(answer(56, process | newUser)).isEqualTo(NOT_PERMITTED);
        assertThat(answer(56, thread | newNetwork)).isEqualTo(NOT_PERMITTED);
        assertThat(answer(435, 0)).as("clone3 is not there").isEqualTo(0x00050000 | 38);
    }

    @Test
    void onlySocketsOfKnownFamiliesAreMade() {
        for (int family : new int[] {1, 2, 10, 16}) {
            assertThat(answer(41, family)).isEqualTo(ALLOWED);
        }
        for (int family : new int[] {0, 15, 17, 38, 40, 44}) {
            assertThat(answer(41, family)).as("family %d", family).isEqualTo(0x00050000 | 97);
        }
    }

    @Test
    void nobodyTypesIntoATerminal() {
        assertThat(answer(program(), X86_64, 16, 0, 0x5412)).isEqualTo(NOT_PERMITTED);
        assertThat(answer(program(), X86_64, 16, 0, 0x541C)).isEqualTo(NOT_PERMITTED);
        assertThat(answer(program(), X86_64, 16, 0, 0x5413)).isEqualTo(ALLOWED);
    }

    @Test
    void callsInAnotherProcessorsTongueEndTheProcess() {
        assertThat(answer(program(), 0x40000003, 1, 0, 0)).isEqualTo(KILLED);
        assertThat(answer(0x40000001, 0)).isEqualTo(KILLED);
        assertThat(answer(-1, 0)).isEqualTo(KILLED);
    }
}
