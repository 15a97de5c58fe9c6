package practicum.train;

import java.util.Locale;
import java.util.stream.Collectors;
import practicum.model.ModelConfig;

/** A model card for readers, in Markdown. */
final class CardText {
    private CardText() {}

    static String of(ModelCard card) {
        return String.join(
                "\n\n",
                "# " + card.name(),
                card.says() + " Trained by this repository's own code; everything that it can know is known"
                        + " (`practicum.world.LanguageWorld`).",
                "```java\nvar model = Models.load(\"" + card.name() + "\");\n"
                        + "model.run(\"When Mary and John went to the store, John gave a drink to\").top(5);\n```",
                "## Shape",
                shape(card.plan().config(), card),
                "## Training",
                training(card),
                "## What it was measured to do",
                "Each number stands beside its control; a test measures them again from the weights. Held out means: never"
                        + " in the training text, by construction of the generator.",
                table(card),
                "## Limits",
                card.limits().stream().map(limit -> "- " + limit).collect(Collectors.joining("\n")),
                "## Licence",
                card.licence() + "\n");
    }

    private static String shape(ModelConfig config, ModelCard card) {
        return String.format(
                Locale.ROOT,
                "%s: %d layers, %d heads, d_model %d, MLP %d, context %d, %d words; attention windows by layer %s (0: all)."
                        + " Embedding and unembedding are %s. Weights in %s.",
                card.plan().architecture(),
                config.nLayers(),
                config.nHeads(),
                config.dModel(),
                config.dMlp(),
                config.nCtx(),
                config.dVocab(),
                config.window(),
                config.tied() ? "tied" : "untied",
                card.precision());
    }

    private static String training(ModelCard card) {
        Recipe recipe = card.plan().recipe();
        return String.format(
                Locale.ROOT,
                "`%s`: %,d steps of %d × %d tokens (%,d tokens) on %d threads, %.0f s, %,.0f tokens a second. AdamW, rate %s, seed %d. Final loss %.3f nats a token.",
                card.command(),
                recipe.steps(),
                recipe.batch(),
                card.plan().context(),
                card.plan().tokens(),
                recipe.threads(),
                card.seconds(),
                card.tokensPerSecond(),
                rate(recipe.schedule()),
                recipe.seed(),
                card.finalLoss());
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
