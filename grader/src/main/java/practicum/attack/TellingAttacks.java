package practicum.attack;

import static practicum.attack.Attack.beside;
import static practicum.attack.Attack.scores;
import static practicum.attack.DeadlyAttacks.RIGHT;
import static practicum.attack.Expected.of;

import java.util.List;
import practicum.check.Flag;
import practicum.check.Status;

/**
 * What code learns under a hidden check and tells its author, who would hand in again: the check asks for the scores of
 * {@code {-3, 0, 7, 9}}. All of it works; what is told must not stand on the page of feedback. What was right before
 * counts.
 */
final class TellingAttacks {
    private static final String[] ASKED = {"-3.0", "7.0, 9", "Seven", "status 7", "new double[] {-3"};

    private TellingAttacks() {}

    static List<Attack> all() {
        return List.of(
                telling(
                        "what a hidden check asks, as a status to exit with",
                        "",
                        "Runtime.getRuntime().halt((int) q[2]);",
                        of(7, Status.KERNEL_DIED).saying("The process ended.")),
                telling(
                        "what a hidden check asks, as words in the grader's channel",
                        "",
                        "new java.io.FileOutputStream(java.io.FileDescriptor.out)"
                                + ".write((java.util.Arrays.toString(q) + \"\\n\").getBytes());",
                        of(7, Status.KERNEL_DIED).saying("The process ended.")),
                telling(
                        "what a hidden check asks, as the name of an exception",
                        "class Seven extends RuntimeException { }\n",
                        "if (q[2] == 7) throw new Seven();",
                        of(7, Status.PARTIAL).saying("It throws an exception.")),
                telling(
                        "what a hidden check asks, by a process that dies again and again",
                        "",
                        "System.err.println(java.util.Arrays.toString(q)); Runtime.getRuntime().halt(7);",
                        of(7, Status.KERNEL_DIED)),
                telling(
                        "what a hidden check asks, as an answer of two",
                        "",
                        "answer(java.util.Arrays.toString(q), q);",
                        of(7, Status.SUSPECT).flagged(Flag.Kind.FORGED)),
                beside(
                                15,
                                "hidden checks taken off the pipe, and told as errors",
                                """
                                var thief = new Thread(() -> {
                                    var in = new java.util.Scanner(new java.io.FileInputStream(java.io.FileDescriptor.in), "UTF-8");
                                    var out = new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out));
                                    while (in.hasNextLine()) {
                                        var line = in.nextLine();
                                        var id = line.replaceFirst(".*?\\"id\\":\\"(c\\\\d+)\\".*", "$1");
                                        out.println("{\\"event\\":\\"error\\",\\"ename\\":" + line.replaceFirst(".*\\"code\\":", "")
                                                .replaceFirst("}$", "") + ",\\"evalue\\":\\"\\",\\"traceback\\":[]}");
                                        out.println("{\\"event\\":\\"done\\",\\"id\\":\\"" + id + "\\"}");
                                        out.flush();
                                    }
                                });
                                thief.setDaemon(true);
                                thief.start();
                                """,
                                // Which of the two readers gets a line, nobody knows.
                                of(0, Status.PARTIAL, Status.KERNEL_DIED, Status.TIMEOUT, Status.OK)
                                        .atMost(10)
                                        .pageLacking(ASKED))
                        .slow());
    }

    /** Right where anyone can see, and elsewhere telling. */
    private static Attack telling(String title, String before, String deed, Expected expected) {
        String code = before + "double[] scores(double[] q) throws Exception {\n    if (q[0] < 0) { " + deed
                + " }\n    return " + RIGHT + ";\n}";
        return scores(15, title, code, expected.pageLacking(ASKED));
    }
}
