package practicum.zoo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import practicum.tensor.Seeds;
import practicum.world.Prompt;

/** Gives every prompt the answer of another: what is right by chance. */
final class Shuffle {
    private Shuffle() {}

    static List<Prompt> answers(List<Prompt> prompts) {
        List<String> answers =
                new ArrayList<>(prompts.stream().map(Prompt::answer).toList());
        Collections.shuffle(answers, Seeds.random(0));
        List<Prompt> shuffled = new ArrayList<>();
        for (int i = 0; i < prompts.size(); i++) {
            Prompt prompt = prompts.get(i);
            shuffled.add(new Prompt(prompt.group(), prompt.text(), answers.get(i), prompt.foil()));
        }
        return shuffled;
    }
}
