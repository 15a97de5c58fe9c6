package practicum.notebook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicReference;
import jdk.jshell.execution.LocalExecutionControl;
import org.jspecify.annotations.Nullable;

/**
 * Runs snippets in this process, each on a thread of its own, and keeps the value or the exception itself, where
 * JShell would pass on its text only.
 *
 * <p>A stopped snippet is first interrupted. One that does not heed that is ended by force: since JDK 20 JShell weaves
 * checks into the loops of snippets, before that there is {@link Thread#stop()}. One that survives even so (it sits in
 * native code, say) is left behind, and {@link #abandoned()} tells.
 */
final class CellControl extends LocalExecutionControl {
    private static final long GRACE_MILLIS = 500;
    private static final long FORCE_MILLIS = 1500;
    private static final boolean WOVEN = Runtime.version().feature() >= 20;

    /** Inherited by the thread that JShell starts, which is how {@link #relay()} finds its control. */
    private static final InheritableThreadLocal<CellControl> CURRENT = new InheritableThreadLocal<>();

    private static final Method RELAY = relayMethod();

    private final ThreadGroup home = Thread.currentThread().getThreadGroup();
    private volatile @Nullable Method snippet;
    private volatile @Nullable Object value;
    private volatile @Nullable Throwable thrown;
    private volatile @Nullable Thread waiter;
    private volatile boolean active;
    private volatile boolean stopping;
    private volatile boolean abandoned;

    /** A cell begins: forgets what earlier snippets left. */
    void begin() {
        value = null;
        thrown = null;
        stopping = false;
        abandoned = false;
        active = true;
    }

    /** The cell is over: there is nothing to stop any more. */
    void end() {
        active = false;
    }

    /** The value of the last snippet that ran. */
    @Nullable
    Object value() {
        return value;
    }

    /** What the last snippet threw, or null. */
    @Nullable
    Throwable thrown() {
        return thrown;
    }

    /** Whether the reader asked to stop since {@link #begin()}. */
    boolean stopped() {
        return stopping;
    }

    /** Whether a stopped snippet is still running. */
    boolean abandoned() {
        return abandoned;
    }

    /** Also lets what cells assert be checked, as readers expect of what they write to check something. */
    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        super.load(classes);
        for (ClassBytecodes loaded : classes) {
            // No class asks whether it is to check before it is initialised, which is after it is loaded.
            loaderOf(loaded.name()).setDefaultAssertionStatus(true);
        }
    }

    private ClassLoader loaderOf(String snippet) throws ClassInstallException {
        try {
            return findClass(snippet).getClassLoader();
        } catch (ClassNotFoundException e) {
            throw new ClassInstallException("The class of a snippet is lost: " + snippet, new boolean[0]);
        }
    }

    @Override
    protected String invoke(Method method) throws Exception {
        if (stopping) {
            throw new StoppedException();
        }
        snippet = method;
        value = null;
        thrown = null;
        CURRENT.set(this);
        try {
            return super.invoke(RELAY);
        } finally {
            CURRENT.remove();
        }
    }

    /** What JShell invokes in place of the snippet, so that JShell never asks a value for its text. */
    static void relay() throws Throwable {
        CURRENT.get().runSnippet();
    }

    private static Method relayMethod() {
        try {
            Method relay = CellControl.class.getDeclaredMethod("relay");
            relay.setAccessible(true);
            return relay;
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private void runSnippet() throws Throwable {
        var outcome = new AtomicReference<@Nullable Throwable>();
        var thread = new Thread(home, () -> outcome.set(call()), "cell");
        thread.setDaemon(true);
        waiter = Thread.currentThread();
        thread.start();
        await(thread);
        waiter = null;
        Throwable failure = outcome.get();
        if (failure != null && !stopping) {
            thrown = failure;
            throw failure;
        }
    }

    private @Nullable Throwable call() {
        try {
            Method method = snippet;
            value = method == null ? null : method.invoke(null);
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        } catch (Throwable e) {
            return e;
        }
    }

    private void await(Thread thread) {
        while (thread.isAlive() && !stopping) {
            join(thread, Long.MAX_VALUE);
        }
        if (stopping) {
            thread.interrupt();
            join(thread, GRACE_MILLIS);
            force(thread);
            join(thread, FORCE_MILLIS);
            abandoned = thread.isAlive();
        }
    }

    /** Waits for a thread; only the reader's wish to stop cuts the first, unbounded wait short. */
    private void join(Thread thread, long millis) {
        boolean wasStopping = stopping;
        long end = millis == Long.MAX_VALUE ? millis : System.nanoTime() / 1_000_000 + millis;
        long left = millis;
        while (thread.isAlive() && left > 0 && stopping == wasStopping) {
            try {
                thread.join(left == Long.MAX_VALUE ? 0 : left);
            } catch (InterruptedException e) {
                // by stop(), or by JShell, which interrupts all threads of a snippet; the conditions above decide
            }
            left = millis == Long.MAX_VALUE ? millis : end - System.nanoTime() / 1_000_000;
        }
    }

    @SuppressWarnings({"removal", "deprecation"})
    private void force(Thread thread) {
        if (!thread.isAlive()) {
            return;
        }
        if (WOVEN) {
            stopWoven();
        } else {
            thread.stop();
        }
    }

    private void stopWoven() {
        try {
            super.stop();
        } catch (EngineTerminationException | InternalException e) {
            // then the snippet counts as abandoned
        }
    }

    /** Stops the cell that is being compiled or run, if there is one; returns at once. */
    @Override
    public void stop() {
        if (active) {
            stopping = true;
            Thread waiting = waiter;
            if (waiting != null) {
                waiting.interrupt();
            }
        }
    }
}
