package practicum.model;

/** Where a block normalises, and whether its attention and its MLP work one after the other or side by side. */
public enum BlockLayout {
    /** Each part normalises what it reads; the MLP reads what attention wrote: GPT-2, Llama. */
    SEQUENTIAL,
    /** Each part normalises what it reads, and both read the same stream: GPT-NeoX. */
    PARALLEL,
    /** As {@link #PARALLEL} with one normalisation for both: GPT-J, Phi. */
    PARALLEL_SHARED,
    /** Each part normalises what it reads and also what it writes: Gemma 2 and 3. */
    SANDWICH,
    /** Each part normalises what it writes and reads the stream as it is: OLMo 2. */
    POST,
    /** The stream itself is normalised after each part has written: BERT, the 350 M OPT. */
    RESIDUAL;

    /** Whether attention and MLP read the same stream. */
    public boolean isParallel() {
        return this == PARALLEL || this == PARALLEL_SHARED;
    }

    /** Whether attention normalises what it reads. */
    boolean normalizesInput() {
        return this != POST && this != RESIDUAL;
    }

    /** Whether the MLP has a normalisation of its own in front. */
    boolean normalizesMlpInput() {
        return normalizesInput() && this != PARALLEL_SHARED;
    }

    /** Whether each part normalises what it writes. */
    boolean normalizesOutput() {
        return this == SANDWICH || this == POST;
    }
}
