package practicum.sandbox;

import java.time.Duration;

/**
 * What one confined process may use up.
 *
 * @param heapBytes the Java heap
 * @param nativeBytes memory outside the heap: tensors, direct buffers
 * @param diskBytes each of its writable folders, which lie in memory
 * @param files files and folders in all of them together
 * @param processes threads and child processes together
 * @param openFiles files and sockets open at once
 * @param cpu processor time of any one process
 */
public record Resources(
        long heapBytes, long nativeBytes, long diskBytes, int files, int processes, int openFiles, Duration cpu) {
    /** Code, class metadata, thread stacks and the compiler's own memory. */
    private static final long VIRTUAL_MACHINE_BYTES = mebibytes(512);

    /** Enough for the largest practicum, and for a dozen students at once in 24 GiB. */
    public static Resources standard() {
        return new Resources(
                mebibytes(1024), mebibytes(1024), mebibytes(128), 20_000, 256, 1024, Duration.ofMinutes(10));
    }

    /** The private memory that the operating system grants the process: heap, native memory and the JVM's own. */
    public long memoryBytes() {
        return heapBytes + nativeBytes + VIRTUAL_MACHINE_BYTES;
    }

    /** The same bounds with another heap. */
    public Resources withHeap(long bytes) {
        return new Resources(bytes, nativeBytes, diskBytes, files, processes, openFiles, cpu);
    }

    /** The same bounds with other native memory. */
    public Resources withNative(long bytes) {
        return new Resources(heapBytes, bytes, diskBytes, files, processes, openFiles, cpu);
    }

    /** The same bounds with other processor time. */
    public Resources withCpu(Duration time) {
        return new Resources(heapBytes, nativeBytes, diskBytes, files, processes, openFiles, time);
    }

    /** The same bounds with other writable folders. */
    public Resources withDisk(long bytes, int count) {
        return new Resources(heapBytes, nativeBytes, bytes, count, processes, openFiles, cpu);
    }

    /** The same bounds with another number of threads and processes. */
    public Resources withProcesses(int count) {
        return new Resources(heapBytes, nativeBytes, diskBytes, files, count, openFiles, cpu);
    }

    /** A number of mebibytes, in bytes. */
    public static long mebibytes(long count) {
        return count << 20;
    }
}
