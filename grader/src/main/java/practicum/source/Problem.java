package practicum.source;

/**
 * One thing that is wrong with a source.
 *
 * @param file the file as the reader knows it
 * @param line counted from 1
 * @param what the rule that is broken, as a sentence
 * @param remedy what to do, as a sentence
 */
public record Problem(String file, int line, String what, String remedy) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + what + " " + remedy;
    }
}
