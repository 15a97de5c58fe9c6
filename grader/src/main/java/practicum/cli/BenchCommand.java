package practicum.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import practicum.bench.Bench;
import practicum.bench.BenchException;
import practicum.bench.Report;
import practicum.jupyter.NativeLibraries;
import practicum.source.Project;

/** How fast the library is on this machine. */
@Command(
        name = "bench",
        subcommands = BenchGradeCommand.class,
        header = "Measure how fast the library is on this machine.",
        description = "Measure how fast the library is on this machine, beside the same work done naively and the least"
                + " that has to be done: the matrix products at the best rate measured in the same run, or one reading of"
                + " all weights. The ways take turns; medians are compared.",
        footer =
                "The model of the shape of GPT-2 small takes 3 GB of memory, and one round of everything about a minute.")
final class BenchCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            defaultValue = "gpt2-shape",
            description = "gpt2-shape: random weights in the shape of GPT-2 small; or a shipped model, such as world"
                    + " (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private String model;

    @Option(
            names = "--only",
            paramLabel = "PART",
            split = ",",
            description = "Only cases whose names contain this; several with commas.")
    private List<String> only = List.of();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often each is measured (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--threads",
            paramLabel = "1|all",
            defaultValue = "1",
            description = "With one thread, processor time is measured, which other programs hardly change; with all"
                    + " cores, wall time (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private String threads;

    @Option(names = "--out", paramLabel = "FILE.json", description = "Write every measurement to a file too.")
    private @Nullable Path out;

    @Option(names = "--quick", description = "Everything tiny: to try the command out. The figures mean nothing.")
    private boolean quick;

    @Override
    public Integer call() {
        if (out != null && Files.isDirectory(out)) {
            throw wrong("--out " + out + " is a folder; name a file.");
        }
        new NativeLibraries(Project.find()).unpack();
        Report report;
        try {
            report = Bench.of(new Bench.Settings(model, only, rounds, threads(), quick))
                    .run();
        } catch (BenchException e) {
            throw wrong(e.getMessage());
        }
        writer().print(report.table());
        writer().flush();
        if (out != null) {
            report.write(out);
            writer().println("\nWrote " + out + ".");
        }
        return CommandLine.ExitCode.OK;
    }

    private int threads() {
        return switch (threads) {
            case "1" -> 1;
            case "all" -> Runtime.getRuntime().availableProcessors();
            default -> throw wrong("--threads " + threads + ": give 1 or all.");
        };
    }

    private PrintWriter writer() {
        return spec.commandLine().getOut();
    }

    private ParameterException wrong(@Nullable String message) {
        return new ParameterException(spec.commandLine(), String.valueOf(message));
    }
}
