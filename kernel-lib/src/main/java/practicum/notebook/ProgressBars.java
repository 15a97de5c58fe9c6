package practicum.notebook;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.time.Duration;
import java.util.UUID;
import practicum.progress.ProgressSink;
import practicum.progress.ProgressState;

/** Shows progress as a bar below the running cell; where nothing displayed can be changed, not at all. */
final class ProgressBars implements ProgressSink {
    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final String BAR = "<div style=\"max-width:44em;font-variant-numeric:tabular-nums\">"
            + "<div><b>%s</b> <span style=\"opacity:.75\">%s</span></div>"
            + "<div style=\"height:6px;border-radius:3px;background:rgba(128,128,128,.25);margin:.3em 0\">"
            + "<div style=\"height:6px;border-radius:3px;width:%d%%;background:%s\"></div></div></div>";

    @Override
    public ProgressView open() {
        return new Bar();
    }

    static DisplayData render(ProgressState state) {
        var data = new DisplayData(state.what() + ": " + state.details());
        int percent = state.fraction().map(part -> (int) Math.round(part * 100)).orElse(state.over() ? 100 : 0);
        String colour = state.over() && !state.complete() ? "#c2590a" : "#2f6fb3";
        data.putHTML(BAR.formatted(Html.escape(state.what()), Html.escape(state.details()), percent, colour));
        return data;
    }

    /** One bar: displayed once, then changed in place. */
    private static final class Bar implements ProgressView {
        private final String id = UUID.randomUUID().toString();
        private boolean displayed;

        @Override
        public Duration interval() {
            return INTERVAL;
        }

        @Override
        public void show(ProgressState state) {
            Front front = Front.current();
            if (!front.canUpdate()) {
                return;
            }
            DisplayData data = render(state);
            data.setDisplayId(id);
            if (displayed) {
                front.update(data);
            } else {
                front.display(data);
            }
            displayed = true;
        }
    }
}
