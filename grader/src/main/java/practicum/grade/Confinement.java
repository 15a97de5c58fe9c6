package practicum.grade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import practicum.build.ScratchFolder;
import practicum.check.Flag;
import practicum.runner.ArchivedClasses;
import practicum.runner.CellProcess;
import practicum.runner.CellRunner;
import practicum.runner.Kernel;
import practicum.runner.Limits;
import practicum.sandbox.Bubblewrap;
import practicum.sandbox.NoSandbox;
import practicum.sandbox.ProbeReport;
import practicum.sandbox.Sandbox;
import practicum.sandbox.SandboxProbe;

/**
 * Where submissions run on this host, and what that place was seen to keep them from.
 *
 * @param sandbox the host's sandbox, if it has one
 * @param report what was seen when it was tried
 */
public record Confinement(Optional<Sandbox> sandbox, ProbeReport report) {
    /**
     * Tries this host's sandbox.
     *
     * @param natives the folder of unpacked native libraries
     * @param secrets what must not be seen inside
     */
    public static Confinement probe(Path natives, List<Path> secrets) {
        Optional<Sandbox> sandbox = Bubblewrap.find().map(Sandbox.class::cast);
        var tried = sandbox.orElseGet(() -> new NoSandbox(natives));
        return new Confinement(sandbox, SandboxProbe.run(tried, natives, secrets));
    }

    /** Refuses a host that does not protect itself, unless that is accepted. */
    public void require(boolean unsafeAccepted) {
        if (!report.isWhole() && !unsafeAccepted) {
            throw new GradeException("This machine does not keep submissions apart from itself:\n  "
                    + String.join("\n  ", report.complaints())
                    + "\nGrading all the same, with --unsafe, is recorded in every result.");
        }
    }

    /** The remark that results carry where protections are missing. */
    public Optional<Flag> flag() {
        return report.isWhole()
                ? Optional.empty()
                : Optional.of(new Flag(
                        Flag.Kind.UNSAFE,
                        report.missing().size() == practicum.sandbox.Protection.values().length
                                ? "no sandbox"
                                : report.missing().toString()));
    }

    /** The same kernel, started here from archived classes where they can be had. */
    public Kernel quickened(Kernel kernel, Limits limits, Path cache) {
        return sandbox.filter(Bubblewrap.class::isInstance)
                .map(Bubblewrap.class::cast)
                .map(wall -> new ArchivedClasses(cache).of(kernel, wall, limits))
                .orElse(kernel);
    }

    /** Starts processes here. */
    public Supplier<CellRunner> processes(Kernel kernel, Limits limits) {
        return () -> sandbox.<CellRunner>map(wall -> CellProcess.start(kernel, wall, limits))
                .orElseGet(() -> Unconfined.start(kernel, limits));
    }

    /** A process without a sandbox, in a folder that goes with it. */
    private static final class Unconfined extends Relay {
        private final ScratchFolder folder;

        private Unconfined(CellRunner process, ScratchFolder folder) {
            super(process);
            this.folder = folder;
        }

        static CellRunner start(Kernel kernel, Limits limits) {
            try {
                var folder = ScratchFolder.create();
                return new Unconfined(CellProcess.start(kernel, new NoSandbox(folder.path()), limits), folder);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot make a folder for temporary files", e);
            }
        }

        @Override
        public void close() {
            super.close();
            try {
                folder.close();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot delete " + folder.path(), e);
            }
        }
    }
}
