package practicum.live;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A notebook open in a front end of Jupyter's, used as a person uses it: by menus, buttons and what the page shows. */
interface OpenNotebook {
    /** Runs all cells by the menu and waits until the last has ended. */
    void runAll(Duration limit) throws IOException, InterruptedException;

    /** Runs one code cell and waits until it has ended. */
    void run(int cell, Duration limit) throws IOException, InterruptedException;

    /** Runs one code cell and waits until it has printed something. */
    void startAndAwaitOutput(int cell) throws IOException, InterruptedException;

    /** Presses the stop button and waits until a cell has ended with an error. */
    void stop(int cell) throws IOException, InterruptedException;

    /** Presses the restart button, agrees, and waits for the new kernel. */
    void restart() throws IOException, InterruptedException;

    /** The text of what one code cell shows. */
    String output(int cell) throws IOException, InterruptedException;

    /** The errors that the cells show. */
    List<String> errors() throws IOException, InterruptedException;

    /** The code of the cells that show no picture. */
    List<String> cellsWithoutPicture() throws IOException, InterruptedException;

    /** What is wrong with the pictures that the cells show, one sentence each. */
    List<String> pictureFaults() throws IOException, InterruptedException;

    /** Saves a picture of the notebook, from its beginning, as tall as it is up to a limit. */
    void screenshot(Path file) throws IOException, InterruptedException;
}
