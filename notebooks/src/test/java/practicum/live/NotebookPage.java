package practicum.live;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import practicum.jupyter.JupyterServer;

/** One notebook open in the classic Jupyter Notebook, used by its menus. */
final class NotebookPage {
    private static final Duration OPENING = Duration.ofSeconds(40);
    private static final String CODE_CELLS = "Jupyter.notebook.get_cells().filter(c => c.cell_type === 'code')";

    private final Chromium browser;

    private NotebookPage(Chromium browser) {
        this.browser = browser;
    }

    /** Opens a notebook of the server's folder and waits until its kernel is ready. */
    static NotebookPage open(Chromium browser, JupyterServer server, String name)
            throws IOException, InterruptedException {
        browser.open(URI.create(server.base() + "notebooks/" + name + "?token=" + server.token()));
        browser.await(
                "window.Jupyter && Jupyter.notebook && Jupyter.notebook._fully_loaded"
                        + " && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()"
                        + " && document.querySelector('#kernel_indicator_icon.kernel_idle_icon')",
                OPENING);
        return new NotebookPage(browser);
    }

    /** Clears what an earlier run left, runs all cells by the menu, and waits until the last has ended. */
    void runAll(Duration limit) throws IOException, InterruptedException {
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

    /** The errors that the cells show. */
    List<String> errors() throws IOException, InterruptedException {
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

    /** Saves a picture of the notebook, from its beginning, as tall as it is up to a limit. */
    void screenshot(Path file) throws IOException, InterruptedException {
        int height = browser.script("document.querySelector('#site').scrollTop = 0;"
                        + "return document.querySelector('#notebook-container').offsetHeight")
                .getAsInt();
        browser.screenshot(file, Math.min(16_000, height + 400));
    }

    private List<String> strings(String script) throws IOException, InterruptedException {
        JsonArray found = browser.script(script).getAsJsonArray();
        List<String> texts = new ArrayList<>();
        found.forEach(text -> texts.add(text.getAsString()));
        return texts;
    }
}
