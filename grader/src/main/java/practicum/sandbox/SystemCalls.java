package practicum.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The system calls that a notebook needs none of, and that have let programs out of sandboxes before: a program for the
 * kernel's filter (seccomp, Drewry 2012), which answers them with an error. All others are let through: a list of what a
 * virtual machine may need would be long, and out of date with the next one.
 *
 * @param architecture the number by which the kernel knows the processor's calls
 * @param refused calls answered with "not permitted"
 * @param cloning the call that makes threads and processes; refused where it asks for a namespace
 * @param socket the call that makes sockets; refused for families other than local and Internet ones, because a network
 *     namespace does not close those to a virtual machine's host
 * @param ioctl the call that steers devices; refused where it would type into a terminal
 */
record SystemCalls(int architecture, List<Integer> refused, int cloning, int socket, int ioctl) {
    private static final int LOAD = 0x20;
    private static final int AND = 0x54;
    private static final int JUMP_IF_EQUAL = 0x15;
    private static final int JUMP_IF_AT_LEAST = 0x35;
    private static final int RETURN = 0x06;

    private static final int NUMBER = 0;
    private static final int ARCHITECTURE = 4;
    private static final int FIRST_ARGUMENT = 16;
    private static final int SECOND_ARGUMENT = 24;

    private static final int ALLOW = 0x7FFF0000;
    private static final int KILL = 0x80000000;
    private static final int ERROR = 0x00050000;
    private static final int EPERM = 1;
    private static final int ENOSYS = 38;
    private static final int EAFNOSUPPORT = 97;

    /** Calls of the 32-bit kind that processors of the same name also take. */
    private static final int X32 = 0x40000000;

    private static final int CLONE3 = 435;
    private static final int NEW_NAMESPACES = 0x7E020080;
    private static final List<Integer> FAMILIES = List.of(1, 2, 10, 16);
    private static final List<Integer> TYPING = List.of(0x5412, 0x541C);

    /** Calls newer than the split of numbers by processors: mounts, io_uring, quotas, foreign memory and files. */
    private static final List<Integer> EVERYWHERE =
            List.of(425, 426, 427, 428, 429, 430, 431, 432, 433, 438, 440, 442, 443, 447, 467);

    /**
     * In order: ptrace, process_vm_readv and _writev, kcmp; mount, umount2, pivot_root, chroot, unshare, setns; bpf,
     * perf_event_open, userfaultfd; add_key, request_key, keyctl; kexec_load and _file_load, init_module, finit_module,
     * delete_module, reboot, swapon, swapoff; syslog, acct, quotactl, settimeofday, clock_settime, adjtimex,
     * clock_adjtime; name_to_handle_at, open_by_handle_at, lookup_dcookie, personality, vhangup, fanotify_init; of memory
     * that belongs to no process, so that nobody counts it, memfd_create, shmget, semget, msgget; and on the first iopl,
     * ioperm, modify_ldt.
     */
    private static final SystemCalls X86_64 = new SystemCalls(
            0xC000003E,
            List.of(
                    101, 310, 311, 312, 165, 166, 155, 161, 272, 308, 321, 298, 323, 248, 249, 250, 246, 320, 175, 313,
                    176, 169, 167, 168, 103, 163, 179, 164, 227, 159, 305, 303, 304, 212, 135, 153, 300, 319, 29, 64,
                    68, 172, 173, 154),
            56,
            41,
            16);

    private static final SystemCalls AARCH64 = new SystemCalls(
            0xC00000B7,
            List.of(
                    117, 270, 271, 272, 40, 39, 41, 51, 97, 268, 280, 241, 282, 217, 218, 219, 104, 294, 105, 273, 106,
                    142, 224, 225, 116, 89, 60, 170, 112, 171, 266, 264, 265, 18, 92, 58, 262, 279, 194, 190, 186),
            220,
            198,
            29);

    SystemCalls {
        refused = List.copyOf(refused);
    }

    /** Those of this machine; nothing where its processor is not known here. */
    static Optional<SystemCalls> ofThisMachine() {
        return of(System.getProperty("os.arch"));
    }

    /** Those of a processor, by the name that Java has for it. */
    static Optional<SystemCalls> of(String processor) {
        return switch (processor) {
            case "amd64", "x86_64" -> Optional.of(X86_64);
            case "aarch64" -> Optional.of(AARCH64);
            default -> Optional.empty();
        };
    }

    /** The filter's program, as bubblewrap reads it. */
    byte[] program() {
        Program program = new Program();
        program.add(LOAD, 0, 0, ARCHITECTURE);
        program.add(JUMP_IF_EQUAL, 1, 0, architecture);
        program.add(RETURN, 0, 0, KILL);
        program.add(LOAD, 0, 0, NUMBER);
        program.add(JUMP_IF_AT_LEAST, 0, 1, X32);
        program.add(RETURN, 0, 0, KILL);
        for (List<Integer> numbers : List.of(refused, EVERYWHERE)) {
            numbers.forEach(number -> program.answer(number, ERROR | EPERM));
        }
        // The C library falls back on clone, whose wishes can be looked at.
        program.answer(CLONE3, ERROR | ENOSYS);
        program.add(JUMP_IF_EQUAL, 0, 5, cloning);
        program.add(LOAD, 0, 0, FIRST_ARGUMENT);
        program.add(AND, 0, 0, NEW_NAMESPACES);
        program.add(JUMP_IF_EQUAL, 1, 0, 0);
        program.add(RETURN, 0, 0, ERROR | EPERM);
        program.add(RETURN, 0, 0, ALLOW);
        program.lookAt(socket, FIRST_ARGUMENT, FAMILIES, ALLOW, ERROR | EAFNOSUPPORT);
        program.lookAt(ioctl, SECOND_ARGUMENT, TYPING, ERROR | EPERM, ALLOW);
        program.add(RETURN, 0, 0, ALLOW);
        return program.bytes();
    }

    /** Instructions of the kernel's small machine: an operation, how far to jump when true and when not, and a number. */
    private static final class Program {
        private final List<byte[]> instructions = new ArrayList<>();

        void add(int operation, int whenTrue, int whenFalse, int number) {
            ByteBuffer instruction = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());
            instruction
                    .putShort((short) operation)
                    .put((byte) whenTrue)
                    .put((byte) whenFalse)
                    .putInt(number);
            instructions.add(instruction.array());
        }

        /** Gives one call its answer. */
        void answer(int call, int answer) {
            add(JUMP_IF_EQUAL, 0, 1, call);
            add(RETURN, 0, 0, answer);
        }

        /** Gives one call one answer where an argument is among some values, and another where it is not. */
        void lookAt(int call, int argument, List<Integer> values, int among, int otherwise) {
            add(JUMP_IF_EQUAL, 0, 2 + 2 * values.size(), call);
            add(LOAD, 0, 0, argument);
            values.forEach(value -> answer(value, among));
            add(RETURN, 0, 0, otherwise);
        }

        byte[] bytes() {
            ByteBuffer all = ByteBuffer.allocate(8 * instructions.size());
            instructions.forEach(all::put);
            return all.array();
        }
    }
}
