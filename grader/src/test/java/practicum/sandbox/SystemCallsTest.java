package practicum.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The filter's program, run by an interpreter of the kernel's small machine that knows nothing of how it was made. */
final class SystemCallsTest {
    private static final int X86_64 = 0xC000003E;
    private static final int AARCH64 = 0xC00000B7;
    private static final int ALLOWED = 0x7FFF0000;
    private static final int KILLED = 0x80000000;
    private static final int NOT_PERMITTED = 0x00050001;

    private static byte[] program() {
        return SystemCalls.of("amd64").orElseThrow().program();
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

    /** Numbers as the kernel's headers have them: asm/unistd_64.h, and asm-generic/unistd.h. */
    private static final Map<String, int[]> NUMBERS = Map.ofEntries(
            Map.entry("ptrace", new int[] {101, 117}),
            Map.entry("process_vm_readv", new int[] {310, 270}),
            Map.entry("process_vm_writev", new int[] {311, 271}),
            Map.entry("kcmp", new int[] {312, 272}),
            Map.entry("mount", new int[] {165, 40}),
            Map.entry("umount2", new int[] {166, 39}),
            Map.entry("pivot_root", new int[] {155, 41}),
            Map.entry("chroot", new int[] {161, 51}),
            Map.entry("unshare", new int[] {272, 97}),
            Map.entry("setns", new int[] {308, 268}),
            Map.entry("bpf", new int[] {321, 280}),
            Map.entry("perf_event_open", new int[] {298, 241}),
            Map.entry("userfaultfd", new int[] {323, 282}),
            Map.entry("add_key", new int[] {248, 217}),
            Map.entry("request_key", new int[] {249, 218}),
            Map.entry("keyctl", new int[] {250, 219}),
            Map.entry("kexec_load", new int[] {246, 104}),
            Map.entry("finit_module", new int[] {313, 273}),
            Map.entry("clock_settime", new int[] {227, 112}),
            Map.entry("open_by_handle_at", new int[] {304, 265}),
            Map.entry("fanotify_init", new int[] {300, 262}),
            Map.entry("memfd_create", new int[] {319, 279}),
            Map.entry("shmget", new int[] {29, 194}),
            Map.entry("semget", new int[] {64, 190}),
            Map.entry("msgget", new int[] {68, 186}),
            Map.entry("io_uring_setup", new int[] {425, 425}),
            Map.entry("fsopen", new int[] {430, 430}),
            Map.entry("pidfd_getfd", new int[] {438, 438}),
            Map.entry("memfd_secret", new int[] {447, 447}));

    @Test
    void bothProcessorsRefuseTheSameCallsByTheirOwnNumbers() {
        byte[] onX86 = program();
        byte[] onArm = SystemCalls.of("aarch64").orElseThrow().program();
        NUMBERS.forEach((name, numbers) -> {
            assertThat(answer(onX86, X86_64, numbers[0], 0, 0)).as(name).isEqualTo(NOT_PERMITTED);
            assertThat(answer(onArm, AARCH64, numbers[1], 0, 0)).as(name).isEqualTo(NOT_PERMITTED);
        });
    }

    @Test
    void theOtherProcessorLetsThroughWhatAVirtualMachineNeedsToo() {
        byte[] onArm = SystemCalls.of("aarch64").orElseThrow().program();
        // read, write, openat, futex, mmap, mprotect, munmap, execve, exit_group, kill, prlimit64, clone of a thread
        for (int number : new int[] {63, 64, 56, 98, 222, 226, 215, 221, 94, 129, 261}) {
            assertThat(answer(onArm, AARCH64, number, 0, 0))
                    .as("call %d", number)
                    .isEqualTo(ALLOWED);
        }
        assertThat(answer(onArm, AARCH64, 220, 0x3D0F00, 0)).isEqualTo(ALLOWED);
        assertThat(answer(onArm, AARCH64, 220, 0x10000000, 0)).isEqualTo(NOT_PERMITTED);
        assertThat(answer(onArm, AARCH64, 198, 1, 0)).as("a local socket").isEqualTo(ALLOWED);
        assertThat(answer(onArm, AARCH64, 198, 40, 0)).isEqualTo(0x00050000 | 97);
        assertThat(answer(onArm, X86_64, 63, 0, 0)).isEqualTo(KILLED);
    }

    @Test
    void aProcessorThatNobodyKnowsHasNoFilter() {
        assertThat(SystemCalls.of("riscv64")).isEmpty();
    }

    @Test
    void callsInAnotherProcessorsTongueEndTheProcess() {
        assertThat(answer(program(), 0x40000003, 1, 0, 0)).isEqualTo(KILLED);
        assertThat(answer(0x40000001, 0)).isEqualTo(KILLED);
        assertThat(answer(-1, 0)).isEqualTo(KILLED);
    }
}
