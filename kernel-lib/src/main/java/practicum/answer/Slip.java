package practicum.answer;

import org.jspecify.annotations.Nullable;

/** One kind of mistake that leaves a trace in the numbers. */
interface Slip {
    /** A sentence that names the mistake, where it explains the given numbers; else null. */
    @Nullable
    String explain(Value.Array expected, Value.Array actual);
}
