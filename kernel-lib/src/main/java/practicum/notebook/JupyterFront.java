package practicum.notebook;

import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.publish.PublishDisplayData;
import io.github.spencerpark.jupyter.messages.publish.PublishUpdateDisplayData;
import org.jspecify.annotations.Nullable;

/** Publishes outputs to Jupyter under the cell that runs, or, after it, under the one that ran last. */
final class JupyterFront implements Front {
    private final StreamBatch streams = new StreamBatch(this::publish);
    private volatile @Nullable ShellReplyEnvironment cell;

    void takeOverStreams() {
        streams.takeOver();
    }

    /** From now on outputs belong to this request. */
    void begin(ShellReplyEnvironment request) {
        streams.drain();
        cell = request;
    }

    /** Publishes all that was printed so far. */
    void drain() {
        streams.drain();
    }

    @Override
    public void stream(String name, String text) {
        streams.drain();
        publish(name, text);
    }

    @Override
    public void display(DisplayData data) {
        streams.drain();
        ShellReplyEnvironment request = cell;
        if (request != null) {
            request.publish(new PublishDisplayData(data));
        }
    }

    @Override
    public Object cell() {
        ShellReplyEnvironment request = cell;
        return request == null ? this : request;
    }

    @Override
    public boolean canUpdate() {
        return true;
    }

    @Override
    public void update(DisplayData data) {
        ShellReplyEnvironment request = cell;
        if (request != null) {
            request.publish(new PublishUpdateDisplayData(data));
        }
    }

    private void publish(String name, String text) {
        ShellReplyEnvironment request = cell;
        if (request == null) {
            return;
        }
        if (name.equals("stderr")) {
            request.writeToStdErr(text);
        } else {
            request.writeToStdOut(text);
        }
    }
}
