package practicum.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.runner.CellOutcome;
import practicum.runner.CellOutcome.Status;
import practicum.runner.CellRunner;

/** What a session makes of processes that die, and of what they cost; the processes are played. */
final class SessionTest {
    private static final Allowance AMPLE = new Allowance(Duration.ofMinutes(5), Duration.ofMinutes(5));

    private final List<Played> started = new ArrayList<>();

    /** A process that notes what it runs, works a second for each cell, and does what a cell says. */
    private static final class Played implements CellRunner {
        private final List<String> ran = new ArrayList<>();
        private final Duration cost;
        private boolean alive = true;

        Played(Duration cost) {
            this.cost = cost;
        }

        @Override
        public CellOutcome run(String code) {
            ran.add(code);
            if (!alive) {
                return new CellOutcome(Status.KERNEL_DIED, List.of(), cost, "It was dead.");
            }
            if (code.equals("die")) {
                alive = false;
                return new CellOutcome(Status.KERNEL_DIED, List.of(), cost, "It died.");
            }
            alive = !code.equals("die later");
            return new CellOutcome(Status.OK, List.of(), cost, "");
        }

        @Override
        public Duration processorTime() {
            return Duration.ofSeconds(ran.size());
        }

        @Override
        public boolean isAlive() {
            return alive;
        }

        @Override
        public void close() {
            alive = false;
        }
    }

    private Session session(Allowance allowance, Duration cost) {
        return new Session(
                () -> {
                    started.add(new Played(cost));
                    return started.get(started.size() - 1);
                },
                allowance);
    }

    private static Status status(Session session, String code) {
        return session.run(code).status();
    }

    @Test
    void afterADeathAllButTheKillerRunAgain() {
        try (var session = session(AMPLE, Duration.ZERO)) {
            assertThat(List.of(status(session, "a"), status(session, "die"), status(session, "b")))
                    .containsExactly(Status.OK, Status.KERNEL_DIED, Status.OK);
            assertThat(session.deaths()).containsExactly(Status.KERNEL_DIED);
        }
        assertThat(started).hasSize(2);
        assertThat(started.get(1).ran).containsExactly("a", "b");
    }

    @Test
    void aProcessThatDiesWithNothingToDoIsNoFaultOfTheNextCell() {
        try (var session = session(AMPLE, Duration.ZERO)) {
            status(session, "a");
            started.get(0).alive = false;
            assertThat(status(session, "b")).isEqualTo(Status.OK);
            assertThat(session.deaths()).containsExactly(Status.KERNEL_DIED);
        }
        assertThat(started.get(1).ran).containsExactly("a", "b");
    }

    @Test
    void aFourthDeathIsTheLast() {
        try (var session = session(AMPLE, Duration.ZERO)) {
            for (int i = 0; i < 4; i++) {
                assertThat(status(session, "die")).isEqualTo(Status.KERNEL_DIED);
            }
            assertThat(session.run("a").status()).isEqualTo(Status.NOT_RUN);
            assertThat(session.run("a").detail()).contains("ended 4 processes");
        }
        assertThat(started).hasSize(4);
    }

    @Test
    void whatWouldTakeLongerThanIsLeftIsNotRunAgainAndSaysSo() {
        try (var session = session(AMPLE, Duration.ofMinutes(3))) {
            status(session, "a");
            status(session, "b");
            status(session, "die");
            var lost = session.run("c");
            assertThat(lost.status()).isEqualTo(Status.NOT_RUN);
            assertThat(lost.detail()).contains("takes longer than what is left");
        }
        assertThat(started).hasSize(1);
    }

    @Test
    void theProcessorTimeOfAllProcessesTogetherIsBounded() {
        var little = new Allowance(Duration.ofMinutes(5), Duration.ofSeconds(5));
        try (var session = session(little, Duration.ZERO)) {
            // One second, two with the death, then one again for the cell that runs again, and so on.
            status(session, "a");
            status(session, "die");
            status(session, "b");
            status(session, "c");
            assertThat(status(session, "d")).isEqualTo(Status.NOT_RUN);
            assertThat(session.run("e").detail()).contains("used up").contains("5 s of processor time");
            assertThat(session.deaths()).containsExactly(Status.KERNEL_DIED, Status.TIMEOUT);
        }
        assertThat(started).allMatch(process -> !process.alive);
    }

    @Test
    void aCellThatKillsItsProcessLaterKeepsItsOwnOutcomeAndCostsThoseAfterIt() {
        try (var session = session(AMPLE, Duration.ZERO)) {
            assertThat(status(session, "die later")).isEqualTo(Status.OK);
            assertThat(status(session, "b")).isEqualTo(Status.KERNEL_DIED);
            assertThat(status(session, "c")).isEqualTo(Status.KERNEL_DIED);
            assertThat(session.run("d").status()).isEqualTo(Status.KERNEL_DIED);
            assertThat(session.run("e").detail()).contains("ended 4 processes");
        }
    }
}
