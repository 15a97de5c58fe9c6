package practicum.report;

import java.util.List;
import java.util.stream.Collectors;
import practicum.check.Flag;

/** The table of a class's scores. */
public final class GradesCsv {
    private static final List<String> HEADER = List.of(
            "student",
            "practicum",
            "score",
            "max",
            "status",
            "late",
            "flags",
            "seconds",
            "written",
            "penalty",
            "total",
            "final",
            "attempt",
            "name");

    private GradesCsv() {}

    /** The first row. */
    public static String header() {
        return Csv.row(HEADER);
    }

    /** The row of one submission. */
    public static String row(Graded graded) {
        var result = graded.result();
        return Csv.row(List.of(
                graded.student(),
                result.practicum(),
                Points.text(result.score()),
                Points.text(result.max()),
                result.status().name(),
                graded.late() ? "yes" : "no",
                result.flags().stream().map(Flag::toString).collect(Collectors.joining("; ")),
                Long.toString(Math.round(result.took().toMillis() / 1000.0)),
                Points.text(graded.written()),
                Points.text(graded.time().penalty()),
                Points.text(graded.total()),
                graded.isFinal() ? "yes" : "no",
                Integer.toString(graded.attempt()),
                graded.who().name()));
    }

    /** The table of some submissions. */
    public static String of(List<Graded> submissions) {
        return submissions.stream().map(GradesCsv::row).collect(Collectors.joining("", header(), ""));
    }
}
