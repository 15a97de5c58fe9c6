package practicum.report;

import java.util.List;
import java.util.stream.Collectors;
import practicum.check.Flag;

/** The table of a class's scores, as RFC 4180 has it; no cell of it is a formula to a spreadsheet. */
public final class GradesCsv {
    private static final String HEADER = "student,practicum,score,max,status,late,flags,seconds";
    private static final String END = "\r\n";

    private GradesCsv() {}

    /** The file's text, one row per submission. */
    public static String of(List<Graded> submissions) {
        return submissions.stream().map(GradesCsv::row).collect(Collectors.joining(END, HEADER + END, END));
    }

    private static String row(Graded graded) {
        var result = graded.result();
        var cells = List.of(
                graded.student(),
                result.practicum(),
                Points.text(result.score()),
                Points.text(result.max()),
                result.status().name(),
                graded.late() ? "yes" : "no",
                result.flags().stream().map(Flag::toString).collect(Collectors.joining("; ")),
                Long.toString(Math.round(result.took().toMillis() / 1000.0)));
        return cells.stream().map(GradesCsv::cell).collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        String harmless = !text.isEmpty() && "=+-@\t\r\n|%".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.matches("(?s).*[\",\r\n].*") ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }
}
