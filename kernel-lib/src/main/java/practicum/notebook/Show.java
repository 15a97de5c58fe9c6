package practicum.notebook;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;

/** Shows things in the notebook from anywhere in a cell; every method returns nothing, so that nothing else is shown. */
public final class Show {
    private Show() {}

    /** Shows HTML as it is. */
    public static void html(String html) {
        var data = new DisplayData("[HTML]");
        data.putHTML(html);
        Front.current().display(data);
    }
}
