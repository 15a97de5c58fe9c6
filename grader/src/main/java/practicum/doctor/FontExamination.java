package practicum.doctor;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Whether Java can draw text, as every chart must. */
record FontExamination() implements Examination {
    @Override
    public List<Diagnosis> examine() {
        try {
            return List.of(
                    drawn() > 0
                            ? Diagnosis.well("fonts", "Charts can draw their labels.")
                            : ill("Text draws as nothing."));
        } catch (RuntimeException | LinkageError | InternalError e) {
            return List.of(ill("Java finds no font (" + e.getClass().getSimpleName() + ")."));
        }
    }

    private static Diagnosis ill(String seen) {
        return Diagnosis.ill(
                "fonts", seen, "Charts need fontconfig and a font: apt-get install fontconfig fonts-dejavu-core");
    }

    /** How many pixels a letter takes. */
    private static long drawn() {
        var image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
        graphics.drawString("W", 4, 24);
        graphics.dispose();
        return java.util.Arrays.stream(image.getRGB(0, 0, 32, 32, null, 0, 32))
                .filter(pixel -> (pixel & 0xffffff) != 0)
                .count();
    }
}
