package practicum.runner;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import practicum.runner.CellOutcome.Status;
import practicum.runner.Conversation.EndedException;
import practicum.runner.Conversation.FloodException;
import practicum.sandbox.ProcessTree;
import practicum.sandbox.Sandbox;

/** A kernel in a process of its own, fed cells over a pipe and watched from outside; not for use by two threads. */
public final class CellProcess implements CellRunner {
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final int SIGKILL = 128 + 9;
    private static final int SIGXCPU = 128 + 24;

    private final ProcessTree tree;
    private final Limits limits;
    private final Watch watch;
    private final Conversation conversation;
    private final Tail errors;
    private @Nullable Ending ending;
    private int cells;

    private CellProcess(ProcessTree tree, Sandbox sandbox, Limits limits) {
        this.tree = tree;
        this.limits = limits;
        this.watch = Watch.over(tree, sandbox, limits);
        this.conversation = new Conversation(tree.process(), limits);
        this.errors = Tail.of(tree.process().getErrorStream());
    }

    /** Starts a kernel in a sandbox and waits until it takes cells. */
    public static CellProcess start(Kernel kernel, Sandbox sandbox, Limits limits) {
        try {
            ProcessTree tree = ProcessTree.start(sandbox.command(kernel.program(limits.resources())));
            CellProcess process = new CellProcess(tree, sandbox, limits);
            process.awaitReady();
            return process;
        } catch (IOException e) {
            throw new KernelStartException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public CellOutcome run(String code) {
        if (ending != null) {
            return new CellOutcome(Status.NOT_RUN, List.of(), Duration.ZERO, "Not run: " + ending.sentence());
        }
        long start = System.nanoTime();
        Outputs outputs = new Outputs();
        watch.timeCell(limits.cell());
        Ending died = evaluate("c" + ++cells, code, outputs);
        Ending filled = watch.cellEnds();
        ending = died == null ? filled : died;
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (ending != null) {
            tree.close();
            return new CellOutcome(ending.status(), outputs.list(), took, ending.sentence());
        }
        return new CellOutcome(outputs.hasFailed() ? Status.ERROR : Status.OK, outputs.list(), took, "");
    }

    @Override
    public Duration processorTime() {
        return watch.processorTime();
    }

    @Override
    public boolean isAlive() {
        return ending == null && tree.process().isAlive();
    }

    @Override
    public void close() {
        if (ending == null) {
            ending = new Ending(Status.NOT_RUN, "The process was closed.");
        }
        tree.close();
    }

    private void awaitReady() {
        watch.timeCell(START_PATIENCE);
        try {
            if (conversation.next() instanceof CellEvent.Ready) {
                watch.cellEnds();
                return;
            }
        } catch (EndedException | FloodException | ProtocolException e) {
            // Whatever it said, it was not that it is ready.
        }
        tree.close();
        throw new KernelStartException("The kernel did not start. Its last words: "
                + errors.text().strip() + "\nRun ./practicum doctor to see what is missing.");
    }

    /** Has a cell run and collects what it shows; returns why the process ended, or null when it lives on. */
    private @Nullable Ending evaluate(String id, String code, Outputs outputs) {
        try {
            conversation.ask(id, code);
            while (true) {
                CellEvent event = conversation.next();
                if (event instanceof CellEvent.Done done && done.id().equals(id)) {
                    return null;
                }
                if (event instanceof CellEvent.Done || event instanceof CellEvent.Ready) {
                    throw new ProtocolException("an answer to a cell that is not running");
                }
                outputs.add(event);
                if (outputs.count() > limits.outputs()) {
                    throw new FloodException();
                }
            }
        } catch (FloodException e) {
            return new Ending(Status.OUTPUT_LIMIT, "The cell wrote more than a notebook may.");
        } catch (ProtocolException e) {
            return Ending.offProtocol(String.valueOf(e.getMessage()), conversation.lastWords());
        } catch (EndedException e) {
            return whyEnded();
        }
    }

    private Ending whyEnded() {
        int exitStatus = exitStatus();
        Ending killed = watch.ending();
        if (killed != null) {
            return killed;
        }
        if (exitStatus == SIGXCPU) {
            return watch.workedOut();
        }
        return Ending.byItself(exitStatus, errors.text());
    }

    private int exitStatus() {
        try {
            // A process that has closed its output but lives is of no use any more.
            if (!tree.process().waitFor(1, TimeUnit.SECONDS)) {
                tree.close();
            }
            return tree.process().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return SIGKILL;
        }
    }
}
