package practicum.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import practicum.load.Models;
import practicum.source.Project;
import practicum.wired.HandWired;
import practicum.zoo.Measurement;
import practicum.zoo.ModelCard;
import practicum.zoo.ModelPlan;
import practicum.zoo.ModelTrainer;
import practicum.zoo.TrainedModel;
import practicum.zoo.Zoo;

/** The models that ship with the course: which there are, what they do, how they are made. */
@Command(
        name = "model",
        description = "List, explain, train and check the shipped models.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = CommandLine.HelpCommand.class)
final class ModelCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(out());
    }

    @Command(name = "list", description = "List the models that ship with the course.")
    int list() {
        for (String name : Models.SHIPPED) {
            List<String> checkpoints = Models.checkpoints(name);
            out().printf(
                            "%-18s %s%s%n",
                            name,
                            TrainedModel.shipped(name).card().says(),
                            checkpoints.isEmpty() ? "" : " " + checkpoints.size() + " checkpoints.");
        }
        out().println();
        out().println("Wired by hand, in code:");
        HandWired.all().forEach((name, wired) -> out().printf("HandWired.%-28s %s%n", name + "()", wired.says()));
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "info", description = "Show what a model is and what it was measured to do.")
    int info(@Parameters(paramLabel = "NAME", description = "A shipped model, or a folder.") String name) {
        TrainedModel<?> model = model(name);
        ModelCard card = model.card();
        out().println(card.name() + ": " + card.says());
        out().println(model.plan().body().says());
        out().printf(
                        Locale.ROOT,
                        "Made by %s in %.0f s from %,d %ss; final loss %.4f.%n%n",
                        card.command(),
                        card.seconds(),
                        card.seen(),
                        card.unit(),
                        card.finalLoss());
        print(card.phenomena());
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "train", description = "Train a model from its plan: weights, tokenizer, and a measured card.")
    int train(
            @Parameters(paramLabel = "NAME", description = "A model that has a plan, such as world.") String name,
            @Option(names = "--out", paramLabel = "DIR", description = "Where to (default: .practicum/models/NAME).")
                    @Nullable
                    Path folder,
            @Option(names = "--resume", description = "Continue an interrupted training.") boolean resume,
            @Option(names = "--steps", paramLabel = "N", description = "Fewer or more steps than the plan's.") @Nullable
                    Integer steps) {
        ModelPlan<?> plan = plan(name, steps);
        Path to = folder != null ? folder : Project.find().root().resolve(".practicum/models/" + name);
        out().printf(
                        Locale.ROOT,
                        "Training %s: %,d steps, %,d %ss, into %s. If it is interrupted, add --resume to the same command.%n",
                        name,
                        plan.recipe().steps(),
                        plan.seen(),
                        plan.lesson().unit(),
                        to);
        ModelTrainer<?> trainer = new ModelTrainer<>(plan, to);
        ModelCard card = Interruptible.run(resume ? trainer::resume : trainer::train);
        out().printf(Locale.ROOT, "Made %s in %.0f s:%n", to, card.seconds());
        print(card.phenomena());
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "check",
            description = "Compare the weights with their checksum and measure the card's table again.")
    int check(@Parameters(paramLabel = "NAME", description = "A shipped model, or a folder.") String name) {
        TrainedModel<?> model = model(name);
        model.requireUnchanged();
        out().println("The weights and the plan are the card's.");
        List<Measurement> measured = model.measure();
        print(measured);
        Map<String, Measurement> differing = model.card().disagreements(measured);
        differing.forEach((phenomenon, found) -> spec.commandLine()
                .getErr()
                .printf("%s differs: the card says %s.%n", found, model.card().phenomenon(phenomenon)));
        out().println(differing.isEmpty() ? "Every number agrees with the card." : "");
        return differing.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private ModelPlan<?> plan(String name, @Nullable Integer steps) {
        ModelPlan<?> plan = Zoo.plan(name);
        if (steps == null) {
            return plan;
        }
        if (steps < 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--steps needs at least 1, got " + steps + ".");
        }
        return plan.withRecipe(plan.recipe().withSteps(steps));
    }

    private static TrainedModel<?> model(String name) {
        Path folder = Path.of(name);
        return folder.resolve(ModelCard.FILE).toFile().isFile() ? TrainedModel.in(folder) : TrainedModel.shipped(name);
    }

    private void print(List<Measurement> measurements) {
        for (Measurement m : measurements) {
            out().printf(Locale.ROOT, "  %-38s %7.3f   %s: %.3f%n", m.name(), m.value(), m.controlled(), m.control());
        }
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
