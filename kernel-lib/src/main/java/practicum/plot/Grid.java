package practicum.plot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import practicum.plot.Shape.Anchor;

/** Cells in rows and columns with labels on both sides; labels turn, shorten or thin out rather than overlap. */
final class Grid {
    /** What one place of a grid shows; none is an empty place. */
    record Cell(Rgb fill, String text, boolean bold, String hint) {}

    /** Says what a place shows. */
    @FunctionalInterface
    interface Cells {
        @Nullable
        Cell at(int row, int column);
    }

    private static final double LONGEST_ROW_LABEL = 150;
    private static final double LONGEST_COLUMN_LABEL = 110;
    private static final double SLOPE = Math.sqrt(0.5);
    private static final double GAP = 6;

    private final Axis rows;
    private final Axis columns;
    private final double cellWidth;
    private final double cellHeight;
    private final Font font;
    private final boolean columnsBelow;
    private final Canvas canvas = new Canvas();

    private double left;
    private double top;

    Grid(Axis rows, Axis columns, double cellWidth, double cellHeight, Font font, boolean columnsBelow) {
        this.rows = rows;
        this.columns = columns;
        this.cellWidth = cellWidth;
        this.cellHeight = cellHeight;
        this.font = font;
        this.columnsBelow = columnsBelow;
    }

    /** The width that row labels and the row axis's name take to the left of the cells. */
    static double gutter(Axis rows, Font font) {
        double labels = Math.min(LONGEST_ROW_LABEL, widest(rows.labels(), font));
        return (rows.name().isEmpty() ? 0 : 18) + (labels == 0 ? 0 : labels + GAP);
    }

    /** The widest of some labels. */
    static double widest(List<String> labels, Font font) {
        return labels.stream().mapToDouble(font::width).max().orElse(0);
    }

    /** Draws the cells over a legend; a null legend is none. */
    Picture draw(Cells cells, @Nullable Picture legend) {
        double labelHeight = columnLabelHeight() + (columns.name().isEmpty() ? 0 : 18);
        left = Math.max(gutter(rows, font), columnsBelow ? overhang() : 0);
        top = columnsBelow ? 0 : labelHeight;
        double width = columns.size() * cellWidth;
        double height = rows.size() * cellHeight;
        drawCells(cells);
        drawRowLabels(height);
        drawColumnLabels(width, height);
        double right = left + width + (columnsBelow ? 0 : overhang());
        double bottom = top + height + (columnsBelow ? labelHeight : 0);
        if (legend == null) {
            return canvas.sized(right, bottom);
        }
        double legendLeft = Math.max(0, Math.min(left, Math.max(right, 360) - legend.width()));
        canvas.place(legendLeft, bottom + 14, legend);
        return canvas.sized(Math.max(right, legendLeft + legend.width()), bottom + 14 + legend.height());
    }

    private void drawCells(Cells cells) {
        double gap = Math.min(cellWidth, cellHeight) >= 10 ? 1 : 0;
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                Cell cell = cells.at(i, j);
                if (cell != null) {
                    draw(cell, left + j * cellWidth, top + i * cellHeight, gap);
                }
            }
        }
    }

    private void draw(Cell cell, double x, double y, double gap) {
        canvas.box(x, y, cellWidth - gap, cellHeight - gap, cell.fill());
        Font cellFont = cell.bold() ? font.toBold() : font;
        String text = cellFont.fit(cell.text(), cellWidth - 5);
        double middle = x + (cellWidth - gap) / 2;
        canvas.text(middle, baseline(y), text, cellFont, cell.fill().ink(), Anchor.MIDDLE);
        canvas.hint(x, y, cellWidth, cellHeight, cell.hint());
    }

    private void drawRowLabels(double height) {
        int every = every(cellHeight);
        for (int i = 0; i < rows.size(); i += every) {
            String label = rows.labels().get(i);
            String fitted = font.fit(label, LONGEST_ROW_LABEL);
            canvas.text(left - GAP, baseline(top + i * cellHeight), fitted, font, Theme.INK, Anchor.END);
            if (!fitted.equals(label)) {
                canvas.hint(0, top + i * cellHeight, left, cellHeight, label);
            }
        }
        double middle = top + height / 2;
        double edge = left - gutter(rows, font) + 11;
        canvas.turned(edge, middle, rows.name(), Theme.SMALL, Theme.MUTED, Anchor.MIDDLE, -90);
    }

    private void drawColumnLabels(double width, double height) {
        double edge = columnsBelow ? top + height + GAP : top - GAP;
        int every = every(cellWidth);
        for (int j = 0; j < columns.size(); j += every) {
            String label = columns.labels().get(j);
            String fitted = font.fit(label, LONGEST_COLUMN_LABEL);
            drawColumnLabel(left + (j + 0.5) * cellWidth, edge, fitted);
            if (!fitted.equals(label)) {
                double y = columnsBelow ? edge : edge - columnLabelHeight();
                canvas.hint(left + j * cellWidth, y, cellWidth, columnLabelHeight(), label);
            }
        }
        double name = columnsBelow ? edge + columnLabelHeight() + 8 : 11;
        canvas.text(left + width / 2, name, columns.name(), Theme.SMALL, Theme.MUTED, Anchor.MIDDLE);
    }

    private void drawColumnLabel(double x, double edge, String label) {
        double ascent = 0.74 * font.size();
        if (turn() == 0) {
            canvas.text(x, columnsBelow ? edge + ascent : edge, label, font, Theme.INK, Anchor.MIDDLE);
        } else if (turn() == 90) {
            Anchor anchor = columnsBelow ? Anchor.END : Anchor.START;
            canvas.turned(x + ascent / 2, edge, label, font, Theme.INK, anchor, -90);
        } else if (columnsBelow) {
            canvas.turned(x + ascent / 2, edge + ascent / 2, label, font, Theme.INK, Anchor.END, -45);
        } else {
            canvas.turned(x + 2, edge, label, font, Theme.INK, Anchor.START, -45);
        }
    }

    /** How far column labels are turned: not at all if they fit, upright where even slanted ones would touch. */
    private int turn() {
        if (widest(columns.labels(), font) <= cellWidth - 4) {
            return 0;
        }
        return cellWidth * SLOPE < font.size() ? 90 : 45;
    }

    private double columnLabelHeight() {
        double longest = longestColumnLabel();
        if (longest == 0) {
            return 0;
        }
        return switch (turn()) {
            case 0 -> font.size() + GAP;
            case 90 -> longest + GAP;
            default -> longest * SLOPE + font.size() + GAP;
        };
    }

    /** How far slanted labels reach beyond the cells. */
    private double overhang() {
        return turn() == 45 ? Math.max(0, longestColumnLabel() * SLOPE - cellWidth / 2 + font.size() / 2) : 0;
    }

    private double longestColumnLabel() {
        return Math.min(LONGEST_COLUMN_LABEL, widest(columns.labels(), font));
    }
    /** Which labels are written: all, or every second, fifth, tenth … */
    private int every(double cell) {
        double needed = (font.size() + 1) / cell;
        return needed <= 1 ? 1 : (int) Math.round(Ticks.step(needed));
    }

    private double baseline(double y) {
        return y + cellHeight / 2 + 0.36 * font.size();
    }
}
