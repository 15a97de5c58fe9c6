package practicum.sandbox;

/** One thing that a sandbox must keep from happening, with what it means when it does not. */
public enum Protection {
    /** No connection leaves the sandbox. */
    NETWORK("A submission can reach the network and this machine's own services."),
    /** The host's files cannot be seen. */
    FILES("A submission can read files of this machine, solutions among them."),
    /** What it sees of the host cannot be changed. */
    READ_ONLY("A submission can change files that it shares with this machine or with other submissions."),
    /** The host's environment variables cannot be read. */
    ENVIRONMENT("A submission can read the grader's environment variables."),
    /** Other processes cannot be seen. */
    PROCESSES_HIDDEN("A submission can see and disturb other processes."),
    /** It is not root, has no privileges and can gain none. */
    PRIVILEGES("A submission runs with the grader's own rights."),
    /** The kernel refuses what no notebook needs. */
    SYSTEM_CALLS("A submission can make the system calls by which sandboxes have been left before."),
    /** Memory is bounded, inside and outside the Java heap. */
    MEMORY("A submission can use up this machine's memory."),
    /** Threads and processes are bounded. */
    PROCESS_COUNT("A submission can start processes and threads without end."),
    /** What it writes is bounded. */
    DISK("A submission can fill the disk."),
    /** Processor time is bounded. */
    PROCESSOR_TIME("A submission's process can run on after its time."),
    /** All its processes end when the grader says so. */
    ENDS_WHOLE("A submission can leave processes behind.");

    private final String risk;

    Protection(String risk) {
        this.risk = risk;
    }

    /** What can happen where this protection is missing, as a sentence. */
    public String risk() {
        return risk;
    }
}
