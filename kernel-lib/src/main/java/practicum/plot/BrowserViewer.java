package practicum.plot;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Shows figures outside notebooks: as a page in the browser, and where there is none as text and the page's address. */
final class BrowserViewer implements Viewer {
    @Override
    public void show(Figure figure) {
        Path page = page(figure);
        if (!open(page)) {
            System.out.println(figure.text());
        }
        System.out.println("Figure: " + page.toUri());
    }

    private static Path page(Figure figure) {
        try {
            Path page = Files.createTempFile("figure-", ".html");
            figure.save(page);
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The figure cannot be shown, because " + System.getProperty("java.io.tmpdir")
                            + " cannot be written. figure.save(\"figure.svg\") writes it elsewhere.",
                    e);
        }
    }

    /** Whether a browser was asked to show the page. */
    private static boolean open(Path page) {
        if (GraphicsEnvironment.isHeadless()
                || !Desktop.isDesktopSupported()
                || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
            return false;
        }
        try {
            Desktop.getDesktop().browse(page.toUri());
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
