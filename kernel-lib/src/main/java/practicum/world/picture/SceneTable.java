package practicum.world.picture;

import java.util.List;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What scenes show, one row for each object; what an object has not is missing. */
final class SceneTable {
    private final IntColumn picture = IntColumn.create("picture");
    private final IntColumn object = IntColumn.create("object");
    private final StringColumn label = StringColumn.create("class");
    private final StringColumn name = StringColumn.create("name");
    private final DoubleColumn x = DoubleColumn.create("x");
    private final DoubleColumn y = DoubleColumn.create("y");
    private final DoubleColumn radius = DoubleColumn.create("radius");
    private final DoubleColumn angle = DoubleColumn.create("angle");
    private final DoubleColumn brightness = DoubleColumn.create("brightness");
    private final IntColumn pixels = IntColumn.create("pixels");
    private final BooleanColumn asked = BooleanColumn.create("asked");
    private final BooleanColumn watermark = BooleanColumn.create("watermark");

    private SceneTable() {}

    static Table of(List<Scene> scenes, List<String> classes) {
        SceneTable table = new SceneTable();
        for (int s = 0; s < scenes.size(); s++) {
            for (int o = 0; o < scenes.get(s).objects().size(); o++) {
                table.add(s, o, scenes.get(s), classes);
            }
        }
        return Table.create("pictures", table.picture, table.object, table.label, table.name, table.x, table.y)
                .addColumns(table.radius, table.angle, table.brightness, table.pixels, table.asked, table.watermark);
    }

    private void add(int number, int which, Scene scene, List<String> classes) {
        Painted painted = scene.objects().get(which);
        picture.append(number);
        object.append(which);
        label.append(classes.get(painted.label()));
        name.append(painted.mark().name());
        place(painted.mark());
        brightness.append(painted.ink().brightness());
        int seen = 0;
        for (boolean each : scene.mask(which)) {
            seen += each ? 1 : 0;
        }
        pixels.append(seen);
        asked.append(which == scene.asked());
        watermark.append(scene.watermarked());
    }

    private void place(Mark mark) {
        if (mark instanceof ShapeMark shape) {
            row(shape.x(), shape.y(), shape.radius(), shape.turn());
        } else if (mark instanceof CurveMark curve) {
            row(curve.x(), curve.y(), curve.radius(), curve.angle());
        } else if (mark instanceof GratingMark grating) {
            x.appendMissing();
            y.appendMissing();
            radius.appendMissing();
            angle.append(grating.angle());
        }
    }

    private void row(double atX, double atY, double ofRadius, double atAngle) {
        x.append(atX);
        y.append(atY);
        radius.append(ofRadius);
        angle.append(atAngle);
    }
}
