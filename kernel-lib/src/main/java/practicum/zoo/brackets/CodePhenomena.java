package practicum.zoo.brackets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import practicum.model.Transformer;
import practicum.world.brackets.CodeTask;
import practicum.world.brackets.CodeWorld;
import practicum.world.brackets.NestingPart;
import practicum.zoo.AnswerPhenomenon;
import practicum.zoo.AnswerPhenomenon.Control;
import practicum.zoo.Answering;
import practicum.zoo.Phenomenon;

/** What both models of small code are measured to do: the world's questions on lines that training never has. */
final class CodePhenomena {
    static final List<String> PRACTICUMS = List.of("26_sparse_and_decodable_transformers");
    private static final int PROMPTS = 256;
    private static final long SEED = 1000;

    private CodePhenomena() {}

    static List<Phenomenon<Transformer>> of(CodeWorld world) {
        List<Phenomenon<Transformer>> all = new ArrayList<>();
        all.add(asked(world, CodeTask.QUOTE, NestingPart.UNSEEN, "lines held out"));
        all.add(asked(world, CodeTask.BRACKET, NestingPart.UNSEEN, "lines held out"));
        all.add(asked(world, CodeTask.QUOTE, NestingPart.LONGER, "lines longer than in training"));
        all.add(asked(world, CodeTask.BRACKET, NestingPart.DEEPER, "lines deeper than in training"));
        all.add(new TextPhenomenon(world));
        return List.copyOf(all);
    }

    private static AnswerPhenomenon asked(CodeWorld world, CodeTask task, NestingPart part, String lines) {
        String measures =
                switch (task) {
                    case QUOTE -> "the quote that is open is likelier than the other";
                    case BRACKET ->
                        "the bracket that closes the innermost is likelier than another that is open around it";
                    case VARIABLE -> "what goes on as the variable was made, set or string, is likelier than the other";
                };
        return new AnswerPhenomenon(
                String.format(Locale.ROOT, "%s: %s", task, part).toLowerCase(Locale.ROOT),
                measures + ", " + lines,
                () -> world.prompts(task, part, PROMPTS, SEED),
                Answering::preference,
                Control.UNTRAINED,
                0.02,
                PRACTICUMS);
    }
}
