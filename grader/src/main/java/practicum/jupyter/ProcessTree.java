package practicum.jupyter;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process and everything that it started, ended together. */
final class ProcessTree {
    private final ProcessHandle root;
    private final Set<ProcessHandle> members = new LinkedHashSet<>();

    ProcessTree(ProcessHandle root) {
        this.root = root;
    }

    /** Asks the first process to end, so that it may end the others in order, then ends whatever is left by force. */
    void end(Duration patience) {
        remember();
        root.destroy();
        await(patience);
        remember();
        members.forEach(ProcessHandle::destroyForcibly);
        await(Duration.ofSeconds(2));
    }

    /** A child whose parent has ended can be found no more; so those seen before are kept. */
    private void remember() {
        members.add(root);
        root.descendants().forEach(members::add);
    }

    private void await(Duration limit) {
        var all = CompletableFuture.allOf(
                members.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        try {
            all.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // The caller goes on to force.
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
