package practicum.plot;

import static java.awt.BasicStroke.CAP_BUTT;
import static java.awt.BasicStroke.JOIN_ROUND;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Paints pictures as PNG. */
final class Raster {
    private static final float[] DASHES = {6, 4};

    private final Graphics2D surface;

    private Raster(Graphics2D surface) {
        this.surface = surface;
    }

    /** The picture with so many pixels to a unit. */
    static byte[] png(Picture picture, int scale) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image(picture, scale), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What a painter paints, with so many pixels to a unit. */
    static BufferedImage image(Shape.Painter painter, int width, int height, int scale) {
        return image(Picture.of(new Shape.Painting(0, 0, width, height, painter, painter)), scale);
    }

    /** Paints the marks of a picture. */
    static Shape.Painter painter(Picture picture) {
        return surface -> picture.shapes().forEach(new Raster(surface)::paint);
    }

    private static BufferedImage image(Picture picture, int scale) {
        int width = (int) Math.ceil(picture.width() * scale);
        int height = (int) Math.ceil(picture.height() * scale);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D surface = image.createGraphics();
        surface.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        surface.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        surface.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        surface.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        surface.scale(scale, scale);
        painter(picture).paint(surface);
        surface.dispose();
        return image;
    }

    private void paint(Shape shape) {
        if (shape instanceof Shape.Box box) {
            double arc = 2 * box.radius();
            paint(
                    box.radius() == 0
                            ? new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height())
                            : new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), arc, arc),
                    box.fill(),
                    box.stroke(),
                    1);
        } else if (shape instanceof Shape.Line line) {
            paint(new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()), null, line.stroke(), (float)
                    line.width());
        } else if (shape instanceof Shape.Disc disc) {
            double d = 2 * disc.radius();
            paint(new Ellipse2D.Double(disc.x() - d / 2, disc.y() - d / 2, d, d), disc.fill(), disc.rim(), 1);
        } else if (shape instanceof Shape.Path path) {
            paint(path);
        } else if (shape instanceof Shape.Text text) {
            paint(text);
        } else if (shape instanceof Shape.Painting painting) {
            Graphics2D part = (Graphics2D) surface.create();
            part.translate(painting.x(), painting.y());
            part.clipRect(0, 0, painting.width(), painting.height());
            painting.day().paint(part);
            part.dispose();
        }
    }

    private void paint(java.awt.Shape outline, @Nullable Rgb fill, @Nullable Rgb stroke, float width) {
        if (fill != null) {
            surface.setColor(color(fill));
            surface.fill(outline);
        }
        if (stroke != null) {
            surface.setColor(color(stroke));
            surface.setStroke(new BasicStroke(width));
            surface.draw(outline);
        }
    }

    private void paint(Shape.Path path) {
        var outline = new Path2D.Double();
        for (Shape.Point point : path.points()) {
            if (outline.getCurrentPoint() == null) {
                outline.moveTo(point.x(), point.y());
            } else {
                outline.lineTo(point.x(), point.y());
            }
        }
        Composite before = surface.getComposite();
        surface.setComposite(AlphaComposite.SrcOver.derive((float) path.opacity()));
        if (path.fill() != null) {
            outline.closePath();
            surface.setColor(color(path.fill()));
            surface.fill(outline);
        }
        if (path.stroke() != null) {
            surface.setColor(color(path.stroke()));
            surface.setStroke(
                    new BasicStroke((float) path.width(), CAP_BUTT, JOIN_ROUND, 10, path.dashed() ? DASHES : null, 0));
            surface.draw(outline);
        }
        surface.setComposite(before);
    }

    private void paint(Shape.Text text) {
        AffineTransform before = surface.getTransform();
        surface.setColor(color(text.fill()));
        surface.setFont(font(text.font()));
        surface.rotate(Math.toRadians(text.degrees()), text.x(), text.y());
        double width =
                surface.getFontMetrics().getStringBounds(text.text(), surface).getWidth();
        double shift =
                switch (text.anchor()) {
                    case START -> 0;
                    case MIDDLE -> width / 2;
                    case END -> width;
                };
        surface.drawString(text.text(), (float) (text.x() - shift), (float) text.y());
        surface.setTransform(before);
    }

    static Color color(Rgb color) {
        return new Color(color.red(), color.green(), color.blue());
    }

    static java.awt.Font font(Font font) {
        int style = font.bold() ? java.awt.Font.BOLD : java.awt.Font.PLAIN;
        return new java.awt.Font(font.face().java, style, 1).deriveFont((float) font.size());
    }
}
