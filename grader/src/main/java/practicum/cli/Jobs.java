package practicum.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import practicum.grade.Parallel;
import practicum.runner.Limits;

/** How many submissions a command grades at a time. */
final class Jobs {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "How many to grade at a time; where it is not given, one for two processors, as far as memory"
                    + " reaches.")
    private @Nullable Integer said;

    /**
     * Refuses what cannot be meant, before anything is opened.
     *
     * @throws ParameterException where it is less than one
     */
    void check() {
        if (said != null && said < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--jobs " + said + ": at least 1 has to be graded at a time.");
        }
    }

    /** How many: what was said, else what this machine can run. */
    int number(Limits limits) {
        return said == null ? Parallel.jobs(limits) : said;
    }
}
