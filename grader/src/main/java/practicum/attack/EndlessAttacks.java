package practicum.attack;

import static practicum.attack.Attack.beside;
import static practicum.attack.Attack.scores;
import static practicum.attack.Attacked.SCORES;
import static practicum.attack.Expected.of;

import java.util.List;
import practicum.check.Status;

/** What does not end, or does not end in time. */
final class EndlessAttacks {
    private EndlessAttacks() {}

    static List<Attack> all() {
        return List.of(
                scores(
                                1,
                                "an endless loop",
                                SCORES + "\nwhile (true) { }",
                                of(4, Status.TIMEOUT).saying("The cell of scores did not run to its end"))
                        .slow(),
                scores(
                                2,
                                "a loop that catches everything",
                                SCORES
                                        + "\nwhile (true) { try { while (true) Thread.sleep(5); } catch (Throwable t) { } }",
                                of(4, Status.TIMEOUT).saying("longer than"))
                        .slow(),
                scores(
                        3,
                        "endless printing",
                        SCORES + "\nwhile (true) System.out.println(\"x\".repeat(999));",
                        of(4, Status.OUTPUT_LIMIT).saying("wrote more than")),
                scores(
                        39,
                        "recursion without end",
                        "int deep(int n) { return deep(n + 1) + 1; }\n"
                                + "double[] scores(double[] q) { return new double[] {deep(0)}; }",
                        of(4, Status.PARTIAL).saying("StackOverflowError")),
                scores(
                        39,
                        "an expression of 30,000 terms",
                        "double[] scores(double[] q) { return new double[] {1" + " + q[0]".repeat(30_000) + "}; }",
                        of(4, Status.PARTIAL, Status.KERNEL_DIED)),
                scores(
                        40,
                        "an exception that throws when it is told",
                        """
                        class Sly extends RuntimeException {
                            public String getMessage() { throw new Sly(); }
                            public String toString() { throw new Sly(); }
                            public StackTraceElement[] getStackTrace() { throw new Sly(); }
                        }
                        double[] scores(double[] q) { throw new Sly(); }
                        """,
                        of(4, Status.PARTIAL)),
                scores(
                                40,
                                "an exception that never ends telling",
                                """
                                class Sly extends Error {
                                    public String getMessage() { while (true) { } }
                                }
                                double[] scores(double[] q) { return q; }
                                throw new Sly();
                                """,
                                of(4, Status.TIMEOUT))
                        .slow(),
                scores(
                                40,
                                "a value that never ends being shown",
                                SCORES + "\nnew Object() { public String toString() { while (true) { } } }",
                                of(4, Status.TIMEOUT))
                        .slow(),
                scores(
                                41,
                                "many threads at work at once",
                                SCORES
                                        + """

                                        for (int i = 0; i < 8; i++) new Thread(() -> { while (true) { } }).start();
                                        Thread.sleep(60_000);
                                        """,
                                of(4, Status.TIMEOUT))
                        .slow(),
                beside(
                                2,
                                "all other threads held",
                                "Thread.getAllStackTraces().keySet().stream().filter(t -> t != Thread.currentThread())"
                                        + ".forEach(Thread::suspend);",
                                of(0, Status.TIMEOUT, Status.PARTIAL, Status.KERNEL_DIED, Status.OK)
                                        .atMost(10))
                        .slow(),
                beside(
                        38,
                        "the end of a text in the middle of a cell",
                        "int before = 1;\n\u001a\nint after = (",
                        of(10, Status.OK)),
                beside(
                        18,
                        "a manager of security that allows nothing",
                        "System.setSecurityManager(new SecurityManager() { public void checkPermission(java.security.Permission p)"
                                + " { throw new SecurityException(\"no\"); } });",
                        of(0, Status.PARTIAL, Status.KERNEL_DIED, Status.TIMEOUT, Status.OK)
                                .atMost(10)),
                beside(41, "slow, but in time", "Thread.sleep(1500);", of(10, Status.OK)),
                scores(
                        48,
                        "reading from the keyboard",
                        "double[] scores(double[] q) { return new double[] {new Scanner(System.in).nextDouble()}; }",
                        of(4, Status.PARTIAL).saying("NoSuchElementException")));
    }
}
