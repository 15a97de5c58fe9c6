package practicum.zoo;

import java.util.Locale;
import java.util.stream.Collectors;
import practicum.train.Recipe;
import practicum.train.Schedule;
import practicum.train.Sparsity;

/** A model card for readers, in Markdown. */
final class CardText {
    private CardText() {}

    static String of(ModelCard card, ModelPlan<?> plan) {
        return String.join(
                "\n\n",
                "# " + card.name(),
                card.says()
                        + " Trained by this repository's own code on data of its own making: all that it can know is"
                        + " known.",
                "```java\n" + plan.body().example(card.name()) + "\n```",
                "## Shape",
                plan.body().says(),
                "## Data",
                plan.lesson().data().entrySet().stream()
                        .map(entry -> "- " + entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining("\n")),
                "## Training",
                training(card, plan.recipe()),
                "## What it was measured to do",
                "Each number stands beside its control; a test measures them again from the weights. Held out means: never"
                        + " in the training data, by construction of the generator.",
                table(card),
                "## Limits",
                card.limits().stream().map(limit -> "- " + limit).collect(Collectors.joining("\n")),
                "## Licence",
                card.licence() + "\n");
    }

    private static String training(ModelCard card, Recipe recipe) {
        String kept = card.sha256().size() == 1
                ? ""
                : String.format(
                        " %d checkpoints on the way ship too: `\"%s@step…\"`.",
                        card.sha256().size() - 1, card.name());
        return String.format(
                Locale.ROOT,
                "`%s`: %,d steps of %d (%,d %ss in all) on %s, %.0f s. AdamW, rate %s, seed %d.%s Final loss %.4f.%s",
                card.command(),
                recipe.steps(),
                recipe.batch(),
                card.seen(),
                card.unit(),
                recipe.threads() == 1 ? "one thread" : recipe.threads() + " threads",
                card.seconds(),
                rate(recipe.schedule()),
                recipe.seed(),
                sparsity(recipe),
                card.finalLoss(),
                kept);
    }

    private static String sparsity(Recipe recipe) {
        Sparsity sparsity = recipe.sparsity();
        return sparsity == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        " After each step only the largest weights of each matrix stay: all at first, from %.0f %% of the"
                                + " steps on fewer, from %.0f %% on %s %%.",
                        100 * sparsity.from(),
                        100 * sparsity.until(),
                        100 * sparsity.kept());
    }

    private static String rate(Schedule schedule) {
        String fall =
                switch (schedule.shape()) {
                    case CONSTANT -> "then constant";
                    case TRAPEZOID ->
                        String.format(Locale.ROOT, "linear decay over the last %.0f %%", 100 * schedule.end());
                    case COSINE -> "then half a cosine down to " + schedule.end() + " of it";
                    case STAIRS -> "times " + schedule.end() + " every " + schedule.every() + " steps";
                };
        return schedule.rate() + ", " + schedule.warmup() + " warm-up steps, " + fall;
    }

    private static String table(ModelCard card) {
        return card.phenomena().stream()
                .map(m -> String.format(
                        Locale.ROOT,
                        "| %s | %s | %.3f | %.3f (%s) | %s |",
                        m.name(),
                        m.measures(),
                        m.value(),
                        m.control(),
                        m.controlled(),
                        m.practicums().stream().map(p -> p.substring(0, 2)).collect(Collectors.joining(" "))))
                .collect(Collectors.joining(
                        "\n",
                        "| phenomenon | what is measured | value | control | practicums |\n|---|---|---|---|---|\n",
                        ""));
    }
}
