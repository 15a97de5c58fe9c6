package practicum.notebook;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import practicum.progress.ProgressSink;
import practicum.progress.ProgressState;

/**
 * Shows progress as a bar below the running cell; where nothing displayed can be changed, not at all. A bar that begins
 * while another one runs stands below it, and goes when its own computation ends; one that begins when another one of the
 * same name has ended takes its place: a hundred trainings in a loop leave one bar.
 */
final class ProgressBars implements ProgressSink {
    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final String BAR = "<div style=\"max-width:44em;font-variant-numeric:tabular-nums\">"
            + "<div><b>%s</b> <span style=\"opacity:.75\">%s</span></div>"
            + "<div style=\"height:6px;border-radius:3px;background:rgba(128,128,128,.25);margin:.3em 0\">"
            + "<div style=\"height:6px;border-radius:3px;width:%d%%;background:%s\"></div></div></div>";

    /** The bars of the cell's computations, the outermost first, whether they can be seen yet or not. */
    private final List<Bar> running = new ArrayList<>();

    /** The bar that was shown last and by itself. */
    private Optional<Bar> last = Optional.empty();

    @Override
    public ProgressView open() {
        Object cell = Front.current().cell();
        Bar bar = new Bar(cell);
        synchronized (running) {
            // What an earlier cell left open must not draw this cell's bars below that one.
            running.removeIf(other -> other.cell != cell);
            running.add(bar);
        }
        return bar;
    }

    static DisplayData render(List<ProgressState> states) {
        var data = new DisplayData(states.stream()
                .map(state -> state.what() + ": " + state.details())
                .collect(Collectors.joining("\n")));
        data.putHTML(states.stream().map(ProgressBars::html).collect(Collectors.joining()));
        return data;
    }

    private static String html(ProgressState state) {
        int percent = state.fraction().map(part -> (int) Math.round(part * 100)).orElse(state.over() ? 100 : 0);
        String colour = state.over() && !state.complete() ? "#c2590a" : "#2f6fb3";
        return BAR.formatted(Html.escape(state.what()), Html.escape(state.details()), percent, colour);
    }

    /** One bar: displayed once, then changed in place; or a part of the bar that ran before it. */
    private final class Bar implements ProgressView {
        private final Object cell;
        private String id = UUID.randomUUID().toString();
        private Optional<ProgressState> latest = Optional.empty();
        private boolean displayed;

        Bar(Object cell) {
            this.cell = cell;
        }

        @Override
        public Duration interval() {
            return INTERVAL;
        }

        @Override
        public void show(ProgressState state) {
            if (!Front.current().canUpdate()) {
                return;
            }
            synchronized (running) {
                latest = Optional.of(state);
                List<Bar> shown = running.contains(this) ? running : List.of(this);
                if (!state.over() || shown.get(0) == this || !othersAreShown()) {
                    shown.get(0).draw(shown);
                }
            }
        }

        /** A bar inside another one goes; the outermost stays as it is. */
        @Override
        public void close() {
            synchronized (running) {
                boolean inside = running.remove(this) && latest.isPresent() && othersAreShown();
                if (inside) {
                    running.get(0).draw(running);
                } else if (displayed) {
                    last = Optional.of(this);
                }
            }
        }

        private boolean othersAreShown() {
            return running.stream().anyMatch(bar -> bar != this && bar.latest.isPresent());
        }

        private void draw(List<Bar> bars) {
            last.filter(other ->
                            !displayed && other.cell == cell && other.name().equals(name()))
                    .ifPresent(this::takePlaceOf);
            DisplayData data =
                    render(bars.stream().flatMap(bar -> bar.latest.stream()).toList());
            data.setDisplayId(id);
            if (displayed) {
                Front.current().update(data);
            } else {
                Front.current().display(data);
            }
            displayed = true;
        }

        private void takePlaceOf(Bar other) {
            id = other.id;
            displayed = true;
        }

        private String name() {
            return latest.map(ProgressState::what).orElse("");
        }
    }
}
