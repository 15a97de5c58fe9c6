package practicum.live;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One notebook open in the classic Jupyter Notebook, used by its menus. */
final class NotebookPage implements OpenNotebook {
    private static final Duration OPENING = Duration.ofSeconds(40);
    private static final int WIDTH = 1200;
    static final String PICTURE_FAULTS = resource("picture-faults.js");
    private static final String CODE_CELLS = "Jupyter.notebook.get_cells().filter(c => c.cell_type === 'code')";

    private final Chromium browser;

    private NotebookPage(Chromium browser) {
        this.browser = browser;
    }

    /** Opens a notebook of the server's folder and waits until its kernel is ready. */
    static NotebookPage open(FrontEndSession session, String name) throws IOException, InterruptedException {
        Chromium browser = session.show("notebooks/" + name);
        browser.await(
                "window.Jupyter && Jupyter.notebook && Jupyter.notebook._fully_loaded"
                        + " && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()"
                        + " && document.querySelector('#kernel_indicator_icon.kernel_idle_icon')",
                OPENING);
        return new NotebookPage(browser);
    }

    /** Clears what an earlier run left, runs all cells by the menu, and waits until the last has ended. */
    @Override
    public void runAll(Duration limit) throws IOException, InterruptedException {
        browser.script("Jupyter.notebook.clear_all_output()");
        browser.click("#menus li.dropdown:nth-of-type(5) > a");
        browser.click("#run_all_cells");
        browser.await(
                CODE_CELLS + ".filter(c => c.get_text().trim()).some(c => c.input_prompt_number === '*')" + " || "
                        + CODE_CELLS + ".some(c => c.input_prompt_number > 0)",
                limit);
        browser.await(
                CODE_CELLS + ".every(c => c.input_prompt_number !== '*')" + " && !Jupyter.notebook.kernel_busy", limit);
    }

    /** How many pictures the cells show: images, and SVG that is drawn in the page. */
    int pictures() throws IOException, InterruptedException {
        return browser.script("return document.querySelectorAll('.output_area img, .output_area svg').length")
                .getAsInt();
    }

    @Override
    public List<String> cellsWithoutPicture() throws IOException, InterruptedException {
        return strings("return " + CODE_CELLS
                + ".filter(c => !c.element[0].querySelector('.output_area img')).map(c => c.get_text())");
    }

    @Override
    public List<String> errors() throws IOException, InterruptedException {
        return strings("return [...document.querySelectorAll('.output_error')].map(e => e.innerText)");
    }

    /** The code cells that have not been run to their end. */
    List<String> unfinished() throws IOException, InterruptedException {
        return strings("return " + CODE_CELLS
                + ".filter(c => c.get_text().trim() && !(c.input_prompt_number > 0)).map(c => c.get_text())");
    }

    /** All text that the page shows. */
    String text() throws IOException, InterruptedException {
        return browser.script("return document.querySelector('#notebook').innerText")
                .getAsString();
    }

    @Override
    public List<String> pictureFaults() throws IOException, InterruptedException {
        return strings(PICTURE_FAULTS, ".output_html img");
    }

    @Override
    public void run(int cell, Duration limit) throws IOException, InterruptedException {
        start(cell);
        browser.await(
                "!Jupyter.notebook.kernel_busy && Jupyter.notebook.get_cell(%d).input_prompt_number > 0"
                        .formatted(cell),
                limit);
    }

    @Override
    public void startAndAwaitOutput(int cell) throws IOException, InterruptedException {
        start(cell);
        browser.await(
                "document.querySelectorAll('.cell')[%d].querySelector('.output_stream')".formatted(cell), OPENING);
    }

    private void start(int cell) throws IOException, InterruptedException {
        browser.script(
                "Jupyter.notebook.get_cell(arguments[0]).clear_output();"
                        + " Jupyter.notebook.execute_cells([arguments[0]])",
                cell);
    }

    @Override
    public void stop(int cell) throws IOException, InterruptedException {
        browser.click("button[data-jupyter-action='jupyter-notebook:interrupt-kernel']");
        browser.await("document.querySelectorAll('.cell')[%d].querySelector('.output_error')".formatted(cell), OPENING);
    }

    @Override
    public void restart() throws IOException, InterruptedException {
        browser.script("window.restarted = false;"
                + "Jupyter.notebook.events.one('kernel_ready.Kernel', () => { window.restarted = true; })");
        browser.click("button[data-jupyter-action='jupyter-notebook:confirm-restart-kernel']");
        browser.await("document.querySelector('.modal.in .btn-danger')", OPENING);
        browser.script("document.querySelector('.modal.in .btn-danger').click()");
        browser.await(
                "window.restarted && !Jupyter.notebook.kernel_busy && !document.querySelector('.modal')", OPENING);
    }

    @Override
    public String output(int cell) throws IOException, InterruptedException {
        return browser.script(
                        "return document.querySelectorAll('.cell')[arguments[0]].querySelector('.output').innerText",
                        cell)
                .getAsString();
    }

    @Override
    public void screenshot(Path file) throws IOException, InterruptedException {
        screenshot(file, WIDTH);
    }

    /** {@link #screenshot(Path)} in a window of another width. */
    void screenshot(Path file, int width) throws IOException, InterruptedException {
        int height = browser.script("document.querySelector('#site').scrollTop = 0;"
                        + "return document.querySelector('#notebook-container').offsetHeight")
                .getAsInt();
        browser.resize(width, Math.min(16_000, height + 400));
        browser.screenshot(file);
    }

    /** What one cell looks like, as a PNG. */
    byte[] picture(int cell) throws IOException, InterruptedException {
        return browser.picture("#notebook-container > .cell:nth-child(" + (cell + 1) + ")");
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(NotebookPage.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> strings(String script, Object... arguments) throws IOException, InterruptedException {
        JsonArray found = browser.script(script, arguments).getAsJsonArray();
        List<String> texts = new ArrayList<>();
        found.forEach(text -> texts.add(text.getAsString()));
        return texts;
    }
}
