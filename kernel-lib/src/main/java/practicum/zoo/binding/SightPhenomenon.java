package practicum.zoo.binding;

import java.util.List;
import practicum.model.Transformer;
import practicum.world.Prompt;
import practicum.world.Split;
import practicum.world.binding.BeliefQuestion;
import practicum.world.binding.BeliefStory;
import practicum.world.binding.BindingWorld;
import practicum.world.binding.Sight;
import practicum.zoo.Answering;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/** Whether a belief follows what the character saw: the same stories with one word changed, "can see" or "cannot see". */
record SightPhenomenon(BindingWorld world) implements Phenomenon<Transformer> {
    private static final int QUESTIONS = 600;

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        List<BeliefQuestion> blind = world.beliefs().questions(Split.TRAIN, QUESTIONS, BindingPhenomena.SEED).stream()
                .filter(question -> question.character() != question.container())
                .map(question -> with(question, Sight.BLIND))
                .toList();
        List<BeliefQuestion> seeing =
                blind.stream().map(question -> with(question, Sight.SEES)).toList();
        return List.of(new Measurement(
                "beliefs: sight",
                "share of \"unknown\" about what the other did, where the character \"cannot see\" the other",
                unknown(subject.model(), blind),
                "where the same character \"can see\"",
                unknown(subject.model(), seeing),
                0.02,
                BindingPhenomena.PRACTICUMS));
    }

    static BeliefQuestion with(BeliefQuestion question, Sight sight) {
        BeliefStory story = question.story();
        List<Sight> sights = question.character() == 0
                ? List.of(sight, story.sights().get(1))
                : List.of(story.sights().get(0), sight);
        return new BeliefQuestion(
                new BeliefStory(
                        story.characters(),
                        story.containers(),
                        story.drinks(),
                        sights,
                        story.act(),
                        story.secondFirst()),
                question.character(),
                question.container(),
                question.phrase());
    }

    private static double unknown(Transformer model, List<BeliefQuestion> questions) {
        List<Prompt> prompts = questions.stream()
                .map(BeliefQuestion::prompt)
                .map(prompt -> new Prompt(prompt.group(), prompt.text(), BeliefQuestion.UNKNOWN, foil(prompt)))
                .toList();
        return Answering.of(model, prompts).accuracy();
    }

    private static String foil(Prompt prompt) {
        return prompt.answer().equals(BeliefQuestion.UNKNOWN) ? prompt.foil() : prompt.answer();
    }
}
