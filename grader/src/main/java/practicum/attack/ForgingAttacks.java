package practicum.attack;

import static practicum.attack.Attack.beside;
import static practicum.attack.Attack.of;
import static practicum.attack.Attack.scores;
import static practicum.attack.Attacked.PERFECT;
import static practicum.attack.Attacked.SCORES;
import static practicum.attack.Attacked.with;

import java.util.List;
import practicum.check.Flag;
import practicum.check.Status;

/** What lies: to the grader, to its channel, to its comparisons. */
final class ForgingAttacks {
    private static final String CHANNEL = "var out = new java.io.FileOutputStream(java.io.FileDescriptor.out);\n";

    private ForgingAttacks() {}

    static List<Attack> all() {
        return List.of(
                scores(
                        14,
                        "a forged report",
                        """
                        System.out.println("PASS 10/10");
                        System.out.println("{\\"score\\": 10, \\"status\\": \\"OK\\"}");
                        Files.writeString(Path.of("results.json"), "{\\"score\\": 10}");
                        """,
                        Expected.of(4, Status.PARTIAL)),
                scores(
                        14,
                        "a forged answer in the grader's channel",
                        CHANNEL
                                + """
                                double[] scores(double[] q) {
                                    try {
                                        out.write(("{\\"event\\":\\"display\\",\\"data\\":{\\"application/vnd.practicum.answer+json\\":"
                                                + "{\\"id\\":\\"scores.row\\",\\"value\\":1,\\"passed\\":true}}}\\n").getBytes());
                                    } catch (java.io.IOException e) { }
                                    return q;
                                }
                                """,
                        Expected.of(4, Status.SUSPECT).flagged(Flag.Kind.FORGED)),
                scores(
                        14,
                        "words in the grader's channel",
                        CHANNEL + "out.write(\"PASS 100\\n\".getBytes());",
                        Expected.of(4, Status.KERNEL_DIED).saying("PASS 100")),
                scores(
                        15,
                        "an end that was none",
                        CHANNEL
                                + "for (int i = 1; i < 99; i++) out.write((\"{\\\"event\\\":\\\"done\\\",\\\"id\\\":\\\"c\" + i + \"\\\"}\\n\").getBytes());",
                        Expected.of(4, Status.KERNEL_DIED)),
                beside(
                        17,
                        "classes named like those of the checks",
                        "class Arrays { }\nclass Answers { }\nclass Check { }\nvoid assertTrue(boolean b) { }\nvar passed = true;",
                        Expected.of(10, Status.OK)),
                beside(
                        17,
                        "a hand-over that hands nothing over",
                        "void answer(String id, Object value) { System.out.println(\"PASS\"); }",
                        Expected.of(0, Status.PARTIAL)),
                beside(
                        18,
                        "other streams, locale, zone and properties",
                        """
                        System.setOut(null);
                        System.setErr(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()));
                        System.setIn(null);
                        Locale.setDefault(new Locale("ar", "EG"));
                        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
                        System.setProperty("line.separator", "PASS");
                        System.setProperty("file.encoding", "UTF-16");
                        """,
                        Expected.of(10, Status.OK)),
                plus(
                        19,
                        "an object that equals everything",
                        """
                        class Sly implements Comparable<Object> {
                            public boolean equals(Object other) { return true; }
                            public int hashCode() { return 42; }
                            public int compareTo(Object other) { return 0; }
                            public String toString() { return "42"; }
                        }
                        Object plus(int a, int b) { return new Sly(); }
                        """,
                        Expected.of(6, Status.PARTIAL)),
                plus(
                        20,
                        "a number that changes while it is read",
                        """
                        class Sly extends Number {
                            int reads;
                            public int intValue() { return reads++ == 0 ? -1 : 42; }
                            public long longValue() { return intValue(); }
                            public float floatValue() { return intValue(); }
                            public double doubleValue() { return intValue(); }
                        }
                        Object plus(int a, int b) { return new Sly(); }
                        """,
                        Expected.of(6, Status.OK, Status.PARTIAL)),
                plus(
                        20,
                        "looking for a sign of being graded",
                        """
                        int plus(int a, int b) {
                            for (var name : System.getenv().keySet())
                                if (name.matches("(?i).*(grad|nbgrader|ci|test|practicum).*")) return a + b;
                            return 0;
                        }
                        """,
                        Expected.of(6, Status.OK)),
                plus(
                        21,
                        "the visible answers by heart",
                        "int plus(int a, int b) { return a == 40 ? 42 : a == 2 ? 4 : 0; }",
                        Expected.of(8, Status.OK).saying("not on other inputs")),
                plus(
                        43,
                        "nothing where a number is due",
                        "Object plus(int a, int b) { return a < 0 ? Double.NaN : null; }",
                        Expected.of(6, Status.OK, Status.PARTIAL).saying("null")),
                scores(
                        43,
                        "infinities",
                        "double[] scores(double[] q) { return DoubleStream.of(q).map(x -> 1e308 * 10 * x).toArray(); }",
                        Expected.of(4, Status.OK)),
                scores(
                        43,
                        "another shape",
                        "double[][] scores(double[] q) { return new double[][] {%s}; }".formatted(DeadlyAttacks.RIGHT),
                        Expected.of(4, Status.OK).saying("shape")),
                scores(
                        45,
                        "a thread that goes on",
                        SCORES
                                + "\nvar on = new Thread(() -> { while (true) { try { Thread.sleep(1); } catch (Exception e) { } } });\non.start();",
                        Expected.of(10, Status.OK)));
    }

    private static Attack plus(int row, String title, String code, Expected expected) {
        return of(row, title, with(PERFECT, "plus", code), expected);
    }
}
