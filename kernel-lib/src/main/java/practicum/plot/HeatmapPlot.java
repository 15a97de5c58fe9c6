package practicum.plot;

import java.util.Arrays;
import java.util.function.DoubleFunction;

/** A matrix as coloured cells, with the numbers in them where they fit. */
final class HeatmapPlot {
    /** From here on cells are a texture, and labels thin out. */
    private static final int MANY = 48;

    private static final int TEXT_ROWS = 40;
    private static final int TEXT_COLUMNS = 24;
    private static final double WIDEST = 96;
    private static final double NUMBER_WIDTH = 38;
    private static final double NUMBER_HEIGHT = 17;

    private HeatmapPlot() {}

    static Figure of(double[][] values, Axis rows, Axis columns, Scale scale) {
        Font font = Theme.SMALL;
        double room = Theme.CONTENT - Grid.gutter(rows, font) - 30;
        double width = cellWidth(columns, font, room);
        double least = rows.size() > MANY ? 6 : 13;
        double height = Math.max(least, Math.min(28, Math.floor(460.0 / rows.size())));
        DoubleFunction<String> number = Digits.alike(2, flat(values));
        boolean numbers = width >= NUMBER_WIDTH && height >= NUMBER_HEIGHT;
        if (!numbers && rows.size() <= 24) {
            height = Math.min(height, Math.max(width, 16));
        }
        Grid.Cells cells = (i, j) -> new Grid.Cell(
                scale.color(values[i][j]),
                numbers ? number.apply(values[i][j]) : "",
                false,
                "%s, %s: %s".formatted(rows.at(i), columns.at(j), Digits.exact(values[i][j])));
        Picture picture = new Grid(rows, columns, width, height, font, false).draw(cells, ColorBar.of(scale));
        return Figure.of(picture, twin(values, rows, columns, scale), "");
    }
    /** Wide enough for the labels if that fits, and for the numbers; narrow where there are many. */
    private static double cellWidth(Axis columns, Font font, double room) {
        double labelled = Math.max(46, Grid.widest(columns.labels(), font) + 8);
        if (labelled <= WIDEST && labelled * columns.size() <= room) {
            return Math.floor(labelled);
        }
        double least = columns.size() > MANY ? 6 : 12;
        return Math.max(least, Math.min(46, Math.floor(room / columns.size())));
    }

    private static double[] flat(double[][] values) {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
    }

    private static String twin(double[][] values, Axis rows, Axis columns, Scale scale) {
        String sides = rows.name().isEmpty() && columns.name().isEmpty()
                ? ""
                : " (rows: %s, columns: %s)".formatted(named(rows, "rows"), named(columns, "columns"));
        DoubleFunction<String> number = Digits.alike(2, flat(values));
        int shownRows = Math.min(rows.size(), TEXT_ROWS);
        int shownColumns = Math.min(columns.size(), TEXT_COLUMNS);
        TextTable table = new TextTable().row("", columns.labels().subList(0, shownColumns));
        for (int i = 0; i < shownRows; i++) {
            table.row(
                    rows.labels().get(i),
                    Arrays.stream(values[i])
                            .limit(shownColumns)
                            .mapToObj(number)
                            .toList());
        }
        boolean whole = shownRows == rows.size() && shownColumns == columns.size();
        String rest = whole
                ? ""
                : "The first %d of %d rows and %d of %d columns.\n"
                        .formatted(shownRows, rows.size(), shownColumns, columns.size());
        return scale.label() + sides + "\n" + table + rest;
    }

    private static String named(Axis axis, String otherwise) {
        return axis.name().isEmpty() ? otherwise : axis.name();
    }
}
