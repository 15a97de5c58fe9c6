package practicum.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

final class ProcessTreeTest {
    @Test
    void closingDoesNotWaitUntilSomebodyAsksForTheExitStatusOfTheDead() throws Exception {
        Assumptions.assumeTrue(
                Files.isDirectory(Path.of("/proc/self")),
                "Skipped: this system does not list processes as Linux does.");
        // A parent that never asks: its child, killed, stays listed for as long as it lives.
        var outer = new ProcessBuilder("/bin/sh", "-c", "sleep 100 & echo $!; exec sleep 100").start();
        try {
            long pid = Long.parseLong(outer.inputReader().readLine().strip());
            while (!Files.readString(Path.of("/proc", "" + outer.pid(), "comm")).startsWith("sleep")) {
                // A shell might still ask.
                Thread.sleep(5);
            }
            var child = ProcessHandle.of(pid).orElseThrow();
            assertThat(ProcessTree.lives(child)).isTrue();
            child.destroyForcibly();
            while (ProcessTree.lives(child)) {
                Thread.sleep(5);
            }
            assertThat(child.isAlive()).as("as Java sees it").isTrue();
        } finally {
            outer.destroyForcibly().waitFor();
        }
    }

    @Test
    void closingEndsChildrenToo() throws Exception {
        var tree = ProcessTree.start(new ProcessBuilder("/bin/sh", "-c", "sleep 100 & echo $!; wait"));
        long pid = Long.parseLong(tree.process().inputReader().readLine().strip());
        var child = ProcessHandle.of(pid).orElseThrow();
        tree.close();
        assertThat(ProcessTree.lives(child)).isFalse();
        assertThat(ProcessTree.lives(tree.process().toHandle())).isFalse();
    }

    @Test
    void aProcessWhoseNameIsNoTextIsMeasuredAllTheSame() throws Exception {
        Assumptions.assumeTrue(
                Files.isDirectory(Path.of("/proc/self")),
                "Skipped: this system does not list processes as Linux does.");
        var tree = ProcessTree.start(
                new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "printf '\\377) Z 0' > /proc/$$/comm; i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done; echo; read x"));
        try {
            tree.process().inputReader().readLine();
            assertThat(tree.memoryBytes()).isPositive();
            assertThat(tree.processorTime()).isPositive();
            assertThat(ProcessTree.lives(tree.process().toHandle())).isTrue();
        } finally {
            tree.close();
        }
    }
}
