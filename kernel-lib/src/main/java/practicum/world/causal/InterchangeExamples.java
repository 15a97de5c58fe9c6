package practicum.world.causal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import practicum.tensor.Seeds;

/** Draws pairs of inputs such that interchanging a variable changes the answer for every second one. */
final class InterchangeExamples {
    private static final int PATIENCE = 100_000;

    private InterchangeExamples() {}

    static List<InterchangeExample> draw(
            CausalModel model,
            String variable,
            Function<Random, Setting> bases,
            BiFunction<Setting, Random, Setting> sources,
            int count,
            long seed) {
        Random random = Seeds.random(seed);
        List<InterchangeExample> examples = new ArrayList<>(count);
        while (examples.size() < count) {
            examples.add(one(model, variable, bases, sources, examples.size() % 2 == 0, random));
        }
        return List.copyOf(examples);
    }

    private static InterchangeExample one(
            CausalModel model,
            String variable,
            Function<Random, Setting> bases,
            BiFunction<Setting, Random, Setting> sources,
            boolean change,
            Random random) {
        for (int i = 0; i < PATIENCE; i++) {
            Setting base = bases.apply(random);
            Setting source = sources.apply(base, random);
            int answer = model.counterfactual(base, source, variable);
            InterchangeExample example = new InterchangeExample(base, source, variable, answer, model.answer(base));
            if (example.changes() == change) {
                return example;
            }
        }
        throw new IllegalArgumentException("Interchanging \"" + variable + "\" of " + model + " "
                + (change ? "never changed" : "always changed") + " the answer in " + PATIENCE
                + " pairs of inputs. Ask about another variable.");
    }
}
