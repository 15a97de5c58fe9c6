package practicum.notebook;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;

/**
 * Sends displays to the host of a cell server, after what was printed before them.
 *
 * @param events the host's end
 * @param streams what was printed
 */
record PipeFront(EventWriter events, StreamBatch streams) implements Front {
    @Override
    public void stream(String name, String text) {
        streams.drain();
        events.stream(name, text);
    }

    @Override
    public void display(DisplayData data) {
        streams.drain();
        events.data("display", data);
    }

    @Override
    public boolean canUpdate() {
        return false;
    }

    @Override
    public void update(DisplayData data) {
        // the protocol has no event for it: a notebook that is run without a reader keeps no progress bars
    }
}
