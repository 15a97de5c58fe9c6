package practicum.sandbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** One system call, made past Java and every library by a program of a few bytes. */
final class RawCall {
    /** {@code ptrace} on x86-64; asked to be traced by its parent, a process is normally told yes. */
    static final int PTRACE = 101;

    private static final long BASE = 0x400000;
    private static final int HEADERS = 64 + 56;

    private RawCall() {}

    /** Whether this processor runs the program. */
    static boolean isPossible() {
        return System.getProperty("os.arch").equals("amd64");
    }

    /** Makes a call with arguments of zero; returns 0 where it succeeds, else the number of the error. */
    static int error(Path folder, int number) throws IOException, InterruptedException {
        Path program = Files.createTempFile(folder, "call", "");
        try {
            Files.write(program, program(number));
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
            return new ProcessBuilder(program.toString()).start().waitFor();
        } finally {
            Files.delete(program);
        }
    }

    private static byte[] program(int number) {
        byte[] code = code(number);
        int size = HEADERS + code.length;
        ByteBuffer elf = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        elf.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0}).putLong(0);
        elf.putShort((short) 2).putShort((short) 62).putInt(1);
        elf.putLong(BASE + HEADERS).putLong(64).putLong(0).putInt(0);
        elf.putShort((short) 64).putShort((short) 56).putShort((short) 1);
        elf.putShort((short) 64).putShort((short) 0).putShort((short) 0);
        // The one segment: all of the file, to read and to execute.
        elf.putInt(1).putInt(5).putLong(0).putLong(BASE).putLong(BASE);
        elf.putLong(size).putLong(size).putLong(0x1000);
        return elf.put(code).array();
    }

    /** Makes the call, and exits with the error as its status. */
    private static byte[] code(int number) {
        ByteBuffer code = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        code.put((byte) 0xB8).putInt(number);
        for (int zero : new int[] {0x31FF, 0x31F6, 0x31D2}) {
            code.put((byte) (zero >> 8)).put((byte) zero);
        }
        code.put(new byte[] {0x45, 0x31, (byte) 0xD2, 0x0F, 0x05});
        code.put(new byte[] {(byte) 0xF7, (byte) 0xD8, (byte) 0x89, (byte) 0xC7});
        code.put((byte) 0xB8).putInt(60);
        code.put(new byte[] {0x0F, 0x05});
        return java.util.Arrays.copyOf(code.array(), code.position());
    }
}
