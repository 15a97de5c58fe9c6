package practicum.source;

/** Writes a practicum as its text source; what it writes, {@link PracticumParser} reads back as the same cells. */
public final class PracticumWriter {
    private PracticumWriter() {}

    /** The text, ending with one line feed. */
    public static String write(Practicum practicum) {
        SourceText text = new SourceText(CellOptions.of(practicum.about()));
        for (Cell cell : practicum.cells()) {
            if (cell instanceof Cell.Prose prose) {
                text.prose(prose.markdown());
            } else if (cell instanceof Cell.Written written) {
                text.written(CellOptions.of(written), written.prompt());
            } else if (cell instanceof Cell.Code code) {
                text.code(CellOptions.of(code), code.code());
            }
        }
        return text.toString();
    }
}
