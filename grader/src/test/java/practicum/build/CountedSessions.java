package practicum.build;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import practicum.runner.CellOutcome;
import practicum.runner.CellRunner;

/** Real sessions, of which is known how many were started and what they ran. */
final class CountedSessions implements Sessions {
    private final Sessions sessions;
    private final List<String> cells = new ArrayList<>();
    private int started;

    CountedSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    int started() {
        return started;
    }

    /** How many cells ran that hold some text. */
    long ran(String text) {
        return cells.stream().filter(cell -> cell.contains(text)).count();
    }

    @Override
    public CellRunner start(Path folder) {
        started++;
        CellRunner session = sessions.start(folder);
        return new CellRunner() {
            @Override
            public CellOutcome run(String code) {
                cells.add(code);
                return session.run(code);
            }

            @Override
            public Duration processorTime() {
                return session.processorTime();
            }

            @Override
            public boolean isAlive() {
                return session.isAlive();
            }

            @Override
            public void close() {
                session.close();
            }
        };
    }
}
