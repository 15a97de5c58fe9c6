package practicum.check;

/** How the grading of a submission went, in one word; the first that applies, from the bottom of this list up. */
public enum Status {
    /** Every check of the release gave an answer, right or wrong. */
    OK,
    /** Some checks gave no answer: code is missing, does not compile or throws. */
    PARTIAL,
    /** Cells that only the instructor writes were changed; the release's were run. */
    TAMPERED,
    /** An answer was forged, or code reaches for what is none of its business: look at the flags. */
    SUSPECT,
    /** A cell printed more than a notebook may. */
    OUTPUT_LIMIT,
    /** The process ended by itself. */
    KERNEL_DIED,
    /** The process filled the folders that it may write to. */
    KILLED_DISK,
    /** The process used more memory than it may. */
    KILLED_MEMORY,
    /** A cell ran out of time. */
    TIMEOUT,
    /** There is no notebook that can be read. */
    INVALID_NOTEBOOK,
    /** The grader failed; the submission is not to blame, and is to be graded again. */
    GRADER_ERROR
}
