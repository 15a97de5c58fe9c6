package practicum.sandbox;

/**
 * What one attempt to break a protection met with.
 *
 * @param protection what was attacked
 * @param holds whether the attack failed
 * @param saw what happened, in a few words
 */
public record Finding(Protection protection, boolean holds, String saw) {
    /** The form in which a finding leaves the sandbox: one line, tab-separated. */
    String toLine() {
        return protection + "\t" + holds + "\t" + saw.replaceAll("\\s+", " ");
    }

    /** Reads {@link #toLine()}. */
    static Finding ofLine(String line) {
        String[] fields = line.split("\t", 3);
        return new Finding(Protection.valueOf(fields[0]), Boolean.parseBoolean(fields[1]), fields[2]);
    }
}
