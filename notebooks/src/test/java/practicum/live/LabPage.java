package practicum.live;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One notebook open in JupyterLab 4, used by its menus and buttons. The window is as tall as the longest notebook: Lab
 * takes the cells that are out of sight out of the page.
 */
final class LabPage implements OpenNotebook {
    private static final Duration OPENING = Duration.ofSeconds(60);
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 16_000;
    private static final String CELL = ".jp-Notebook .jp-CodeCell[data-windowed-list-index=\"%d\"]";
    private static final String CODE_CELLS = "[...document.querySelectorAll('.jp-Notebook .jp-CodeCell')]";
    private static final String RUN_MENU = ".lm-MenuBar-item:nth-of-type(4)";
    private static final String SETTINGS_MENU = ".lm-MenuBar-item:nth-of-type(7)";
    private static final String IDLE =
            "document.querySelector('.jp-Notebook-ExecutionIndicator[data-status=\"idle\"]')";

    private final Chromium browser;

    private LabPage(Chromium browser) {
        this.browser = browser;
    }

    /** Opens a notebook of the server's folder and waits until its kernel is ready. */
    static LabPage open(FrontEndSession session, String name) throws IOException, InterruptedException {
        session.browser().resize(WIDTH, HEIGHT);
        Chromium browser = session.show("lab/tree/" + name + "?reset");
        browser.await(IDLE + " && " + CODE_CELLS + ".length > 0", OPENING);
        return new LabPage(browser);
    }

    @Override
    public void runAll(Duration limit) throws IOException, InterruptedException {
        choose(RUN_MENU, "runmenu:run-all");
        browser.await(
                CODE_CELLS + ".every(c => /\\[\\d+\\]/.test(c.querySelector('.jp-InputPrompt').textContent)) && "
                        + IDLE,
                limit);
    }

    @Override
    public void run(int cell, Duration limit) throws IOException, InterruptedException {
        start(cell);
        browser.await(
                "/\\[\\d+\\]/.test(document.querySelector('%s .jp-InputPrompt').textContent) && %s"
                        .formatted(CELL.formatted(cell), IDLE),
                limit);
    }

    @Override
    public void startAndAwaitOutput(int cell) throws IOException, InterruptedException {
        start(cell);
        browser.await("document.querySelector('%s .jp-RenderedText')".formatted(CELL.formatted(cell)), OPENING);
    }

    private void start(int cell) throws IOException, InterruptedException {
        browser.click(CELL.formatted(cell) + " .jp-InputPrompt");
        press("notebook:run-cell-and-select-next");
    }

    @Override
    public void stop(int cell) throws IOException, InterruptedException {
        press("notebook:interrupt-kernel");
        browser.await(
                "document.querySelector('%s [data-mime-type=\"application/vnd.jupyter.stderr\"]')"
                        .formatted(CELL.formatted(cell)),
                OPENING);
    }

    @Override
    public void restart() throws IOException, InterruptedException {
        press("notebook:restart-kernel");
        browser.await("document.querySelector('.jp-Dialog .jp-mod-warn')", OPENING);
        browser.click(".jp-Dialog .jp-mod-warn");
        browser.await("!document.querySelector('.jp-Dialog')", OPENING);
        // Idle until the new kernel starts, and again when it has.
        Thread.sleep(1000);
        browser.await(IDLE, OPENING);
    }

    /** The name of the theme that the page has. */
    String theme() throws IOException, InterruptedException {
        return browser.script("return document.body.dataset.jpThemeName").getAsString();
    }

    /** Chooses a theme by the menu; Lab remembers it. */
    void choose(String theme) throws IOException, InterruptedException {
        browser.click(SETTINGS_MENU);
        browser.await("document.querySelector('.lm-Menu-item[data-type=\"submenu\"]')", OPENING);
        browser.click(".lm-Menu-item[data-type=\"submenu\"]");
        browser.await("document.querySelector('.lm-Menu-item[data-command=\"apputils:change-theme\"]')", OPENING);
        browser.script(
                "[...document.querySelectorAll('.lm-Menu-item[data-command=\"apputils:change-theme\"]')]"
                        + ".find(item => item.innerText.trim() === arguments[0]).setAttribute('data-wanted', '')",
                theme);
        browser.click(".lm-Menu-item[data-wanted]");
        browser.await("document.body.dataset.jpThemeName === '" + theme + "'", OPENING);
    }

    @Override
    public String output(int cell) throws IOException, InterruptedException {
        return browser.script(
                        "return document.querySelector(arguments[0]).innerText",
                        CELL.formatted(cell) + " .jp-Cell-outputArea")
                .getAsString();
    }

    @Override
    public List<String> errors() throws IOException, InterruptedException {
        return strings(
                "return [...document.querySelectorAll('[data-mime-type=\"application/vnd.jupyter.stderr\"]')].map(e =>"
                        + " e.innerText)");
    }

    @Override
    public List<String> cellsWithoutPicture() throws IOException, InterruptedException {
        return strings("return " + CODE_CELLS
                + ".filter(c => !c.querySelector('.jp-RenderedHTML img')).map(c =>"
                + " c.querySelector('.jp-InputArea').innerText)");
    }

    @Override
    public List<String> pictureFaults() throws IOException, InterruptedException {
        return strings(NotebookPage.PICTURE_FAULTS, ".jp-RenderedHTML img");
    }

    /** What the first picture of the notebook looks like on the screen, as a PNG. */
    byte[] firstPicture() throws IOException, InterruptedException {
        return browser.picture(".jp-RenderedHTML img");
    }

    @Override
    public void screenshot(Path file) throws IOException, InterruptedException {
        int bottom = browser.script(
                        "return Math.ceil(Math.max(...[...document.querySelectorAll('.jp-Notebook .jp-Cell')]"
                                + ".map(cell => cell.getBoundingClientRect().bottom)))")
                .getAsInt();
        browser.resize(WIDTH, Math.min(HEIGHT, bottom + 250));
        browser.screenshot(file);
        browser.resize(WIDTH, HEIGHT);
    }

    private void choose(String menu, String command) throws IOException, InterruptedException {
        String item = ".lm-Menu-item[data-command=\"" + command + "\"]";
        browser.click(menu);
        browser.await("document.querySelector('" + item + "')", OPENING);
        browser.click(item);
    }

    private void press(String command) throws IOException, InterruptedException {
        browser.click(".jp-NotebookPanel-toolbar [data-command=\"" + command + "\"]");
    }

    private List<String> strings(String script, Object... arguments) throws IOException, InterruptedException {
        JsonArray found = browser.script(script, arguments).getAsJsonArray();
        List<String> texts = new ArrayList<>();
        found.forEach(text -> texts.add(text.getAsString()));
        return texts;
    }
}
